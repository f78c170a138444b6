/** The settings at the top of a section's file, between two `---` lines. */
import type { CheckLevels } from "../../model/exception.ts";
import type { BookletHeadings } from "../../model/deck.ts";
import type { SourceFile } from "../../model/sources.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import { unclosedFrontMatter } from "../../diagnostics/messages/slides.ts";
import { fileSpan } from "../../model/span.ts";
import { LEVELS, placeLevels } from "../levels.ts";
import { nullable, optional, record } from "../shape.ts";
import { bookletHeadings, flag, minutes } from "../values.ts";
import { parsePlacedYaml } from "../yaml.ts";
import { wholeExcerpt, type Excerpt } from "./excerpt.ts";

export interface FrontMatter {
  readonly minutes: number | null;
  readonly kiosk: boolean;
  /** Whether all slides of the file are backup slides. */
  readonly backup: boolean;
  readonly booklet: BookletHeadings | null;
  readonly check: CheckLevels;
}

const NONE: FrontMatter = { minutes: null, kiosk: true, backup: false, booklet: null, check: {} };
const SHAPE = record({
  minutes: optional(nullable(minutes), null),
  kiosk: optional(flag, true),
  backup: optional(flag, false),
  booklet: optional(nullable(bookletHeadings), null),
  check: optional(nullable(LEVELS), null),
});

/** The settings of a file, with defaults for missing or wrong ones, and the Markdown below them. */
export function readFrontMatter(file: SourceFile, report: Report): { readonly settings: FrontMatter; readonly body: Excerpt } {
  const { text, path } = file;
  const whole = { settings: NONE, body: wholeExcerpt(path, text) };
  const opening = /^(?:[ \t]*\n)*---[ \t]*(?:\n|$)/.exec(text)?.[0];
  if (opening === undefined) return whole;
  const rest = text.slice(opening.length);
  const keyed = /^\s*[\w\u4E00-\u9FFF-]+[ \t]*[:：]/.test(rest);
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest);
  if (closing === null) {
    if (!keyed) return whole;
    const line = opening.split("\n").length - 1;
    report(unclosedFrontMatter({ file: path, line, column: 1, endLine: line, endColumn: 4 }));
    const keys = /^(?:[^\n:：#]+[:：][^\n]*(?:\n|$))*/.exec(rest)![0];
    return { settings: NONE, body: wholeExcerpt(path, text, opening.length + keys.length) };
  }
  const yaml = rest.slice(0, closing.index);
  // Without a key, `---` may just as well be the break before a first slide without a title.
  if (!keyed && (/^#{1,3} /m.test(yaml) || opening.trimEnd() !== "---")) return whole;
  const body = wholeExcerpt(path, text, opening.length + closing.index + closing[0].length);
  if (yaml.trim() === "") return { settings: NONE, body };
  const read = parsePlacedYaml(yaml, SHAPE, { file: path, line: opening.split("\n").length }, report);
  if (read === null) return { settings: NONE, body };
  return { settings: { ...read.value, check: placeLevels(read.value.check ?? {}, read.places, fileSpan(path)) }, body };
}
