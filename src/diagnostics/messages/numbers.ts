/** Figures that contradict each other, or that a listener may ask about: rules A01 to A17 and N12. */
import type { Span } from "../../model/span.ts";
import { error, note, warning, type Diagnostic, type Fix, type Severity, type Text } from "../diagnostic.ts";
import { deckWords } from "../deck-words.ts";

/** How to silence all of these, where the figures are right as they are. */
const excuse = (rule: string, zh: string, en: string): Text => ({
  zh: `确属原文如此，就在这一行的 note 列写明理由，例如 check-ignore ${rule}: ${deckWords(zh, en)}。`,
  en: `where the figures are right as published, say why in the column note of this row, for example check-ignore ${rule}: ${deckWords(zh, en)}`,
});
const AS_PUBLISHED = excuse("A05", "原文公布到两位小数", "published with two decimals");
const NOT_NAMED = excuse("A07", "原文未注明", "not named in the report");
const MERGED = excuse("A13", "当年并入开发区", "merged with the development zone");
const WHY_REVISED = deckWords("上年数据已核定调整", "the year before was revised");
const ABOUT: Text = { zh: deckWords("“约”“近”“超”等词", "about、nearly、over 等词"), en: deckWords("约, 近 or 超", "about, nearly or over") };

export const exceptionWithoutReason = (span: Span, rule: string): Diagnostic =>
  error("exception-without-reason", span, { zh: `note 列里的 check-ignore ${rule} 没有写理由。`, en: `The exception check-ignore ${rule} in the column note gives no reason.` }, {
    hint: { zh: `写作 check-ignore ${rule}: 理由`, en: `write check-ignore ${rule}: and the reason` },
  });

interface Level {
  readonly name: string;
  readonly figure: string;
}

export const partExceedsWhole = (span: Span, part: Level, whole: Level & { readonly place: string }, period: Text): Diagnostic =>
  error("part-exceeds-whole", span, {
    zh: `${period.zh}“${part.name}”${part.figure}，比它所属的“${whole.name}”${whole.figure}（${whole.place}）还大。`,
    en: `"${part.name}" (${part.figure}) is larger than its whole "${whole.name}" (${whole.figure}, ${whole.place}) in ${period.en}.`,
  }, {
    rule: "A01",
    hint: { zh: "请核对两行数字，以及 indicators.csv 里的 part_of 和单位。", en: "check both rows, and part_of and the units in indicators.csv" },
  });

export const impliedRest = (span: Span, whole: string, parts: readonly string[], rest: { readonly rate: string; readonly low: string; readonly high: string }, period: Text): Diagnostic =>
  note("implied-rest", span, {
    zh: `由“${whole}”和“${parts.join("”“")}”可以推出，${period.zh}其余部分的增速约为${rest.rate}%（${rest.low}%–${rest.high}%）。`,
    en: `"${whole}" and ${parts.map((part) => `"${part}"`).join(", ")} imply that the rest grew by about ${rest.rate}% (${rest.low}%–${rest.high}%) in ${period.en}.`,
  }, {
    rule: "A02",
    hint: { zh: "可能有人当场推算：请看它是否合情理，并备好说明。", en: "somebody may work it out: see whether it is plausible, and have an answer ready" },
  });

interface Step {
  readonly name: string;
  readonly last: string;
  readonly wording: string;
  /** Signed percentage points. */
  readonly points: string;
}

export const targetBesideGrowth = (span: Span, steps: readonly Step[], period: Text, plan: Text): Diagnostic =>
  note("target-beside-growth", span, {
    zh: `${plan.zh}目标与${period.zh}增速相比：${steps.map(({ name, last, wording, points }) => `${name}${last}→${wording}（${signed(points)}个百分点）`).join("；")}。`,
    en: `Targets of ${plan.en} beside growth in ${period.en}: ${steps.map(({ name, last, wording, points }) => `${name} ${last} → ${wording} (${signed(points)} points)`).join("; ")}.`,
  }, {
    rule: "A03",
    hint: { zh: "升降较大的，请备好说明。", en: "have an answer ready where they lie far apart" },
  });

export const figureWithoutTarget = (span: Span, names: readonly string[], period: Text, plan: Text): Diagnostic =>
  note("figure-without-target", span, {
    zh: `${period.zh}有数据、${plan.zh}没有目标的指标：${names.join("、")}。`,
    en: `Reported for ${period.en} but not planned for ${plan.en}: ${names.join(", ")}.`,
  }, {
    rule: "A04",
    hint: { zh: "漏了就补进 data/targets.csv；本来没有定目标，不必理会。", en: "add them to data/targets.csv if they are missing there; otherwise nothing has to be done" },
  });

