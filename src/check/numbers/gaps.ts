/** A16: 快于年度目标0.2个百分点 agrees with the two figures it compares. */
import { Big } from "big.js";
import { gapMismatch } from "../../diagnostics/messages/numbers.ts";
import type { Deck } from "../../model/deck.ts";
import { intervalOf } from "../../model/figure-interval.ts";
import { parseFigure } from "../../model/figure.ts";
import { rateOnYear } from "../../model/growth.ts";
import { findIndicator, showTarget, type Indicator, type Observation } from "../../model/indicator.ts";
import { isApart, pointInterval, subtract, type Interval } from "../../model/interval.ts";
import type { Span } from "../../model/span.ts";
import { placeIn } from "../../language/wording.ts";
import type { Period } from "../../model/period.ts";
import { numberOf } from "../../model/published.ts";
import type { Passage } from "../passages.ts";
import type { Rule } from "../rule.ts";
import { findReadings } from "./readings.ts";
import { indexRows, yearBefore } from "./rows.ts";
import { placeText } from "./words.ts";

const POINTS = "((?:约|近|超过?|逾)?\\d+(?:\\.\\d+)?)个百分点";
/** 快于全国0.2个百分点, 比全国高0.2个百分点: what is compared, and whether the first is to be the larger. */
const GAPS: readonly { readonly pattern: RegExp; readonly partner: number; readonly word: number; readonly points: number }[] = [
  { pattern: new RegExp(`(快于|高于|好于|高出|快过|领先于?|低于|慢于)([^，。；、：\\d]{1,24}?)${POINTS}`, "g"), word: 1, partner: 2, points: 3 },
  { pattern: new RegExp(`比([^，。；、：\\d]{1,20}?)(快|高|低|慢)出?${POINTS}`, "g"), partner: 1, word: 2, points: 3 },
];
/** Between the figure and the comparison. */
const BETWEEN = /^[，、（(]?(?:增速|增幅|增长|分别|均|也|仍)*$/;

/** One side of a comparison: its figure as published, and the values it may stand for. */
interface Side {
  readonly text: string;
  readonly values: Interval;
  readonly span: Span;
}

/** A rate that the text gives, typed or bound. */
interface Rate {
  /** Where it ends in the passage. */
  readonly end: number;
  readonly indicator: Pick<Indicator, "id" | "name">;
  readonly field: "growth" | "value";
  readonly period: Period;
  readonly area: string | null;
}

export const checkGaps: Rule = ({ deck, passages, report }) => {
  for (const passage of passages) {
    if (passage.cell !== null || !passage.text.includes("个百分点")) continue;
    const rates = ratesIn(passage, deck);
    for (const { pattern, partner, word, points } of rates.length === 0 ? [] : GAPS) {
      for (const match of passage.text.matchAll(pattern)) {
        const rate = rates.findLast(({ end }) => end <= match.index);
        if (rate === undefined || !BETWEEN.test(passage.text.slice(rate.end, match.index))) continue;
        const [own, other, said] = [ownSide(rate, deck), otherSide(match[partner]!, rate, deck), parseFigure(match[points]!)];
        if (own === null || other === null || said === null) continue;
        const gap = /[低慢]/.test(match[word]!) ? subtract(other.values, own.values) : subtract(own.values, other.values);
        if (!isApart(gap, intervalOf(said))) continue;
        const span = placeIn(passage, match.index, match.index + match[0].length);
        report(gapMismatch(span, match[0], { name: rate.indicator.name, figure: own.text, place: placeText(own.span) }, { figure: other.text, place: placeText(other.span) }));
      }
    }
  }
};

/** In text order. */
function ratesIn(passage: Passage, deck: Deck): Rate[] {
  const typed = findReadings(passage, deck).flatMap(({ end, indicator, measure, period, area }): Rate[] => {
    if (measure.type === "growth") return [{ end, indicator, field: "growth", period, area }];
    return measure.type === "level" && indicator.unit === "%" ? [{ end, indicator, field: "value", period, area }] : [];
  });
  const bound = passage.pieces.flatMap(({ figure, start, text }): Rate[] => {
    const indicator = figure === null ? null : findIndicator(deck.indicators, figure.indicator);
    if (figure === null || indicator === null) return [];
    const field = figure.field === "growth" ? "growth" : (figure.field === "figure" || figure.field === "value") && indicator.unit === "%" ? "value" : null;
    return field === null ? [] : [{ end: start + text.length, indicator, field, period: figure.period, area: figure.area }];
  });
  return [...typed, ...bound].toSorted((a, b) => a.end - b.end);
}

function ownSide({ indicator, field, period, area }: Rate, deck: Deck): Side | null {
  const row = indexRows(deck.indicators).observation(indicator.id, period, area);
  return sideOf(row, field);
}

/** What the words behind 快于 name: a target, the year before, another indicator, another area; null for anything else. */
function otherSide(words: string, { indicator, field, period, area }: Rate, deck: Deck): Side | null {
  const rows = indexRows(deck.indicators);
  const pick = (id: string, when: Period, where: string | null): Side | null => {
    const row = rows.observation(id, when, where);
    return sideOf(row, field);
  };
  if (/目标|预期|计划/.test(words)) {
    const target = rows.target(indicator.id, period);
    const goal = target?.goal;
    if (target === null || goal === undefined || goal.type !== (field === "growth" ? "growth" : "level") || goal.figure.qualifier !== "exact") return null;
    // A plan is set, not measured.
    return { text: showTarget(target), values: pointInterval(new Big(goal.figure.value)), span: target.span };
  }
  if (/^(?:上年|去年)/.test(words)) return pick(indicator.id, yearBefore(period), area);
  const named = deck.indicators.find(({ name, aliases }) => [name, ...aliases].some((one) => words.startsWith(one))) ?? counterpart(words, indicator.name, deck);
  if (named !== undefined && field === "growth") return pick(named.id, period, area);
  const where = findIndicator(deck.indicators, indicator.id)?.observations.find((row) => row.area !== null && words.startsWith(row.area))?.area ?? null;
  return where === null ? null : pick(indicator.id, period, where);
}

/** What two indicators differ in, and all that a comparison says of the other one: 快于城镇居民1.6个百分点. */
const COUNTERPARTS = [["农村", "城镇"], ["城镇", "农村"]] as const;

function counterpart(words: string, name: string, { indicators }: Deck): Indicator | undefined {
  const pair = COUNTERPARTS.find(([own, other]) => name.startsWith(own) && words.startsWith(other));
  return pair === undefined || !/^(?:城镇|农村)(?:居民)?(?:收入)?(?:增速|增幅)?$/.test(words) ? undefined : indicators.find((one) => one.name === name.replace(pair[0], pair[1]));
}

function sideOf(row: Observation | null, field: Rate["field"]): Side | null {
  const figure = row === null ? null : field === "growth" ? rateOnYear(row.growth) : numberOf(row.value);
  return row === null || figure === null || figure.value.startsWith("-") ? null : { text: figure.raw, values: intervalOf(figure), span: row.span };
}
