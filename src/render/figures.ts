/** KPI and target cards: figures as published, with number, unit and qualifier each in its own type. */
import type { BlockOf, FigureCard, Step, TargetCard } from "../model/deck.ts";
import type { Growth } from "../model/growth.ts";
import { figureOfGoal } from "../model/indicator.ts";
import { periodKey, type Period } from "../model/period.ts";
import { isFigure, type Published } from "../model/published.ts";
import { formatFigure } from "../model/unit.ts";
import { textWidth } from "../model/text-width.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { classOfForm, classOfRoom, fitHero, planGrid, type CardText, type FigureParts, type NumberForm, type Room } from "./figure-room.ts";
import { withStep, type Scene } from "./scene.ts";

/** Widest label, in em, that leaves room for the hero's growth beside it. */
const LONGEST_LABEL = 8;

const NUMBER = "[+\\-−]?\\d[\\d,]*(?:\\.\\d+)?[%％]?";
const PARTS = new RegExp(`^(\\D*?)(${NUMBER}(?:[—–\\-~～至]${NUMBER})?)(.*)$`, "su");

/** Splits a figure as printed; null where there is no number in it. */
export function splitFigure(text: string): FigureParts | null {
  const match = PARTS.exec(text);
  return match === null ? null : { before: match[1]!, number: match[2]!, after: match[3]! };
}

/** A published figure in its parts, with its unit; null for words and for a ratio, which are set as one. */
function partsOf(published: Published, unit: string): FigureParts | null {
  const parts = isFigure(published) ? splitFigure(formatFigure(published, unit)) : null;
  if (parts === null) return null;
  // A per cent sign that comes from the unit is set like one; the gap before a Latin unit is a margin.
  const sign = unit === "%" && parts.number.endsWith("%") && !published.raw.includes("%") ? "%" : "";
  return { before: parts.before, number: sign === "" ? parts.number : parts.number.slice(0, -1), after: sign + parts.after.trimStart() };
}

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

/** Words as they are: Ⅱ类, 由降转升, 21.9∶38.7∶39.4, 超百亿元. */
function renderPhrase(text: string, reference: Reference, scene: Scene, room: Room | null = null): string {
  const { indicator, field, period } = reference;
  return element("data", { class: "figure", value: text, "data-indicator": indicator, "data-field": field, "data-period": periodKey(period), "data-area": null }, element("span", { class: classes("phrase", room !== null && textWidth(text) * room.phrase * 0.7 <= room.width && "phrase-whole") }, renderText(text, scene.setting)));
}

/** What a card shows in large type: its level, else its growth, else its place in a list. */
interface Main {
  readonly field: Reference["field"];
  readonly text: string;
  readonly parts: FigureParts | null;
  readonly value: string;
}

function mainOf(card: FigureCard, scene: Scene): Main | null {
  const { value, growth, rank, unit } = card;
  if (value !== null) return { field: "figure", text: formatFigure(value, unit), parts: partsOf(value, unit), value: value.value ?? value.raw };
  if (growth !== null) return { field: "growth", text: growth.phrase, parts: splitFigure(growth.phrase), value: growth.figure?.value ?? growth.phrase };
  if (rank === null) return null;
  const text = scene.words.place(rank);
  return { field: "rank", text, parts: splitFigure(text) ?? { before: "", number: String(rank), after: "" }, value: String(rank) };
}

function renderMain({ field, text, parts, value }: Main, card: FigureCard, room: Room, period: Period, scene: Scene): string {
  const reference = { indicator: card.indicator, field, period };
  return parts === null ? renderPhrase(text, reference, scene, room) : renderParts(parts, value, reference);
}

/** Beside a level its growth; beside a growth only against what it is; and the place in a list, where there is one as well. */
function renderAside(card: FigureCard, main: Main | null, period: Period, scene: Scene): string {
  const { growth, rank, basis } = card;
  const lines: string[] = [];
  if (growth !== null) {
    const label = element("strong", { class: "label" }, escapeHtml(labelOf(growth, card.hero || main?.field === "growth", scene)));
    lines.push(main?.field === "growth" ? label : `${label} ${renderGrowth(growth, card, period, scene)}`);
  } else if (basis !== null && card.value !== null) lines.push(element("strong", { class: "label" }, escapeHtml(basis)));
  if (rank !== null && main?.field !== "rank") {
    const text = scene.words.place(rank);
    lines.push(element("span", { class: "place" }, renderParts(splitFigure(text) ?? { before: "", number: text, after: "" }, String(rank), { indicator: card.indicator, field: "rank", period })));
  }
  return lines.length === 0 ? "" : element("dd", { class: "growth" }, lines.join(" "));
}

/** 同比 only of growth on the year before; 增长 is added where there is room and the phrase has no verb. */
function labelOf({ base, figure, phrase }: Growth, roomy: boolean, { words }: Scene): string {
  if (base !== null) return base;
  const bare = figure !== null && !figure.value.startsWith("-") && figure.raw === phrase && /[%％‰]/.test(phrase);
  return roomy && bare && textWidth(words.growthOnYear) <= LONGEST_LABEL ? words.growthOnYear : words.growth;
}

function renderGrowth({ phrase, figure }: Growth, card: FigureCard, period: Period, scene: Scene): string {
  const reference = { indicator: card.indicator, field: "growth", period } as const;
  const parts = splitFigure(phrase);
  return parts === null ? renderPhrase(phrase, reference, scene) : renderParts(parts, figure?.value ?? phrase, reference);
}