export const targetWithoutFigure = (span: Span, names: readonly string[], period: Text, plan: Text): Diagnostic =>
  note("target-without-figure", span, {
    zh: `${plan.zh}有目标、${period.zh}没有相应数据的指标：${names.join("、")}。`,
    en: `Planned for ${plan.en} but without such a figure for ${period.en}: ${names.join(", ")}.`,
  }, {
    rule: "A04",
    hint: { zh: "已公布的，请补进 data/observations.csv；没有公布，不必理会。", en: "add them to data/observations.csv if they were published; otherwise nothing has to be done" },
  });

export const mixedDecimals = (span: Span, odd: { readonly name: string; readonly figure: string; readonly decimals: number }, usual: number, place: string): Diagnostic =>
  warning("mixed-decimals", span, {
    zh: `“${odd.name}”的${odd.figure}有 ${odd.decimals} 位小数，同组（${place}）其他数字有 ${usual} 位。`,
    en: `${odd.figure} of "${odd.name}" has ${plural(odd.decimals, "decimal")} where the others of its group (${place}) have ${usual}.`,
  }, {
    rule: "A05",
    hint: { zh: `请核对公布的数字，不要自行增减位数；${AS_PUBLISHED.zh}`, en: `check the figure as published and never round it yourself; ${AS_PUBLISHED.en}` },
  });

export const valueWithoutGrowth = (span: Span, name: string, period: Text): Diagnostic =>
  note("value-without-growth", span, { zh: `“${name}”有${period.zh}的数值，没有增速。`, en: `"${name}" has a value for ${period.en} but no growth.` }, {
    rule: "A06",
    hint: { zh: "公布了增速，就补进 growth 列；没有公布，不必理会。", en: "fill the column growth if it was published; otherwise nothing has to be done" },
  });

export const rankWithoutSource = (span: Span, name: string): Diagnostic =>
  warning("rank-without-source", span, { zh: `“${name}”的名次没有注明是哪份榜单、谁发布、哪一年。`, en: `The rank "${name}" does not say which list it is from, who published it and for which year.` }, {
    rule: "A07",
    hint: { zh: `请在 source 列写发布单位，或在 note 列写榜单名称；${NOT_NAMED.zh}`, en: `name the publisher in the column source or the list in the column note; ${NOT_NAMED.en}` },
  });

export const countMismatch = (span: Span, announced: string, count: number, listed: readonly string[]): Diagnostic =>
  warning("count-mismatch", span, {
    zh: `这里说“${announced}”（${count} 项），列出的却是 ${listed.length} 项：${listed.join("、")}。`,
    en: `"${announced}" announces ${count} but ${listed.length} are listed: ${listed.join(", ")}.`,
  }, {
    rule: "A08",
    hint: { zh: "请核对数目；只列举一部分时，在后面加“等”。", en: "check the number; put 等 behind a list that is not complete" },
  });

export const oneLabelForTwo = (span: Span, label: string, here: string, other: { readonly what: string; readonly place: string }): Diagnostic =>
  note("one-label-for-two", span, {
    zh: `“${label}”在这里是${here}，在 ${other.place} 是${other.what}。`,
    en: `"${label}" is ${here} here and ${other.what} at ${other.place}.`,
  }, {
    rule: "A09",
    hint: { zh: "确是两件事时，请写全称，免得听的人混淆；是同一件事，请统一说法。", en: "write the full names of two things, or use one name for one thing" },
  });

export const mixedYearStyles = (span: Span, written: string, other: { readonly written: string; readonly place: string }): Diagnostic =>
  note("mixed-year-styles", span, {
    zh: `年份在这里写作“${written}”，在 ${other.place} 写作“${other.written}”。`,
    en: `A year is written "${written}" here and "${other.written}" at ${other.place}.`,
  }, {
    rule: "A10",
    hint: { zh: "同一份材料里最好只用一种写法（GB/T 15835-2011，4.3：同类别同形式）。", en: "use one style in one document (GB/T 15835-2011, 4.3)" },
  });

/** A figure typed into the text, and the row it belongs to. */
export interface Literal {
  readonly written: string;
  /** Indicator, period and area, as words: 2021年“地区生产总值”. */
  readonly what: Text;
  readonly published: string;
  readonly place: string;
}

