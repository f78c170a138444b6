/** Reads a .txt file: one paragraph a line. */
import type { Report } from "../../../diagnostics/diagnostic.ts";
import { decodeText } from "../../decode-text.ts";
import type { DocumentBlock } from "../document.ts";
import { Fault } from "../fault.ts";

/** Most bytes of a text; the longest published reports have 200 KB. */
export const MOST_TEXT_BYTES = 8 * 1024 * 1024;

/** Its paragraphs. Throws a {@link Fault} for bytes that are not text. */
export function readText(_path: string, bytes: Uint8Array, _report: Report): readonly DocumentBlock[] {
  if (bytes.length > MOST_TEXT_BYTES) throw new Fault("too-large");
  const decoded = decodeText(bytes);
  if (decoded === null || decoded.brokenLine !== null) throw new Fault("not-text");
  const lines = decoded.text.split("\n").map((line, index) => ({ text: line.trim(), line: index + 1 }));
  return lines.filter(({ text }) => text !== "").map(({ text, line }, index) => ({ type: "paragraph", place: { paragraph: index + 1, line }, label: "", level: null, runs: [{ text, bold: false }], notes: [] }));
}
