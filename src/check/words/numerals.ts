/** N01, N02, N03, N13, N14: how single numbers and years are written. */
import { fullWidthDigits, letterInNumber, placeWithoutOrdinal, shortYear, zeroInYear } from "../../diagnostics/messages/numerals.ts";
import { fixIn } from "../../language/wording.ts";
import { findHits, type WordingRule } from "./wording-rule.ts";

/** What people type for 〇: the character used in counts, letters, rings, the digit itself. */
const YEAR = /(?<![〇一二三四五六七八九十百千零])[一二](?=[一二三四五六七八九〇]*[零OoＯ○◯0０])[一二三四五六七八九〇零OoＯ○◯0０]{3}(?=年)/gu;
const ZERO = /[零OoＯ○◯0０]/gu;
/** A number with O, o, l or I in it, before a unit; a code (H2O, O2O, 5G) does not count. */
const LETTERED = /(?<![\w.\-/])(?=\d)([\dOolI]+)(\.[\dOolI]+)?(?=[%％年月日亿万千元个家项人次户亩倍—–～~])/gu;
const LETTER = /[OolI]/;
/** Units of numbers with decimals. */
const FRACTIONAL = /[%％亿万千元个倍]/;
/** A whole number with a full-width digit, point or sign anywhere in it. */
const FULL_WIDTH = /(?<![\w０-９.．])(?=[\d.．]*[０-９．％])[\d０-９]+(?:[.．][\d０-９]+)*[%％]?/gu;
/** Two digits that a following month, half or quarter makes a year; `21年` alone may mean 21 years. */
/** Or words that only years have around them: 自19年以来, 较20年增长. */
const SHORT_YEAR = /(?<=[自从])\d{2}年(?=以来|起|开始)|(?<=截[至止])\d{2}年(?!期|限)|(?<=[比较])\d{2}年(?=增|提|下降|减|回落|上升|翻|同期)|(?<![\d.\-—–～~]|\d\s?[至到])\d{2}年(?=(?:1[0-2]|0?[1-9])月|上半年|下半年|第?[一二三四]季度|一季度|年?[底末](?![蕴气线色部层数子细端梢])|年初)/gu;
const PLACE = /(?:位列|位居|名列|排名)(\d+)(?=[位名](?!次))/gu;

export const checkYears: WordingRule = (wording, report) => {
  for (const { text, start, end, span } of findHits(wording, YEAR)) {
    const right = text.replace(ZERO, "〇");
    // A letter is not a digit, so replacing it is left to the author.
    const safe = !/[OoＯ]/u.test(text);
    report(zeroInYear(span, `${text}年`, `${right}年`, safe ? fixIn(wording, start, end, right) : null));
  }
  for (const { text, span } of findHits(wording, SHORT_YEAR)) report(shortYear(span, text));
};

export const checkDigits: WordingRule = (wording, report) => {
  for (const { match, text, end, span } of findHits(wording, LETTERED)) {
    const [, whole = "", decimals = ""] = match;
    if (LETTER.test(whole) || (LETTER.test(decimals) && FRACTIONAL.test(wording.text.charAt(end)))) report(letterInNumber(span, text, text.replace(/[Oo]/g, "0").replace(/[lI]/g, "1")));
  }
  for (const { text, start, end, span } of findHits(wording, FULL_WIDTH)) {
    const right = text.normalize("NFKC");
    report(fullWidthDigits(span, text, right, fixIn(wording, start, end, right)));
  }
};

export const checkPlaces: WordingRule = (wording, report) => {
  for (const { match, text, start, end, span } of findHits(wording, PLACE)) {
    const number = match[1]!;
    const unit = wording.text.charAt(end);
    const right = `${text.slice(0, -number.length)}第${number}`;
    report(placeWithoutOrdinal(span, `${text}${unit}`, `${right}${unit}`, fixIn(wording, start, end, right)));
  }
};
