/** Sockets of a server: whoever opens one must be our own page; what is too much, too large or no text is dropped. */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { BEAT } from "../model/remote.ts";
import { refuseRequest } from "./gate.ts";

/** Messages that one end may send at once, and each second after that. A pressed arrow key repeats thirty times a second. */
const BURST = 60;
const RATE = 30;
/** Who has sent so many beyond that is cut off. */
const MOST_DROPPED = 300;
/** Bytes that wait for a slow end before it is cut off. */
const MOST_WAITING = 4 * 1024 * 1024;

/** One end of a socket. */
export interface Peer {
  readonly send: (message: object) => void;
  readonly close: () => void;
}

export interface PeerEars {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

export interface SocketRoom {
  /** The one address that has sockets. */
  readonly path: string;
  readonly isHost: (host: string) => boolean;
  readonly secure: boolean;
  /** Sockets at a time. */
  readonly most: number;
  /** Largest message in bytes. */
  readonly largest: number;
  readonly welcome: (peer: Peer) => PeerEars;
}

/** Opens sockets at an address of a server; the result closes them all. */
export function openSockets(server: Server, { path, isHost, secure, most, largest, welcome }: SocketRoom): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largest, perMessageDeflate: false, clientTracking: true });
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on("error", () => undefined);
    const refusal = refuseUpgrade(request, path, isHost, secure) ?? (sockets.clients.size >= most ? 503 : null);
    if (refusal !== null) return void stream.end(`HTTP/1.1 ${refusal} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    sockets.handleUpgrade(request, stream, head, (socket) => listenTo(socket, welcome));
  });
  const beat = setInterval(() => {
    for (const socket of sockets.clients) {
      // An end that takes nothing any more is gone, whatever the network says.
      if (socket.bufferedAmount > MOST_WAITING) socket.terminate();
      else socket.send('{"type":"beat"}');
    }
  }, BEAT);
  return () => {
    clearInterval(beat);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** Browsers always say the origin of a page that opens a socket; a program that says none is not our page. */
function refuseUpgrade(request: IncomingMessage, path: string, isHost: (host: string) => boolean, secure: boolean): number | null {
  const { url, headers } = request;
  const refusal = refuseRequest(request, isHost);
  if (refusal !== null) return refusal;
  if (headers.origin !== `${secure ? "https" : "http"}://${headers.host}`) return 403;
  return url === path ? null : 404;
}

function listenTo(socket: WebSocket, welcome: (peer: Peer) => PeerEars): void {
  const { onText, onClose } = welcome({
    send: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    close: () => socket.close(),
  });
  let [left, last, dropped] = [BURST, performance.now(), 0];
  const mayPass = (): boolean => {
    const now = performance.now();
    left = Math.min(left + ((now - last) / 1000) * RATE, BURST);
    last = now;
    if (left >= 1) {
      left -= 1;
      return true;
    }
    dropped += 1;
    if (dropped > MOST_DROPPED) socket.terminate();
    return false;
  };
  socket.on("message", (data: Buffer, binary: boolean) => {
    if (mayPass() && !binary) onText(data.toString("utf8"));
  });
  socket.on("close", onClose);
  // Too large a message, or none that the protocol knows: the socket closes itself.
  socket.on("error", () => undefined);
}
