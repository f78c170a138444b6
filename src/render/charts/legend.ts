/** Keys and notes below a chart, as HTML: HTML wraps, scales and reads aloud better than text in a drawing. */
import type { Qualifier } from "../../model/approximate.ts";
import type { Figure } from "../../model/figure.ts";
import type { PlotWords } from "../../model/plot-words.ts";
import { element, escapeHtml } from "../html.ts";
import type { Drawing, Frame, KeySymbol, LegendKey } from "./frame.ts";
import { printed } from "./printed.ts";

/** Keys that explain the words in bars: 斜纹为约数，原文“近9%”. */
export function qualifierKeys(figures: readonly Figure[], plot: PlotWords): LegendKey[] {
  const quotes = (...qualifiers: readonly Qualifier[]): string[] => [
    ...new Set(figures.filter((figure) => qualifiers.includes(figure.qualifier)).map((figure) => printed(figure))),
  ];
  const keys: LegendKey[] = [];
  const [approximate, lower, upper, ranges] = [quotes("nearly", "about"), quotes("at-least"), quotes("at-most"), quotes("range")];
  if (approximate.length > 0) keys.push({ symbol: "hatch", text: plot.hatched(approximate) });
  if (lower.length > 0) keys.push({ symbol: "arrow", text: plot.lowerBound(lower) });
  if (upper.length > 0) keys.push({ symbol: "hatch", text: plot.upperBound(upper) });
  if (ranges.length > 0) keys.push({ symbol: "hatch", text: plot.range(ranges) });
  return keys;
}

/** The caption of a chart: keys, notes, the source of the data, and the stamp; empty when there is nothing to say. */
export function renderCaption(drawing: Drawing, source: string | null, demo: boolean, frame: Frame): string {
  const keys = drawing.legend.map((key) => element("li", {}, keySvg(key.symbol, frame) + element("span", {}, escapeHtml(key.text).replaceAll("”“", "”<wbr>“"))));
  const stamp = demo ? element("p", { class: "stamp" }, escapeHtml(frame.words.demo)) : "";
  const legend = keys.length === 0 ? "" : element("ul", { class: "chart-legend" }, keys.join(""));
  const notes = drawing.notes.map((note) => element("p", { class: "chart-note" }, escapeHtml(note)));
  const origin = source === null ? "" : element("p", { class: "chart-source" }, escapeHtml(frame.plot.source(source)));
  const html = stamp + legend + notes.join("") + origin;
  return html === "" ? "" : element("figcaption", { class: "chart-notes" }, html);
}

function keySvg(symbol: KeySymbol, frame: Frame): string {
  return element("svg", { class: "chart-key", width: 40, height: 32, viewBox: "0 0 40 32", "aria-hidden": "true" }, keyShape(symbol, frame));
}

function keyShape(symbol: KeySymbol, { colours }: Frame): string {
  const { bar, seal, ink, paper } = colours;
  const stroked = (d: string, colour: string, width: number): string => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
  const circle = (r: number, fill: string, stroke: string): string => `<circle class="hollow" cx="20" cy="16" r="${r}" fill="${fill}" stroke="${stroke}" stroke-width="4"/>`;
  switch (symbol) {
    case "hatch":
      return stroked("M0 12L8 4M0 23L19 4M3 28L27 4M11 28L35 4M19 28L40 7M27 28L40 15M35 28L40 23", bar, 2.5);
    case "arrow":
      return `<rect y="6" width="14" height="20" fill="${bar}"/>${stroked("M17 16H38M28 6L38 16L28 26", bar, 3.5)}`;
    case "dot":
      return `<circle cx="20" cy="16" r="13" fill="${ink}"/>`;
    case "half-dot":
      return `${circle(11, paper, ink)}<path d="M20 5A11 11 0 0 0 20 27Z" fill="${ink}"/>`;
    case "open-dot":
      return circle(11, paper, ink);
    case "ring":
      return circle(11, paper, seal);
    case "ring-dot":
      return `${circle(11, paper, seal)}<circle cx="20" cy="16" r="4" fill="${seal}"/>`;
    case "half-ring":
      return `${circle(11, paper, seal)}<path d="M20 5A11 11 0 0 0 20 27Z" fill="${seal}"/>`;
    case "arrow-right":
      return stroked("M3 4V28M3 16H37M26 5L37 16L26 27", seal, 4);
    case "span":
      return stroked("M4 6V26M36 6V26M4 16H36", seal, 4);
    case "arrow-left":
      return stroked("M37 4V28M37 16H3M14 5L3 16L14 27", seal, 4);
    case "bar":
      return `<rect y="6" width="40" height="20" fill="${bar}"/>`;
    case "mark":
      return stroked("M20 2V30", ink, 5);
    case "dashes":
      return `<path d="M20 1V31" fill="none" stroke="${colours.line}" stroke-width="3" stroke-dasharray="4 6"/>`;
  }
}
