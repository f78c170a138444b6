/** One indicator over time: its level as columns, its growth as a line below, or its rank; gaps stay gaps. */
import type { Chart } from "../../../model/chart.ts";
import { farEnd, toNumber, type Figure } from "../../../model/figure.ts";
import { percentOf } from "../../../model/growth.ts";
import type { Period } from "../../../model/period.ts";
import { numberOf } from "../../../model/published.ts";
import { printed, printedGrowth } from "../../../render/charts/printed.ts";
import { textWidth } from "../../../render/charts/text-width.ts";
import type { Box } from "../../units.ts";
import { figureCell, isRough, markLook } from "./looks.ts";
import type { Plot, Point } from "./plot.ts";
import { words, type ChartLayout, type Stage } from "./stage.ts";
import type { Cell } from "./workbook.ts";

const TITLE = 58;
const NAMES = 76;

/** One period: what is published, and the number that sets its place; null is a gap. */
interface Dot {
  readonly name: string;
  readonly text: string;
  readonly figure: Figure | null;
  readonly accent: boolean;
}

export function trendLayout(chart: Extract<Chart, { type: "trend" }>, stage: Stage): ChartLayout {
  const { box, frame } = stage;
  const { points } = chart;
  const names = periodNames(points.map(({ period }) => period), stage);
  const latest = (field: "value" | "growth"): number => points.findLastIndex((point) => point[field] !== null);
  const levels = points.map(({ value }, index): Dot => ({ name: names[index]!, text: value === null ? "" : printed(value), figure: numberOf(value), accent: index === latest("value") }));
  const rates = points.map(({ growth }, index): Dot => ({ name: names[index]!, text: growth === null ? "" : printedGrowth(growth), figure: growth === null || growth.against === "other" ? null : percentOf(growth), accent: index === latest("growth") }));
  const [hasLevels, hasRates] = [levels, rates].map((some) => some.some(({ text }) => text !== "")) as [boolean, boolean];
  const gap = (hasLevels && levels.some(({ text }) => text === "")) || (hasRates && rates.some(({ text }) => text === ""));
  const foot = gap ? 44 : 0;
  const whole = box.height - foot;
  const split = !hasRates ? whole : hasLevels ? (whole - NAMES) * 0.6 : 0;
  const upper = { ...box, height: split };
  const lower = { ...box, y: box.y + split, height: whole - split };
  const title = (text: string, { y }: Box): ChartLayout["shapes"][number] => words(text, { x: box.x, y, width: box.width, height: TITLE }, { size: 38, ink: "muted", face: "sans" });
  const [levelTitle, rateTitle] = [frame.plot.levelPanel(chart.unit), frame.plot.growthPanel];
  return {
    plots: [...(hasLevels ? [columns(levels, upper, frame.plot.withUnit(chart.name, chart.unit), !hasRates)] : []), ...(hasRates ? [course(rates, lower, rateTitle)] : [])],
    shapes: [
      ...(hasLevels ? [title(levelTitle, upper)] : []), ...(hasRates ? [title(rateTitle, lower)] : []),
      ...(gap ? [words(frame.plot.gap, { x: box.x, y: box.y + whole, width: box.width, height: foot }, { size: 32, ink: "muted", face: "sans" }, "r")] : []),
    ],
  };
}

/** A year stands once, at the first of its quarters or months. */
function periodNames(periods: readonly Period[], { frame: { plot } }: Stage): readonly string[] {
  const ticks = periods.map((period) => plot.tick(period));
  return ticks.map(([first, year], index) => (year === "" || ticks[index - 1]?.[1] === year ? first : `${first} ${year}`));
}

/** Largest type in which a label fits above its period, and which labels are left out where even the least does not. */
function labelSize(dots: readonly Dot[], width: number, largest: number): { readonly size: number; readonly shown: (index: number) => boolean } {
  const step = width / dots.length;
  const widest = Math.max(1, ...dots.map(({ text }) => textWidth(text, "numeral", 1)));
  const every = Math.max(1, Math.ceil((widest * Math.min(largest, 28)) / (step * 0.94)));
  const last = dots.findLastIndex(({ text }) => text !== "");
  return { size: Math.min(largest, (step * every * 0.94) / widest), shown: (index) => (last - index) % every === 0 };
}

function cellOf({ figure, text }: Dot): Cell | null {
  if (text === "") return null;
  return figure === null ? { type: "text", text } : figureCell(`${figure.upper !== undefined && !figure.value.startsWith("-") ? figure.upper : figure.value}`, text);
}

function formatOf(dot: Dot): string {
  const cell = cellOf(dot);
  return cell?.type === "number" ? cell.format : "";
}

/** Below a point that lies lower than its neighbours, so that no line crosses its label. First place is on top. */
function sidesOf(dots: readonly Dot[]): readonly ("t" | "b")[] {
  const height = (index: number): number | null => {
    const figure = dots[index]?.figure ?? null;
    return figure === null ? null : -toNumber(figure);
  };
  return dots.map((_, index) => {
    const [own, before, after] = [height(index), height(index - 1), height(index + 1)];
    const beside = [before, after].filter((one) => one !== null);
    return own !== null && beside.length > 0 && beside.every((one) => one > own) ? "b" : "t";
  });
}

