/** Looks at the text of every source before its meaning: what a reader does not see, or takes for something else, is an error. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { hiddenCharacter, lookAlike, oddFileName, strayMark, textDirection, type Remedy } from "../diagnostics/messages/characters.ts";
import type { OddCharacters } from "../model/characters/kinds.ts";
import { findOddCharacters, mayBeOdd } from "../model/characters/odd-characters.ts";
import { BREAK_IN_CELL, REPORTED, type SourceFile } from "../model/sources.ts";
import { fileSpan, splitSheet, type Span } from "../model/span.ts";
import { decodeEntities } from "./markdown/html.ts";

/** A line or cell as read, and where its parts stand. */
interface Stretch {
  readonly text: string;
  readonly spanOf: (start: number, end: number) => Span;
  /** Whether the source has these very characters, so that they can be mended. */
  readonly remedy: Remedy;
}

/** Characters shown on either side of what is hidden. */
const AROUND = 6;
const ENTITY = /&#?\w+;/g;

/** Reports `hidden-character`, `text-direction`, `combining-mark`, `look-alike` and, for its path, `odd-file-name`. */
export function checkCharacters({ path, text }: SourceFile, report: Report): void {
  checkName(path, report);
  const sheet = splitSheet(path).sheet !== null;
  const encoded = /\.md$/i.test(path) && text.includes("&");
  if (!encoded && !mayBeOdd(text)) return;
  text.split("\n").forEach((line, index) => {
    for (const stretch of sheet ? cellsOf(path, line, index + 1) : [lineOf(path, line, index + 1, encoded)]) {
      for (const odd of findOddCharacters(stretch.text)) reportOdd(stretch, odd, report);
    }
  });
}

/** Reports `odd-file-name` for a path that shows something else than it is. */
export function checkName(path: string, report: Report): void {
  const odd = findOddCharacters(path).filter(({ kind }) => kind !== "mark");
  if (odd.length === 0) return;
  const shown = odd.reduceRight((name, { start, end }) => `${name.slice(0, start)}${name.slice(end)}`, path);
  report(oddFileName(fileSpan(path), odd.map(({ start, end }) => path.slice(start, end)).join(""), shown));
}

/** Reports what a text (a YAML value with escapes) shows; the source is written differently, so `span` stands for all of it. */
export function checkDecoded(text: string, span: Span, report: Report): void {
  if (!mayBeOdd(text)) return;
  const stretch: Stretch = { text, spanOf: () => span, remedy: "hand" };
  for (const odd of findOddCharacters(text)) reportOdd(stretch, odd, report);
}

function reportOdd({ text, spanOf, remedy: usual }: Stretch, { kind, start, end, replacement }: OddCharacters, report: Report): void {
  const span = spanOf(start, end);
  const written = text.slice(start, end);
  const remedy = usual === "fix" && replacement === null ? "hand" : usual;
  const fix = remedy === "fix" ? { span, replacement: replacement ?? "" } : null;
  const around = `${text.slice(Math.max(0, start - AROUND), start)}${text.slice(end, end + AROUND)}`.replace(/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\p{Cs}]/gu, "").trim();
  if (kind === "hidden") report(hiddenCharacter(span, written, around, remedy, fix));
  else if (kind === "direction") report(textDirection(span, written, around, remedy, fix));
  else if (kind === "mark") report(strayMark(span, written, remedy));
  else report(lookAlike(span, written, replacement, remedy, fix));
}

/** A line with its character references resolved; a line without any stands for itself. */
function lineOf(file: string, line: string, number: number, encoded: boolean): Stretch {
  const at = (start: number, end: number): Span => ({ file, line: number, column: start + 1, endLine: number, endColumn: end + 1 });
  if (!encoded || !line.includes("&")) return { text: line, spanOf: at, remedy: "fix" };
  let text = "";
  const places: number[] = [];
  let kept = 0;
  const keep = (until: number): void => {
    for (let index = kept; index < until; index++) places.push(index);
    text += line.slice(kept, until);
  };
  for (const { 0: reference, index } of line.matchAll(ENTITY)) {
    const decoded = decodeEntities(reference);
    if (decoded === reference) continue;
    keep(index);
    text += decoded;
    for (let unit = 0; unit < decoded.length; unit++) places.push(index);
    kept = index + reference.length;
  }
  keep(line.length);
  return { text, spanOf: (start, end) => at(places[start] ?? line.length, places[end] ?? line.length), remedy: "fix" };
}

/** The cells of a sheet's row; what reading marked in them is no part of the text. */
function cellsOf(file: string, line: string, number: number): readonly Stretch[] {
  return line.split("\t").map((cell, index): Stretch => {
    const span: Span = { file, line: number, column: index + 1, endLine: number, endColumn: index + 2 };
    return { text: cell.replaceAll(BREAK_IN_CELL, "\n").replaceAll(REPORTED, ""), spanOf: () => span, remedy: "sheet" };
  });
}
