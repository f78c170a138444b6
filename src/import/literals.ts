/** Every number in a Chinese sentence that may be a figure, with its words and unit. */
import { APPROXIMATE_WORDS } from "../model/approximate.ts";
import { UNITS } from "./known-indicators.ts";

export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** As written, scale word included: 亿元. Empty for a place. */
  readonly unit: string;
  /** A place in a list: 第12位. */
  readonly rank: boolean;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const longest = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).map(escape).join("|");
const BEFORE = longest(APPROXIMATE_WORDS.filter(({ side, word }) => side === "before" && !word.endsWith(" ")).map(({ word }) => word));
const AFTER = longest(APPROXIMATE_WORDS.filter(({ side, word, meaning }) => side === "after" && !word.startsWith(" ") && meaning !== "little-above").map(({ word }) => word));
const SCALE = "万亿|千亿|百亿|十亿|亿|千万|百万|万|千|百";
const UNIT = `(?:个百分点|(?:${SCALE})?(?:${longest(UNITS.filter((unit) => unit !== "%" && unit !== "个百分点"))})|(?:${SCALE})(?=[，。；、,;）)\\s]|$|左右|以上|以内)|[%％‰]|倍)`;
const LITERAL = new RegExp(
  `(?:第?(?<![\\d.])(?<place>\\d{1,4})位(?!数))|(?<![\\dA-Za-z.．:：∶/第—–~～-]|[\\d][,，])(?:${BEFORE})?(?<digits>(?:(?<=\\p{Script=Han})[-−])?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?))(?<more>[余多])?(?<unit>${UNIT})(?<after>${AFTER})?`,
  "gu",
);
/** Not the number of a year, month or day, of a rule or of a class. */
const DATES = /^\d{4}年|^\d{1,2}(?:月|日|时|点|周岁)|^第/;

export function findLiterals(text: string): Literal[] {
  return [...text.matchAll(LITERAL)].flatMap(({ 0: whole, index, groups }) => {
    const bare = whole.replace(/^\D+/, "");
    if (groups?.["place"] === undefined && (DATES.test(bare) || /^[\d.]+年/.test(bare))) return [];
    return [{ start: index, end: index + whole.length, text: whole, unit: groups?.["unit"] ?? "", rank: groups?.["place"] !== undefined }];
  });
}
