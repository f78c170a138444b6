/** What the window of a screen asks for: the player, the editions, and a place for its reports; and the health of it all for whoever looks after screens. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { LOOP_PAGE } from "../../model/edition.ts";
import { readPlayerReport, type PlayerReport } from "../../model/player.ts";
import { isForeign, readTarget } from "../gate.ts";
import type { WholeBuild } from "./shelf.ts";

/** Bytes of a report: some hundreds of slides. */
const LARGEST_REPORT = 256 * 1024;
/** Where the player sends reports; the only address that takes a POST. */
export const REPORT = "/report";
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;

export interface PlayerSite {
  /** The player's page and its service worker. */
  readonly page: string;
  readonly worker: string;
  /** The edition of each deck of the playlist; null before there is one. */
  readonly build: (deck: number) => WholeBuild | null;
  readonly onReport: (report: PlayerReport) => void;
  readonly health: () => { readonly well: boolean; readonly state: object };
}

/** Answers a request that has passed the gate. */
export async function answerPlayer(site: PlayerSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname: path, search } = readTarget(request.url ?? "/") ?? { pathname: "", search: "" };
  const send = (status: number, type: string, body: string | Uint8Array, policy?: string): void => {
    response.writeHead(status, { "content-type": type, "cache-control": "no-cache", ...(policy === undefined ? {} : { "content-security-policy": policy }) });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  if (isForeign(request.headers, path === "/")) return void response.writeHead(403).end();
  if (path === REPORT) return takeReport(site, request, response);
  if (path === "/") return send(200, "text/html; charset=utf-8", site.page, `${POLICY.exec(site.page)?.[1] ?? ""}; frame-ancestors 'none'`);
  if (path === "/worker.js") return send(200, "text/javascript; charset=utf-8", site.worker, "default-src 'none'; connect-src 'self'");
  if (path === "/health") {
    const { well, state } = site.health();
    // A monitor reads the status; whoever wants to read what is wrong asks for the state in any case.
    return send(well || search === "?any" ? 200 : 503, "application/json", `${JSON.stringify(state, null, 2)}\n`);
  }
  const [, deck, file] = /^\/decks\/(\d{1,3})\/(manifest\.json|kiosk\.html)$/.exec(path) ?? [];
  const build = deck === undefined ? null : site.build(Number(deck));
  // Not yet fetched is no refusal: the player asks again.
  if (build === null) return void response.writeHead(deck === undefined ? 404 : 503).end();
  send(200, file === LOOP_PAGE ? "text/html; charset=utf-8" : "application/json", file === LOOP_PAGE ? build.page : build.manifest);
}

/** A page of another site could send a form, but no JSON without asking first, which nobody answers. */
async function takeReport({ onReport }: PlayerSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") return void response.writeHead(405).end();
  if (request.headers["content-type"] !== "application/json") return void response.writeHead(415).end();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_REPORT) return void response.writeHead(413, { connection: "close" }).end();
    chunks.push(chunk);
  }
  const report = readReport(Buffer.concat(chunks).toString());
  if (report !== null) onReport(report);
  response.writeHead(report === null ? 400 : 204).end();
}

function readReport(text: string): PlayerReport | null {
  try {
    return readPlayerReport(JSON.parse(text));
  } catch {
    return null;
  }
}
