/** N04 to N11, N15: qualifiers, ranges, growth, rates, times and units around a number. */
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { exactAbout, growthToPercent, magnitudeInRange, percentagePoints, percentInRange, spaceBeforeUnit, stackedQualifiers, timesLess, voltsInTenThousands } from "../../diagnostics/messages/numerals.ts";
import { fixIn, type Wording } from "../../language/wording.ts";
import { findHits, type Hit, type WordingRule } from "./wording-rule.ts";
import { wordsOf } from "./segments.ts";

const NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
const COUNT = `(?:${NUMBER}|[一二两三四五六七八九十百千]+)`;
/** A unit of up to four characters. Units of time are left out: 近 is not a qualifier in 近五年. */
const UNIT = "(?:[%％]|[万亿]*(?:个百分点|公里|平方米|立方米|千瓦时|美元|[元吨亩人户家个名项米次天件套公顷])?)";
const ABOUT = "(?:左右(?![两岸侧手开逢翼脚摇为])|上下(?![班车游级学楼左]))";
/** Words before a number that say about, at least or at most, and words after it that say so again. */
const STACKED: readonly RegExp[] = [
  new RegExp(`(大约|大概|约|将近|接近|近|超过|超|逾|不足)(?:${COUNT}[～~—-])?${COUNT}${UNIT}(${ABOUT})`, "gu"),
  new RegExp(`(至少|不少于|不低于|不小于|超过|高于|逾)${COUNT}${UNIT}(以上)`, "gu"),
  new RegExp(`(至多|最多|不超过|不高于|不多于|低于|少于|不足)${COUNT}${UNIT}(以下|以内|之内)`, "gu"),
];

const BEFORE_RANGE = "(?<![\\d.%％A-Za-z—–～~-])";
const PERCENT_RANGE = new RegExp(`${BEFORE_RANGE}(\\d+(?:\\.\\d+)?)([～~—–-])(\\d+(?:\\.\\d+)?)[%％]`, "gu");
const MAGNITUDE_RANGE = new RegExp(`${BEFORE_RANGE}(\\d+(?:\\.\\d+)?)([～~—–-])(\\d+(?:\\.\\d+)?)(万亿|[万亿])`, "gu");
const YEAR = /^(?:19|20)\d\d$/;

