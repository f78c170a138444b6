/** What a speaker has set in the window, kept for the next time. */
import { attempt } from "../memory.ts";

/** Size of the notes in tenths of the normal size. */
const SMALLEST = 6;
const LARGEST = 20;

export interface Preferences {
  /** Factor of the notes' size, from 0.6 to 2. */
  readonly scale: () => number;
  readonly scaleBy: (tenths: 1 | -1) => void;
  /** Whether the clicker scrolls long notes before the page turns. */
  readonly scrolls: () => boolean;
  readonly toggleScrolls: () => void;
  /** Characters a minute of the teleprompter; null until it was set. */
  readonly speed: () => number | null;
  readonly setSpeed: (speed: number) => void;
  readonly mirrored: () => boolean;
  readonly toggleMirrored: () => void;
}

const NAMES = { size: "luduan:notes", scroll: "luduan:scroll", speed: "luduan:speed", mirror: "luduan:mirror" } as const;

export function createPreferences(view: Window): Preferences {
  const kept = new Map<string, string>();
  const read = (name: string): string | null => kept.get(name) ?? attempt(() => view.localStorage.getItem(name));
  const write = (name: string, text: string): void => {
    kept.set(name, text);
    attempt(() => view.localStorage.setItem(name, text));
  };
  const number = (name: string): number | null => {
    const value = Number(read(name) ?? NaN);
    return Number.isFinite(value) ? value : null;
  };
  const tenths = (): number => Math.min(Math.max(number(NAMES.size) ?? 10, SMALLEST), LARGEST);
  return {
    scale: () => tenths() / 10,
    scaleBy: (by) => write(NAMES.size, String(Math.min(Math.max(tenths() + by, SMALLEST), LARGEST))),
    scrolls: () => read(NAMES.scroll) !== "off",
    toggleScrolls: () => write(NAMES.scroll, read(NAMES.scroll) === "off" ? "on" : "off"),
    speed: () => number(NAMES.speed),
    setSpeed: (speed) => write(NAMES.speed, String(speed)),
    mirrored: () => read(NAMES.mirror) === "on",
    toggleMirrored: () => write(NAMES.mirror, read(NAMES.mirror) === "on" ? "off" : "on"),
  };
}
