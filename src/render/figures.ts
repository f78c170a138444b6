/** KPI and target cards: figures as published, with number, unit and qualifier each in its own type. */
import type { BlockOf, FigureCard, TargetCard } from "../model/deck.ts";
import type { Growth } from "../model/growth.ts";
import { figureOfGoal } from "../model/indicator.ts";
import { periodKey, type Period } from "../model/period.ts";
import { isFigure, type Published } from "../model/published.ts";
import { formatFigure } from "../model/unit.ts";
import { textWidth } from "../model/text-width.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { withStep, type Scene } from "./scene.ts";

/** Widest label, in em, that leaves room for the hero's growth beside it. */
const LONGEST_LABEL = 8;

/** A printed figure split into the parts that are set differently; each may be empty. */
export interface FigureParts {
  /** 近, 约, 增长 … before the number. */
  readonly before: string;
  /** Digits with sign, separators and per cent sign; both ends of a range. */
  readonly number: string;
  /** Scale, unit and what follows it: 亿元, 多万件, 左右. */
  readonly after: string;
}

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
function renderPhrase(text: string, reference: Reference, scene: Scene): string {
  const { indicator, field, period } = reference;
  return element("data", { class: "figure", value: text, "data-indicator": indicator, "data-field": field, "data-period": periodKey(period), "data-area": null }, element("span", { class: "phrase" }, renderText(text, scene.setting)));
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

function renderMain({ field, text, parts, value }: Main, card: FigureCard, period: Period, scene: Scene): string {
  const reference = { indicator: card.indicator, field, period };
  return parts === null ? renderPhrase(text, reference, scene) : renderParts(parts, value, reference);
}

/** Beside a level its growth; beside a growth only against what it is; and the place in a list, where there is one as well. */
function renderAside(card: FigureCard, main: Main | null, period: Period, scene: Scene): string {
  const { growth, rank, basis } = card;
  const lines: string[] = [];
  if (growth !== null) {
    const label = element("span", { class: "label" }, escapeHtml(labelOf(growth, card.hero || main?.field === "growth", scene)));
    lines.push(main?.field === "growth" ? label : `${label} ${renderGrowth(growth, card, period, scene)}`);
  } else if (basis !== null && card.value !== null) lines.push(element("span", { class: "label" }, escapeHtml(basis)));
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
  const main = mainOf(card, scene);
  const name = element("dt", {}, renderText(card.name, scene.setting));
  const value = element("dd", { class: "value" }, main === null ? "" : renderMain(main, card, period, scene));
  const form = classes("cell", card.hero && "cell-hero", main?.parts === null ? "cell-phrase" : widthClass(main?.parts ?? { before: "", number: "", after: "" }, room));
  return element("div", { class: form }, name + value + renderAside(card, main, period, scene));
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
  const figure = figureOfGoal(goal);
  const parts = figure === null ? null : splitFigure(card.wording);
  if (figure === null || parts === null) return element("div", { class: "cell cell-target cell-words" }, name + element("dd", { class: "value" }, renderText(card.wording, scene.setting)));
  // What the wording adds (，力争更好结果) stands below the number and its unit.
  const [, after = parts.after, also = ""] = /^(.*?)[，,、；;]\s?(.*)$/su.exec(parts.after) ?? [];
  const value = renderParts({ ...parts, after }, figure.value, { indicator, field: "target", period });
  const tail = also === "" ? "" : element("dd", { class: "also" }, renderText(also, scene.setting));
  return element("div", { class: `cell cell-target ${widthClass({ ...parts, after }, room)}` }, name + element("dd", { class: "value" }, value) + tail);
}
