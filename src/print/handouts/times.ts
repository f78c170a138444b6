/** When each section begins and ends, according to the minutes that the author gave it. */
import type { RenderedSection } from "../../render/rendered.ts";

export interface SectionTime {
  readonly minutes: number;
  /** `12:30`, counted from the beginning of the report; null if an earlier section has no minutes. */
  readonly range: readonly [from: string, to: string] | null;
}

/** One entry per section; null for a section without minutes. Nothing is made up: after such a section only lengths are known. */
export function planTimes(sections: readonly Pick<RenderedSection, "minutes">[]): readonly (SectionTime | null)[] {
  let clock: number | null = 0;
  return sections.map(({ minutes }) => {
    const from: number | null = clock;
    clock = from === null || minutes === null ? null : from + minutes;
    if (minutes === null) return null;
    return { minutes, range: from === null ? null : [clockTime(from), clockTime(from + minutes)] };
  });
}

/** Minutes as `m:ss`; a long report goes past sixty minutes, as on a stopwatch. */
function clockTime(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
