/** How long each slide was really spoken about, for the rehearsal; outlives the window. */
import { attempt } from "../memory.ts";

/** Seconds by the id of a slide. */
export type SlideTimes = ReadonlyMap<string, number>;

export interface TimeLog {
  readonly times: () => SlideTimes;
  /** `elapsed` seconds of the whole speech have passed, the last of them on this slide. A smaller number than before begins a new speech. */
  readonly note: (slide: string, elapsed: number) => void;
  /** Forgets everything; the result brings it back. */
  readonly clear: () => () => void;
}

export function createTimeLog(view: Window): TimeLog {
  const key = `luduan:times:${view.location.pathname}`;
  let times = parseTimes(attempt(() => view.localStorage.getItem(key)));
  let noted: number | null = null;
  const write = (): void => void attempt(() => view.localStorage.setItem(key, JSON.stringify([...times])));
  return {
    times: () => times,
    note: (slide, elapsed) => {
      const before = noted ?? elapsed;
      noted = elapsed;
      if (elapsed === before) return;
      // The last speech is shown until a new one begins.
      if (before === 0 || elapsed < before) times = new Map();
      times = new Map(times).set(slide, (times.get(slide) ?? 0) + Math.max(elapsed - before, 0));
      write();
    },
    clear: () => {
      const [old, at] = [times, noted];
      times = new Map();
      noted = 0;
      write();
      return () => {
        times = old;
        noted = at;
        write();
      };
    },
  };
}

function parseTimes(text: string | null): Map<string, number> {
  const kept: unknown = text === null ? null : attempt(() => JSON.parse(text) as unknown);
  if (!Array.isArray(kept)) return new Map();
  return new Map(kept.filter((entry): entry is [string, number] => Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "number"));
}
