/** What stands before the preview: only the deck's own page may read it, and only the addresses that this page needs exist. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isForeign, isLoopback, readTarget, refuseRequest } from "../serve/gate.ts";
import { FONTS } from "./fonts.ts";
import { NONCE } from "./nonce.ts";
import { ASSETS, PAGE } from "./preview.ts";

/** Addresses that are the preview's wherever its page is. */
const OURS = "/@luduan/";
/** Vite's script, which keeps the connection, and the one that it imports: from below the tool, or from where the package is installed. */
const CLIENT = /^\/(?:@vite\/client|(?:@fs\/.+\/)?node_modules\/vite\/dist\/client\/env\.mjs)$/;
/** What Vite itself adds to addresses of modules: as a script, after a change, of a version. */
const QUERY = /^(?:\?(?:(?:import|t=\d+|v=[\w.]+)(?:&|$))+)?$/;
/** A word that changes with every page. */
const NONCE_BYTES = 16;

/** Whether the address is the preview's: all are where its page is at `/`, otherwise the rest belongs to the site that shows it. */
export function isOurs(url: string, at: string): boolean {
  return at === "/" || url.startsWith(OURS) || isPage(url.split("?")[0] ?? "", at);
}

/** Status of the refusal; null for a request that may pass. `at` is the address of the page. */
export function findRefusal({ method = "GET", url = "/", headers }: Pick<IncomingMessage, "method" | "url" | "headers">, at: string): 400 | 403 | 404 | 405 | null {
  const refusal = refuseRequest({ method, url, headers }, isLoopback);
  const target = readTarget(url);
  if (refusal !== null || target === null) return refusal ?? 400;
  const { pathname, search } = target;
  const page = isPage(pathname, at);
  if (isForeign(headers, page)) return 403;
  if (page || pathname === `${PAGE}.js` || pathname === `${PAGE}.css` || pathname.startsWith(FONTS) || pathname.startsWith(ASSETS)) return null;
  return CLIENT.test(pathname) && QUERY.test(search) ? null : 404;
}

export function isPage(pathname: string, at: string): boolean {
  return pathname === at || pathname === `${at}index.html`;
}

/**
 * The page with a nonce of its own, and its policy: that of the finished deck, with what the preview adds. Styles that Vite inserts
 * carry the nonce, the socket brings edits, and a worker waits for a server that was stopped.
 */
export function sealPage(html: string, host: string): { readonly html: string; readonly policy: string } {
  const nonce = randomBytes(NONCE_BYTES).toString("base64url");
  const policy = [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "font-src 'self'", "img-src 'self' data:", `connect-src 'self' ws://${host}`, "worker-src blob:",
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  ];
  return { html: html.replaceAll(NONCE, nonce), policy: policy.join("; ") };
}
