/** Brings spoken text up to date: only paragraphs that changed in the document are written, each in the notes where the old one stands. */
import type { Deck } from "../../model/deck.ts";
import type { Span } from "../../model/span.ts";
import { spokenLines } from "../asides.ts";
import type { Lessons } from "../draft.ts";
import { commentOn } from "../draft.ts";
import { shownText } from "../proof.ts";
import { trimBlanks } from "../spoken.ts";
import type { Understanding } from "../understand.ts";
import { writeParagraph } from "../write-text.ts";
import { alignParagraphs } from "./align.ts";
import { insertBehind, replaceLines, type MergeEdit } from "./edits.ts";

export interface SpokenPlace {
  readonly text: string;
  readonly span: Span;
}

/** Paragraphs of the notes with their places, in order; lists and quotes are a person's own. */
export function spokenPlaces({ sections }: Deck): SpokenPlace[] {
  return sections.flatMap(({ slides }) => slides.flatMap(({ notes }) => notes.flatMap((block) => (block.type === "paragraph" ? [{ text: trimBlanks(shownText(block.inlines)), span: block.span }] : []))));
}

export interface MergedNotes {
  readonly edits: readonly MergeEdit[];
  readonly changed: readonly number[];
  readonly added: readonly number[];
  readonly unplaced: readonly number[];
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

export interface NotesInput {
  readonly understanding: Understanding;
  readonly places: readonly SpokenPlace[];
  readonly sources: ReadonlyMap<string, string>;
  /** The paragraphs of the last import: what else is spoken is a person's own and stays. */
  readonly written: ReadonlySet<string>;
  readonly lessons: Lessons;
  /** Whether the deck gets another period: its references then mean other rows. */
  readonly anotherYear: boolean;
}

export function mergeNotes({ understanding, places, sources, written, lessons, anotherYear }: NotesInput): MergedNotes {
  const { outline: { paragraphs }, references: shown, lang } = understanding;
  const lines = spokenLines(paragraphs, shown);
  const told = { changed: [] as number[], added: [] as number[], unplaced: [] as number[], removed: [] as string[], kept: [] as string[] };
  const edits: MergeEdit[] = [];
  const linesOf = (file: string): readonly string[] => (sources.get(file) ?? "").split("\n");
  const write = (index: number): string => {
    const { paragraph, id, text, references } = lines[index]!;
    const exception = commentOn(lessons.exceptions.get(`note ${id}`), lang);
    return `${exception === "" ? "" : `${exception}\n\n`}${writeParagraph(text, references, lessons.careful.has(paragraph) ? "careful" : "plain")}`;
  };
  let anchor: Span | null = null;
  // Paragraphs added behind one another go into one insertion.
  const insertions: { span: Span; indices: number[] }[] = [];
  for (const { before, now } of alignParagraphs(places.map(({ text }) => text), lines.map(({ text }) => text))) {
    const place = before === null ? null : places[before]!;
    const number = now === null ? null : lines[now]!.paragraph;
    if (place !== null && now !== null && (place.text !== lines[now]!.text || (anotherYear && place.text !== "" && hasReference(place, linesOf(place.span.file))))) {
      const [text, { span }] = [write(now), place];
      const there = span.line === span.endLine ? (linesOf(span.file)[span.line - 1] ?? "").slice(span.column - 1, span.endColumn - 1) : null;
      // Where only figures changed, the references follow their rows.
      if (text !== there) {
        edits.push(...replaceLines(span, linesOf(span.file), text, `note ${lines[now]!.id}`));
        told.changed.push(number!);
      }
    } else if (place !== null && now === null) {
      const own = !written.has(place.text);
      if (!own) edits.push(...replaceLines(place.span, linesOf(place.span.file), "", ""));
      (own ? told.kept : told.removed).push(place.text);
    } else if (place === null && now !== null && anchor === null) told.unplaced.push(number!);
    else if (place === null && now !== null && anchor !== null) {
      const last = insertions.at(-1);
      if (last?.span === anchor) last.indices.push(now);
      else insertions.push({ span: anchor, indices: [now] });
      told.added.push(number!);
    }
    if (place !== null && now !== null) anchor = place.span;
  }
  for (const { span, indices } of insertions) edits.push(...indices.map((index) => insertBehind(span, `\n\n${write(index)}`, `note ${lines[index]!.id}`)));
  const once = (numbers: readonly number[]): number[] => [...new Set(numbers)];
  return { edits, ...told, changed: once(told.changed), added: once(told.added), unplaced: once(told.unplaced) };
}

function hasReference({ span }: SpokenPlace, lines: readonly string[]): boolean {
  return lines.slice(span.line - 1, span.endLine).some((line) => line.includes("{{"));
}
