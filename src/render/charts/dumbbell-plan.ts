/** Where the markers and labels of dumbbells stand, on a scale that gives all of them room without overlaps. */
import type { Qualifier } from "../../model/approximate.ts";
import { toNumber, type Figure } from "../../model/figure.ts";
import { printed } from "./printed.ts";
import { at, fitScale, type Need, type Scale } from "./scale.ts";
import { textWidth } from "./text-width.ts";

export interface Dumbbell {
  readonly last: Figure | null;
  readonly goal: Figure;
  /** The goal as written. */
  readonly wording: string;
}

export interface PlanInput {
  readonly radius: number;
  /** Size of the labels, in pixels. */
  readonly size: number;
  readonly left: number;
  readonly right: number;
}

export interface Label {
  readonly role: "last" | "goal";
  readonly text: string;
  readonly x: number;
  readonly align: "left" | "right";
}

/** One row, in pixels. */
export interface RowPlan {
  /** Null without a last figure. */
  readonly last: number | null;
  readonly goal: number;
  /** Tip of the arrow of 以上 or 不超过; the goal itself otherwise. */
  readonly tip: number;
  /** The higher end of a range; the goal itself otherwise. */
  readonly upper: number;
  /** Shift of the last marker up, and of a round goal down, where they would overlap. */
  readonly dodge: number;
  readonly labels: readonly Label[];
}

export interface LabelPlan {
  readonly scale: Scale;
  readonly rows: readonly RowPlan[];
}

/** One label on each side, or both on one side if one would otherwise stand across zero. */
type Sides = "split" | "left" | "right";

const GAP = 12;
/** Gap between two labels on the same side, in em. */
const APART = 0.9;
const ARROW = 96;
/** Gap between a dot on an arrow and the arrow's tick: enough for a shortened arrow. */
const ARROW_ROOM = 32;

/** Puts the label of the smaller value left and of the larger right, or both on one side, on the largest scale that fits them all. */
export function planLabels(rows: readonly Dumbbell[], input: PlanInput): LabelPlan {
  let sides: readonly Sides[] = rows.map((row) => (row.last !== null ? "split" : toNumber(row.goal) < 0 ? "left" : "right"));
  for (let turn = 0; ; turn += 1) {
    const needs = rows.flatMap((row, index) => needsOf(row, sides[index]!, input));
    const scale = fitScale(needs, input.left, input.right);
    const plans = rows.map((row, index) => planRow(row, sides[index]!, scale, input));
    const next = rows.map((row, index) => (sides[index] === "split" ? sidesOf(row, plans[index]!, scale, input.size) : sides[index]!));
    if (turn === 2 || next.every((now, index) => now === sides[index])) return { scale, rows: plans };
    sides = next;
  }
}

/** Keeps labels on the same side of zero as their values. */
function sidesOf(row: Dumbbell, plan: RowPlan, scale: Scale, size: number): Sides {
  if (row.last === null) return "split";
  const values = [toNumber(row.last), toNumber(row.goal)];
  const [left, right] = [plan.labels.find((label) => label.align === "right"), plan.labels.find((label) => label.align === "left")];
  if (left !== undefined && Math.min(...values) >= 0 && left.x - labelWidth(left, size) < scale.zero + 6) return "right";
  if (right !== undefined && Math.max(...values) <= 0 && right.x + labelWidth(right, size) > scale.zero - 6) return "left";
  return "split";
}

type Words = Pick<Label, "role" | "text">;

export function labelWidth(label: Words, size: number): number {
  return label.role === "last" ? textWidth(label.text, "numeral", size) : textWidth(label.text, "sans", goalSize(size)) * 1.03;
}

/** Goals are set in Sans, which looks larger than Serif numerals. */
export function goalSize(size: number): number {
  return size * 0.92;
}

