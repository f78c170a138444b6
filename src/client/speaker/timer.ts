/** The speaker's stopwatch: it starts with the first move, can be paused, and outlives a reload. */
import type { Slot } from "../memory.ts";

export interface Timer {
  /** Seconds spoken so far. */
  readonly elapsed: () => number;
  readonly isRunning: () => boolean;
  /** Starts it, unless it was started or paused before. */
  readonly begin: () => void;
  readonly toggle: () => void;
  /** Back to zero; the result brings the time back, with what has passed since. */
  readonly reset: () => () => void;
}

interface Reading {
  /** Milliseconds before the last start. */
  readonly spent: number;
  /** Epoch milliseconds of the last start; null while it is stopped. */
  readonly since: number | null;
}

/** A stopwatch that goes on from what its slot has. */
export function createTimer(slot: Slot): Timer {
  let reading = parseReading(slot.read());
  const set = (next: Reading): void => {
    reading = next;
    slot.write(next);
  };
  const spent = (): number => reading.spent + (reading.since === null ? 0 : Math.max(Date.now() - reading.since, 0));
  return {
    elapsed: () => spent() / 1000,
    isRunning: () => reading.since !== null,
    begin: () => {
      if (reading.since === null && reading.spent === 0) set({ spent: 0, since: Date.now() });
    },
    toggle: () => set({ spent: spent(), since: reading.since === null ? Date.now() : null }),
    reset: () => {
      const before = reading;
      set({ spent: 0, since: null });
      return () => set(before);
    },
  };
}

function parseReading(kept: unknown): Reading {
  if (typeof kept === "object" && kept !== null && "spent" in kept && "since" in kept && typeof kept.spent === "number") {
    if (kept.since === null || typeof kept.since === "number") return { spent: kept.spent, since: kept.since };
  }
  return { spent: 0, since: null };
}

/** `12:24`; from one hour on `1:02:03`. */
export function formatElapsed(seconds: number): string {
  const whole = Math.floor(seconds);
  const pad = (number: number): string => String(number).padStart(2, "0");
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${pad(m)}:${pad(s)}`;
}
