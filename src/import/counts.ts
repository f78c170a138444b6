/** Things that a report counts, and numbers that nobody could place: a person sees them, no table gets them. */
import type { FoundCount } from "./decision.ts";
import type { DraftFigure } from "./figures.ts";
import type { DraftTarget } from "./goals.ts";
import { findLiterals } from "./literals.ts";
import { sentenceAt, type Passage } from "./passages.ts";
import { REASONS } from "./reasons.ts";

export function countsIn(passage: Passage, figures: readonly DraftFigure[], goals: readonly DraftTarget[]): FoundCount[] {
  const { text, parts } = passage;
  const taken = [...figures, ...goals].filter((one) => one.passage === passage);
  return findLiterals(text).filter(({ start, end }) => !taken.some((one) => start < one.end && end > one.start)).map(({ start, end, text: words, unit }) => {
    const part = parts.findLast((one) => one.start <= start) ?? parts[0]!;
    const before = text.slice(0, start);
    const name = /[\p{Script=Han}A-Za-z·]{0,16}$/u.exec(before)?.[0] ?? "";
    const value = words.replace(unit, "");
    return {
      type: "count", name, value, unit, text: words, sentence: sentenceAt(text, start), certainty: "unsure", reason: name === "" ? REASONS.nameless : REASONS.counted,
      place: { paragraph: part.paragraph.paragraph, line: part.paragraph.line, start: start - part.start, end: end - part.start }, lines: [],
    };
  });
}
