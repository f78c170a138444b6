/** Then and now: two figures of each indicator and the way between them. */
import type { BlockOf, ReviewRow } from "../model/deck.ts";
import { splitFigure } from "../model/figure-parts.ts";
import { periodKey, type Period } from "../model/period.ts";
import type { Published } from "../model/published.ts";
import { formatFigure } from "../model/unit.ts";
import { plotWordsOf } from "../model/plot-words.ts";
import { renderSvg } from "./art/svg.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { withStep, type Scene } from "./scene.ts";

type Review = BlockOf<"review">;

export function renderReview(block: Review, scene: Scene): string {
  const { words, settings } = scene;
  const lone = block.rows.length === 1 && scene.slide.part === null;
  const { size, below } = block.form ?? { size: 88, below: false };
  const heads = [plotWordsOf(settings.lang).indicator, words.period(block.from), "", words.period(block.to)];
  const head = heads.map((text, index) => (text === "" ? element("td", {}, "") : element("th", { scope: "col", class: ["", "before", "", "now"][index] || null }, escapeHtml(text))));
  const rows = block.rows.map((row) => element("tr", {}, renderRow(row, block, lone, scene)));
  const table = element("table", {}, (lone ? "" : element("thead", {}, element("tr", {}, head.join("")))) + element("tbody", {}, rows.join("")));
  return element("div", withStep(block.step, scene, { class: classes("review", `review-${size}`, below && "review-below", lone && "review-lone") }), table);
}

function renderRow({ indicator, name, unit, before, now, growth, direction }: ReviewRow, { from, to }: Review, lone: boolean, scene: Scene): string {
  // Beside its figure where there is no head above it: on narrow pages, and with one row.
  const when = (period: Period): string => element("span", { class: lone ? "when" : "when visually-hidden" }, escapeHtml(scene.words.period(period)));
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
