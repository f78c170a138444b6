/** What a clause leaves out of its name, because the clause before has said it: 油料种植面积202万亩，总产32万吨. */
import { findLiterals } from "./literals.ts";
import type { Insertion } from "./insertions.ts";

/** What is told of a thing that is grown, made or sold, longest first. */
const TOLD = "总产量|产量|总产值|产值|总产|单产|年产量|年产值|销售额|销售收入|销量|出栏量|存栏量|增加值|利润|营业收入|营收";
/** At the beginning of a clause, and with a figure behind it. */
const ALONE = new RegExp(`(?<=[，；、]|^)(?:预计|全年|实现|完成|其中|年|总)*(?=(?:${TOLD})(?:同比|比上年|较上年|预计|达到?|为|约|近|超过?|突破|实现|增长|增至|提高到)*\\d)`, "gu");
/** A thing and what is told of it first. */
const NAMED = new RegExp(`(?<thing>[\\p{Script=Han}]{2,14}?)(?<told>播种面积|种植面积|栽培面积|养殖面积|基地面积|种植规模|养殖规模|面积|基地|产业|年?(?:${TOLD}))(?:已|共|稳定|发展|扩大|增加|达|保持)*(?:到|至|为|在|约|近|超过?|突破)*$`, "u");
/** Where a thing's own words begin. */
const BEGINS = /(?:19|20)\d{2}年(?:度)?|全[年国省市县区镇乡州]|我[省市县区镇乡]|其中|实现|完成|预计|达到|新增|新建|建成|发展|累计|截至|年末|[，、：]/g;

/** How many figures back a thing may stand, and how many characters before its figure its clause may begin. */
const [NEAR, REACH] = [6, 60] as const;

export function carriedThings(text: string): Insertion[] {
  return [...text.matchAll(/[^。！？\n]+/g)].flatMap(({ 0: sentence, index }) => {
    const literals = findLiterals(sentence);
    return [...sentence.matchAll(ALONE)].flatMap(({ 0: lead, index: at }) => {
      // The nearest thing that a figure was told of, whatever other figures of it stand between.
      const before = literals.findLastIndex(({ end }) => end <= at) + 1;
      const thing = literals.slice(Math.max(0, before - NEAR), before).map(({ start }) => thingBefore(sentence.slice(Math.max(0, start - REACH), start))).findLast((one) => one !== null) ?? null;
      return thing === null ? [] : [{ at: index + at + lead.length, words: thing }];
    });
  });
}

function thingBefore(words: string): string | null {
  const clause = words.slice(Math.max(...["，", "；", "。", "：", "、"].map((mark) => words.lastIndexOf(mark))) + 1);
  const thing = NAMED.exec(clause)?.groups?.["thing"] ?? null;
  if (thing === null) return null;
  const from = Math.max(0, ...[...thing.matchAll(BEGINS)].map((match) => match.index + match[0].length));
  const own = thing.slice(from);
  return own.length < 2 || /[的了和与及]/.test(own) ? null : own;
}