const GROWTH_TO = new RegExp(`增长[了]?[到至]${NUMBER}[%％]`, "gu");
const RATE = "(?:率|比重|占比|比例|份额|增速|增幅|降幅|比值|投入强度)";
/** Something that is itself a percentage may grow to one. */
const RATE_BEFORE = new RegExp(`(?:${RATE}|度)[^，。；]{0,8}$`, "u");
/** 从60%增长到98% gives both ends. */
const FROM_BEFORE = /[从由][^，。；]*\d[%％][^，。；]{0,6}$/u;
/** How much text before a change these patterns may need. */
const BEFORE_LENGTH = 30;
/** Between a rate and its change: words of comparison only, since another noun would have a change of its own. */
const COMPARED = "(?:同比|环比)?(?:[比较与](?:上年|去年|年初|上月|上季度|“?十[一二三四五]五”?|20\\d\\d年)(?:同期|末|底)?(?:相比)?)?(?:[一二两三四五六七八九十\\d]+年来?|年均|累计|总体|共|净|有所|大幅|明显|小幅|略有|持续|进一步|再|又|也|均|分别)*";
const CHANGED = "(?:提高|提升|上升|下降|降低|回落|增加|减少|收窄|扩大)了?";
/** 失业率比上年末下降0.5%, and behind the rate itself: 城镇化率58.7%，提高1.2%. */
const RATE_CHANGE = new RegExp(`${RATE}(?:[^，。；、\\d%％]{0,6}|${COMPARED}|[^，。；、\\d%％]{0,6}(?:${NUMBER}[%％][^，。；、\\d%％]{1,4})?${NUMBER}[%％][，、（]?${COMPARED})${CHANGED}${NUMBER}[%％]`, "gu");
/** Two decimals are published so: 3.42%左右. */
const EXACT_ABOUT = new RegExp(`(?<!\\d)\\d+\\.\\d{3,}${UNIT}${ABOUT}`, "gu");
const TIMES_LESS = new RegExp(`(?:降低|下降|减少)了?(?:近|约|超过)?(?:${NUMBER}|[一二两三四五六七八九十几数]+)倍(?![率数频增])`, "gu");
const BLANKS = "[ \\u00A0\\u2009\\u202F]+";
const SPACED = new RegExp(`(?<![\\d.,])(?<number>${NUMBER})${BLANKS}(?<unit>[%％]|万亿|年度|月份|人次|[万亿年月日元吨亩人户家个名项次倍]|公里|平方|千瓦|千米|公顷|美元)`, "gu");
/** Blanks in front of a number: removed where others of the same text go, since they were typed as a pair. */
const BLANK_BEFORE = new RegExp(`(?<=[\\p{Script=Han}，。、；：）”])${BLANKS}(?=\\d)`, "gu");
/** Units that also begin other words: 3项目, 3人口, 2户籍. */
const INITIAL = /^[年月日元吨亩人户家个名项次倍]$/u;
/** A number that is a label and counts nothing: 附件 1 项目清单, 表 3 人口情况. */
const LABEL = /(?:附件|附表|附图|附录|专栏|(?:(?<!\p{Script=Han})|[见如])[表图]) *\d+$/u;
/** At the start of a wording a number may mark a heading, unless the unit only goes with counts: 1 项工作, but 12 个项目, 3 月. */
const HEADING = /^ *\d{1,2}$/;
const COUNTER = /^[个年月日]$/u;
/** How much text before a unit a label may need. */
const LABEL_LENGTH = 12;

/** 伏 also begins 伏安, another unit, and other words: 伏牛山, 伏特加. */
const VOLTS = new RegExp(`(?<![\\d.,A-Za-z])(${NUMBER})万伏(?:特(?!加)|(?![特安牛羲笔击兵]))`, "gu");
/** What somebody else said or named is left as it is. */
const QUOTED = /“[^”]*”|‘[^’]*’|《[^》]*》|「[^」]*」/gu;

export const checkQualifiers: WordingRule = (wording, report) => {
  for (const pattern of STACKED) {
    for (const { match, span } of findHits(wording, pattern)) report(stackedQualifiers(span, match[1]!, match[2]!));
  }
  for (const { text, span } of findHits(wording, EXACT_ABOUT)) report(exactAbout(span, text));
};

export const checkRanges: WordingRule = (wording, report) => {
  for (const { match, text, start, span } of findHits(wording, PERCENT_RANGE)) {
    const first = match[1]!;
    if (YEAR.test(first)) continue;
    report(percentInRange(span, text, `${first}%${text.slice(first.length)}`, fixIn(wording, start, start + first.length, `${first}%`)));
  }
  for (const { match, text, start, span } of findHits(wording, MAGNITUDE_RANGE)) {
    const [, first = "", , second = "", magnitude = ""] = match;
    // 2000—3亿 goes from thousands to hundreds of millions.
    if (YEAR.test(first) || Number(first) >= Number(second)) continue;
    report(magnitudeInRange(span, text, `${first}${magnitude}${text.slice(first.length)}`, fixIn(wording, start, start + first.length, `${first}${magnitude}`)));
  }
};

export const checkChanges: WordingRule = (wording, report) => {
  for (const { text, start, span } of findHits(wording, GROWTH_TO)) {
    const before = wording.text.slice(Math.max(0, start - BEFORE_LENGTH), start);
    if (!RATE_BEFORE.test(before) && !FROM_BEFORE.test(before)) report(growthToPercent(span, text));
  }
  for (const { text, span } of findHits(wording, RATE_CHANGE)) report(percentagePoints(span, text));
  for (const { text, span } of findHits(wording, TIMES_LESS)) report(timesLess(span, text));
};

