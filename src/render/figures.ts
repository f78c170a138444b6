/** KPI and target cards: figures as published, with number, unit and qualifier each in its own type. */
import type { CardsHead } from "../model/card-grid.ts";
import type { NumberForm, Room } from "../model/card-room.ts";
import { labelOf, mainOf, partsOfTarget, type Main } from "../model/card-text.ts";
import { arrangeCards } from "../model/cards-plan.ts";
import type { BlockOf, FigureCard, TargetCard } from "../model/deck.ts";
import { splitFigure, type FigureParts } from "../model/figure-parts.ts";
import type { Growth } from "../model/growth.ts";
import { figureOfGoal } from "../model/indicator.ts";
import { periodKey, type Period } from "../model/period.ts";
import { textWidth } from "../model/text-width.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { withStep, type Scene } from "./scene.ts";

/** Where a figure comes from; a press on the figure looks this up. */
interface Reference {
  readonly indicator: string;
  readonly field: "figure" | "growth" | "rank" | "target";
  readonly period: Period;
}

function renderParts(parts: FigureParts, value: string, reference: Reference): string {
  const { before, number, after } = parts;
  // A real minus sign below zero: the hyphen of the data is too short beside lining figures.
  const digits = element("span", { class: "number" }, escapeHtml(number.replace(/^-/, "−")));
  const qualifier = before === "" ? "" : element("span", { class: "qualifier" }, escapeHtml(before));
  const unit = after === "" ? "" : element("span", { class: "unit" }, escapeHtml(after));
  const { indicator, field, period } = reference;
  return element(
    "data",
    { class: "figure", value, "data-indicator": indicator, "data-field": field, "data-period": periodKey(period), "data-area": null },
    qualifier + digits + unit,
  );
}

/** Latin words of the heavy serif are this much wider than others. */
const BOLD_LATIN = 1.16;

/** Whether words in place of a number stay on one line. */
function isWhole(text: string, { form, size }: NumberForm, { width }: Room): boolean {
  return form === "phrase" && textWidth(text) * size * (/[a-z]{2}/i.test(text) ? BOLD_LATIN : 1) <= width;
}

/** Words as they are: Ⅱ类, 由降转升, 21.9∶38.7∶39.4, 超百亿元. */
function renderPhrase(text: string, reference: Reference, scene: Scene, whole = false): string {
  const { indicator, field, period } = reference;
  return element("data", { class: "figure", value: text, "data-indicator": indicator, "data-field": field, "data-period": periodKey(period), "data-area": null }, element("span", { class: classes("phrase", whole && "phrase-whole") }, renderText(text, scene.setting)));
}

function renderMain({ field, text, parts, value }: Main, card: FigureCard, form: NumberForm, room: Room, period: Period, scene: Scene): string {
  const reference = { indicator: card.indicator, field, period };
  return parts === null ? renderPhrase(text, reference, scene, isWhole(text, form, room)) : renderParts(parts, value, reference);
}

/** Beside a level its growth; beside a growth only against what it is; and the place in a list, where there is one as well. */
function renderAside(card: FigureCard, main: Main | null, period: Period, scene: Scene, leads: boolean): string {
  const { growth, rank, basis } = card;
  const lines: string[] = [];
  if (growth !== null) {
    const label = element("strong", { class: "label" }, escapeHtml(labelOf(growth, leads || main?.field === "growth", scene.words)));
    lines.push(main?.field === "growth" ? label : `${label} ${renderGrowth(growth, card, period, scene)}`);
  } else if (basis !== null && card.value !== null) lines.push(element("strong", { class: "label" }, escapeHtml(basis)));
  if (rank !== null && main?.field !== "rank") {
    const text = scene.words.place(rank);
    lines.push(element("span", { class: "place" }, renderParts(splitFigure(text) ?? { before: "", number: text, after: "" }, String(rank), { indicator: card.indicator, field: "rank", period })));
  }
  return lines.length === 0 ? "" : element("dd", { class: "growth" }, lines.join(" "));
}

