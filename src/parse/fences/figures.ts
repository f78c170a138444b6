/** `figures`: cards with one published figure each. */
import { noCards, tooManyCards } from "../../diagnostics/messages/blocks.ts";
import type { FigureCard } from "../../model/deck.ts";
import { findObservation } from "../../model/indicator.ts";
import type { Period } from "../../model/period.ts";
import { list, nullable, optional, record, type Shaped } from "../shape.ts";
import { period } from "../values.ts";
import { indicatorId, reportNoData, resolveIndicators, allOrNull, type Desk, type Named } from "./desk.ts";

export const FIGURES = record({
  hero: optional(nullable(indicatorId), null),
  cards: optional(list(indicatorId), []),
  period: optional(nullable(period), null),
}, "figures");

/** The most cards that a slide holds. */
const LIMIT = 8;
const LIMIT_WITH_HERO = 6;

export interface FiguresBlock {
  readonly type: "figures";
  readonly period: Period;
  readonly cards: readonly FigureCard[];
}

export function resolveFigures(keys: Shaped<typeof FIGURES>, desk: Desk): FiguresBlock | null {
  const { report } = desk.context;
  const at = keys.period ?? desk.settings.period;
  const ids = keys.hero === null ? keys.cards : [keys.hero, ...keys.cards];
  const limit = keys.hero === null ? LIMIT : LIMIT_WITH_HERO;
  if (ids.length === 0) report(noCards(desk.span));
  if (keys.cards.length > limit) report(tooManyCards(keys.cards[limit]!.span, keys.cards.length, limit, keys.hero !== null));
  const named = resolveIndicators(ids, desk);
  const cards = named === null ? null : allOrNull(named.map((one) => cardOf(one, at, one.indicator.id === keys.hero?.value, desk)));
  if (cards === null || ids.length === 0 || keys.cards.length > limit) return null;
  return { type: "figures", period: at, cards };
}

function cardOf(named: Named, at: Period, hero: boolean, desk: Desk): FigureCard | null {
  const { id, name, unit, kind } = named.indicator;
  const row = findObservation(named.indicator, at);
  const { value, growth, rank, basis } = row ?? { value: null, growth: null, rank: null, basis: null };
  if (value !== null || growth !== null || rank !== null) return { indicator: id, name, value, unit, growth, basis: growth === null ? basis : null, rank, hero };
  reportNoData(named, kind === "rank" ? "rank" : "value", at, desk);
  return null;
}
