/** Fetches a build whole and holds it against its manifest before anything of it is shown. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { isRefusal, judgeEdition, LARGEST_MANIFEST, LARGEST_PAGE, LOOP_PAGE, readEdition, type Edition, type Refusal } from "../../model/edition.ts";

/** A server that sends nothing for so long is given up, in milliseconds. */
const PATIENCE = 20_000;

/** A build of which every byte is as its manifest says. */
export interface WholeEdition {
  readonly edition: Edition;
  readonly manifest: string;
  readonly page: Uint8Array<ArrayBuffer>;
}

/** What a look at a folder gives. `mark` is the same for the same manifest, so that a refusal is told once. */
export type Found = WholeEdition | "same" | "unreachable" | { readonly refusal: Refusal; readonly mark: string };

/** Looks at the build below `base`; takes nothing that is not newer than `playing`. Never throws. */
export async function fetchEdition(base: string, playing: Edition | null): Promise<Found> {
  let modified: number | null = null;
  const manifest = await read(`${base}manifest.json`, LARGEST_MANIFEST, (headers) => (modified = timeOf(headers)));
  if (!(manifest instanceof Uint8Array)) return manifest === "too-large" ? { refusal: manifest, mark: "" } : manifest === "missing" ? { refusal: "half", mark: "" } : "unreachable";
  const text = new TextDecoder().decode(manifest);
  const mark = hexOf(manifest);
  const next = readEdition(text, modified);
  if (isRefusal(next)) return { refusal: next, mark };
  const verdict = judgeEdition(playing, next);
  if (verdict === "same") return verdict;
  if (verdict !== "take") return { refusal: verdict, mark };
  const page = await read(base + LOOP_PAGE, LARGEST_PAGE);
  if (page === "unreachable") return page;
  if (!(page instanceof Uint8Array)) return { refusal: page === "missing" ? "half" : page, mark };
  return hexOf(page) === next.digest ? { edition: next, manifest: text, page } : { refusal: "corrupt", mark };
}

/** Whether kept bytes are what their manifest says. */
export function openEdition(manifest: string, page: Uint8Array<ArrayBuffer>): WholeEdition | null {
  const edition = readEdition(manifest);
  return !isRefusal(edition) && hexOf(page) === edition.digest ? { edition, manifest, page } : null;
}

/** In pieces: a browser in a hall without a certificate has no digests of its own (`crypto.subtle`). */
function hexOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** When a file was written, as its server says; null where it does not. */
function timeOf(headers: Headers): number | null {
  const time = Date.parse(headers.get("last-modified") ?? "");
  return Number.isNaN(time) ? null : time;
}

async function read(address: string, most: number, hear: (headers: Headers) => void = () => undefined): Promise<Uint8Array<ArrayBuffer> | "missing" | "too-large" | "unreachable"> {
  const given = new AbortController();
  let late = setTimeout(() => given.abort(), PATIENCE);
  try {
    const response = await fetch(address, { cache: "no-cache", credentials: "omit", redirect: "error", signal: given.signal });
    if (response.status === 404 || response.status === 410) return "missing";
    if (!response.ok || response.body === null) return "unreachable";
    hear(response.headers);
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for (const reader = response.body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return joined(chunks, size);
      size += value.length;
      if (size > most) {
        given.abort();
        return "too-large";
      }
      chunks.push(value);
      clearTimeout(late);
      late = setTimeout(() => given.abort(), PATIENCE);
    }
  } catch {
    return "unreachable";
  } finally {
    clearTimeout(late);
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
