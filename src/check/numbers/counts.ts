/** A08: an announced count equals the number of items listed. */
import { countMismatch } from "../../diagnostics/messages/numbers.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Block, Inline, Slide } from "../../model/deck.ts";
import type { Rule } from "../rule.ts";
import type { Passage } from "../passages.ts";
import { placeIn } from "../../language/wording.ts";

const HAN = "一二三四五六七八九十";
/** 三大, 五个, 四项 …: a number up to ten with a measure word for things that may be listed. */
const ANNOUNCED = "([二两三四五六七八九十])(?:大|个|项|条|类)";
/** Terms that count nothing here: the number is part of their name. */
const FIXED = /^[“‘]?[二两三四五六七八九十](?:个(?:全面|意识|自信|维护|确立|代表|务必|毫不动摇|文明|一百年|层面|月|多月|半)|大(?:报告|精神|以来|召开|代表)|项(?:规定|改革)|类(?:人员)?)/;
/** 一是 … 二是 …, 一要 …, 第一， …: each numbers its item. */
const ORDINALS: readonly ((number: string) => string)[] = [(number) => `${number}是`, (number) => `${number}要`, (number) => `第${number}，`];
/** A list never ends with a bare verb: 推进甲、实施“三大工程” is not a list of three. */
const VERB =
  /(?:实施|推进|打好|开展|落实|做好|抓好|抓牢|坚持|深化|构建|建设|打造|完善|强化|聚焦|围绕|突出|把握|守住|办好|完成|启动|加快|做到|坚定|增强|统筹|紧扣|用好|形成|建成|提升|推动|依托|结合|按照|贯彻|健全|优化|实现|确保|争创|创建|培育|发展|举办|出台|制定|抢抓|瞄准|立足|突破|融入|对接|打赢|扛起|服务|参与|承接|抢占|巩固|拓展|深耕|做强|做优|做大|擦亮|叫响|破解|攻克|应对|化解|防范|引领|支撑|和|与|及|的|在|以|为|将|把|对)$/;
/** Opens a phrase around a verb: 全力打赢三大攻坚战. */
const ADVERB = /^(?:主动|积极|坚决|全力|大力|扎实|深入|全面|持续|加快|着力|稳步|有序|切实|努力|奋力|不断|认真|坚定|牢牢|高质量|高标准|高水平)\p{Script=Han}{2}$/u;
const LONGEST_ITEM = 14;
const CLAUSE = /[^，。；：！？\n]+/g;
const COUNT_OF_LIST = /[“‘]?([二两三四五六七八九十])大(?=[\p{Script=Han}“‘])/gu;
const COUNT_OF_PART = /等(\d{1,2}|[二两三四五六七八九十])(?:大|个|项|条|类|家|名|所|座)/g;

/** A08, in running text and between a slide's title and the content below it. */
export const checkCounts: Rule = ({ passages, report }) => {
  for (const passage of passages) {
    if (!/[二两三四五六七八九十\d]/.test(passage.text)) continue;
    if (passage.surface === "title") checkTitle(passage, report);
    checkListBefore(passage, report);
    checkPartialList(passage, report);
    checkNumbered(passage, report);
  }
};

/** 三大产业 as a title counts the items, cards or zones of its slide, if there is nothing else on it. */
function checkTitle(passage: Passage, report: Report): void {
  const matches = [...passage.text.matchAll(new RegExp(ANNOUNCED, "g"))].filter(({ index }) => !isFixed(passage.text, index));
  const [match] = matches;
  const items = match === undefined || matches.length > 1 || passage.text.includes("等") ? null : itemsOf(passage.slide);
  if (match === undefined || items === null || items.length < 2) return;
  const count = numberOf(match[1]!);
  if (items.length !== count) report(countMismatch(placeIn(passage, match.index, match.index + 2), match[0], count, items));
}

/** 甲、乙、丙三大产业: the items come right before their number. */
function checkListBefore(passage: Passage, report: Report): void {
  for (const { list, number, at } of findLists(passage.text, COUNT_OF_LIST)) {
    const items = splitItems(list);
    const last = items.at(-1) ?? "";
    if (isFixed(passage.text, at) || list.endsWith("等") || VERB.test(last) || ADVERB.test(last) || items.some((item) => item.length > LONGEST_ITEM)) continue;
    const count = numberOf(number);
    const joined = [...list.matchAll(/[和与及]/g)].length;
    if (items.length + joined < count || (items.length > count && areParallel(items))) report(countMismatch(placeIn(passage, at, at + 2), `${number}大`, count, items));
  }
}

