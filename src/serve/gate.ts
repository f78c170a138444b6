/** What stands before every server of ours: a request is answered only if it names this machine, asks to read, and comes from our own page. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

/** Names of this machine for itself; another name that leads here may be a stranger's (DNS rebinding). */
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** An address below a server. */
export interface Target {
  /** As it was sent, without its query. */
  readonly pathname: string;
  /** With its question mark; empty if there is none. */
  readonly search: string;
}

/** Whether a `Host` means this machine and can only be said on it. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** Null for what is no address below this server, or has a broken escape. */
export function readTarget(url: string): Target | null {
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
 * origin may read. A link to a page itself may be followed from anywhere, into a window of its own.
 */
export function isForeign(headers: IncomingHttpHeaders, page: boolean): boolean {
  const site = headers["sec-fetch-site"] ?? "same-origin";
  const followed = page && headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  return site !== "same-origin" && site !== "none" && !followed;
}

/** Status of the refusal before any address is looked at; null for a request that may pass. `isHost` knows the names of this server, `mayPost` the addresses that take a POST. */
export function refuseRequest({ method = "GET", url = "/", headers }: Pick<IncomingMessage, "method" | "url" | "headers">, isHost: (host: string) => boolean, mayPost: (url: string) => boolean = () => false): 400 | 403 | 405 | null {
  if (!isHost(headers.host ?? "")) return 403;
  if (method !== "GET" && method !== "HEAD" && !(method === "POST" && mayPost(url))) return 405;
  return readTarget(url) === null ? 400 : null;
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
