/** Indicators: what is measured, what was published, what is planned; and the projects under way. */
import type { Exception } from "./exception.ts";
import type { Figure } from "./figure.ts";
import { samePeriod, type Period } from "./period.ts";
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
}

/** 快报, 初步, 最终; null when the source does not say. */
export type Status = "flash" | "preliminary" | "final";

/** One published row, exactly as the source printed it. */
export interface Observation {
  readonly indicator: string;
  readonly period: Period;
  /** Null is the deck's own area. */
  readonly area: string | null;
  readonly value: Figure | null;
  /** Growth on the previous year (同比), in per cent. */
  readonly growth: Figure | null;
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
  readonly span: Span;
}

export type Goal =
  /** Growth in per cent (增长8%左右); negative for 下降, where 以上 bounds it from above: 下降3%以上 is at most −3. */
  | { readonly type: "growth"; readonly figure: Figure }
  /** A level in the indicator's unit (达到150亿元, 不超过5%). */
  | { readonly type: "level"; readonly figure: Figure; readonly unit: string }
  /** 与…同步: never turned into a number. */
  | { readonly type: "in-step-with"; readonly indicator: string; readonly name: string }
  /** 完成…: a task, not a number. */
  | { readonly type: "complete"; readonly wording: string };

/** 建设 build, 开工 start building, 投产 start production, 交付 hand over, 争取 strive for, 启动 launch. */
export type Stage = "建设" | "开工" | "投产" | "交付" | "争取" | "启动";

export interface Project {
  readonly name: string;
  readonly section: string;
  readonly status: Stage;
  /** 主体 leads, 配合 supports; null when the source does not say. */
  readonly role: "主体" | "配合" | null;
  readonly due: string | null;
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
  if (goal.type !== "in-step-with") return wording;
  const { indicator, name } = goal;
  return wording.replace(`与${indicator}`, () => `与${name}`).replace(`with ${indicator}`, () => `with ${name}`);
}

export function findIndicator(indicators: readonly Indicator[], id: string): Indicator | null {
  return indicators.find((indicator) => indicator.id === id) ?? null;
}
