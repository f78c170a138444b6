/** Turns bytes into text, in the encodings that editors and spreadsheets really save in, without guessing. */

export interface Decoded {
  /** Line ends are LF, without a byte order mark. */
  readonly text: string;
  /** 1-based line of the first byte that is not UTF-8 in a file that otherwise is; null when there is none. */
  readonly brokenLine: number | null;
}

/** How a text file is encoded; UTF-16 has a byte order mark. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** UTF-8, UTF-16 with a byte order mark, otherwise GB 18030; null for bytes that are not text. */
export function decodeText(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return textOf(decode(bytes, "utf-16le"));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return textOf(decode(bytes, "utf-16be"));
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== null) return textOf(utf8);
  const lenient = new TextDecoder("utf-8").decode(bytes);
  // A damaged UTF-8 file often decodes as GB 18030 too, to wrong characters. A wrong figure or name is worse than an error.
  if (isMostlyUtf8(lenient)) return { text: normalise(lenient), brokenLine: lenient.slice(0, lenient.indexOf("\uFFFD")).split("\n").length };
  return textOf(decode(bytes, "gb18030"));
}

/** How {@link decodeText} reads a file; null if the file is damaged or not text. */
export function findEncoding(bytes: Uint8Array): Encoding | null {
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.brokenLine !== null) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return decode(bytes, "utf-8") === null ? "gb18030" : "utf-8";
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function textOf(text: string | null): Decoded | null {
  return text === null || text.includes("\0") ? null : { text: normalise(text), brokenLine: null };
}

function normalise(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

/** GB 18030 read as UTF-8 is nearly all replacement characters; a damaged UTF-8 text has few. */
function isMostlyUtf8(lenient: string): boolean {
  const broken = lenient.split("\uFFFD").length - 1;
  const sound = lenient.match(/[\u4E00-\u9FFF\u3000-\u303F\uFF00-\uFFEF]/g)?.length ?? 0;
  return sound > broken;
}
