/** Indicators: what is measured, what was published, what is planned; and the projects under way. */
import type { Exception } from "./exception.ts";
import type { Figure } from "./figure.ts";
import { againstOf, type Growth } from "./growth.ts";
import { samePeriod, type Period } from "./period.ts";
import type { Focus } from "./photo.ts";
import type { Published } from "./published.ts";
import type { Span } from "./span.ts";

/** `flow` adds up over a period (GDP), `stock` is read at its end (population), `rate` is a percentage, `rank` a place. */
export type IndicatorKind = "flow" | "stock" | "rate" | "rank" | "index";
/** Price basis of growth: `nominal` 现价, `constant` 可比价, null when the source does not say. */
export type Basis = "nominal" | "constant";

export interface Indicator {
  readonly id: string;
  readonly name: string;
  /** Unit as printed after the number (亿元, 万人, %); empty for none. */
  readonly unit: string;
  readonly kind: IndicatorKind;
  readonly basis: Basis | null;
  /** Id of the whole this indicator is a part of. */
  readonly partOf: string | null;
  readonly better: "up" | "down" | null;
  readonly aliases: readonly string[];
  readonly source: string | null;
  readonly observations: readonly Observation[];
  readonly targets: readonly Target[];
  readonly span: Span;
  /** Set where a row of it could not be read: that is reported, and what misses the row is no mistake of its own. */
  readonly rowsLost?: true;
}

/** 快报, 初步, 最终; null when the source does not say. */
export type Status = "flash" | "preliminary" | "final";

/** One published row, exactly as the source printed it. */
export interface Observation {
  readonly indicator: string;
  readonly period: Period;
  /** Null is the deck's own area. */
  readonly area: string | null;
  readonly value: Published | null;
  /** How much it changed, and against what: by default on the previous year (同比). */
  readonly growth: Growth | null;
  /** What the column `basis` says: of the growth against what it is (年均, 比2010年), without a growth how the value was made (累计, 年均). */
  readonly basis: string | null;
  /** Place in a list, 1 is first. */
  readonly rank: number | null;
  readonly status: Status | null;
  readonly source: string | null;
  readonly note: string | null;
  /** Check exceptions written in its note. */
  readonly exceptions: readonly Exception[];
  readonly span: Span;
}

/** What a plan says about an indicator, in the report's own words. */
export interface Target {
  readonly indicator: string;
  readonly period: Period;
  /** As written: 增长8%左右. */
  readonly wording: string;
  readonly goal: Goal;
  /** What the wording adds: 达到309亿元, 力争更好结果; null for nothing. */
  readonly also: { readonly wording: string; readonly goal: Goal } | null;
  readonly span: Span;
}

/** How a target compares with its partner: 同步, 快于, 不低于, 低于. */
export type Relation = "in-step" | "faster" | "at-least-as-fast" | "slower";

export type Goal =
  /**
   * Growth in per cent (增长8%左右, 增长5%—5.5%); negative for 下降, where 以上 bounds it from above: 下降3%以上 is at most −3. `base` is against what,
   * in the report's words; null is the year before.
   */
  | { readonly type: "growth"; readonly figure: Figure; readonly base: string | null }
  /** A level, a count or a share (达到150亿元, 不超过5%, 新增1.2万人以上), in the wording's own unit. `base` says how it is made: 五年累计. */
  | { readonly type: "level"; readonly figure: Figure; readonly unit: string; readonly base: string | null }
  /** A change in percentage points (提高1个百分点); negative for a fall. */
  | { readonly type: "points"; readonly figure: Figure; readonly base: string | null }
  /** 与…同步, 快于…: never turned into a number. `indicator` is null where the partner is none of the table (全市平均). */
  | { readonly type: "compared"; readonly relation: Relation; readonly indicator: string | null; readonly name: string }
  /** More than the year before (实现正增长), less, or as much (与上年持平), without a number. */
  | { readonly type: "direction"; readonly direction: "up" | "down" | "flat" }
  /** 完成…, 达到上级要求: a task, not a number. */
  | { readonly type: "complete"; readonly wording: string }
  /** What is not understood, or says no more than it says: 保持稳定, 降幅收窄. */
  | { readonly type: "words"; readonly wording: string };

/** The number that a target sets; null where it sets none. */
export function figureOfGoal(goal: Goal): Figure | null {
  return goal.type === "growth" || goal.type === "level" || goal.type === "points" ? goal.figure : null;
}

/** Growth on the year before that a target sets, in per cent; null for any other. */
export function plannedRate(goal: Goal): Figure | null {
  return goal.type === "growth" && againstOf(goal.base) !== "other" ? goal.figure : null;
}

/** 建设 build, 开工 start building, 投产 start production, 交付 hand over, 争取 strive for, 启动 launch. */
export type Stage = "建设" | "开工" | "投产" | "交付" | "争取" | "启动";

export interface Project {
  readonly name: string;
  readonly section: string;
  readonly status: Stage;
  /** 主体 leads, 配合 supports; null when the source does not say. */
  readonly role: "主体" | "配合" | null;
  readonly due: string | null;
  /** Its photo as the table names it, with the place of the cell. */
  readonly photo: { readonly path: string; readonly focus: Focus; readonly credit: string; readonly span: Span } | null;
  readonly span: Span;
}

/** Stages in the order a project goes through them. */
export const STAGES: readonly Stage[] = ["争取", "启动", "开工", "建设", "投产", "交付"];

/** The row published for an indicator and a period; a null `area` is the deck's own. Null when there is none. */
export function findObservation(indicator: Indicator, period: Period, area: string | null = null): Observation | null {
  return indicator.observations.find((row) => row.area === area && samePeriod(row.period, period)) ?? null;
}

export function findTarget(indicator: Indicator, period: Period): Target | null {
  return indicator.targets.find((target) => samePeriod(target.period, period)) ?? null;
}

/** A plan's words for readers: 与gdp同步 and in step with gdp show the indicator's name instead of its id. */
export function showTarget(target: Target): string {
  const { goal, wording } = target;
  if (goal.type !== "compared" || goal.indicator === null) return wording;
  const { indicator, name } = goal;
  // Nobody writes an id in a report; a name that is one stays as it is.
  if (indicator === name || !/^[\w-]+$/.test(indicator)) return wording;
  return wording.replace(new RegExp(`(?<![\\w-])${indicator}(?![\\w-])`), (_, at: number) => (at === 0 ? name : insideSentence(name)));
}

/**
 * An English name inside a sentence: "Gross domestic product" begins with a small letter there. Abbreviations (GDP, R&D spending) keep their
 * capitals, as does a name in which a later word has one (Qinghe Zone output), since it may be a proper noun.
 */
function insideSentence(name: string): string {
  const [first = "", ...later] = name.split(" ");
  const proper = later.some((word) => /^\W*[A-Z][a-z]/.test(word));
  return /^[A-Z][a-z]+(?:-[a-z]+)*$/.test(first) && !proper ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export function findIndicator(indicators: readonly Indicator[], id: string): Indicator | null {
  return indicators.find((indicator) => indicator.id === id) ?? null;
}
