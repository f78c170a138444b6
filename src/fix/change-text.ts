/** Writes a whole new text into the bytes of a file as a careful person would: only what differs changes. */
import { commonEnds } from "../model/common-ends.ts";
import { findEncoding } from "../read/decode-text.ts";
import { decodeAll, encodeAll } from "./rewrite-bytes.ts";
import { encodeGb18030, spliceGb18030, type Splice } from "./gb18030.ts";

/**
 * The bytes that hold `text` (line ends LF): encoding, byte order mark and line ends stay, new lines end as the file's first.
 * The same bytes where nothing differs; null where the file is no text, or its encoding cannot hold a character.
 */
export function changeText(bytes: Uint8Array, text: string): Uint8Array | null {
  const encoding = findEncoding(bytes);
  if (encoding === null) return null;
  const raw = decodeAll(bytes, encoding);
  const splice = differenceOf(raw, text);
  if (splice === null) return bytes;
  const wanted = raw.slice(0, splice.start) + splice.after + raw.slice(splice.end);
  const written = encoding === "gb18030" ? spliceGb18030(bytes, [splice], encodeGb18030) : encodeAll(wanted, encoding);
  // What cannot be read back as intended is not written.
  return written !== null && decodeAll(written, encoding) === wanted ? written : null;
}

/** What makes `raw`, with its own line ends and mark, read as `text`; null where it does already. */
function differenceOf(raw: string, text: string): Splice | null {
  const { read, places } = normalise(raw);
  if (read === text) return null;
  let { head, tail } = commonEnds(read, text);
  // Half of a pair of surrogates is no character.
  if (head > 0 && /[\uD800-\uDBFF]/.test(text[head - 1]!)) head -= 1;
  if (tail > 0 && /[\uDC00-\uDFFF]/.test(text[text.length - tail]!)) tail -= 1;
  const newline = /\r\n?|\n/.exec(raw)?.[0] ?? "\n";
  return { start: places[head]!, end: places[read.length - tail]!, after: text.slice(head, text.length - tail).replaceAll("\n", newline) };
}

/** The text as the compiler reads it, and for each of its places the one in the file. */
function normalise(raw: string): { readonly read: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let read = "";
  let at = raw.startsWith("\uFEFF") ? 1 : 0;
  while (at < raw.length) {
    places.push(at);
    const newline = raw[at] === "\r";
    read += newline ? "\n" : raw[at]!;
    at += newline && raw[at + 1] === "\n" ? 2 : 1;
  }
  places.push(raw.length);
  return { read, places };
}