export const literalNotBound = (span: Span, literal: Literal, reference: string, fix: Fix | null): Diagnostic =>
  note("literal-not-bound", span, {
    zh: `“${literal.written}”就是${literal.what.zh}（${literal.place}），却是手写的。`,
    en: `"${literal.written}" is ${literal.what.en} (${literal.place}), but typed by hand.`,
  }, {
    rule: "A11",
    fix,
    hint: { zh: `写作 ${reference}，数据改了它会跟着改；luduan check --fix 可以代为改写。`, en: `write ${reference}, which follows the data; luduan check --fix does it for you` },
  });

export const literalDiffers = (span: Span, literal: Literal, reference: string): Diagnostic =>
  error("literal-differs", span, {
    zh: `这里写“${literal.written}”，而${literal.what.zh}是“${literal.published}”（${literal.place}）。`,
    en: `"${literal.written}" stands here, but ${literal.what.en} is "${literal.published}" (${literal.place}).`,
  }, {
    rule: "A11",
    hint: { zh: `请核对哪个对；正文写作 ${reference}，就不会再两样。`, en: `check which is right; with ${reference} the two cannot differ` },
  });

export const literalNotAsPublished = (span: Span, literal: Literal, reference: string): Diagnostic =>
  warning("literal-not-as-published", span, {
    zh: `这里写“${literal.written}”，${literal.what.zh}公布的是“${literal.published}”（${literal.place}）。`,
    en: `"${literal.written}" stands here where ${literal.what.en} was published as "${literal.published}" (${literal.place}).`,
  }, {
    rule: "A11",
    hint: { zh: `按公布的样子写：${reference}；要说得概括些，请加${ABOUT.zh}。`, en: `write it as published: ${reference}; or say that it is approximate: ${ABOUT.en}` },
  });

export const literalOneDigitOff = (span: Span, literal: Literal, reference: string): Diagnostic =>
  warning("literal-one-digit-off", span, {
    zh: `“${literal.written}”与${literal.what.zh}“${literal.published}”（${literal.place}）只差一个数字。`,
    en: `"${literal.written}" is one digit away from ${literal.what.en}, "${literal.published}" (${literal.place}).`,
  }, {
    rule: "A11",
    hint: { zh: `请核对。说的是同一个数，就写作 ${reference}；确是另一个数，可在这段话前写 <!-- check-ignore A11: ${deckWords("说明是什么数", "what it is")} -->。`, en: `check it; if the two are one figure, write ${reference}; if it is another, say so before the paragraph: <!-- check-ignore A11: ${deckWords("说明是什么数", "what it is")} -->` },
  });

export const literalBesideBound = (span: Span, literal: Literal, bound: string, reference: string): Diagnostic =>
  error("literal-beside-bound", span, {
    zh: `同一句里的 ${bound} 取自数据，这里手写的“${literal.written}”却与${literal.what.zh}“${literal.published}”（${literal.place}）不同。`,
    en: `${bound} in this sentence comes from the data, but "${literal.written}" typed beside it differs from ${literal.what.en}, "${literal.published}" (${literal.place}).`,
  }, {
    rule: "N12",
    hint: { zh: `请核对哪个对；这里也写作 ${reference}。`, en: `check which is right, and write ${reference} here too` },
  });

const REVISED: Text = {
  zh: `两行出自不同的报告，增速可能是按核定后的上年数算的：确是这样就不必改；在这一行的 note 列写明 check-ignore A12: ${WHY_REVISED}，就不再提示。`,
  en: `the rows are from different reports, so growth may be on a revised figure of the year before: then nothing has to be done; check-ignore A12: ${WHY_REVISED}, in the column note of this row, ends this warning`,
};

interface Years {
  readonly name: string;
  readonly now: string;
  readonly before: string;
  readonly period: Text;
  readonly past: Text;
  readonly place: string;
}

/**
 * An error where growth is computed from the levels themselves; a warning where the rows are from different reports, since the
 * later one may have revised the year before; a note where growth may be at constant prices.
 */
export const growthMismatch = (severity: Severity, span: Span, { name, now, before, period, past, place }: Years, growth: string, range: string): Diagnostic => ({
  ...error("growth-mismatch", span, {
    zh: `“${name}”${past.zh}${before}（${place}）、${period.zh}${now}，增速应在 ${range} 之间，表中却是 ${growth}。`,
    en: `"${name}" went from ${before} in ${past.en} (${place}) to ${now} in ${period.en}, a growth of ${range}, but the row says ${growth}.`,
  }, {
    rule: "A12",
    hint: severity === "warning" ? REVISED : {
      zh: `请核对这三个数；增速按可比价计算的，在 indicators.csv 的 basis 列写 constant；上年数据经过核定调整的，在这一行的 note 列写明理由，例如 check-ignore A12: ${WHY_REVISED}。`,
      en: `check the three figures; write constant in the column basis of indicators.csv where growth is at constant prices; where the year before was revised, say so in the column note of this row: check-ignore A12: ${WHY_REVISED}`,
    },
  }),
  severity,
});

