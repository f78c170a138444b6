/** `timeline`: what happened or will happen when. */
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
  readonly entries: readonly TimelineEntry[];
}

export function resolveTimeline(keys: Shaped<typeof TIMELINE>, desk: Desk): TimelineBlock {
  const entries = keys.entries.map((entry): TimelineEntry => ({
    when: shownText(entry.when, desk),
    title: shownText(entry.title, desk),
    text: entry.text === null ? "" : shownText(entry.text, desk),
  }));
  return { type: "timeline", entries };
}
