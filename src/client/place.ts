/** The place in the show, slide and step: in the address, and in what is kept between loads. */
import type { Cover, Place } from "../model/stage.ts";
import { attempt } from "./memory.ts";
import type { Memory } from "./memory.ts";

export type { Place };

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

/** Where a page begins. */
export interface Start {
  /** Null is the beginning. */
  readonly place: Place | null;
  readonly cover: Cover | null;
  /** Since when the speech runs (`ShowState.run`). */
  readonly run: number;
  /** Whether that is too long ago to go there unasked. */
  readonly doubtful: boolean;
}

/** After these milliseconds (three hours) it may be another meeting; after ten minutes on its last slide the speech is over. */
const DOUBTFUL = 3 * 60 * 60 * 1000;
const OVER = 10 * 60 * 1000;

/** Where to begin: at the address that a person typed, else at the newest place that is kept. */
export function findStart(view: Window, memory: Memory, slides: readonly HTMLElement[]): Start {
  const { last, ownAddress } = memory;
  const typed = ownAddress ? null : parseHash(view.location.hash, slides);
  const hash = last?.value["hash"];
  const kept = typeof hash === "string" ? parseHash(hash, slides) : null;
  const age = last === null || wasReloaded(view) ? 0 : Date.now() - last.time;
  const run = typeof last?.value["run"] === "number" ? last.value["run"] : 0;
  if (typed !== null || kept === null || (kept.slide === 0 && age > DOUBTFUL)) {
    // Hours later this is another speech, which nobody needs to be asked about.
    return { place: typed, cover: null, run: age > DOUBTFUL ? Date.now() : run, doubtful: false };
  }
  const over = kept.slide === slides.length - 1 && age > OVER;
  return { place: kept, cover: readCover(last?.value["cover"]), run, doubtful: kept.slide > 0 && (age > DOUBTFUL || over) };
}

function readCover(cover: unknown): Cover | null {
  return cover === "black" || cover === "white" ? cover : null;
}

function wasReloaded(view: Window): boolean {
  const entry = view.performance.getEntriesByType("navigation")[0];
  return entry !== undefined && "type" in entry && entry.type !== "navigate";
}
