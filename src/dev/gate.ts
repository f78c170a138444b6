/** What stands before the preview: only the deck's own page may read it, and only the addresses that this page needs exist. */
import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { FONTS } from "./fonts.ts";
import { NONCE } from "./nonce.ts";
import { ASSETS, PAGE } from "./preview.ts";

/** Addresses that are the preview's wherever its page is. */
const OURS = "/@luduan/";
/** Vite's script, which keeps the connection, and the one that it imports: from below the tool, or from where the package is installed. */
const CLIENT = /^\/(?:@vite\/client|(?:@fs\/.+\/)?node_modules\/vite\/dist\/client\/env\.mjs)$/;
/** What Vite itself adds to addresses of modules: as a script, after a change, of a version. */
const QUERY = /^(?:\?(?:(?:import|t=\d+|v=[\w.]+)(?:&|$))+)?$/;
/** The server listens on this machine only; another name for it may be a stranger's that leads here. */
const HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;
/** A word that changes with every page. */
const NONCE_BYTES = 16;

/** Whether the address is the preview's: all are where its page is at `/`, otherwise the rest belongs to the site that shows it. */
export function isOurs(url: string, at: string): boolean {
  return at === "/" || url.startsWith(OURS) || isPage(url.split("?")[0] ?? "", at);
}

/** Status of the refusal; null for a request that may pass. `at` is the address of the page. */
export function findRefusal({ method = "GET", url = "/", headers }: Pick<IncomingMessage, "method" | "url" | "headers">, at: string): 400 | 403 | 404 | 405 | null {
  if (!HOST.test(headers.host ?? "")) return 403;
  if (method !== "GET" && method !== "HEAD") return 405;
  const address = parseAddress(url);
  if (address === null) return 400;
  const { pathname, search } = address;
  const page = isPage(pathname, at);
  if (isForeign(headers, page)) return 403;
  if (page || pathname === `${PAGE}.js` || pathname === `${PAGE}.css` || pathname.startsWith(FONTS) || pathname.startsWith(ASSETS)) return null;
  return CLIENT.test(pathname) && QUERY.test(search) ? null : 404;
}

export function isPage(pathname: string, at: string): boolean {
  return pathname === at || pathname === `${at}index.html`;
}

/** Null for what is no address below this server, or has a broken escape. */
function parseAddress(url: string): { readonly pathname: string; readonly search: string } | null {
  if (!url.startsWith("/") || url.startsWith("//")) return null;
  const [pathname = "", ...rest] = url.split("?");
  try {
    // The result is used: a bundler leaves out a call that is only there to throw.
    if (decodeURIComponent(pathname).includes("\0")) return null;
  } catch {
    return null;
  }
  return { pathname, search: rest.length === 0 ? "" : `?${rest.join("?")}` };
}

/**
 * Whether another page asks: browsers say so (Fetch Metadata). Every port of this machine is "same-site", so only the same
 * origin may read. A link to the page itself may be followed from anywhere, into a window of its own.
 */
function isForeign(headers: IncomingHttpHeaders, page: boolean): boolean {
  const site = headers["sec-fetch-site"] ?? "same-origin";
  const followed = page && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  return site !== "same-origin" && site !== "none" && !followed;
}

/** For every answer: no other origin may read, embed or frame it, and nothing is taken for another type. */
export function setGuards(response: ServerResponse): void {
  response.setHeader("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
  response.setHeader("x-frame-options", "DENY");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
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