function renderGrowth({ phrase, figure }: Growth, card: FigureCard, period: Period, scene: Scene): string {
  const reference = { indicator: card.indicator, field: "growth", period } as const;
  const parts = splitFigure(phrase);
  return parts === null ? renderPhrase(phrase, reference, scene) : renderParts(parts, figure?.value ?? phrase, reference);
}

/** Cards of one slide: the one that leads, on its panel, and the others in their grid. */
export interface CardSet {
  /** Empty without a card that leads. */
  readonly lead: string;
  readonly cells: string;
  readonly count: number;
}

function renderFigureCard(card: FigureCard, form: NumberForm, room: Room, period: Period, scene: Scene, leads: boolean): string {
  const full = mainOf(card, scene.words);
  const main = full === null || form.form !== "phrase" ? full : { ...full, parts: null };
  const name = element("dt", {}, renderText(card.name, scene.setting));
  const value = element("dd", { class: "value" }, main === null ? "" : renderMain(main, card, form, room, period, scene));
  return element("div", { class: classes("cell", leads && "cell-hero", classOfForm(form)) }, name + value + renderAside(card, main, period, scene, leads));
}

/** Cards of figures or of targets in their places; `head` is what stands above them. */
export function drawCards(block: BlockOf<"figures"> | BlockOf<"targets">, scene: Scene, head: CardsHead): CardSet {
  const { hero, grid, upright } = arrangeCards(block, head, scene.words);
  const draw = (index: number, form: NumberForm, room: Room, leads: boolean): string => {
    return block.type === "figures" ? renderFigureCard(block.cards[index]!, form, room, block.period, scene, leads) : renderTargetCard(block.cards[index]!, form, room, block.period, scene, leads);
  };
  const others = block.cards.map((_, index) => index).filter((index) => index !== hero?.index);
  const lead = hero === null ? "" : element("dl", withStep(block.step, scene, { class: classes("hero", hero.small && "hero-small") }), draw(hero.index, hero.form, hero.room, true));
  const cells = others.map((index, place) => draw(index, grid.forms[place]!, grid.room, false)).join("");
  const { form, columns } = grid.room;
  const list = element("dl", withStep(block.step, scene, { class: classes("cells", `cells-${form}`, `cols-${columns}`, upright !== null && upright !== "usual" && `cells-${upright}`) }), cells);
  return { lead, cells: cells === "" ? "" : list, count: others.length };
}

function classOfForm({ size, form }: NumberForm): string {
  if (form === "phrase") return `cell-phrase p-${size}`;
  return `n-${size}${form === "beside" ? "" : ` ${form}`}`;
}

function renderTargetCard(card: TargetCard, form: NumberForm, room: Room, period: Period, scene: Scene, leads: boolean): string {
  const { goal, indicator, wording } = card;
  const name = element("dt", {}, renderText(card.name, scene.setting));
  const figure = figureOfGoal(goal);
  const parts = partsOfTarget(card);
  if (figure === null || parts === null) return element("div", { class: classes("cell", "cell-target", "cell-words", classOfForm(form)) }, name + element("dd", { class: "value" }, renderText(wording, scene.setting)));
  const reference = { indicator, field: "target", period } as const;
  // Below its number a unit has room for the mark behind it.
  const inside = form.form.includes("unit-below");
  const number = renderParts(inside ? { ...parts, after: parts.after + parts.mark.trimEnd() } : parts, figure.value, reference);
  const value = form.form === "phrase" ? renderPhrase(wording, reference, scene, isWhole(wording, form, room)) : number + (inside || parts.mark === "" ? "" : element("span", { class: "unit mark" }, escapeHtml(parts.mark)));
  const tail = parts.also === "" || form.form === "phrase" ? "" : element("dd", { class: "also" }, renderText(parts.also, scene.setting));
  return element("div", { class: classes("cell", "cell-target", leads && "cell-hero", classOfForm(form)) }, name + element("dd", { class: "value" }, value) + tail);
}
