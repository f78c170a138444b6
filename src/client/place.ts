/** The place in the show, slide and step: in the address and, in case of a power cut, in storage. */
import { attempt, createMemory } from "./memory.ts";

/** A slide by 0-based index, and how many of its steps are shown. */
export interface Place {
  readonly slide: number;
  readonly step: number;
}

/** The `#/id/f` of a place; f is the 0-based index of the last step shown, as reveal.js counts. */
export function hashOf(id: string, step: number): string {
  return `#/${encodeURIComponent(id)}${step > 0 ? `/${step - 1}` : ""}`;
}

/** The place that a hash names: `#/id`, `#/id/2`, or `#id` of anything inside a slide; null if there is none. */
export function parseHash(hash: string, slides: readonly HTMLElement[]): Place | null {
  const name = hash.replace(/^#\/?/, "");
  if (name === "") return null;
  const parts = /^(.*?)(?:\/(\d{1,4}))?$/.exec(name);
  const id = decode(parts?.[1] ?? name);
  const own = slides.findIndex((slide) => slide.id === id);
  const slide = own >= 0 ? own : slides.findIndex((candidate) => candidate.querySelector(`[id="${CSS.escape(id)}"]`) !== null);
  if (slide < 0) return null;
  const shown = parts?.[2];
  return { slide, step: shown === undefined ? 0 : Number(shown) + 1 };
}

function decode(text: string): string {
  return attempt(() => decodeURIComponent(text)) ?? text;
}

/** Browsers refuse more than 200 address changes in 30 s. */
const HASH_INTERVAL = 160;

/** Keeps the place of one page between loads. */
export interface PlaceKeeper {
  /** The hash to start at; empty for the beginning. */
  readonly restore: () => string;
  readonly keep: (hash: string) => void;
}

/** A keeper that writes the page's address, and storage in case the browser refuses that or loses power. */
export function createPlaceKeeper(view: Window): PlaceKeeper {
  const memory = createMemory(view, "place");
  let waiting: string | null = null;
  let timer = 0;
  const write = (): void => {
    timer = 0;
    if (waiting === null) return;
    attempt(() => view.history.replaceState(null, "", waiting));
    waiting = null;
    timer = view.setTimeout(write, HASH_INTERVAL);
  };
  return {
    // The address may lag a moment behind: after a reload memory knows better.
    restore: () => memory.reloaded() ?? (view.location.hash.length > 1 ? view.location.hash : (memory.crashed() ?? "")),
    keep: (hash) => {
      waiting = hash;
      memory.write(hash);
      if (timer === 0) write();
    },
  };
}
