/** Answers with the files of a built folder, as they are: nothing is compiled, nothing outside the folder is read. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { WorldError, type World } from "../world/world.ts";
import { isForeign, readTarget } from "./gate.ts";
import { mediaType } from "./media-types.ts";

/** Largest file that is served, in bytes: a deck with a hundred photos inside has a tenth of it. */
const LARGEST = 128 * 1024 * 1024;
/** Hidden files, the office's own files, and what only Windows takes for a path. */
const CLOSED = /^\.|^internal$|[\\:\0]/;
/** The policy that each page of a build has in its head. */
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/;
/** How much of a page's beginning is searched for it, in bytes. */
const HEAD = 4096;
/** For pictures and the like: opened on their own they run nothing either. A sandbox would keep a browser from showing a PDF. */
const NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'";

export interface BuiltFolder {
  /** Answers a request that has passed the gate: 200, 304, 403 or 404. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/** `dir` is the built folder; `index` is the file that stands for `/`. `change` may add to a page and its policy before they are sent to a `Host`; `framers` may put the files into frames. */
export function createBuiltFolder(dir: string, world: World, index: string, change: (page: ServedPage, host: string) => ServedPage = (page) => page, framers: "'none'" | "'self'" = "'none'"): BuiltFolder {
  const frames = `frame-ancestors ${framers}`;
  return {
    answer: async (request, response) => {
      const path = pathOf(request.url ?? "/", index);
      if (path === null) return void response.writeHead(404).end();
      if (isForeign(request.headers, path.endsWith(".html"))) return void response.writeHead(403).end();
      const file = await readFile(dir, path, request.headers["if-none-match"], world);
      if (file === null) return void response.writeHead(404).end();
      response.setHeader("etag", file.tag);
      // The next build has the same names: a browser asks each time, and gets a word if nothing has changed.
      response.setHeader("cache-control", "no-cache");
      if (file.bytes === null) {
        // A browser would put this policy in the place of the page's own.
        response.removeHeader("content-security-policy");
        return void response.writeHead(304).end();
      }
      const page = path.endsWith(".html") ? change({ bytes: file.bytes, policy: policyOf(file.bytes, frames) }, request.headers.host ?? "") : { bytes: file.bytes, policy: `${NO_SCRIPTS}; ${frames}${path.endsWith(".pdf") ? "" : "; sandbox"}` };
      response.writeHead(200, { "content-type": mediaType(path), "content-length": page.bytes.length, "content-security-policy": page.policy });
      response.end(request.method === "HEAD" ? undefined : page.bytes);
    },
  };
}

/** A page as it is sent. */
export interface ServedPage {
  readonly bytes: Uint8Array;
  /** A Content-Security-Policy. */
  readonly policy: string;
}

/** A path below the folder; null for an address that no file of a build can have. */
function pathOf(url: string, index: string): string | null {
  const target = readTarget(url);
  if (target === null) return null;
  const path = decodeURIComponent(target.pathname).slice(1) || index;
  return path.split("/").some((part) => part === "" || CLOSED.test(part)) ? null : path;
}

interface ReadFile {
  /** Changes with the file. */
  readonly tag: string;
  /** Null if the asker has them already. */
  readonly bytes: Uint8Array | null;
}

/** Null for what is absent, outside the folder, no file, or too large: none of this is anybody's business. */
async function readFile(dir: string, path: string, known: string | undefined, world: World): Promise<ReadFile | null> {
  try {
    // The stamp comes first: a file that is replaced in between is only asked for again.
    const stamp = await world.stamp(`${dir}/${path}`, dir);
    if (stamp === null) return null;
    const tag = `W/"${createHash("sha256").update(stamp).digest("hex").slice(0, 16)}"`;
    if (known === tag) return { tag, bytes: null };
    const bytes = await world.readFile(`${dir}/${path}`, dir, LARGEST);
    return bytes === null ? null : { tag, bytes };
  } catch (failure) {
    if (failure instanceof WorldError) return null;
    throw failure;
  }
}

/** A page's own policy, which a header can also keep from being framed; one without a policy may do nothing. */
function policyOf(page: Uint8Array, frames: string): string {
  const own = POLICY.exec(new TextDecoder().decode(page.subarray(0, HEAD)))?.[1];
  return own === undefined ? `default-src 'none'; ${frames}; sandbox` : `${own}; ${frames}`;
}
