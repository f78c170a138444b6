/** Kinds of single values that YAML may hold. */
import { parseFigure, type Figure } from "../model/figure.ts";
import { parsePeriod, type Period } from "../model/period.ts";
import type { BookletHeadings } from "../model/deck.ts";
import { choice, scalar, type Shape } from "./shape.ts";

const QUOTED = { zh: "文字（纯数字请加英文引号）", en: "text (quote bare numbers)" };
/** Non-empty text; a bare number or true/false is not text and needs quotes. */
export const text: Shape<string> = scalar(QUOTED, (value) => (typeof value === "string" && value.trim() !== "" ? value : undefined), { type: "text", expected: { zh: "文字", en: "text" }, bare: false });
/** Text or a bare number, taken as written. */
export const wording: Shape<string> = scalar({ zh: "文字", en: "text" }, (value, source) =>
  typeof value === "string" && value.trim() !== "" ? value : typeof value === "number" ? source : undefined,
);
export const flag: Shape<boolean> = scalar({ zh: "true 或 false", en: "true or false" }, (value) => (typeof value === "boolean" ? value : undefined), { type: "flag" });
/** A day has as many minutes; what is longer is a number of seconds. */
const LONGEST_TALK = 1440;
export const minutes: Shape<number> = scalar({ zh: `大于 0、不超过 ${LONGEST_TALK} 的分钟数`, en: `minutes above 0, at most ${LONGEST_TALK}` }, (value) =>
  typeof value === "number" && value > 0 && value <= LONGEST_TALK ? value : undefined,
);
export const bookletHeadings: Shape<BookletHeadings> = choice(["auto", "text", "titles"]);
export const period: Shape<Period> = scalar({ zh: "时期，如 2021、2021H1、2021Q3、2021-09", en: "a period: 2021, 2021H1, 2021Q3 or 2021-09" }, (value, source) =>
  typeof value === "string" || typeof value === "number" ? (parsePeriod(source) ?? undefined) : undefined,
);
export const figure: Shape<Figure> = scalar({ zh: "数字，如 10%、8.5%", en: "a figure such as 10% or 8.5%" }, (value, source) =>
  typeof value === "string" || typeof value === "number" ? (parseFigure(source) ?? undefined) : undefined,
);
