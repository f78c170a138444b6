/** A line to the server that mends itself: after a lost network, a closed lid, a restarted server. */
import { BEAT, readServerMessage, type ServerMessage } from "../../model/remote.ts";

/** Pauses before the line is tried again, in milliseconds: soon at first, and never longer than the last. */
const PAUSES = [300, 600, 1200, 2400] as const;
/** A server that was silent for so long is gone, even if the network has not said so; in milliseconds. */
const SILENCE = 3 * BEAT;

export interface Line {
  /** False if there is no connection: nothing is kept for later, since a press that comes late turns a page that nobody wants turned. */
  readonly send: (message: object) => boolean;
  /** Ends it for good. */
  readonly end: () => void;
}

export interface Ears {
  readonly onOpen: () => void;
  /** After each loss. */
  readonly onLost: () => void;
  readonly onMessage: (message: ServerMessage) => void;
}

/** Connects with an address of this page's server, until the page is closed. */
export function openLine(address: string, { onOpen, onLost, onMessage }: Ears): Line {
  let socket: WebSocket | null = null;
  let [tries, timer, heard] = [0, 0, 0];
  let ended = false;
  const lose = (gone: WebSocket): void => {
    if (gone !== socket) return;
    socket = null;
    if (ended) return;
    onLost();
    timer = window.setTimeout(connect, PAUSES[Math.min(tries, PAUSES.length - 1)]);
    tries += 1;
  };
  const connect = (): void => {
    clearTimeout(timer);
    const made = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${address}`);
    socket = made;
    heard = performance.now();
    made.addEventListener("open", () => made === socket && onOpen());
    made.addEventListener("close", () => lose(made));
    made.addEventListener("message", ({ data }) => {
      if (made !== socket || typeof data !== "string") return;
      heard = performance.now();
      tries = 0;
      const message = readServerMessage(data);
      if (message !== null) onMessage(message);
    });
  };
  const hurry = (): void => {
    if (socket === null && !ended) connect();
  };
  const look = (): void => {
    const silent = socket;
    if (silent === null || performance.now() - heard < SILENCE) return;
    lose(silent);
    silent.close();
  };
  connect();
  setInterval(look, BEAT / 2);
  addEventListener("online", hurry);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && hurry());
  return {
    end: () => {
      ended = true;
      clearTimeout(timer);
      socket?.close();
    },
    send: (message) => {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
  };
}
