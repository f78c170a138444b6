/** KPI and target cards: figures as published, with number, unit and qualifier each in its own type. */
import type { BlockOf, FigureCard, TargetCard } from "../model/deck.ts";
import type { Figure } from "../model/figure.ts";
import { periodKey, type Period } from "../model/period.ts";
import { textWidth } from "./head.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { withStep, type Scene } from "./scene.ts";

/** Widest label, in em, that leaves room for the hero's growth beside it. */
const LONGEST_LABEL = 8;

/** A printed figure split into the parts that are set differently; each may be empty. */
export interface FigureParts {
  /** 近, 约, 增长 … before the number. */
  readonly before: string;
  /** Digits with sign, separators and per cent sign. */
  readonly number: string;
  /** Unit and what follows it: 亿元, 左右. */
  readonly after: string;
}

/** Splits a figure as printed; null where there is no number in it. */
export function splitFigure(text: string): FigureParts | null {
  const match = /^(\D*?)([+\-−]?\d[\d,]*(?:\.\d+)?%?)(.*)$/su.exec(text);
  return match === null ? null : { before: match[1]!, number: match[2]!, after: match[3]! };
}

/** A published figure in its parts; the unit stands between number and qualifier (8亿元左右, 150余万人). */
function partsOf(figure: Figure, unit: string): FigureParts {
  const { before, number, after } = splitFigure(figure.raw) ?? { before: "", number: figure.raw, after: "" };
  if (unit === "" || number.endsWith("%")) return { before, number, after };
  const [, more = "", rest = ""] = /^([余多]?)(.*)$/su.exec(after) ?? [];
  return { before, number, after: more + unit + rest };
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

function renderValue(card: FigureCard, period: Period, scene: Scene): string {
  if (card.value !== null) {
    return renderParts(partsOf(card.value, card.unit), card.value.value, { indicator: card.indicator, field: "figure", period });
  }
  if (card.rank === null) return "";
  const parts = splitFigure(scene.words.place(card.rank)) ?? { before: "", number: String(card.rank), after: "" };
  return renderParts(parts, String(card.rank), { indicator: card.indicator, field: "rank", period });
}

function renderGrowth(card: FigureCard, period: Period, scene: Scene): string {
  if (card.growth === null) return "";
  const { growthOnYear, growth } = scene.words;
  const whole = card.hero && !card.growth.value.startsWith("-") && textWidth(growthOnYear) <= LONGEST_LABEL;
  const label = element("span", { class: "label" }, escapeHtml(whole ? growthOnYear : growth));
  const figure = renderParts(partsOf(card.growth, ""), card.growth.value, { indicator: card.indicator, field: "growth", period });
  return element("dd", { class: "growth" }, `${label} ${figure}`);
}

/** A long number is set smaller, so that it stays on one line. The class gives its width in digits; a separator counts as half a digit. */
function widthClass(parts: FigureParts, room: Room): string {
  const digits = Math.min(10, Math.max(3, Math.ceil(digitsOf(parts.number))));
  const number = room.numbers[Math.min(digits, 8) - 3] ?? room.numbers[0]!;
  const words = (textWidth(parts.before) + textWidth(parts.after)) * room.words + 20;
  return classes(`digits-${digits}`, textWidth(parts.after) > 0 && digitsOf(parts.number) * number * DIGIT + words > room.width && "unit-below")!;
}

/** Width of a number in digits. */
function digitsOf(number: string): number {
  return [...number].reduce((sum, character) => sum + (/[.,]/.test(character) ? 0.5 : character === "%" ? 1.7 : 1), 0);
}

/** Advance of a tabular digit, in em. */
const DIGIT = 0.5;

/** Width of a card and sizes of its type in pixels, as in figures.css; `numbers` are the sizes for 3 to 8 digits. */
interface Room {
  readonly width: number;
  readonly numbers: readonly number[];
  readonly words: number;
}

const HERO: Room = { width: 688, numbers: [360, 300, 240, 200, 172, 150], words: 52 };
const same = (size: number, long = size): readonly number[] => [size, size, size, size, long, long];
const BESIDE_HERO: readonly Room[] = [{ width: 976, numbers: same(180), words: 36 }, { width: 976, numbers: same(180), words: 36 }, { width: 976, numbers: same(110, 96), words: 36 }, { width: 472, numbers: same(110, 96), words: 36 }];
const ALONE: readonly Room[] = [
  { width: 1696, numbers: same(320), words: 52 }, { width: 832, numbers: [220, 220, 220, 150, 150, 150], words: 52 }, { width: 544, numbers: same(144, 116), words: 36 },
  { width: 832, numbers: same(110, 96), words: 36 }, { width: 544, numbers: same(110, 96), words: 36 }, { width: 544, numbers: same(110, 96), words: 36 },
  { width: 400, numbers: same(110, 96), words: 36 }, { width: 400, numbers: same(110, 96), words: 36 }, { width: 544, numbers: same(110, 96), words: 36 }, { width: 400, numbers: same(110, 96), words: 36 },
];

/** The room of one of `count` cells, beside a hero or alone. */
function roomOf(count: number, beside: boolean): Room {
  const rooms = beside ? BESIDE_HERO : ALONE;
  return rooms[Math.min(count, rooms.length) - 1]!;
}

function renderFigureCard(card: FigureCard, room: Room, period: Period, scene: Scene): string {
  const name = element("dt", {}, renderText(card.name, scene.setting));
  const value = element("dd", { class: "value" }, renderValue(card, period, scene));
  return element("div", { class: classes("cell", card.hero && "cell-hero", widthClass(card.value === null ? { before: "", number: String(card.rank ?? ""), after: "" } : partsOf(card.value, card.unit), room)) }, name + value + renderGrowth(card, period, scene));
}

/** The hero on its own, then the others in a grid of 1–8 cells. */
export function renderFigureCards(block: BlockOf<"figures">, scene: Scene): string {
  const others = block.cards.filter((card) => !card.hero);
  const hero = block.cards.filter((card) => card.hero).map((card) => renderFigureCard(card, HERO, block.period, scene));
  const cells = others.map((card) => renderFigureCard(card, roomOf(others.length, hero.length > 0), block.period, scene));
  return (
    (hero.length === 0 ? "" : element("dl", withStep(block.step, scene, { class: "hero" }), hero.join(""))) +
    (cells.length === 0 ? "" : element("dl", withStep(block.step, scene, { class: `cells cells-${Math.min(12, cells.length)}` }), cells.join("")))
  );
}

/** Targets in the report's own words: a number where the plan has one, otherwise words. */
export function renderTargetCards(block: BlockOf<"targets">, scene: Scene): string {
  const cells = block.cards.map((card) => renderTargetCard(card, roomOf(block.cards.length, false), block.period, scene));
  return element("dl", withStep(block.step, scene, { class: `cells cells-${Math.min(12, cells.length)}` }), cells.join(""));
}

function renderTargetCard(card: TargetCard, room: Room, period: Period, scene: Scene): string {
  const { goal, indicator } = card;
  const name = element("dt", {}, renderText(card.name, scene.setting));
  const numeric = goal.type === "growth" || goal.type === "level";
  const parts = numeric ? splitFigure(card.wording) : null;
  if (numeric && parts !== null) {
    const value = renderParts(parts, goal.figure.value, { indicator, field: "target", period });
    return element("div", { class: `cell cell-target ${widthClass(parts, room)}` }, name + element("dd", { class: "value" }, value));
  }
  const wording = goal.type === "in-step-with" ? card.wording.replace(goal.indicator, goal.name) : card.wording;
  return element("div", { class: "cell cell-target cell-words" }, name + element("dd", { class: "value" }, renderText(wording, scene.setting)));
}
