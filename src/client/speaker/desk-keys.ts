/** The keys of the speaker window's own: what belongs to notes, time, overview and pointers. */
import { keyOf } from "../keys.ts";
import type { Reading } from "./notes.ts";
import type { Pointers } from "./pointing/pointers.ts";
import type { Prompter } from "./prompter/prompter.ts";

const KEYS = {
  m: "prompter", x: "freeze", g: "send", q: "back", l: "laser", z: "zoom", d: "ink", e: "erase", i: "origins", u: "times", c: "scrolls",
  t: "timer", r: "reset", "+": "larger", "=": "larger", "-": "smaller", _: "smaller",
} as const;

export type DeskActions = Readonly<Record<(typeof KEYS)[keyof typeof KEYS] | "list" | "black", () => void>>;

/** A key held longer than these milliseconds works only as long as it is held. */
const HELD = 400;

export interface DeskKeys {
  /** True if the key was one of the desk's own. */
  readonly press: (event: KeyboardEvent) => boolean;
  readonly release: (event: KeyboardEvent) => void;
}

interface Desk {
  readonly prompter: Prompter;
  readonly pointers: Pointers;
  readonly reading: Reading;
  /** While the overview is open, letters are typed and arrows move in it. */
  readonly isSearching: () => boolean;
}

export function createDeskKeys(actions: DeskActions, { prompter, pointers, reading, isSearching }: Desk): DeskKeys {
  let held: number | null = null;
  const obey = (event: KeyboardEvent): boolean => {
    if (prompter.key(event) || pointers.key(event)) return true;
    const key = keyOf(event);
    if (key === "ArrowDown" || key === "ArrowUp") return !prompter.isOpen() && reading.move(key === "ArrowDown" ? 1 : -1);
    if (!Object.hasOwn(KEYS, key)) return false;
    if (event.repeat) return true;
    if (key === "l" && pointers.used() !== "laser") held = event.timeStamp;
    actions[KEYS[key as keyof typeof KEYS]]();
    return true;
  };
  return {
    press: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isSearching()) return false;
      const obeyed = obey(event);
      if (obeyed) event.preventDefault();
      return obeyed;
    },
    release: (event) => {
      if (keyOf(event) !== "l") return;
      if (held !== null && event.timeStamp - held > HELD && pointers.used() === "laser") pointers.leave();
      held = null;
    },
  };
}
