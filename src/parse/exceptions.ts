/** Reads comments `<!-- check-ignore P03: reason -->` and row notes into exceptions from the check. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { missingReason, unknownRule } from "../diagnostics/messages/exceptions.ts";
import { exceptionWithoutReason } from "../diagnostics/messages/numbers.ts";
import type { Exception } from "../model/exception.ts";
import { readNote } from "../model/row-note.ts";
import type { SourceFile } from "../model/sources.ts";
import type { Span } from "../model/span.ts";
import { isRuleName, RULE_NAMES } from "./rule-names.ts";

const COMMENT = /<!--\s{0,20}(check-ignore\b[^>]{0,1000}?)\s{0,20}-->/g;
/** The words of an exception: rules separated by commas, then the reason. */
const WORDS = /^check-ignore(?:\s+([^:：]*))?(?:[:：]\s*(.*))?$/s;

/** The exceptions in the comments of a slides file. */
export function findExceptions(file: SourceFile, report: Report): readonly Exception[] {
  if (!file.text.includes("check-ignore")) return [];
  const lines = file.text.split("\n");
  const fenced = fencedLines(lines);
  return lines.flatMap((line, index) =>
    fenced.has(index) ? [] : [...line.matchAll(COMMENT)].filter((match) => !isInCode(line, match.index)).flatMap((match) => {
      const alone = line.slice(0, match.index).trim() === "" && line.slice(match.index + match[0].length).trim() === "";
      const block = alone ? followingBlock(lines, index + 1, fenced) : { first: index, last: index };
      const start = { file: file.path, line: index + 1, column: match.index + 1 + match[0].indexOf("check-ignore") };
      return parseException(match[1]!, start, { firstLine: block.first + 1, lastLine: block.last + 1 }, report);
    }),
  );
}

function parseException(text: string, start: Pick<Span, "file" | "line" | "column">, lines: Pick<Exception, "firstLine" | "lastLine">, report: Report): readonly Exception[] {
  const placeOf = (from: number, length: number): Span => ({ file: start.file, line: start.line, column: start.column + from, endLine: start.line, endColumn: start.column + from + length });
  const span = placeOf(0, text.length);
  const [, listed = "", reason = ""] = WORDS.exec(text) ?? [];
  const names = [...listed.matchAll(/[^\s,，、]+/g)].map((match) => ({ name: match[0], at: "check-ignore".length + text.slice("check-ignore".length).indexOf(listed) + match.index }));
  for (const { name, at } of names.filter((entry) => !isRuleName(entry.name))) report(unknownRule(placeOf(at, name.length), name, RULE_NAMES));
  if (names.length === 0) report(unknownRule(span, "", RULE_NAMES));
  if (reason.trim() === "") report(missingReason(span));
  const rules = names.map(({ name }) => name).filter(isRuleName);
  return rules.length === 0 ? [] : [{ rules, ...lines, of: "text", span }];
}

const NONE: readonly Exception[] = [];

/** The exceptions in the note of a row; `place` finds the cell. An exception without a reason has no effect. */
export function findRowExceptions(note: string | null, place: () => Span, report: Report): readonly Exception[] {
  const { exceptions } = readNote(note);
  if (exceptions.length === 0) return NONE;
  const span = place();
  return exceptions.flatMap(({ names, reason }): readonly Exception[] => {
    for (const name of names.filter((each) => !isRuleName(each))) report(unknownRule(span, name, RULE_NAMES));
    if (names.length === 0) report(unknownRule(span, "", RULE_NAMES));
    if (reason === "") report(exceptionWithoutReason(span, names.join("、")));
    const rules = names.filter(isRuleName);
    return rules.length === 0 || reason === "" ? NONE : [{ rules, firstLine: span.line, lastLine: span.endLine, of: "row", span }];
  });
}

/** The lines of the next block: up to a blank line, or to the end of a fence. */
function followingBlock(lines: readonly string[], from: number, fenced: ReadonlySet<number>): { readonly first: number; readonly last: number } {
  let first = from;
  while (first < lines.length && (lines[first]!.trim() === "" || isCommentLine(lines[first]!))) first++;
  let last = first;
  while (last + 1 < lines.length && (lines[last + 1]!.trim() !== "" || fenced.has(last + 1))) last++;
  return { first, last };
}

/** A block may have several exceptions above it. */
function isCommentLine(line: string): boolean {
  return /^\s*<!--.*-->\s*$/.test(line);
}

/** Indices of the lines of fenced blocks, including their marks. */
function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let open: string | null = null;
  lines.forEach((line, index) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (open !== null || mark !== null) inside.add(index);
    if (mark === null) return;
    if (open === null) open = mark;
    else if (mark.startsWith(open)) open = null;
  });
  return inside;
}

function isInCode(line: string, at: number): boolean {
  return line.slice(0, at).split("`").length % 2 === 0;
}
