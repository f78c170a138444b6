/** Lines on slides, kept for a reload of their window: neither for another meeting nor for the slides of another build. */
import type { Point } from "../model/stage-tools.ts";
import { attempt } from "./memory.ts";

/** One line of a slide, by the slide's id and the line's number. */
export interface InkLine {
  readonly slide: string;
  readonly line: number;
  readonly points: readonly Point[];
}

export interface KeptInk {
  readonly read: () => readonly InkLine[];
  /** Keeps what `lines` returns, soon and before the page goes. */
  readonly keep: (lines: () => readonly InkLine[]) => void;
}

/** After these milliseconds (three hours) it is another meeting: what was scribbled in a rehearsal must not appear before the deputies. */
const OLDEST = 3 * 60 * 60 * 1000;
/** Milliseconds between two writes while a line is drawn. */
const PAUSE = 250;
/** A point is kept to a ten-thousandth of the slide: a fifth of a pixel of 1920. */
const FINENESS = 10_000;

/**
 * The session storage of a tab outlives a reload and not the tab. A speaker window that the deck opens begins with a copy of it,
 * so both windows show the same lines.
 */
export function keepInk(view: Window, build: string): KeptInk {
  const key = `luduan:ink:${view.location.pathname}`;
  let waiting: (() => readonly InkLine[]) | null = null;
  const write = (): void => {
    if (waiting === null) return;
    const lines = waiting().map(({ slide, line, points }) => ({ slide, line, points: points.flatMap(({ x, y }) => [round(x), round(y)]) }));
    waiting = null;
    attempt(() => view.sessionStorage.setItem(key, JSON.stringify({ build, time: Date.now(), lines })));
  };
  view.addEventListener("pagehide", write);
  return {
    read: () => parseLines(attempt(() => JSON.parse(view.sessionStorage.getItem(key) ?? "null") as unknown), build),
    keep: (lines) => {
      if (waiting === null) view.setTimeout(write, PAUSE);
      waiting = lines;
    },
  };
}

function round(share: number): number {
  return Math.round(share * FINENESS) / FINENESS;
}

function parseLines(kept: unknown, build: string): readonly InkLine[] {
  if (typeof kept !== "object" || kept === null || !("lines" in kept) || !("time" in kept) || !("build" in kept)) return [];
  if (kept.build !== build || typeof kept.time !== "number" || Date.now() - kept.time > OLDEST || !Array.isArray(kept.lines)) return [];
  return kept.lines.flatMap(parseLine);
}

function parseLine(kept: unknown): readonly InkLine[] {
  if (typeof kept !== "object" || kept === null || !("slide" in kept) || !("line" in kept) || !("points" in kept)) return [];
  const { slide, line, points } = kept;
  if (typeof slide !== "string" || typeof line !== "number" || !Array.isArray(points)) return [];
  const numbers = points.filter((number): number is number => typeof number === "number");
  return [{ slide, line, points: Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => ({ x: numbers[2 * index]!, y: numbers[2 * index + 1]! })) }];
}
