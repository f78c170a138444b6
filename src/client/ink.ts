/** Lines drawn on slides; they go with their slide, on the stage and in the speaker window's picture of it. */
import type { Point } from "../model/stage-tools.ts";
import { drawing } from "./dom.ts";
import { LANDSCAPE } from "./fit.ts";
import { keepInk } from "./kept-ink.ts";

/** Bounds for what an endless line would take. */
const MOST_LINES = 400;
const MOST_POINTS = 4000;

export interface Ink {
  /** Goes on with a line of a slide, which begins if its number is new. */
  readonly draw: (slide: string, line: number, points: readonly Point[]) => void;
  readonly erase: (slide: string) => void;
  readonly hasLines: (slide: string) => boolean;
  /** Puts the lines of a slide over its element, or over a picture of it. */
  readonly show: (slide: string, over: Element) => void;
}

/** Begins with the lines that this window had before it was loaded again; `build` is that of the slides. */
export function createInk(view: Window, build: string): Ink {
  const kept = keepInk(view, build);
  const slides = new Map<string, Map<number, readonly Point[]>>();
  for (const { slide, line, points } of kept.read()) slides.set(slide, (slides.get(slide) ?? new Map<number, readonly Point[]>()).set(line, points));
  const keep = (): void => kept.keep(() => [...slides].flatMap(([slide, lines]) => [...lines].map(([line, points]) => ({ slide, line, points }))));
  const shown = new Map<string, Set<Element>>();
  const linesOf = (slide: string): readonly (readonly Point[])[] => [...(slides.get(slide)?.values() ?? [])];
  const paint = (slide: string): void => {
    const over = [...(shown.get(slide) ?? [])].filter((place) => place.isConnected);
    shown.set(slide, new Set(over));
    for (const place of over) paintLines(place, linesOf(slide));
  };
  return {
    hasLines: (slide) => (slides.get(slide)?.size ?? 0) > 0,
    draw: (slide, line, points) => {
      const lines = slides.get(slide) ?? new Map<number, readonly Point[]>();
      const known = lines.get(line) ?? [];
      if (known.length === 0 && lines.size >= MOST_LINES) return;
      lines.set(line, [...known, ...points].slice(0, MOST_POINTS));
      slides.set(slide, lines);
      paint(slide);
      keep();
    },
    erase: (slide) => {
      slides.delete(slide);
      paint(slide);
      keep();
    },
    show: (slide, over) => {
      shown.set(slide, (shown.get(slide) ?? new Set()).add(over));
      // It may not be on the page yet.
      paintLines(over, linesOf(slide));
    },
  };
}

function paintLines(over: Element, lines: readonly (readonly Point[])[]): void {
  over.querySelector(":scope > .ink")?.remove();
  if (lines.length === 0) return;
  const svg = drawing(over.ownerDocument, "svg", { class: "ink", viewBox: `0 0 ${LANDSCAPE.width} ${LANDSCAPE.height}`, "aria-hidden": "true" });
  for (const line of lines) {
    const places = line.map(({ x, y }) => `${(x * LANDSCAPE.width).toFixed(1)} ${(y * LANDSCAPE.height).toFixed(1)}`);
    // A dot is a line that goes nowhere.
    const d = `M${places.join("L")}${places.length === 1 ? `L${places[0] ?? ""}` : ""}`;
    for (const name of ["ink-edge", "ink-line"]) svg.append(drawing(over.ownerDocument, "path", { class: name, d }));
  }
  over.append(svg);
}
