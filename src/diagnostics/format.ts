/** Diagnostics for people (place, message, code frame, hint) and for other programs (JSON). */
import { sortDiagnostics, type Diagnostic, type Fix, type Severity } from "./diagnostic.ts";
import { cellsName, splitSheet, type Span } from "../model/span.ts";
import { plainLine } from "../model/characters/plain.ts";
import type { JsonDiagnostic } from "../model/json-diagnostic.ts";

export type { JsonDiagnostic };

export interface FormatOptions {
  readonly lang: "zh" | "en";
  readonly colour: boolean;
  /** Shows every diagnostic of a kind, however many there are. */
  readonly all?: boolean;
}

/** Above `many` of a kind, only the first `few` are shown, which is enough: a table of hundreds of thousands of rows may have as many. */
interface Limit {
  readonly many: number;
  readonly few: number;
}
const ANY: Limit = { many: 50, few: 10 };
/** What --fix mends at once needs no reading one by one, and a note is an aside: one of a kind is told, with the number of the others. */
const MENDED: Limit = { many: 20, few: 5 };
const NOTE: Limit = { many: 1, few: 1 };
/** Widest code frame, in columns of a terminal; longer lines are cut around the mark. */
const FRAME_WIDTH = 100;
/** Ends a cell that was reported on reading; see SourceFile. */
const REPORTED = "\uFFFC";
/** Between the cells of a sheet row in a code frame. */
const CELL_GAP = " | ";

type Style = "bold" | "dim" | Severity;
const ESCAPES: Readonly<Record<Style, string>> = { bold: "1", dim: "2", error: "1;31", warning: "1;33", note: "1;36" };
type Paint = (style: Style, text: string) => string;

const SEVERITY_WORDS = {
  zh: { error: "错误", warning: "警告", note: "提示" },
  en: { error: "error", warning: "warning", note: "note" },
} as const;

/** Diagnostics in order of place, each with code frame and hint, the number left out of each kind, and a closing count. Empty for none. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>, options: FormatOptions): string {
  if (diagnostics.length === 0) return "";
  const paint: Paint = (style, text) => (options.colour && text !== "" ? `\u001B[${ESCAPES[style]}m${text}\u001B[0m` : text);
  const sorted = sortDiagnostics(diagnostics);
  const lines = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const known = lines.get(file);
    if (known !== undefined) return known;
    const split = (sources.get(file) ?? "").split("\n");
    lines.set(file, split);
    return split;
  };
  const { shown, more } = options.all === true ? { shown: sorted, more: [] } : takeFew(sorted);
  const entries = shown.map((diagnostic) => formatOne(diagnostic, linesOf, options.lang, paint));
  return `${[...entries, ...more.map((kind) => moreLine(kind, options.lang))].join("\n\n")}\n\n${countLine(sorted, options.lang)}\n`;
}

/** What is left out of one kind. */
interface Rest {
  readonly code: string;
  readonly count: number;
  /** How many of them have a fix. */
  readonly mended: number;
}

function takeFew(sorted: readonly Diagnostic[]): { readonly shown: readonly Diagnostic[]; readonly more: readonly Rest[] } {
  const kinds = new Map<string, Diagnostic[]>();
  for (const diagnostic of sorted) {
    const kind = kinds.get(diagnostic.code);
    if (kind === undefined) kinds.set(diagnostic.code, [diagnostic]);
    else kind.push(diagnostic);
  }
  const left = new Set<Diagnostic>();
  const more = [...kinds].flatMap(([code, all]): Rest[] => {
    const mended = all.every(({ fix }) => fix !== null);
    const { many, few } = all.every(({ severity }) => severity === "note") ? NOTE : mended ? MENDED : ANY;
    if (all.length <= many) return [];
    for (const diagnostic of all.slice(few)) left.add(diagnostic);
    const rest = all.slice(few);
    return [{ code, count: rest.length, mended: rest.filter(({ fix }) => fix !== null).length }];
  });
  return { shown: sorted.filter((diagnostic) => !left.has(diagnostic)), more };
}

function moreLine({ code, count, mended }: Rest, lang: "zh" | "en"): string {
  const [number, some] = [count.toLocaleString("en"), mended < count];
  const part = mended.toLocaleString("en");
  const fixed = lang === "zh" ? `，${some ? `其中 ${part} 处 ` : ""}luduan check --fix 可以一并改好` : `, ${some ? `${part} of ` : ""}which luduan check --fix mends`;
  if (lang === "zh") return `${code}：同类还有 ${number} 处${mended > 0 ? fixed : ""}，--format unix 逐条列出。`;
  return `${code}: and ${number} more of this kind${mended > 0 ? fixed : ""}; --format unix lists them all.`;
}

/** The object that `--json` prints, in order of place. */
export function toJson(diagnostics: readonly Diagnostic[], lang: "zh" | "en"): { readonly diagnostics: readonly JsonDiagnostic[] } {
  return {
    diagnostics: sortDiagnostics(diagnostics).map(({ severity, code, rule, message, hint, span, fix }) => ({
      severity,
      code,
      rule,
      message: plainLine(placed(message[lang], span, lang)),
      hint: hint === null ? null : plainLine(hint[lang]),
      file: span === null ? null : splitSheet(span.file).file,
      line: span?.line ?? null,
      column: span?.column ?? null,
      endLine: span?.endLine ?? null,
      endColumn: span?.endColumn ?? null,
      fix: fix === null ? null : jsonFix(fix),
    })),
  };
}

