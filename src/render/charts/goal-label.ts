/** A target's figure as the largest thing of its row, with the words around it beside it in small type: 8% 左右. */
import type { TargetRow } from "../../model/chart.ts";
import { growthText, percentOf } from "../../model/growth.ts";
import { toNumber, type Figure } from "../../model/figure.ts";
import { text, type Mark, type Point } from "./marks.ts";
import { printed, withMinus } from "./printed.ts";
import { textWidth } from "./text-width.ts";
import type { Frame } from "./frame.ts";

/** A row with its place in the data table. */
export type GoalRow = TargetRow & { readonly datum: number; readonly rate: Figure };

/** Growth of the year before, where it has a place on the scale of the targets. */
export interface Last {
  readonly value: number;
  /** 2021年11.6%. */
  readonly text: string;
}

const NUMBER = /^(\D*?)([+\-−]?\d[\d,.]*[%％]?(?:[—–~～至-][+\-−]?\d[\d,.]*[%％]?)?)(.*)$/su;
/** Size of the words around a number, as a share of it, and the least that a hall reads, in pixels of a chart 1696 wide. */
export const SMALL = { share: 0.38, least: 34 } as const;

function partsOf(label: string): readonly [before: string, number: string, after: string] {
  const match = NUMBER.exec(withMinus(label));
  return match === null ? ["", withMinus(label), ""] : [match[1]!.trim(), match[2]!, match[3]!.trim()];
}

function smallSize(size: number, unit: number): number {
  return Math.max(SMALL.least * unit, size * SMALL.share);
}

/** Width in pixels; `unit` is a pixel of a chart 1696 wide. */
export function goalWidth(label: string, size: number, unit: number): number {
  const [before, number, after] = partsOf(label);
  const small = smallSize(size, unit);
  const words = [before, after].filter((part) => part !== "");
  return textWidth(number, "numeral", size) * 1.02 + words.reduce((sum, part) => sum + textWidth(part, "sans", small) * 1.04 + size * 0.06, 0);
}

/** Begins at `left`, on the baseline `y`. */
export function drawGoal(label: string, [left, y]: Point, size: number, unit: number, fill: string, role: "plan" | "inside", order: number): readonly Mark[] {
  const [before, number, after] = partsOf(label);
  const small = smallSize(size, unit);
  const gap = size * 0.06;
  const start = before === "" ? left : left + textWidth(before, "sans", small) * 1.04 + gap;
  const end = start + textWidth(number, "numeral", size) * 1.02 + gap;
  const word = (content: string, x: number): readonly Mark[] => (content === "" ? [] : [text(role, [x, y], content, { size: small, face: "sans", weight: 700, fill, align: "left" }, ["fade", order])]);
  return [...word(before, left), text(role, [start, y], number, { size, face: "numeral", weight: 600, fill, align: "left" }, ["fade", order]), ...word(after, end)];
}

/** Null where no growth was published, or one that has no place on the scale. */
export function lastOf({ last }: TargetRow, from: string, { plot }: Frame): Last | null {
  const rate = last === null || last.against === "other" ? null : percentOf(last);
  return rate === null || last === null ? null : { value: toNumber(rate), text: plot.grewIn(from, last.base === null ? printed({ ...rate, raw: last.raw }) : withMinus(growthText(last))) };
}

/** Whether a target is open in the direction of its value: 8%以上, 下降3%以上. */
export function isOpen({ qualifier, value }: Figure): boolean {
  return value.startsWith("-") ? qualifier === "at-most" : qualifier === "at-least";
}

/** The figure as its bar shows it: the words 左右 and 近 stand beside it, and an open end has a mark of its own. */
export function barFigure(rate: Figure): Figure {
  return isOpen(rate) || rate.qualifier === "about" || rate.qualifier === "nearly" ? { ...rate, qualifier: "exact" } : rate.qualifier === "at-least" ? { ...rate, qualifier: "at-most" } : rate;
}
