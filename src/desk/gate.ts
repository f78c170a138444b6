/** What stands before the desk, beyond the gate of all servers: only its own page, in the browser that was opened for it, may read and write. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isForeign } from "../serve/gate.ts";

const KEY_BYTES = 24;
/** Pages to which a link may lead. */
const PAGES = /^\/(?:p\/\d+\/)?(?:\?|$)/;
const TYPES: readonly string[] = ["application/json", "application/octet-stream"];

/** A word for each start, part of every address. Guessing it takes longer than any desk is open. */
export function createKey(): string {
  return randomBytes(KEY_BYTES).toString("base64url");
}

/** The address without the key; null for one that lacks it, in a time that tells nothing about the key. */
export function withoutKey(url: string, key: string): string | null {
  const [, given = "", rest = ""] = /^\/([^/?]*)(.*)$/s.exec(url) ?? [];
  return timingSafeEqual(digest(given), digest(key)) ? (rest === "" ? "/" : rest) : null;
}

/** Status of the refusal; null for a request that may pass. `url` is the address without the key. */
export function findRefusal({ method = "GET", headers }: Pick<IncomingMessage, "method" | "headers">, url: string | null): 403 | 404 | 415 | null {
  if (url === null) return 404;
  const { origin, host = "" } = headers;
  if (origin !== undefined && origin !== `http://${host}`) return 403;
  if (isForeign(headers, PAGES.test(url))) return 403;
  // A form of another page cannot send these types without being asked first.
  return method === "POST" && !TYPES.includes(headers["content-type"] ?? "") ? 415 : null;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
