/** Size of a chart on an upright screen of 1080 × 1920: as high as its rows need, and as the words of its slide leave; and in the long picture for phones. */
import type { Chart } from "../../model/chart.ts";
import { textWidth } from "../../model/text-width.ts";
import { clamp, type Drawing, type Frame, type Size } from "./frame.ts";

/** Pixels between the margins, as in portrait.css, and from the top margin to a foot of two lines. */
const WIDTH = 936;
const HEIGHT = 1750;
/** A kicker, and the gap below the head. */
const KICKER = 66;
const GAP = 56;
/** Em on a line of the title and of the lead, and the height of such a line. */
const TITLE = { line: 9.6, height: 120 } as const;
const LEAD = { line: 20, height: 66, above: 48 } as const;
/** Type and lines of the caption; a key stands before its words, and keys stand apart. */
const CAPTION = { size: 32, height: 46, above: 32, gap: 14, key: 56, apart: 44 } as const;
const LEAST = 420;
/** A drawing with few rows is enlarged this much at most, unless a name is longer than this many em. */
const ENLARGED = 1.3;
const LONG = 12;
/** Heights of drawings that have no rows: a course over the years, parts of a whole. */
const COURSE = 1040;

/** A drawing for the long picture: 720 units are 960 of its 1080 pixels, so type of 30 is 40 pixels there. Its rows stand closer than on a screen in a hall, but for those with words above their bars. */
const PHONE = { width: 720, least: 30, rows: 0.8 } as const;

/** The words of a slide that stand above its chart. */
export interface WordsAbove {
  readonly kicker: string;
  readonly title: string;
  readonly lead: string;
}

/** Pixels that the words above leave for a chart and its caption. */
export function uprightRoom({ kicker, title, lead }: WordsAbove): number {
  const head = (kicker === "" ? 0 : KICKER) + linesOf(title, TITLE.line) * TITLE.height + GAP;
  return HEIGHT - head - (lead === "" ? 0 : LEAD.above + linesOf(lead, LEAD.line) * LEAD.height);
}

/** Lines of a text; words of Latin letters leave more room at their ends. */
function linesOf(text: string, line: number): number {
  return Math.ceil((textWidth(text) * (/[A-Za-z]{4}/.test(text) ? 1.2 : 1)) / line);
}

/** Units of the drawing's own; the page scales it to its width. */
export function uprightSize(chart: Chart, drawing: Drawing, room: number): Size {
  const free = Math.max(LEAST, room - captionHeight(drawing, chart.source));
  const wanted = wantedHeight(chart);
  const scale = namesOf(chart).some((name) => textWidth(name) > LONG) ? 1 : clamp(Math.sqrt(free / wanted), 1, ENLARGED);
  return { width: Math.round(WIDTH / scale), height: Math.round(Math.min(free / scale, Math.max(LEAST, wanted))) };
}

/** The frame of a drawing for a phone; the page scales it to its width. */
export function phoneFrame(chart: Chart): Pick<Frame, "width" | "height" | "least"> {
  return { width: PHONE.width, height: Math.round(Math.max(LEAST, wantedHeight(chart)) * (chart.type === "progress" ? 1 : PHONE.rows)), least: PHONE.least };
}

/** Legend, notes and source, as charts.css sets them one below the other. */
function captionHeight({ legend, notes }: Drawing, source: string | null): number {
  const keys = legend.reduce((sum, { text }) => sum + CAPTION.key + textWidth(text) * CAPTION.size + CAPTION.apart, 0);
  const lines = [...notes, ...(source === null ? [] : [source])].map((text) => Math.ceil((textWidth(text) * CAPTION.size) / WIDTH) * CAPTION.height + CAPTION.gap);
  return CAPTION.above + Math.ceil((keys * 1.2) / WIDTH) * (CAPTION.height + CAPTION.gap) + lines.reduce((sum, height) => sum + height, 0);
}

/** Pixels that let rows stand together and still be large. */
function wantedHeight(chart: Chart): number {
  switch (chart.type) {
    case "growth":
      return chart.bars.length * 200 + 60;
    case "target":
      return chart.rows.length * 190 + 80;
    case "progress":
      return chart.rows.length * 240 + 8;
    case "compare":
      return chart.groups.reduce((sum, { bars }) => sum + 90 + bars.length * 100, 0);
    case "ranking":
      return chart.bars.length * 110 + 8;
    case "structure":
      return chart.bars.length === 1 ? 700 : chart.bars.length * 380 + 100;
    case "trend":
    case "rank":
    case "share":
      return COURSE;
  }
}

/** Names that stand beside its rows. */
function namesOf(chart: Chart): readonly string[] {
  switch (chart.type) {
    case "growth":
      return chart.bars.map(({ name }) => name);
    case "target":
    case "progress":
      return chart.rows.map(({ name }) => name);
    case "compare":
      return chart.groups.flatMap(({ name, bars }) => [name, ...bars.map(({ area }) => area)]);
    case "ranking":
      return chart.bars.map(({ area }) => area);
    case "share":
      return [chart.whole.name, ...chart.parts.map(({ name }) => name)];
    case "structure":
      return chart.names;
    case "trend":
    case "rank":
      return [];
  }
}
