/** What the rules on words share: one wording, and where to report. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../model/span.ts";
import { placeIn, type Wording } from "../../language/wording.ts";

/** A rule that looks at one wording by itself. */
export type WordingRule = (wording: Wording, report: Report) => void;

/** A match with its bounds and its place in the source. */
export interface Hit {
  readonly match: RegExpExecArray;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly span: Span;
}

/** Every match of a pattern (with the flag `g`) in a wording. */
export function findHits(wording: Wording, pattern: RegExp): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of wording.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    hits.push({ match, text: match[0], start: match.index, end, span: placeIn(wording, match.index, end) });
  }
  return hits;
}
