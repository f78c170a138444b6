/** Then and now: two figures of each indicator and the way between them. */
import type { BlockOf, ReviewRow } from "../model/deck.ts";
import { periodKey, type Period } from "../model/period.ts";
import type { Published } from "../model/published.ts";
import { textWidth } from "../model/text-width.ts";
import { formatFigure } from "../model/unit.ts";
import { plotWordsOf } from "../model/plot-words.ts";
import { renderSvg } from "./art/svg.ts";
import { splitFigure } from "./figures.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { withStep, type Scene } from "./scene.ts";

type Review = BlockOf<"review">;

/** Sizes of the later figures in pixels, with the height of a row, as in review.css. */
const SIZES = [{ size: 168, row: 300 }, { size: 132, row: 224 }, { size: 108, row: 168 }, { size: 88, row: 132 }, { size: 72, row: 100 }] as const;
/** Pixels for the rows, below the head. */
const HEIGHT = 620;
/** Pixels between the margins, for the way between the figures, and for names at least. */
const WIDTH = 1696;
const WAY = 480;
const NAME = 280;
/** The earlier figure's size and a unit's, as shares of the later figure's. */
const [EARLIER, UNIT] = [0.56, 0.34];

export function renderReview(block: Review, scene: Scene): string {
  const { words, settings } = scene;
  const lone = block.rows.length === 1;
  const heads = [plotWordsOf(settings.lang).indicator, words.period(block.from), "", words.period(block.to)];
  const head = heads.map((text, index) => (text === "" ? element("td", {}, "") : element("th", { scope: "col", class: ["", "before", "", "now"][index] || null }, escapeHtml(text))));
  const rows = block.rows.map((row) => element("tr", {}, renderRow(row, block, scene)));
  const table = element("table", {}, (lone ? "" : element("thead", {}, element("tr", {}, head.join("")))) + element("tbody", {}, rows.join("")));
  return element("div", withStep(block.step, scene, { class: classes("review", `review-${sizeOf(block)}`, lone && "review-lone") }), table);
}

/** The largest size at which all rows and all columns fit. */
function sizeOf({ rows }: Review): number {
  const em = (text: string): number => {
    const parts = splitFigure(text);
    return parts === null ? textWidth(text) * 0.6 : parts.number.length * 0.52 + textWidth(parts.before + parts.after) * UNIT;
  };
  const widest = Math.max(...rows.map(({ before, now, unit }) => em(formatFigure(now, unit)) + em(formatFigure(before, unit)) * EARLIER));
  const fits = SIZES.find(({ size, row }) => row * rows.length <= HEIGHT && widest * size <= WIDTH - WAY - (rows.length === 1 ? 0 : NAME) - 32);
  return (fits ?? SIZES.at(-1)!).size;
}

function renderRow({ indicator, name, unit, before, now, growth, direction }: ReviewRow, { from, to, rows }: Review, scene: Scene): string {
  // Beside its figure where there is no head above it: on narrow pages, and with one row.
  const when = (period: Period): string => element("span", { class: rows.length === 1 ? "when" : "when visually-hidden" }, escapeHtml(scene.words.period(period)));
  const figure = (published: Published, period: Period): string => when(period) + renderFigure(formatFigure(published, unit), published.value, { indicator, field: "figure", period });
  const by = growth === null ? "" : element("data", { class: "figure by", value: growth.text, "data-indicator": indicator, "data-field": "growth", "data-period": periodKey(growth.period), "data-area": null }, element("strong", {}, renderText(growth.text, scene.setting)));
  return [
    element("th", { scope: "row" }, renderText(name, scene.setting)),
    element("td", { class: "before" }, figure(before, from)),
    element("td", { class: "way" }, by + (direction === "none" ? "" : wayArt(direction))),
    element("td", { class: "now" }, figure(now, to)),
  ].join("");
}

interface Reference {
  readonly indicator: string;
  readonly field: "figure";
  readonly period: Period;
}

function renderFigure(text: string, value: string | null, { indicator, field, period }: Reference): string {
  const parts = splitFigure(text);
  const inside = parts === null
    ? element("span", { class: "phrase" }, escapeHtml(text))
    : [["qualifier", parts.before], ["number", parts.number.replace(/^-/, "−")], ["unit", parts.after]].map(([name = "", part = ""]) => (part === "" ? "" : element("span", { class: name }, escapeHtml(part)))).join("");
  return element("data", { class: "figure", value: value ?? text, "data-indicator": indicator, "data-field": field, "data-period": periodKey(period), "data-area": null }, inside);
}

/** The way from then to now: the deck of a bridge that rises, falls or runs level. */
function wayArt(direction: "up" | "down" | "flat"): string {
  const path = { up: "M4 50C140 50 220 16 372 16", down: "M4 14C140 14 220 48 372 48", flat: "M4 32H372" }[direction];
  const end = { up: 16, down: 48, flat: 32 }[direction];
  return renderSvg("way", 400, 64, `<path class="art-way-deck" d="${path}"/><path class="art-way-end" d="M366 ${end - 15}L396 ${end}L366 ${end + 15}z"/>`);
}