/** How far a goal's marker reaches from its value. */
function reach(qualifier: Qualifier, radius: number): { readonly before: number; readonly after: number } {
  const arrow = Math.min(ARROW, radius * 6.4);
  if (qualifier === "at-least") return { before: 4, after: arrow };
  if (qualifier === "at-most") return { before: arrow, after: 4 };
  if (qualifier === "range") return { before: 4, after: 4 };
  return { before: radius + 2, after: radius + 2 };
}

/** The two labels, the one of the smaller value first; without a last figure only one. */
function wordsOf(row: Dumbbell): readonly Words[] {
  const goal: Words = { role: "goal", text: row.wording };
  if (row.last === null) return [goal];
  const last: Words = { role: "last", text: printed(row.last) };
  return toNumber(row.last) <= toNumber(row.goal) ? [last, goal] : [goal, last];
}

function needsOf(row: Dumbbell, sides: Sides, { radius, size }: PlanInput): Need[] {
  const words = wordsOf(row);
  const widths = words.map((label) => labelWidth(label, size) + GAP);
  const all = widths.reduce((sum, width) => sum + width, 0) + size * APART;
  const before = sides === "left" ? all : sides === "right" ? 0 : widths[0]!;
  const after = sides === "right" ? all : sides === "left" ? 0 : widths.at(-1)!;
  const markers = [{ value: toNumber(row.goal), ...reach(row.goal.qualifier, radius) }];
  if (row.goal.upper !== undefined) markers.push({ value: Number(row.goal.upper), ...reach(row.goal.qualifier, radius) });
  if (row.last !== null) markers.push({ value: toNumber(row.last), before: radius, after: radius });
  return markers.map((marker) => ({ value: marker.value, before: marker.before + before, after: marker.after + after }));
}

function planRow(row: Dumbbell, sides: Sides, scale: Scale, { radius, size }: PlanInput): RowPlan {
  const goal = at(scale, toNumber(row.goal));
  const last = row.last === null ? null : at(scale, toNumber(row.last));
  const { before, after } = reach(row.goal.qualifier, radius);
  const tip = row.goal.qualifier === "at-least" ? goal + after : row.goal.qualifier === "at-most" ? goal - before : goal;
  const upper = at(scale, Number(row.goal.upper ?? row.goal.value));
  const low = Math.min(goal - before, last === null ? Infinity : last - radius) - GAP;
  const high = Math.max(upper + after, last === null ? -Infinity : last + radius) + GAP;
  return { last, goal, tip, upper, dodge: row.goal.upper === undefined ? dodgeOf(last, goal, tip, radius) : dodgeRange(last, goal, upper, radius), labels: labelsOf(row, sides, low, high, size) };
}

/** A dot within a range, or close to it, goes above its line. */
function dodgeRange(last: number | null, low: number, high: number, radius: number): number {
  return last !== null && last > low - radius - 4 && last < high + radius + 4 ? radius * 1.2 : 0;
}

function dodgeOf(last: number | null, goal: number, tip: number, radius: number): number {
  if (last === null) return 0;
  if (tip === goal) return Math.abs(goal - last) < radius * 2 + 4 ? radius * 0.9 : 0;
  // A dot on an arrow must leave room for its tick and its head.
  const along = (last - goal) * Math.sign(tip - goal);
  return along > -radius - 5 && along < radius + ARROW_ROOM && along < Math.abs(tip - goal) + radius + 6 ? radius * 1.5 : 0;
}

function labelsOf(row: Dumbbell, sides: Sides, low: number, high: number, size: number): readonly Label[] {
  const [first, second] = wordsOf(row);
  if (second === undefined) return [sides === "left" ? { ...first!, x: low, align: "right" } : { ...first!, x: high, align: "left" }];
  switch (sides) {
    case "split":
      return [{ ...first!, x: low, align: "right" }, { ...second, x: high, align: "left" }];
    case "right":
      return [{ ...first!, x: high, align: "left" }, { ...second, x: high + labelWidth(first!, size) + size * APART, align: "left" }];
    case "left":
      return [{ ...first!, x: low - labelWidth(second, size) - size * APART, align: "right" }, { ...second, x: low, align: "right" }];
  }
}
