/** What the tables publish, one entry for each figure that a sentence may say. */
import type { ReferenceField } from "../../../model/deck.ts";
import { readEnglishUnit } from "../../../model/english-unit.ts";
import type { Figure } from "../../../model/figure.ts";
import type { Growth } from "../../../model/growth.ts";
import { showTarget, type Goal, type Indicator, type Observation, type Target } from "../../../model/indicator.ts";
import { isFigure, numberOf } from "../../../model/published.ts";
import { formatFigure, isMoney, splitUnit } from "../../../model/unit.ts";
import type { Kind } from "./said.ts";

/** A figure of a table. */
export interface Entry {
  readonly indicator: Indicator;
  readonly row: Observation | Target;
  readonly field: ReferenceField;
  /** As every other surface shows it. */
  readonly published: string;
  readonly kind: Kind;
  /** Plain decimal text, without sign, and the power of ten of its unit. */
  readonly value: string;
  readonly power: number;
  /** What it counts; null where the table doesn't say. */
  readonly base: string | null;
  readonly area: string | null;
  /** Against what a growth is, if not the year before: 比年初. */
  readonly against: string | null;
}

type Measured = Pick<Entry, "kind" | "value" | "power" | "base" | "against">;

/** All of them, ready to be looked up. */
export interface Tables {
  /** By indicator. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Names of areas, with the indicators that have rows of them. */
  readonly areas: ReadonlyMap<string, readonly string[]>;
}

const made = new WeakMap<readonly Indicator[], Tables>();

/** Made once per set of tables. */
export function tablesOf(indicators: readonly Indicator[]): Tables {
  const known = made.get(indicators);
  if (known !== undefined) return known;
  const entries = new Map(indicators.map((indicator) => [indicator.id, [...indicator.observations.flatMap((row) => observed(indicator, row)), ...indicator.targets.flatMap((row) => planned(indicator, row))]]));
  const areas = new Map<string, string[]>();
  for (const { id, observations } of indicators) {
    for (const area of new Set(observations.flatMap((row) => (row.area === null ? [] : [row.area])))) areas.set(area, [...(areas.get(area) ?? []), id]);
  }
  const tables = { entries, areas };
  made.set(indicators, tables);
  return tables;
}

function observed(indicator: Indicator, row: Observation): Entry[] {
  const { value, growth, rank, area } = row;
  const level = numberOf(value);
  const change = rateOf(growth);
  return [
    ...(value === null || level === null || level.upper !== undefined ? [] : [{ ...counted(level, indicator.unit), indicator, row, field: "figure" as const, published: formatFigure(value, indicator.unit), area }]),
    ...(value === null || isFigure(value) || value.form !== "ratio" ? [] : [{ kind: "ratio" as const, value: value.numbers.join(":"), power: 0, base: null, against: null, indicator, row, field: "figure" as const, published: value.raw, area }]),
    ...(growth === null || change === null ? [] : [{ ...change, indicator, row, field: "growth" as const, published: growth.raw, area }]),
    ...(rank === null ? [] : [{ kind: "place" as const, value: `${rank}`, power: 0, base: null, against: null, indicator, row, field: "rank" as const, published: `${rank}`, area }]),
  ];
}

/** Growth on the year before or on its end, as a rate or in points. */
function rateOf(growth: Growth | null): Measured | null {
  const against = growth?.against === "other" ? (growth.base ?? "") : null;
  if (growth?.figure == null || (against !== null && !against.endsWith("年初")) || growth.figure.upper !== undefined || growth.figure.value === "0") return null;
  if (growth.measure !== "percent" && growth.measure !== "points") return null;
  return { kind: growth.measure, value: plain(growth.figure), power: 0, base: null, against };
}

function planned(indicator: Indicator, row: Target): Entry[] {
  return [row.goal, ...(row.also === null ? [] : [row.also.goal])].flatMap((goal): Entry[] => {
    return goalsOf(goal, indicator).map((measured) => ({ ...measured, indicator, row, field: "target", published: showTarget(row), area: null }));
  });
}

/** Both ends of 5%—5.5%. */
function goalsOf(goal: Goal, { unit }: Indicator): Measured[] {
  if (goal.type !== "growth" && goal.type !== "level" && goal.type !== "points") return [];
  const { upper, ...first } = goal.figure;
  const ends = upper === undefined ? [first] : [first, { ...first, value: upper }];
  if (goal.type === "level") return ends.map((end) => counted(end, goal.unit === "" ? unit : goal.unit));
  return ends.map((end) => ({ kind: goal.type === "growth" ? "percent" : "points", value: plain(end), power: 0, base: null, against: null }));
}

function plain({ value }: Figure): string {
  return value.replace("-", "");
}

function counted(figure: Figure, unit: string): Measured {
  if (/[%％]/.test(figure.raw) || /^[%％]$/.test(unit)) return { kind: "percent", value: plain(figure), power: 0, base: null, against: null };
  return { kind: "count", value: plain(figure), ...scaleOf(unit), against: null };
}

const POWERS: ReadonlyMap<string, number> = new Map([["k", 3], ["m", 6], ["mn", 6], ["bn", 9], ["tn", 12], ["thousand", 3], ["million", 6], ["billion", 9], ["trillion", 12]]);
/** £m, thousand tonnes, million euros. */
const SCALED = /^(?:[A-Z]{0,3}[$£€¥] ?)?(k|m|mn|bn|tn|thousand|million|billion|trillion)\b/i;
/** Words for money; the reader of English says of a number no more than that it is money. */
export const MONEY = /[$£€¥]|\b(?:yuan|renminbi|dollars?|euros?|pounds?|sterling|crowns?|francs?|rupees?|rand|pesos?|kron\w+|CNY|RMB|USD|EUR|GBP|NOK|SEK|DKK|CHF)\b/i;

function scaleOf(unit: string): Pick<Entry, "power" | "base"> {
  if (/\p{Script=Han}/u.test(unit)) return splitUnit(unit);
  const power = readEnglishUnit(unit)?.power ?? POWERS.get(SCALED.exec(unit)?.[1]?.toLowerCase() ?? "") ?? 0;
  return { power, base: unit === "" ? null : MONEY.test(unit) || isMoney(unit) ? "money" : "other" };
}
