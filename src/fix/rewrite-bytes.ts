/** Makes edits in the bytes of a file: encoding, byte order mark and line ends stay as they are. */
import { findEncoding, type Encoding } from "../read/decode-text.ts";
import { encodeGb18030, spliceGb18030, type Splice } from "./gb18030.ts";
import type { Edit } from "./plan-fixes.ts";

/** The file's bytes with all edits made; null where its encoding cannot hold a character. */
export function rewriteBytes(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array | null {
  const encoding = findEncoding(bytes);
  if (encoding === null) return null;
  const text = decodeAll(bytes, encoding);
  const starts = lineStarts(text);
  const splices = edits.map(({ span, after }): Splice => {
    const start = starts[span.line - 1] ?? 0;
    return { start: start + span.column - 1, end: start + span.endColumn - 1, after };
  });
  const wanted = spliceText(text, splices);
  const written = encoding === "gb18030" ? spliceGb18030(bytes, splices, encodeGb18030) : encodeAll(wanted, encoding);
  // What cannot be read back as intended is not written.
  return written !== null && decodeAll(written, encoding) === wanted ? written : null;
}

/** The text of a file with its byte order mark and its own line ends. */
export function decodeAll(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

export function encodeAll(text: string, encoding: Exclude<Encoding, "gb18030">): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), encoding === "utf-16le");
  return bytes;
}

/** Offsets of the lines as the compiler counts them; a byte order mark comes before the first. */
function lineStarts(text: string): readonly number[] {
  return [text.startsWith("\uFEFF") ? 1 : 0, ...[...text.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
}

/** The text with all splices made; they are in order and do not overlap. */
function spliceText(text: string, splices: readonly Splice[]): string {
  const parts = splices.flatMap(({ start, after }, index) => [text.slice(splices[index - 1]?.end ?? 0, start), after]);
  return parts.join("") + text.slice(splices.at(-1)?.end ?? 0);
}
