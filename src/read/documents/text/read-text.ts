/** Reads a .txt file: a paragraph a line, unless its lines were broken at one width. */
import type { Report } from "../../../diagnostics/diagnostic.ts";
import { joinedLines, wrappedLines } from "../../../diagnostics/messages/documents.ts";
import type { Span } from "../../../model/span.ts";
import { decodeText } from "../../decode-text.ts";
import type { DocumentBlock } from "../document.ts";
import { Fault } from "../fault.ts";
import { joinLines } from "./join-lines.ts";

/** Most bytes and lines of a text; the longest published reports have 200 KB in 400 lines. */
const [MOST_TEXT_BYTES, MOST_LINES] = [8 * 1024 * 1024, 100_000] as const;

/** Its paragraphs. Throws a {@link Fault} for bytes that are not text. */
export function readText(path: string, bytes: Uint8Array, report: Report): readonly DocumentBlock[] {
  const lines = decodeLines(bytes).map((text, index) => ({ text, line: index + 1 }));
  const { paragraphs, joined, doubtful } = joinLines(lines);
  const at = (line: number): Span => ({ file: path, line, column: 1, endLine: line, endColumn: 1 });
  if (joined.length > 0) report(joinedLines(at(joined[0]!), joined.length));
  if (doubtful.length > 0) report(wrappedLines(at(doubtful[0]!), doubtful.length));
  return paragraphs.map(({ text, line }, index) => ({ type: "paragraph", place: { paragraph: index + 1, line }, label: "", level: null, runs: [{ text, bold: false }], notes: [] }));
}

/** The lines of a text in UTF-8, UTF-16 or GB 18030. Throws a {@link Fault} for bytes that are no text, and for more than `most`. */
export function decodeLines(bytes: Uint8Array, most: number = MOST_LINES): readonly string[] {
  if (bytes.length > MOST_TEXT_BYTES) throw new Fault("too-large");
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.brokenLine !== null) throw new Fault("not-text");
  // Form feeds are ends of pages; all others of these separate lines too.
  const lines = decoded.text.split(/[\n\f\v\u0085\u2028\u2029]/);
  if (lines.length > most) throw new Fault("too-large");
  return lines;
}
