/** How a review fills a slide of 1920 × 1080, estimated from its text: which rows fit, and in which type. */
import type { ReviewForm, ReviewRow } from "./deck.ts";
import { divideEvenly, roomBelow, type TableText } from "./table-plan.ts";
import { textWidth } from "./text-width.ts";
import { formatFigure } from "./unit.ts";

export interface ReviewPlan {
  readonly form: ReviewForm;
  /** Rows on each slide, in order; one number where all fit on one. */
  readonly parts: readonly number[];
}

/** Type in pixels, as in review.css: the later figure with its units beside or below it, the name, what was published of the way; least height of a row, width of the way and height of its drawing. */
const FORMS: readonly (ReviewForm & { readonly name: number; readonly by: number; readonly row: number; readonly way: number; readonly art: number })[] = [
  { size: 168, below: false, name: 60, by: 67, row: 300, way: 480, art: 64 },
  { size: 132, below: false, name: 60, by: 53, row: 224, way: 480, art: 64 },
  { size: 108, below: false, name: 54, by: 43, row: 168, way: 480, art: 64 },
  { size: 88, below: false, name: 44, by: 40, row: 132, way: 480, art: 64 },
  { size: 88, below: true, name: 44, by: 40, row: 132, way: 480, art: 64 },
  { size: 72, below: false, name: 44, by: 40, row: 100, way: 480, art: 54 },
  { size: 72, below: true, name: 40, by: 36, row: 100, way: 400, art: 56 },
  { size: 56, below: true, name: 34, by: 34, row: 84, way: 400, art: 56 },
];
/** Forms of rows that go on to further slides. */
const CONTINUED = FORMS.slice(-2);

/** Pixels between the margins, around the way and the names, and of a name's column at least. */
const WIDTH = 1696;
const GAP = 32;
const NAME = 280;
/** The row of periods above; and what the rows gain over a table: they stand closer to the head. */
const HEAD = 64;
const GAIN = 48 - 36;
/** The earlier figure's size as a share of the later one's, but at least; units in the same way. */
const EARLIER = { share: 0.56, least: 40 } as const;
const UNIT = { share: 0.34, least: 32 } as const;
/** Height of a line of a unit below its number. */
const UNIT_LINE = 38;
/** Width of a digit, and of any other sign of a number, in em. */
const DIGIT = 0.52;
const LINE = 1.25;
/** The browser's widths differ a little from the estimate. */
const CAUTION = 1.06;

/** Height of a long row on an upright screen, in pixels, and what such a page has for all of them without and with a lead (review.css). */
const UPRIGHT = { row: 246, height: 1480, lead: 1330 } as const;

/** The largest form in which all rows fit, or the parts they are divided into. */
export function planReview(rows: readonly ReviewRow[], above: Pick<TableText, "title" | "lead">): ReviewPlan {
  const room = roomBelow(above) + GAIN - (rows.length === 1 ? 0 : HEAD);
  const upright = above.lead === "" ? UPRIGHT.height : UPRIGHT.lead;
  // One indicator has its name above its figures.
  const whole = FORMS.find((form) => (rows.length === 1 ? widthLeft(rows, form) + NAME >= 0 : heightOf(rows, form) <= room && (!form.below || rows.length * UPRIGHT.row <= upright)));
  if (whole !== undefined || rows.length === 1) return { form: formOf(whole ?? FORMS.at(-1)!), parts: [rows.length] };
  const plans = CONTINUED.map((form) => ({ form: formOf(form), parts: divideEvenly(rows, (some) => heightOf(some, form) <= room && some.length * UPRIGHT.row <= upright) }));
  const fewest = Math.min(...plans.map(({ parts }) => parts.length));
  return plans.find(({ parts }) => parts.length === fewest)!;
}

function formOf({ size, below }: ReviewForm): ReviewForm {
  return { size, below };
}

type Form = (typeof FORMS)[number];

/** What figures and way leave for the names, in pixels. */
function widthLeft(rows: readonly ReviewRow[], form: Form): number {
  const before = Math.max(...rows.map((row) => figureOf(row, "before", form).width));
  const now = Math.max(...rows.map((row) => figureOf(row, "now", form).width));
  return WIDTH - form.way - GAP - before - now;
}

function heightOf(rows: readonly ReviewRow[], form: Form): number {
  const column = widthLeft(rows, form);
  if (column < NAME) return Infinity;
  return rows.reduce((sum, row) => {
    const name = Math.ceil((textWidth(row.name) * form.name * CAUTION) / column) * form.name * LINE;
    const by = row.growth === null ? 0 : Math.ceil((textWidth(row.growth.text) * form.by * CAUTION) / (form.way - 48)) * form.by * 1.2;
    return sum + Math.max(form.row, name + 12, by + (row.direction === "none" ? 0 : form.art), figureOf(row, "now", form).height, figureOf(row, "before", form).height);
  }, 0);
}

/** A figure as it is set: its number, with the words around it beside or below it. */
function figureOf(row: ReviewRow, which: "before" | "now", { size: largest, below }: Form): { readonly width: number; readonly height: number } {
  const size = which === "now" ? largest : Math.max(EARLIER.least, largest * EARLIER.share);
  const words = Math.max(UNIT.least, largest * UNIT.share);
  const text = formatFigure(row[which], row.unit);
  const [, ahead = "", number = "", after = ""] = /^(\D*)([\d.,%]*)(.*)$/su.exec(text) ?? [];
  if (number === "") return { width: Math.min(textWidth(text) * size * 0.7, 420), height: size * 0.9 * Math.ceil((textWidth(text) * size * 0.7) / 420) };
  const alone = (number.length * DIGIT * size + textWidth(ahead) * words) * CAUTION + 8;
  if (!below || after === "") return { width: alone + textWidth(after) * words * CAUTION + 12, height: size * 1.1 };
  const unit = textWidth(after.trim()) * UNIT.least * CAUTION;
  const width = Math.max(alone, Math.min(unit, NAME));
  return { width, height: size * 1.1 + Math.ceil(unit / width) * UNIT_LINE };
}
