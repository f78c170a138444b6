/** A18: sums, changes and average growth of several years agree with the rows of those years. */
import { Big } from "big.js";
import { severalYearsMismatch } from "../../diagnostics/messages/numbers.ts";
import { exchange } from "../../model/convert-unit.ts";
import type { Deck } from "../../model/deck.ts";
import { fallOf } from "../../model/growth.ts";
import { intervalOf } from "../../model/figure-interval.ts";
import { parseFigure, type Figure } from "../../model/figure.ts";
import { findIndicator, type Indicator, type Observation } from "../../model/indicator.ts";
import { add, isApart, isPositive, multiply, pointInterval, scale, subtract, type Interval } from "../../model/interval.ts";
import type { Period } from "../../model/period.ts";
import { numberOf } from "../../model/published.ts";
import { isMoney } from "../../model/unit.ts";
import type { Reading } from "../../language/reading.ts";
import { placeIn } from "../../language/wording.ts";
import type { Rule } from "../rule.ts";
import { findReadings } from "./readings.ts";
import { indexRows } from "./rows.ts";
import { periodText, placeText } from "./words.ts";

/** A row with its value. */
interface Level {
  readonly row: Observation;
  readonly figure: Figure;
}

type Years = Extract<Period, { type: "years" }>;

/** What follows from the rows: whether the text agrees, the value as a reader would work it out, and the rows. */
interface Computed {
  readonly agrees: boolean;
  readonly text: string;
  readonly from: readonly Level[];
}

export const checkSeveralYears: Rule = ({ deck, passages, report }) => {
  for (const passage of passages) {
    if (passage.cell !== null) continue;
    for (const reading of findReadings(passage, deck)) {
      const { period, indicator, start, end, text } = reading;
      const computed = period.type === "years" ? compute(reading, period, deck) : null;
      if (computed === null || computed.agrees) continue;
      report(severalYearsMismatch(placeIn(passage, start, end), text, indicator.name, periodText(period), computed.text, computed.from.map(({ row }) => placeText(row.span))));
    }
  }
};

/** Null where rows are missing, or where the years have a row of their own (A11). */
function compute({ indicator: { id }, measure, area }: Reading, period: Years, { indicators }: Deck): Computed | null {
  const rows = indexRows(indicators);
  const indicator = findIndicator(indicators, id);
  if (indicator === null || measure.type === "rank" || rows.observation(id, period, area) !== null) return null;
  const levelOf = (year: number): Level | null => {
    const row = rows.observation(id, { type: "year", year }, area);
    const figure = numberOf(row?.value ?? null);
    return row === null || figure === null ? null : { row, figure };
  };
  const read = parseFigure(measure.figure);
  const said = read !== null && measure.falls ? fallOf(read) : read;
  if (said === null) return null;
  const rate = measure.unit === indicator.unit ? null : exchange(measure.unit, indicator.unit);
  const values = rate === null ? intervalOf(said) : scale(scale(intervalOf(said), rate.from), new Big(1).div(rate.to));
  if (measure.type === "sum") return sumOf(period, indicator, values, levelOf);
  const [before, now] = [levelOf(period.first - 1), levelOf(period.year)];
  if (before === null || now === null) return null;
  if (measure.type === "average") return averageOf(before, now, period.year - period.first + 1, said, indicator);
  const change = new Big(now.figure.value).minus(before.figure.value);
  const unit = measure.type === "points" ? "个百分点" : indicator.unit;
  return { agrees: !isApart(subtract(intervalOf(now.figure), intervalOf(before.figure)), values), text: `${change.toFixed()}${unit}`, from: [before, now] };
}

function sumOf({ first, year }: Years, { unit }: Indicator, said: Interval, levelOf: (year: number) => Level | null): Computed | null {
  const levels = Array.from({ length: year - first + 1 }, (_, index) => levelOf(first + index)).filter((level) => level !== null);
  if (levels.length <= year - first) return null;
  const sum = levels.reduce((all, { figure }) => add(all, intervalOf(figure)), pointInterval(new Big(0)));
  const text = levels.reduce((all, { figure }) => all.plus(figure.value), new Big(0)).toFixed();
  return { agrees: !isApart(sum, said), text: `${text}${unit}`, from: levels };
}

/** At constant prices growth does not follow from the levels, and money whose basis is not said may be either. */
function averageOf(before: Level, now: Level, years: number, said: Figure, { unit, basis, kind }: Indicator): Computed | null {
  const [base, level] = [intervalOf(before.figure), intervalOf(now.figure)];
  if (basis === "constant" || (basis === null && isMoney(unit)) || (kind !== "flow" && kind !== "stock") || !isPositive(base) || !isPositive(level)) return null;
  const factor = scale(add(intervalOf(said), pointInterval(new Big(100))), new Big("0.01"));
  const grown = Array.from({ length: years }).reduce<Interval | null>((all) => (all === null ? null : multiply(all, factor)), base);
  const rate = ((Number(now.figure.value) / Number(before.figure.value)) ** (1 / years) - 1) * 100;
  return grown === null ? null : { agrees: !isApart(grown, level), text: `${rate.toFixed(Math.max(1, said.decimals))}%`, from: [before, now] };
}
