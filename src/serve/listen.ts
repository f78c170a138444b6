/** Listens on an address, with bounds on what a stranger may ask and how long. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { refuseRequest, setGuards } from "./gate.ts";

/** Bounds on one request: bytes of its head, and milliseconds until head and whole have come. */
const LARGEST_HEAD = 16 * 1024;
const HEAD_TIME = 10_000;
const WHOLE_TIME = 20_000;
/** Connections at a time. A browser opens six for a page; a hall has a few phones. */
const MOST_CONNECTIONS = 128;

export interface Listening {
  readonly port: number;
  /** For sockets that begin as a request. */
  readonly server: Server;
  readonly close: () => Promise<void>;
}

export interface Listen {
  /** An address of this machine; `127.0.0.1` unless the user asks for more. */
  readonly address: string;
  /** 0 is any free port. */
  readonly port: number;
  /** Names under which this server may be asked, as in `Host`. */
  readonly isHost: (host: string) => boolean;
  /** Which addresses take a POST; none by default. */
  readonly mayPost?: (url: string) => boolean;
  /** Answers a request that has passed the gate; one that fails is answered with 500. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Certificate and key as PEM; null serves without encryption. */
  readonly tls?: { readonly cert: Uint8Array; readonly key: Uint8Array } | null;
}

/** A port that another program has, or that this user may not use. */
export class PortError extends Error {
  readonly port: number;
  readonly code: "EADDRINUSE" | "EACCES";

  constructor(port: number, code: "EADDRINUSE" | "EACCES") {
    super(`${code}: ${port}`);
    this.port = port;
    this.code = code;
  }
}

/** Resolves when it listens; throws a PortError if it cannot. */
export async function listen({ address, port, isHost, mayPost, answer, tls = null }: Listen): Promise<Listening> {
  const bounds = { maxHeaderSize: LARGEST_HEAD, headersTimeout: HEAD_TIME, requestTimeout: WHOLE_TIME };
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    setGuards(response);
    const refusal = refuseRequest(request, isHost, mayPost);
    if (refusal !== null) return void response.writeHead(refusal).end();
    answer(request, response).catch(() => (response.headersSent ? response.destroy() : response.writeHead(500).end()));
  };
  const server = tls === null ? createServer(bounds, take) : createSecureServer({ ...bounds, cert: Buffer.from(tls.cert), key: Buffer.from(tls.key) }, take);
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((done, fail) => {
    server.once("error", (failure: NodeJS.ErrnoException) => fail(failure.code === "EADDRINUSE" || failure.code === "EACCES" ? new PortError(port, failure.code) : failure));
    server.listen(port, address, done);
  });
  const bound = server.address();
  return {
    port: typeof bound === "object" && bound !== null ? bound.port : port,
    server,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