function tableOf(dots: readonly Dot[], head: string): Plot["table"] {
  return { head: [head], rows: dots.map((dot) => ({ name: dot.name, cells: [cellOf(dot)] })) };
}

/** Type of the periods: one line each, however narrow their bands. */
function nameSize(dots: readonly Dot[], width: number): number {
  const widest = Math.max(1, ...dots.map(({ name }) => textWidth(name.split(" ").toSorted((a, b) => b.length - a.length)[0]!, "sans", 1)));
  return Math.max(18, Math.min(44, (width / dots.length) * 0.92 / widest));
}

function columns(dots: readonly Dot[], box: Box, head: string, named: boolean): Plot {
  const { size, shown } = labelSize(dots, box.width, Math.min(84, box.height * 0.18));
  const values = dots.flatMap(({ figure }) => (figure === null ? [] : [farEnd(figure)]));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const over = TITLE + (high > 0 ? size * 1.2 : 0);
  const inner: Box = { ...box, y: box.y + over, height: box.height - over - (low < 0 ? size * 1.2 : 0) - (named ? NAMES : 4) };
  const points = dots.map((dot, index): Point => ({
    look: markLook(dot.accent ? "accent" : "bar", dot.figure !== null && (isRough(dot.figure) || dot.figure.qualifier === "range") ? "hatched" : "solid"),
    label: dot.figure !== null && shown(index) ? { format: formatOf(dot), size, ink: dot.accent ? "accent" : "text", position: "outEnd" } : null,
  }));
  return {
    box, inner, direction: "standing", stacked: false, table: tableOf(dots, head), series: [{ column: 0, as: "bar", points }], gap: 66, overlap: 0,
    scale: { low: low < 0 ? null : 0, high: high > 0 ? null : 0 }, names: named ? { size: nameSize(dots, box.width), ink: "text" } : null,
  };
}

function course(dots: readonly Dot[], box: Box, head: string): Plot {
  const { size, shown } = labelSize(dots, box.width, Math.min(58, box.height * 0.18));
  const values = dots.flatMap(({ figure }) => (figure === null ? [] : [toNumber(figure)]));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = size * 1.5;
  const inner: Box = { ...box, y: box.y + TITLE + room, height: Math.max(40, box.height - TITLE - room - NAMES - (low < 0 ? room : 8)) };
  const points = dots.map((dot, index): Point => ({
    look: dot.figure !== null && dot.figure.qualifier !== "exact" ? markLook("ground", "solid").replace("<a:ln><a:noFill/></a:ln>", openRim(dot.accent)) : markLook(dot.accent ? "accent" : "text", "solid"),
    label: dot.figure !== null && shown(index) ? { format: formatOf(dot), size, ink: dot.accent ? "accent" : "text", position: "t" } : null,
  }));
  return {
    box, inner, direction: "standing", stacked: false, table: tableOf(dots, head), series: [{ column: 0, as: "line", points }], gap: 66, overlap: 0,
    scale: { low: low < 0 ? null : 0, high: high > 0 ? null : 0 }, names: { size: nameSize(dots, box.width), ink: "text" },
  };
}

/** Hollow points are approximate. */
function openRim(accent: boolean): string {
  return `<a:ln w="28575"><a:solidFill><a:schemeClr val="${accent ? "accent1" : "tx1"}"/></a:solidFill></a:ln>`;
}

/** First place on top. */
export function rankLayout(chart: Extract<Chart, { type: "rank" }>, stage: Stage): ChartLayout {
  const { box, frame } = stage;
  const last = chart.points.findLastIndex(({ rank }) => rank !== null);
  const names = periodNames(chart.points.map(({ period }) => period), stage);
  const dots = chart.points.map(({ rank }, index): Dot => ({
    name: names[index]!, text: rank === null ? "" : frame.words.place(rank), accent: index === last,
    figure: rank === null ? null : { raw: `${rank}`, value: `${rank}`, decimals: 0, qualifier: "exact" },
  }));
  const gap = dots.some(({ text }) => text === "");
  const height = box.height - (gap ? 44 : 0);
  const { size, shown } = labelSize(dots, box.width, 80);
  const sides = sidesOf(dots);
  const worst = Math.max(2, ...chart.points.map(({ rank }) => rank ?? 1));
  const inner: Box = { ...box, y: box.y + size * 1.5, height: height - size * 2 - NAMES };
  const points = dots.map((dot, index): Point => ({ look: markLook(dot.accent ? "accent" : "text", "solid"), label: dot.figure !== null && shown(index) ? { format: formatOf(dot), size, ink: dot.accent ? "accent" : "text", position: sides[index]! } : null }));
  const plot: Plot = {
    box: { ...box, height }, inner, direction: "standing", stacked: false, table: tableOf(dots, chart.name), series: [{ column: 0, as: "line", points }], gap: 66, overlap: 0,
    scale: { low: 1, high: worst + (worst - 1) * (sides.includes("b") ? 0.3 : 0.15), falling: true }, names: { size: nameSize(dots, box.width), ink: "text" },
  };
  return { plots: [plot], shapes: gap ? [words(frame.plot.gap, { x: box.x, y: box.y + height, width: box.width, height: 44 }, { size: 32, ink: "muted", face: "sans" }, "r")] : [] };
}
