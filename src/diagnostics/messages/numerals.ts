/** How numbers are written in Chinese text (rules N), after GB/T 15835—2011. */
import type { Span } from "../../model/span.ts";
import { MENDS, quotedList } from "../quoted-list.ts";
import { error, note, warning, type Diagnostic, type Fix } from "../diagnostic.ts";

export const zeroInYear = (span: Span, written: string, right: string, fix: Fix | null): Diagnostic =>
  error("zero-in-year", span, { zh: `年份“${written}”里的零要写作“〇”。`, en: `In the year "${written}" zero is written 〇.` }, {
    rule: "N01",
    hint: { zh: `写作“${right}”（GB/T 15835—2011，5.2.5：用作编号时写“〇”）。`, en: `write ${right} (GB/T 15835—2011, 5.2.5: 〇 where digits only number)` },
    fix,
  });

export const letterInNumber = (span: Span, written: string, right: string): Diagnostic =>
  error("letter-in-number", span, { zh: `数字“${written}”里混进了字母。`, en: `There is a letter in the number "${written}".` }, {
    rule: "N02",
    hint: { zh: `是不是“${right}”？请对照原件改正。`, en: `did you mean "${right}"? Correct it from the document itself` },
  });

export const fullWidthDigits = (span: Span, written: string, right: string, fix: Fix | null): Diagnostic =>
  warning("full-width-digits", span, { zh: `“${written}”用了全角数字或全角百分号。`, en: `"${written}" is written with full-width digits or percent sign.` }, {
    rule: "N03",
    hint: { zh: `写作“${right}”：阿拉伯数字占半个字的位置。`, en: `write ${right}: Arabic numerals take half the width of a Han character` },
    fix,
  });

export const stackedQualifiers = (span: Span, before: string, after: string): Diagnostic =>
  error("stacked-qualifiers", span, { zh: `“${before}”和“${after}”意思重复或相反。`, en: `"${before}" and "${after}" say the same or contradict each other.` }, {
    rule: "N04",
    hint: { zh: "只留一个，例如“约8%”或“8%左右”。", en: "keep one, as in 约8% or 8%左右" },
  });

export const percentInRange = (span: Span, written: string, right: string, fix: Fix | null): Diagnostic =>
  warning("percent-in-range", span, { zh: `范围“${written}”前一个数也要写“%”。`, en: `In the range "${written}" the first number needs its % too.` }, {
    rule: "N05",
    hint: { zh: `写作“${right}”（GB/T 15835—2011，5.1.3）。`, en: `write ${right} (GB/T 15835—2011, 5.1.3)` },
    fix,
  });

export const magnitudeInRange = (span: Span, written: string, right: string, fix: Fix | null): Diagnostic =>
  warning("magnitude-in-range", span, { zh: `范围“${written}”前一个数也要写“万”“亿”，否则会有歧义。`, en: `In the range "${written}" the first number needs its 万 or 亿 too; without it the range is ambiguous.` }, {
    rule: "N06",
    hint: { zh: `写作“${right}”（GB/T 15835—2011，5.1.3）。`, en: `write ${right} (GB/T 15835—2011, 5.1.3)` },
    fix,
  });

export const growthToPercent = (span: Span, written: string): Diagnostic =>
  warning("growth-to-percent", span, { zh: `“${written}”：“增长到”后面应是结果，不是增幅。`, en: `"${written}": after 增长到 comes the result, not the rate of growth.` }, {
    rule: "N07",
    hint: { zh: "说增幅时去掉“到”，例如“增长8%”。", en: "for a rate leave 到 out, as in 增长8%" },
  });

export const percentagePoints = (span: Span, written: string): Diagnostic =>
  note("percentage-points", span, { zh: `“${written}”：两个比率相差的是“个百分点”。`, en: `"${written}": two rates differ by 个百分点 (percentage points).` }, {
    rule: "N08",
    hint: { zh: "是相差几个百分点，就写“个百分点”；确是相对变化的，可以不改。", en: "write 个百分点 for the difference of two rates; leave it if the change is relative" },
  });

export const exactAbout = (span: Span, written: string): Diagnostic =>
  warning("exact-about", span, { zh: `“${written}”精确到三位以上小数，又说是概数。`, en: `"${written}" has three decimals or more and is still said to be about.` }, {
    rule: "N09",
    hint: { zh: "去掉概数词，或少写几位小数。", en: "drop the qualifier, or give fewer decimals" },
  });

export const timesLess = (span: Span, written: string): Diagnostic =>
  error("times-less", span, { zh: `“${written}”：减少不能用“倍”。`, en: `"${written}": nothing falls by times of itself.` }, {
    rule: "N10",
    hint: { zh: "写作百分数或分数，例如“降低50%”“减少一半”。", en: "give a percentage or a fraction, as in 降低50%" },
  });

/** `written` and `right` have one entry for each number of the text, at least one. */
export const spaceBeforeUnit = (span: Span, written: readonly string[], right: readonly string[], fix: Fix | null): Diagnostic =>
  warning("space-before-unit", span, { zh: `${quotedList(written).zh}：数字与单位、百分号之间不空格。`, en: `${quotedList(written).en}: no space between a number and its Chinese unit or %.` }, {
    rule: "N11",
    hint: { zh: `写作${quotedList(right).zh}${fix === null ? "" : MENDS.zh}。`, en: `write ${quotedList(right).en}${fix === null ? "" : MENDS.en}` },
    fix,
  });

export const shortYear = (span: Span, written: string): Diagnostic =>
  warning("short-year", span, { zh: `“${written}”：年份不简写成两位数字。`, en: `"${written}": a year is not cut to two digits.` }, {
    rule: "N13",
    hint: { zh: "写出四位，例如“2021年”（GB/T 15835—2011，5.1.4）。", en: "give all four, as in 2021年 (GB/T 15835—2011, 5.1.4)" },
  });

export const placeWithoutOrdinal = (span: Span, written: string, right: string, fix: Fix | null): Diagnostic =>
  note("place-without-ordinal", span, { zh: `“${written}”：名次前加“第”。`, en: `"${written}": a place in a ranking takes 第.` }, {
    rule: "N14",
    hint: { zh: `写作“${right}”。`, en: `write ${right}` },
    fix,
  });

export const voltsInTenThousands = (span: Span, written: string, right: string): Diagnostic =>
  warning("volts-in-ten-thousands", span, { zh: `“${written}”：电压以“千伏”为单位。`, en: `"${written}": voltages are given in 千伏 (kV).` }, {
    rule: "N15",
    hint: {
      zh: `写作“${right}”，电压等级都这样称（GB/T 156—2017《标准电压》）；名称或原文确是原样的，写明理由保留。`,
      en: `write ${right}, as the levels of voltage are called (GB/T 156—2017, Standard voltages); a name or a text that is published so keeps it, with the reason`,
    },
  });
