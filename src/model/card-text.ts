/** What cards of figures and of targets say: the parser plans their room by it, the renderer draws it. */
import type { FigureCard, TargetCard } from "./deck.ts";
import { splitFigure, type FigureParts } from "./figure-parts.ts";
import type { Growth } from "./growth.ts";
import { figureOfGoal } from "./indicator.ts";
import { isFigure, type Published } from "./published.ts";
import { textWidth } from "./text-width.ts";
import { formatFigure } from "./unit.ts";
import type { Words } from "./words.ts";

/** What a card says, as far as its size depends on it. */
export interface CardText {
  readonly name: string;
  /** Null where all of it is words. */
  readonly parts: FigureParts | null;
  readonly text: string;
  /** The mark that hangs behind the number, before what follows in a line of its own; empty for most. */
  readonly mark: string;
  /** The lines below the number: growth and place. */
  readonly asides: readonly string[];
}

/** What a card shows in large type: its level, else its growth, else its place in a list. */
export interface Main {
  readonly field: "figure" | "growth" | "rank";
  readonly text: string;
  readonly parts: FigureParts | null;
  readonly value: string;
}

/** Widest label, in em, that leaves room for the hero's growth beside it. */
const LONGEST_LABEL = 8;

/** A published figure in its parts, with its unit; null for words and for a ratio, which are set as one. */
function partsOf(published: Published, unit: string): FigureParts | null {
  const parts = isFigure(published) ? splitFigure(formatFigure(published, unit)) : null;
  if (parts === null) return null;
  // A per cent sign that comes from the unit is set like one; the gap before a Latin unit is a margin.
  const sign = unit === "%" && parts.number.endsWith("%") && !published.raw.includes("%") ? "%" : "";
  return { before: parts.before, number: sign === "" ? parts.number : parts.number.slice(0, -1), after: sign + parts.after.trimStart() };
}

export function mainOf({ value, growth, rank, unit }: FigureCard, words: Words): Main | null {
  if (value !== null) return { field: "figure", text: formatFigure(value, unit), parts: partsOf(value, unit), value: value.value ?? value.raw };
  if (growth !== null) return { field: "growth", text: growth.phrase, parts: splitFigure(growth.phrase), value: growth.figure?.value ?? growth.phrase };
  if (rank === null) return null;
  const text = words.place(rank);
  return { field: "rank", text, parts: splitFigure(text) ?? { before: "", number: String(rank), after: "" }, value: String(rank) };
}

/** 同比 only of growth on the year before; 增长 is added where there is room and the phrase has no verb. */
export function labelOf({ base, figure, phrase }: Growth, roomy: boolean, words: Words): string {
  if (base !== null) return base;
  const bare = figure !== null && !figure.value.startsWith("-") && figure.raw === phrase && /[%％‰]/.test(phrase);
  return roomy && bare && textWidth(words.growthOnYear) <= LONGEST_LABEL ? words.growthOnYear : words.growth;
}

export function textOfFigure(card: FigureCard, words: Words): CardText {
  const main = mainOf(card, words);
  const { growth, rank, basis, value } = card;
  const label = growth === null ? (value === null ? null : basis) : labelOf(growth, main?.field === "growth", words);
  const own = label === null ? [] : [growth === null || main?.field === "growth" ? label : label + growth.phrase];
  const asides = rank === null || main?.field === "rank" ? own : [...own, words.place(rank)];
  return { name: card.name, parts: main?.parts ?? null, text: main?.text ?? "", mark: "", asides };
}

/** The number of a target with the words around it, without what the wording adds (，力争更好结果); null for words. */
export function partsOfTarget({ goal, wording }: TargetCard): (FigureParts & { readonly mark: string; readonly also: string }) | null {
  const parts = figureOfGoal(goal) === null ? null : splitFigure(wording);
  if (parts === null) return null;
  const [, after = parts.after, mark = "", also = ""] = /^(.*?)([，,、；;]\s?)(.*)$/su.exec(parts.after) ?? [];
  return { ...parts, after, mark, also };
}

export function textOfTarget(card: TargetCard): CardText {
  const parts = partsOfTarget(card);
  return { name: card.name, parts, text: card.wording, mark: parts?.mark.trimEnd() ?? "", asides: parts === null || parts.also === "" ? [] : [parts.also] };
}