/** One warning for each leaf of the text: whoever types blanks around numbers does so everywhere. */
export const checkUnitSpaces: WordingRule = (wording, report) => {
  const hits = findHits(wording, SPACED).filter((hit) => isUnit(wording, hit));
  for (const piece of hits.length === 0 ? [] : wording.pieces) {
    const end = piece.start + piece.text.length;
    const own = hits.filter((hit) => piece.start <= hit.start && hit.end <= end);
    const [first] = own;
    if (first === undefined) continue;
    report(spaceBeforeUnit(first.span, own.map(({ text }) => text), own.map(({ text }) => withoutBlanks(text)), closeUp(wording, piece.start, end, own)));
  }
};

/** Removes the blanks of all hits, and those before the numbers of the same stretch, in one go. */
function closeUp(wording: Wording, from: number, to: number, hits: readonly Hit[]): Fix | null {
  const before = findHits(wording, BLANK_BEFORE).filter(({ start, end }) => from <= start && end < to && !isLabel(wording, numberEnd(wording.text, end)));
  const [start, end] = [Math.min(hits[0]!.start, before[0]?.start ?? Infinity), Math.max(hits.at(-1)!.end, before.at(-1)?.end ?? 0)];
  // Half a character cannot be written again.
  if (/[\uD800-\uDFFF]/u.test(wording.text.slice(start, end))) return null;
  const blanks = [...hits.map((hit) => ({ start: hit.start + hit.match.groups!["number"]!.length, end: hit.end - hit.match.groups!["unit"]!.length })), ...before].toSorted((a, b) => a.start - b.start);
  const parts = blanks.map((blank, index) => wording.text.slice(blanks[index - 1]?.end ?? start, blank.start));
  return fixIn(wording, start, end, parts.join("") + wording.text.slice(blanks.at(-1)?.end ?? start, end));
}

function withoutBlanks(text: string): string {
  return text.replace(new RegExp(BLANKS, "gu"), "");
}

/** Whether the text after the number and its blanks is a unit, not the first character of another word. */
function isUnit(wording: Wording, { start, end, match }: Hit): boolean {
  const { number = "", unit = "" } = match.groups ?? {};
  if (!INITIAL.test(unit)) return true;
  if (!wordsOf(wording).endsAt(end) || isLabel(wording, start + number.length)) return false;
  return COUNTER.test(unit) || !HEADING.test(wording.text.slice(Math.max(0, start - LABEL_LENGTH), start + number.length));
}

/** Whether the number that ends here only labels a table, a figure or an annex. */
function isLabel({ text }: Wording, end: number): boolean {
  return LABEL.test(text.slice(Math.max(0, end - LABEL_LENGTH), end));
}

function numberEnd(text: string, start: number): number {
  return start + (/^\d+/.exec(text.slice(start, start + LABEL_LENGTH))?.[0].length ?? 0);
}

export const checkVolts: WordingRule = (wording, report) => {
  const hits = findHits(wording, VOLTS);
  const quotations = hits.length === 0 ? [] : findHits(wording, QUOTED);
  for (const { match, text, start, end, span } of hits) {
    if (!quotations.some((quotation) => quotation.start < start && end < quotation.end)) report(voltsInTenThousands(span, text, `${tenfold(match[1]!)}千伏`));
  }
};

/** Ten times a number as text: 50 is 500, 3.5 is 35, 0.04 is 0.4. */
function tenfold(number: string): string {
  const [whole = "", decimals = ""] = number.replaceAll(",", "").split(".");
  const digits = `${whole}${decimals.charAt(0) || "0"}`.replace(/^0+(?=\d)/, "");
  return decimals.length > 1 ? `${digits}.${decimals.slice(1)}` : digits;
}