function jsonFix({ span, replacement }: Fix): JsonDiagnostic["fix"] {
  return { line: span.line, column: span.column, endLine: span.endLine, endColumn: span.endColumn, replacement };
}

function formatOne(diagnostic: Diagnostic, linesOf: (file: string) => readonly string[], lang: "zh" | "en", paint: Paint): string {
  const { span, severity } = diagnostic;
  const code = diagnostic.rule === null ? diagnostic.code : `${diagnostic.code} (${diagnostic.rule})`;
  const place = span === null ? "" : `${paint("bold", plainLine(`${splitSheet(span.file).file}:${span.line}:${span.column}`))} `;
  const out = [`${place}${paint(severity, SEVERITY_WORDS[lang][severity])} ${paint("dim", code)}`, `  ${plainLine(placed(diagnostic.message[lang], span, lang))}`];
  if (span !== null) out.push(...codeFrame(span, linesOf(span.file), severity, paint));
  if (diagnostic.hint !== null) out.push(`  ${paint("dim", lang === "zh" ? "建议：" : "hint: ")}${plainLine(diagnostic.hint[lang])}`);
  return out.join("\n");
}

/** In a workbook, people look for a place by sheet and cell. */
function placed(message: string, span: Span | null, lang: "zh" | "en"): string {
  const cells = span === null ? null : cellsName(span);
  return cells === null ? message : `${cells}${lang === "zh" ? "：" : ": "}${message}`;
}

/** The line where the span begins, with a mark below it; empty when the file or line does not exist. */
function codeFrame(place: Span, lines: readonly string[], severity: Severity, paint: Paint): string[] {
  const source = lines[place.line - 1];
  if (source === undefined || source.trim() === "") return [];
  const { line, span } = splitSheet(place.file).sheet === null ? { line: source, span: place } : frameRow(place, source);
  const start = Math.min(span.column - 1, line.length);
  const end = span.endLine === span.line ? Math.min(Math.max(span.endColumn - 1, start), line.length) : line.trimEnd().length;
  const cut = cutAround(line, start);
  const number = String(span.line).padStart(5);
  const pad = displayWidth(cut.text.slice(0, start - cut.from));
  const marked = displayWidth(line.slice(start, Math.min(end, cut.from + cut.text.length)));
  const mark = "^".repeat(Math.max(1, marked));
  return [
    `${paint("dim", `${number} |`)} ${visible(cut.text)}`,
    `${" ".repeat(number.length)} ${paint("dim", "|")} ${" ".repeat(pad)}${paint(severity, mark)}`,
  ];
}

/** A row of a sheet as one line, with the columns of the span turned into characters. */
function frameRow(span: Span, row: string): { readonly line: string; readonly span: Span } {
  const cells = row.replaceAll(REPORTED, "").split("\t");
  const start = cells.slice(0, span.column - 1).reduce((width, cell) => width + cell.length + CELL_GAP.length, 0);
  const marked = cells.slice(span.column - 1, Math.max(span.endColumn - 1, span.column)).join(CELL_GAP);
  return { line: cells.join(CELL_GAP), span: { ...span, column: start + 1, endLine: span.line, endColumn: start + marked.length + 1 } };
}

/** The part of a long line around `at`; `from` is where the part begins. */
function cutAround(line: string, at: number): { readonly text: string; readonly from: number } {
  if (line.length <= FRAME_WIDTH / 2 || (line.length <= FRAME_WIDTH && displayWidth(line) <= FRAME_WIDTH)) return { text: line, from: 0 };
  let from = at;
  for (let width = 0; from > 0 && width < FRAME_WIDTH / 3; from--) width += characterWidth(line.codePointAt(from - 1)!);
  if (isLowSurrogate(line, from)) from--;
  let to = from;
  for (let width = 0; to < line.length && width < FRAME_WIDTH; to++) width += characterWidth(line.codePointAt(to)!);
  if (isLowSurrogate(line, to)) to++;
  return { text: line.slice(from, to), from };
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Turns tabs, control characters and direction marks into one space each, so that the mark stays below its text; a box stands for what has no shape. */
function visible(text: string): string {
  // oxlint-disable-next-line no-control-regex -- a frame must not carry an author's control characters to the terminal
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, " ").replace(/\p{Default_Ignorable_Code_Point}/gu, "▯");
}

function countLine(diagnostics: readonly Diagnostic[], lang: "zh" | "en"): string {
  const counts = (["error", "warning", "note"] as const)
    .map((severity) => ({ severity, count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length }))
    .filter(({ count }) => count > 0);
  if (lang === "zh") return `共 ${counts.map(({ severity, count }) => `${count} 个${SEVERITY_WORDS.zh[severity]}`).join("、")}。`;
  return `${counts.map(({ severity, count }) => `${count} ${severity}${count === 1 ? "" : "s"}`).join(", ")}.`;
}

/** Columns of a terminal: East Asian wide and full-width characters count two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character.codePointAt(0)!);
  return width;
}

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\uFE00-\uFE0F]$/u;
/** East Asian Width W and F (UAX 11), and emoji; ambiguous marks such as “ count one column, as terminals draw them. */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;

function characterWidth(codePoint: number): number {
  if (codePoint < 0x300) return 1;
  const character = String.fromCodePoint(codePoint);
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