export const unitSlip = (span: Span, { name, now, before, period, past, place }: Years, factor: number): Diagnostic =>
  warning("unit-slip", span, {
    zh: `“${name}”${past.zh}${before}（${place}）、${period.zh}${now}，相差约 ${factor} 倍，像是单位或小数点错了。`,
    en: `"${name}" went from ${before} in ${past.en} (${place}) to ${now} in ${period.en}: about ${factor} times, as if a unit or a point were wrong.`,
  }, {
    rule: "A13",
    hint: { zh: `请核对单位（亿元、万元）和小数点；${MERGED.zh}`, en: `check the unit and the decimal point; ${MERGED.en}` },
  });

interface Wording {
  readonly name: string;
  readonly wording: string;
}

export const partTargetExceedsWhole = (span: Span, part: Wording, whole: Wording & { readonly place: string }, period: Text): Diagnostic =>
  error("part-target-exceeds-whole", span, {
    zh: `按${period.zh}的目标，“${part.name}”（${part.wording}）会比它所属的“${whole.name}”（${whole.wording}，${whole.place}）还大。`,
    en: `As planned for ${period.en}, "${part.name}" (${part.wording}) would be larger than its whole "${whole.name}" (${whole.wording}, ${whole.place}).`,
  }, {
    rule: "A14",
    hint: { zh: "请核对两个目标，以及它们所依据的上年数字。", en: "check both targets and the figures they build on" },
  });

export const planNotNextYear = (span: Span, period: Text, plan: Text): Diagnostic =>
  warning("plan-not-next-year", span, { zh: `报告的是${period.zh}，计划的却是${plan.zh}。`, en: `The deck reports on ${period.en} but plans ${plan.en}.` }, {
    rule: "A15",
    hint: { zh: "plan 一般是 period 的下一年，请核对 deck.yaml。", en: "plan usually is the year after period; check deck.yaml" },
  });

/** `own` and `other` are what the words compare. */
export const gapMismatch = (span: Span, written: string, own: Level & { readonly place: string }, other: { readonly figure: string; readonly place: string }): Diagnostic =>
  warning("gap-mismatch", span, {
    zh: `这里说“${written}”，而“${own.name}”是${own.figure}（${own.place}），相比的是${other.figure}（${other.place}）。`,
    en: `"${written}" does not agree with ${own.figure} of "${own.name}" (${own.place}) and ${other.figure} (${other.place}).`,
  }, {
    rule: "A16",
    hint: { zh: "请核对相差几个百分点，以及相比的是哪一个数。", en: "check the difference in percentage points, and what it is a difference to" },
  });

/** `table` is targets or observations; `years` are those that it has, `wanted` the one that the deck is about. */
export const rowsOfOtherYears = (span: Span, table: string, years: readonly number[], wanted: number, key: "period" | "plan"): Diagnostic =>
  warning("rows-of-other-years", span, {
    zh: `${table} 里没有 ${wanted} 年的数，只有 ${years.join("、")} 年的；deck.yaml 里写的是 ${key}: ${wanted}。`,
    en: `${table} has nothing for ${wanted}, only for ${years.join(", ")}; deck.yaml says ${key}: ${wanted}.`,
  }, {
    rule: "A17",
    hint: { zh: `请核对这张表的 period 列，以及 deck.yaml 的 ${key}。`, en: `check the column period of this table, and ${key} in deck.yaml` },
  });

/** `computed` follows from the rows at `places`, for the years of `period`. */
export const severalYearsMismatch = (span: Span, written: string, name: string, period: Text, computed: string, places: readonly string[]): Diagnostic =>
  warning("several-years-mismatch", span, {
    zh: `这里写“${written}”，而按数据表，${period.zh}“${name}”算出来是 ${computed}（${places.join("、")}）。`,
    en: `"${written}" does not agree with the rows of "${name}" (${places.join(", ")}): ${computed} for ${period.en}.`,
  }, {
    rule: "A18",
    hint: { zh: "请核对这个数、年份从哪一年算起，以及各年的数；基数后来修订过的，写明例外。", en: "check the number, the year it counts from, and the rows; where a base was revised, give an exception" },
  });

function signed(points: string): string {
  return points.startsWith("-") ? `−${points.slice(1)}` : points === "0" ? "0" : `+${points}`;
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
