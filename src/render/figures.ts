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
function renderPhrase(text: string, reference: Reference, scene: Scene, width = 0): string {
  const { indicator, field, period } = reference;
  return element("data", { class: "figure", value: text, "data-indicator": indicator, "data-field": field, "data-period": periodKey(period), "data-area": null }, element("span", { class: classes("phrase", textWidth(text) * PHRASE <= width && "phrase-whole") }, renderText(text, scene.setting)));
}

/** Size of such words in a card, in pixels, as in figures.css. */
const PHRASE = 56;

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
  return parts === null ? renderPhrase(text, reference, scene, room.width) : renderParts(parts, value, reference);
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

/**
 * A long number is set smaller, so that it stays on one line with the words around it and with what stands beside it, `aside` pixels wide. The
 * class gives its width in digits; a separator counts as half a digit. Null where the smallest number still has no room: then all of it is
 * set as words.
 */
function widthClass(parts: FigureParts, room: Room, aside = 0): string | null {
  const width = digitsOf(parts.number);
  const before = parts.before === "" ? 0 : textWidth(parts.before) * room.words + 10;
  const after = parts.after === "" ? 0 : textWidth(parts.after) * room.words + 10;
  const natural = Math.min(10, Math.max(3, Math.ceil(width)));
  /** The largest number that leaves `others` pixels; null for none. */
  const fitting = (others: number): number | null => {
    for (let digits = natural; digits <= 10; digits += 1) {
      if (width * (digits > 8 ? SMALLEST : (room.numbers[digits - 3] ?? SMALLEST)) * DIGIT + before + others <= room.width) return digits;
    }
    return null;
  };
  const alone = fitting(0);
  if (alone === null) return null;
  const beside = fitting(after + aside) ?? fitting(after);
  // Units of Latin words stand below their number rather than make it small.
  const digits = beside === natural || !/[A-Za-z]/.test(parts.after) ? beside : null;
  return digits === null ? `digits-${alone} unit-below` : `digits-${digits}`;
}

/** Width of what stands beside a number, in pixels: the growth, or the words of its base, which break after six characters. */
function asideWidth(main: Main | null, { growth, basis, rank }: FigureCard, scene: Scene): number {
  if (growth === null) return basis === null && rank === null ? 0 : Math.min(6, textWidth(basis ?? "")) * 28 + 20;
  const label = Math.min(6, textWidth(labelOf(growth, main?.field === "growth", scene))) * 28;
  if (main?.field === "growth") return label + 20;
  const parts = splitFigure(growth.phrase);
  const words = parts === null ? textWidth(growth.phrase) * 36 : textWidth(parts.before + parts.after) * 32 + digitsOf(parts.number) * 44 * DIGIT;
  return Math.max(label, words) + 20;
}

/** Size of the widest numbers of cells, in pixels, as in figures.css. */
const SMALLEST = 76;

/** Width of a number in digits. */
function digitsOf(number: string): number {
  return [...number].reduce((sum, character) => sum + (/[.,]/.test(character) ? 0.5 : /[%％]/.test(character) ? 1.7 : /[—－～]/.test(character) ? 1.6 : 1), 0);
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
  const full = mainOf(card, scene);
  const width = full === null || full.parts === null ? null : widthClass(full.parts, room, card.hero ? 0 : asideWidth(full, card, scene));
  const main = full === null || width !== null ? full : { ...full, parts: null };
  const name = element("dt", {}, renderText(card.name, scene.setting));
  const value = element("dd", { class: "value" }, main === null ? "" : renderMain(main, card, room, period, scene));
  const form = classes("cell", card.hero && "cell-hero", width ?? "cell-phrase");
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
  const width = widthClass({ ...parts, after }, room);
  const reference = { indicator, field: "target", period } as const;
  const value = width === null ? renderPhrase(card.wording, reference, scene, room.width) : renderParts({ ...parts, after }, figure.value, reference);
  const tail = also === "" || width === null ? "" : element("dd", { class: "also" }, renderText(also, scene.setting));
  return element("div", { class: `cell cell-target ${width ?? "cell-phrase"}` }, name + element("dd", { class: "value" }, value) + tail);
}