/** 甲、乙等3个项目: an incomplete list may be shorter than its number, but never longer. */
function checkPartialList(passage: Passage, report: Report): void {
  for (const { list, number, at } of findLists(passage.text, COUNT_OF_PART)) {
    const items = splitItems(list);
    const count = /\d/.test(number) ? Number(number) : numberOf(number);
    if (items.length > count && items.every((item) => item.length <= LONGEST_ITEM)) report(countMismatch(placeIn(passage, at, at + number.length + 1), number + passage.text.charAt(at + number.length), count, items));
  }
}

interface CountedList {
  readonly list: string;
  readonly number: string;
  /** Where the number is in the text. */
  readonly at: number;
}

/** In each clause, the number after its last list. Numbers are looked for first, so that a clause without one is read once. */
function findLists(text: string, pattern: RegExp): readonly CountedList[] {
  return [...text.matchAll(CLAUSE)].flatMap(({ 0: clause, index: start }): CountedList[] => {
    if (!clause.includes("、")) return [];
    const counts = [...clause.matchAll(pattern)];
    const last = counts.at(-1);
    const comma = last === undefined ? -1 : clause.lastIndexOf("、", last.index);
    const found = comma === -1 ? undefined : counts.find(({ index }) => index > comma);
    if (found === undefined) return [];
    const number = found[1]!;
    return [{ list: clause.slice(0, found.index), number, at: start + found.index + found[0].indexOf(number) }];
  });
}

/** 三个方面。一是 … 二是 …: the number right before the first item. */
function checkNumbered(passage: Passage, report: Report): void {
  const { text } = passage;
  for (const ordinal of ORDINALS) {
    const first = text.indexOf(ordinal("一"));
    if (first < 0 || text.indexOf(ordinal("一"), first + 1) >= 0) continue;
    const before = sentenceBefore(text, first);
    const matches = [...before.matchAll(new RegExp(`${ANNOUNCED}|([二两三四五六七八九十])(?:方面|点)`, "g"))].filter(({ index }) => !isFixed(before, index));
    const match = matches.at(-1);
    const listed = countOrdinals(text, first, ordinal);
    if (match === undefined || matches.length > 1 || listed < 2) continue;
    const count = numberOf((match[1] ?? match[2])!);
    const at = first - before.length + match.index;
    if (listed !== count) report(countMismatch(placeIn(passage, at, at + match[0].length), match[0], count, Array.from(HAN.slice(0, listed), ordinal)));
  }
}

/** The sentence that ends with a mark right before `at`; empty for none. */
function sentenceBefore(text: string, at: number): string {
  if (!/[。：；，]/.test(text.charAt(at - 1))) return "";
  let from = at - 1;
  while (from > 0 && !/[。；！？\n]/.test(text.charAt(from - 1))) from--;
  return text.slice(from, at);
}

function countOrdinals(text: string, first: number, ordinal: (number: string) => string): number {
  let count = 0;
  for (let at = first; at >= 0 && count < HAN.length; ) {
    count += 1;
    at = count < HAN.length ? text.indexOf(ordinal(HAN.charAt(count)), at + 1) : -1;
  }
  return count;
}

/** The things below a title: one list, or cards, or zones; null if there is anything else to count. */
function itemsOf({ blocks }: Slide): string[] | null {
  const counted = blocks.filter(({ type }) => type !== "paragraph");
  const [only] = counted;
  if (only?.type === "list" && counted.length === 1) return only.items.map(({ inlines }) => plain(inlines));
  if (only?.type === "zones" && counted.length === 1) return only.zones.map(({ name }) => name);
  return counted.every((block): block is Extract<Block, { type: "card" }> => block.type === "card") ? counted.map(({ title }) => plain(title)) : null;
}

/** 第三个, “四个全面”, 三个月 and 二十个 do not count what follows. */
function isFixed(text: string, at: number): boolean {
  return FIXED.test(text.slice(at, at + 8)) || /[第十百千万几每一二三四五六七八九\d]/.test(text.charAt(at - 1)) || text.charAt(at - 1) === "“" && text.charAt(at + 2) === "”";
}

/** Items of one length, apart from what leads to the first. */
function areParallel(items: readonly string[]): boolean {
  const [first = "", ...others] = items;
  const length = others[0]?.length ?? 0;
  return others.length > 1 && others.every((item) => item.length === length) && first.length >= length;
}

function splitItems(list: string): string[] {
  return list.split("、").map((item) => item.trim()).filter((item) => item !== "");
}

function numberOf(digit: string): number {
  return digit === "两" ? 2 : HAN.indexOf(digit) + 1;
}

function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ("children" in inline ? plain(inline.children) : inline.type === "text" || inline.type === "figure" ? inline.text : "")).join("");
}
