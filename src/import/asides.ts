/** What hangs on a paragraph and is spoken behind it: footnotes, endnotes, and tables that no slide shows. */
import type { DocumentTable } from "../read/documents/document.ts";
import type { Reference } from "./reference.ts";

export interface Aside {
  /** UTF-16 offset of its mark in the paragraph's text; null for a table, which has none. */
  readonly after: number | null;
  /** What stands at its place and before its words: 〔注1〕. */
  readonly mark: string;
  readonly text: string;
}

interface WithAsides {
  readonly paragraph: number;
  readonly text: string;
  readonly asides: readonly Aside[];
}

/** A paragraph of the notes: a paragraph of the document with the marks of its asides, or an aside. */
export interface SpokenLine {
  readonly paragraph: number;
  /** `12`, and `12.1` for its first aside. */
  readonly id: string;
  readonly text: string;
  readonly references: readonly Reference[];
}

export function asideMark(kind: "note" | "table", number: number, lang: "zh-CN" | "en"): string {
  const word = lang === "en" ? { note: "Note", table: "Table" }[kind] : { note: "注", table: "表" }[kind];
  return lang === "en" ? `[${word} ${number}] ` : `〔${word}${number}〕`;
}

/** Everything that is spoken, in order, with its references at their places. */
export function spokenLines(paragraphs: readonly WithAsides[], references: ReadonlyMap<number, readonly Reference[]>): SpokenLine[] {
  return paragraphs.flatMap((paragraph) => linesOf(paragraph, references.get(paragraph.paragraph) ?? []));
}

function linesOf({ paragraph, text, asides }: WithAsides, references: readonly Reference[]): SpokenLine[] {
  const marks = asides.flatMap(({ after, mark }) => (after === null ? [] : [{ after, mark: mark.trim() }])).toSorted((a, b) => a.after - b.after);
  const marked = marks.toReversed().reduce((written, { after, mark }) => written.slice(0, after) + mark + written.slice(after), text);
  const shift = (offset: number, own: boolean): number => marks.reduce((sum, { after, mark }) => (after < offset || (own && after === offset) ? sum + mark.length : sum), offset);
  // A mark inside a figure keeps it text.
  const whole = references.filter(({ start, end }) => !marks.some(({ after }) => after > start && after < end));
  const moved = whole.map((reference) => ({ ...reference, start: shift(reference.start, true), end: shift(reference.end, false) }));
  return [{ paragraph, id: `${paragraph}`, text: marked, references: moved }, ...asides.map(({ mark, text: words }, index) => ({ paragraph, id: `${paragraph}.${index + 1}`, text: `${mark}${words}`, references: [] }))];
}

/** A row a line, its cells divided by bars. */
export function tableText({ rows }: DocumentTable): string {
  return rows.map((cells) => cells.map(({ text }) => text.replaceAll("\n", " ")).join(" | ")).join("\n");
}
