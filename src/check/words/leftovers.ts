/** T06: what a draft leaves behind, and words for years that lose their meaning in an archive. */
import { leftover, relativeDate } from "../../diagnostics/messages/terms.ts";
import { findHits, type WordingRule } from "./wording-rule.ts";

const HAN_UNIT = "[亿万千元%％年月日个家项人次户亩镇村县区市省某]";
/** Never meant for an audience. */
const PLACEHOLDER = new RegExp(`(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])|(?<![A-Za-z])[xX]{3,}(?![A-Za-z])|(?<![A-Za-z×])(?:[xX×]{2,})(?=${HAN_UNIT})|^[【（[]?图片[】）\\]]?$`, "gu");
/** 小编制, 小编组 and 小编辑器 are other words. */
const EDITOR = /小编(?![制组队号程码织剧辑])/gu;
/** None of them beside a character that makes it another word: 如今年轻, 说明年度, 以前年度, 今后年均. */
const RELATIVE = /(?<!如|当|而|至(?<!截至))今年(?![轻均])|(?<![过失除])去年|(?<![说文证表声申透分光聪])明年(?!度)|(?<![以之目提])前年(?!度)|(?<![以今之])后年(?![度均])/gu;

export const checkLeftovers: WordingRule = (wording, report) => {
  for (const { text, span } of findHits(wording, PLACEHOLDER)) report(leftover(span, text, "error"));
  for (const { text, span } of findHits(wording, EDITOR)) report(leftover(span, text, "warning"));
};

export const checkRelativeDates: WordingRule = (wording, report) => {
  for (const { text, span } of findHits(wording, RELATIVE)) report(relativeDate(span, text));
};