/** The lines below a number, as text: what they need is planned before they are drawn. */
function asidesOf(card: FigureCard, main: Main | null, scene: Scene): readonly string[] {
  const { growth, rank, basis } = card;
  const label = growth === null ? (card.value === null ? null : basis) : labelOf(growth, main?.field === "growth", scene);
  const own = label === null ? [] : [growth === null || main?.field === "growth" ? label : label + growth.phrase];
  return rank === null || main?.field === "rank" ? own : [...own, scene.words.place(rank)];
}

/** Cards of one slide: the one that leads, on its panel, and the others in their grid. */
export interface CardSet {
  /** Empty without a card that leads. */
  readonly lead: string;
  readonly cells: string;
  readonly count: number;
}

/** The room of the leading card in a panel beside `count` others, as in figures.css. */
function heroRoom(count: number): Room {
  return { form: "grand", columns: 1, width: count > 6 ? 476 : 604, height: 700, most: count > 6 ? 264 : 300, words: 64, label: 60, growth: 96, phrase: 96 };
}

function renderFigureCard(card: FigureCard, form: NumberForm, room: Room, period: Period, scene: Scene): string {
  const full = mainOf(card, scene);
  const main = full === null || form.form !== "phrase" ? full : { ...full, parts: null };
  const name = element("dt", {}, renderText(card.name, scene.setting));
  const value = element("dd", { class: "value" }, main === null ? "" : renderMain(main, card, room, period, scene));
  return element("div", { class: classes("cell", card.hero && "cell-hero", classOfForm(form)) }, name + value + renderAside(card, main, period, scene));
}

function cellsOf(cells: readonly string[], room: Room, scene: Scene, step: Step): string {
  return cells.length === 0 ? "" : element("dl", withStep(step, scene, { class: `cells ${classOfRoom(room)}` }), cells.join(""));
}

/** The hero, if one is named, and the others; `band` is the height of the head above a grid without a hero, in pixels. */
export function drawFigureCards(block: BlockOf<"figures">, scene: Scene, band: number): CardSet {
  const others = block.cards.filter((card) => !card.hero);
  const textOf = (card: FigureCard): CardText => {
    const main = mainOf(card, scene);
    return { name: card.name, parts: main?.parts ?? null, text: main?.text ?? "", asides: asidesOf(card, main, scene) };
  };
  const { room, forms } = planGrid(others.map(textOf), others.length < block.cards.length, band);
  const own = heroRoom(others.length);
  const heroes = block.cards.filter((card) => card.hero).map((card) => renderFigureCard(card, fitHero(textOf(card), own), own, block.period, scene));
  const lead = heroes.length === 0 ? "" : element("dl", withStep(block.step, scene, { class: "hero" }), heroes.join(""));
  return { lead, cells: cellsOf(others.map((card, index) => renderFigureCard(card, forms[index]!, room, block.period, scene)), room, scene, block.step), count: others.length };
}

/** With more cards than this none leads: they need the whole slide. */
const MOST_LED = 10;

/** Targets in the report's own words: a number where the plan has one, otherwise words. The first number leads, so that a page of equals has a beginning. */
export function drawTargetCards(block: BlockOf<"targets">, scene: Scene, band: number): CardSet {
  const { cards } = block;
  const led = cards.length >= 3 && cards.length <= MOST_LED;
  const first = led ? (cards.find((card) => partsOfTarget(card) !== null) ?? null) : null;
  const others = cards.filter((card) => card !== first);
  const { room, forms } = planGrid(others.map(textOfTarget), first !== null, band);
  const own = heroRoom(others.length);
  const lead = first === null ? "" : element("dl", withStep(block.step, scene, { class: "hero" }), renderTargetCard(first, fitHero(textOfTarget(first), own), own, block.period, scene, true));
  return { lead, cells: cellsOf(others.map((card, index) => renderTargetCard(card, forms[index]!, room, block.period, scene, false)), room, scene, block.step), count: others.length };
}

/** The number of a target with the words around it, without what the wording adds (，力争更好结果); null for words. */
function partsOfTarget({ goal, wording }: TargetCard): (FigureParts & { readonly mark: string; readonly also: string }) | null {
  const parts = figureOfGoal(goal) === null ? null : splitFigure(wording);
  if (parts === null) return null;
  const [, after = parts.after, mark = "", also = ""] = /^(.*?)([，,、；;]\s?)(.*)$/su.exec(parts.after) ?? [];
  return { ...parts, after, mark, also };
}

function textOfTarget(card: TargetCard): CardText {
  const parts = partsOfTarget(card);
  return { name: card.name, parts, text: card.wording, asides: parts === null || parts.also === "" ? [] : [parts.also] };
}

function renderTargetCard(card: TargetCard, form: NumberForm, room: Room, period: Period, scene: Scene, leads: boolean): string {
  const { goal, indicator, wording } = card;
  const name = element("dt", {}, renderText(card.name, scene.setting));
  const figure = figureOfGoal(goal);
  const parts = partsOfTarget(card);
  if (figure === null || parts === null) return element("div", { class: classes("cell", "cell-target", "cell-words", classOfForm(form)) }, name + element("dd", { class: "value" }, renderText(wording, scene.setting)));
  const reference = { indicator, field: "target", period } as const;
  const value = form.form === "phrase" ? renderPhrase(wording, reference, scene, room) : renderParts(parts, figure.value, reference) + (parts.mark === "" ? "" : element("span", { class: "unit mark" }, escapeHtml(parts.mark)));
  const tail = parts.also === "" || form.form === "phrase" ? "" : element("dd", { class: "also" }, renderText(parts.also, scene.setting));
  return element("div", { class: classes("cell", "cell-target", leads && "cell-hero", classOfForm(form)) }, name + element("dd", { class: "value" }, value) + tail);
}
