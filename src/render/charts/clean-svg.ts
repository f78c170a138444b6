/** Makes ECharts' markup fit for a strict content security policy: no styles, no process-wide ids, the same bytes every time. */
import { round, type Mark } from "./marks.ts";

export interface DrawOptions {
  /** Adds the classes that animate the marks, and the row numbers that a press on a mark needs. */
  readonly moving: boolean;
  /** Adds what the hover script needs. */
  readonly hover: boolean;
}

/** What ECharts adds for its own client, and centring that depends on a font's metrics; the page sets `pointer-events`, which is inherited. */
const NOISE = / (?:ecmeta_\w+|class|pointer-events|xml:space|dominant-baseline)="[^"]*"/g;

/** The elements of ECharts' SVG, one for each mark in order, with presentation attributes instead of styles; throws if one is missing. */
export function cleanSvg(svg: string, marks: readonly Mark[], { moving, hover }: DrawOptions): string {
  const lines = svg.split("\n").filter((line) => /^<(?:path|circle|polyline|text) /.test(line));
  if (lines.length !== marks.length) throw new Error(`ECharts drew ${lines.length} of ${marks.length} marks`);
  return lines.map((line, index) => cleanElement(line, attributesFor(marks[index]!, moving, hover))).join("\n");
}

/** In print a mark is only a shape. Words are not shapes that the hover script could highlight. */
function attributesFor(mark: Mark, moving: boolean, hover: boolean): string {
  const row = mark.datum === null ? "" : ` data-row="${mark.datum}"`;
  return (moving ? classOf(mark) + row : "") + (hover && mark.type !== "text" ? metaOf(mark.datum) : "");
}

/** What ECharts' client looks for on the elements of a datum. */
export function metaOf(datum: number | null): string {
  return datum === null ? "" : ` ecmeta_ssr_type="chart" ecmeta_data_index="${datum}"`;
}

function cleanElement(line: string, attributes: string): string {
  return line
    .replace(NOISE, "")
    .replace(/ (x|y)="(-?[\d.]+)"/g, (_, name: string, pixels: string) => ` ${name}="${round(Number(pixels))}"`)
    .replace(/ style="([^"]*)"/, (_, css: string) => attributesOf(css))
    .replace(/^<(\w+)/, `<$1${attributes}`)
    .replace(/><\/(?:path|circle|polyline)>$/, "/>");
}

/** `font-size:60px;font-weight:600;` as attributes. */
function attributesOf(css: string): string {
  const declarations = css.split(";").filter((declaration) => declaration !== "");
  return declarations.map((declaration) => ` ${declaration.slice(0, declaration.indexOf(":")).trim()}="${declaration.slice(declaration.indexOf(":") + 1).trim()}"`).join("");
}

function classOf(mark: Mark): string {
  const motion = mark.motion === null ? [] : [mark.motion, `delay-${Math.min(12, mark.order)}`];
  // Rings are filled with the paper colour, which the page may change to save ink.
  const hollow = mark.type === "circle" && mark.stroke !== null ? ["hollow"] : [];
  return ` class="${[`chart-${mark.role}`, ...hollow, ...motion].join(" ")}"`;
}
