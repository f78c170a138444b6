/** What a person has to look at after an import, the most doubtful first. */
import type { Aside } from "./asides.ts";
import type { Decision, ImportReview, SpokenParagraph, TableLine } from "./decision.ts";

/** A paragraph, or a table, with what was found in it. */
export interface ReviewGroup {
  readonly paragraph: number;
  readonly line: number | null;
  /** Words of the nearest heading above; empty for none. */
  readonly heading: string;
  /** As it is spoken; null for a table, which has no spoken text. */
  readonly text: string | null;
  /** In the order of the text, each with its number on the page, from 1. */
  readonly decisions: readonly NumberedDecision[];
}

export interface ReviewAside extends Pick<Aside, "mark" | "text"> {
  readonly paragraph: number;
  readonly line: number | null;
  /** Some words before its mark; empty for a table. */
  readonly before: string;
}

export interface NumberedDecision {
  readonly number: number;
  readonly decision: Decision;
}

export interface ReviewGroups {
  /** With something that is unsure, the most doubtful first. */
  readonly doubtful: readonly ReviewGroup[];
  /** Paragraphs with digits in which nothing was recognised. */
  readonly unread: readonly ReviewGroup[];
  /** All is written, or was only counted. */
  readonly settled: readonly ReviewGroup[];
  /** Paragraphs that `--into` could not place. */
  readonly unplaced: readonly ReviewGroup[];
  /** Notes, and tables that no slide shows, in the order of the text. */
  readonly asides: readonly ReviewAside[];
  /** Unsure rows by table, each once, in the order of the text. */
  readonly lines: ReadonlyMap<TableLine["table"], readonly string[]>;
}

/** Years, dates and numbers of headings are no figures. */
const NO_FIGURE = /(?:19|20)\d{2}\s*[—–\-~至]\s*(?:19|20)\d{2}年?|(?:19|20)\d{2}年?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|第\d+|^[（(]?\d{1,2}[）)、．.]/g;

/** Characters that show where a note's mark stands. */
const WORDS_BEFORE = 10;

export function groupReview({ paragraphs, decisions, unplaced }: ImportReview): ReviewGroups {
  const found = new Map<number, NumberedDecision[]>();
  decisions.forEach((decision, index) => found.set(decision.place.paragraph, [...(found.get(decision.place.paragraph) ?? []), { number: index + 1, decision }]));
  const headings = headingsOf(paragraphs);
  const spoken = new Map(paragraphs.map((paragraph) => [paragraph.paragraph, paragraph]));
  const groupOf = (paragraph: number, line: number | null): ReviewGroup => ({ paragraph, line, heading: headings(paragraph), text: spoken.get(paragraph)?.text ?? null, decisions: found.get(paragraph) ?? [] });
  const groups = [...found].map(([paragraph, own]) => groupOf(paragraph, own[0]!.decision.place.line));
  const byDoubt = groups.filter((group) => doubtOf(group) > 0).toSorted((a, b) => doubtOf(b) - doubtOf(a) || a.paragraph - b.paragraph);
  return {
    doubtful: byDoubt,
    unread: paragraphs.filter(({ paragraph, heading, text }) => heading === null && !found.has(paragraph) && /[\d０-９]/.test(text.replace(NO_FIGURE, ""))).map(({ paragraph, line }) => groupOf(paragraph, line)),
    settled: groups.filter((group) => doubtOf(group) === 0).toSorted((a, b) => a.paragraph - b.paragraph),
    unplaced: unplaced.map((paragraph) => groupOf(paragraph, spoken.get(paragraph)?.line ?? null)),
    asides: paragraphs.flatMap(({ paragraph, line, text, asides }) => asides.map(({ after, mark, text: words }) => ({ paragraph, line, mark, text: words, before: after === null ? "" : text.slice(Math.max(0, after - WORDS_BEFORE), after) }))),
    lines: openLines(decisions),
  };
}

/** A row that a person may tick weighs most; what was only counted is no doubt. */
function doubtOf({ decisions }: ReviewGroup): number {
  return decisions.reduce((sum, { decision }) => sum + (decision.certainty === "sure" || decision.type === "count" ? 0 : decision.lines.length > 0 ? 3 : decision.type === "figure" || decision.type === "target" ? 2 : 1), 0);
}

/** Words of the nearest heading above a paragraph; a heading has one of a higher level above it. A heading may run into its text. */
function headingsOf(paragraphs: readonly SpokenParagraph[]): (paragraph: number) => string {
  const headings = paragraphs.filter(({ heading }) => heading !== null);
  const levels = new Map(headings.map(({ paragraph, heading }) => [paragraph, heading!]));
  return (paragraph) => {
    const above = headings.findLast((one) => one.paragraph < paragraph && one.heading! < (levels.get(paragraph) ?? Infinity));
    return /^[^。！？；\n]*/.exec(above?.text ?? "")![0];
  };
}

function openLines(decisions: readonly Decision[]): ReadonlyMap<TableLine["table"], readonly string[]> {
  const lines = new Map<TableLine["table"], Set<string>>();
  for (const { certainty, lines: own } of decisions) {
    if (certainty === "sure") continue;
    for (const { table, line } of own) lines.set(table, (lines.get(table) ?? new Set()).add(line));
  }
  return new Map([...lines].map(([table, set]) => [table, [...set]]));
}
