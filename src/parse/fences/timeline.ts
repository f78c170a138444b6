/** `timeline`: what happened or will happen when. */
import { tooManyRows } from "../../diagnostics/messages/blocks.ts";
import type { TimelineEntry } from "../../model/deck.ts";
import { list, located, nullable, optional, record, required, type Shaped } from "../shape.ts";
import { text, wording } from "../values.ts";
import { shownText, type Desk } from "./desk.ts";

export const TIMELINE = record({
  entries: required(list(record({
    when: required(located(wording)),
    title: required(located(text)),
    text: optional(nullable(located(text)), null),
  }), 1)),
}, "timeline");

export interface TimelineBlock {
  readonly type: "timeline";
  readonly open: boolean;
  readonly entries: readonly TimelineEntry[];
}

/** Entries of one block, also in docs/authoring.md; those that do not fit a slide go on. */
const MOST_ENTRIES = 40;

export function resolveTimeline(keys: Shaped<typeof TIMELINE>, desk: Desk): TimelineBlock | null {
  if (keys.entries.length > MOST_ENTRIES) {
    desk.context.report(tooManyRows(keys.entries[MOST_ENTRIES]!.title.span, keys.entries.length, MOST_ENTRIES));
    return null;
  }
  const entries = keys.entries.map((entry): TimelineEntry => ({
    when: shownText(entry.when, desk),
    title: shownText(entry.title, desk),
    text: entry.text === null ? "" : shownText(entry.text, desk),
  }));
  return { type: "timeline", open: true, entries };
}
