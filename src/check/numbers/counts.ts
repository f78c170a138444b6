/** A08: an announced count equals the number of items listed. */
import { countMismatch } from "../../diagnostics/messages/numbers.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Block, Inline, Slide } from "../../model/deck.ts";
import type { Rule } from "../rule.ts";
import type { Passage } from "../passages.ts";
import { placeIn } from "../../language/wording.ts";

/** 二 to 十九, or as digits. */
const NUMBER = "((?:十[一二三四五六七八九]|[二两三四五六七八九十])|(?<![\\d.,])(?:[2-9]|1\\d)(?![\\d.,%]))";
/** Measure words of things that may be listed one by one. */
const COUNTER = "(?:大类|大|个|项|条|类|种|件|方面|家|所|座|处|支|名|位|句话|张|份|批|场|步|道|片|轮|组|篇|部)";
/** What a list of places before its number may be counted as: 清河、柳湾两地. */
const PLACE = "(?:地|省|市|县|镇|乡|村)";
/** 三大, 五个, 4项 …: what announces a list. */
const HAN = "一二三四五六七八九十";
const ANNOUNCED = `${NUMBER}${COUNTER}`;
/** A title may announce things (六件实事) of which its slide shows some. */
const IN_TITLE = new RegExp(`${NUMBER}(?:大类|大|个|项|条|类)`, "g");
/** Terms that count nothing here: the number is part of their name, or it counts time. */
const FIXED =
  /^[“‘]?(?:[二两三四五六七八九十]|\d+)(?:个(?:全面|意识|自信|维护|确立|代表|务必|毫不动摇|文明|一百年|层面|月|多月|半|世纪|小时|季度|工作日|百分点|年|百分之)|大(?:报告|精神|以来|召开|代表|球|类球)|项(?:规定|改革)|类(?:人员)?(?![\p{Script=Han}])|位数|届|方面(?:军|来))/u;
/** 一是 … 二是 …, 一要 …, 第一， …: each numbers its item. */
const ORDINALS: readonly ((number: string) => string)[] = [(number) => `${number}是`, (number) => `${number}要`, (number) => `第${number}，`, (number) => `其${number}`];
/** A list never ends with a bare verb: 推进甲、实施“三大工程” is not a list of three. */
const VERB =
  /(?:实施|推进|打好|开展|落实|做好|抓好|抓牢|坚持|深化|构建|建设|打造|完善|强化|聚焦|围绕|突出|把握|守住|办好|完成|启动|加快|做到|坚定|增强|统筹|紧扣|用好|形成|建成|提升|推动|依托|结合|按照|贯彻|健全|优化|实现|确保|争创|创建|培育|发展|举办|出台|制定|抢抓|瞄准|立足|突破|融入|对接|打赢|扛起|服务|参与|承接|抢占|巩固|拓展|深耕|做强|做优|做大|擦亮|叫响|破解|攻克|应对|化解|防范|引领|支撑|和|与|及|的|在|以|为|将|把|对)$/;
/** Opens a phrase around a verb: 全力打赢三大攻坚战. */
const ADVERB = /^(?:主动|积极|坚决|全力|大力|扎实|深入|全面|持续|加快|着力|稳步|有序|切实|努力|奋力|不断|认真|坚定|牢牢|高质量|高标准|高水平)\p{Script=Han}{2}$/u;
/** What stands before the number is no list of what it counts: honours, places, groups with numbers of their own. */
const NO_ITEM = /[二两三四五六七八九十\d](?:大|个|项|条|类|种|件|方面)|先后|被评|被列|入选|入围|荣获|获评|列入|跻身|位列|成为|全[国省市县区镇]|的|等|[“”‘’《》（）]/;
/** Things that are built or brought in are counted, not listed: 新建学校、医院五所. */
const TALLY = /新建|改建|扩建|改造|建成|建设|完成|新增|培育|引进|实施|开工|竣工|获|创建|投用|签约|创成|认定|开展|举办|办理|出台|整治|修建|组织/;
/** Counters that name kinds; with any other, a list before its number may be a tally. */
const KINDS = /^(?:大类|大|类|种|方面|篇)$/;
/** 农贸市场一座、河道三条 counts its items itself. */
const COUNTED_ITEM = /[一两二三四五六七八九十\d]+[座个条处家所项公万]/;
const LONGEST_ITEM = 14;
/** Names of what is built are short; a longer word holds more than a name. */
const LONGEST_THING = 8;
/** What was done, before the first of the things. */
const BUILT = new RegExp(`^\\p{Script=Han}{0,8}?(?:${TALLY.source}|开通|改造|投用)(?:了|投用|通车|启用)?`, "u");
const CLAUSE = /[^，。；：！？\n]+/g;
const COUNT_OF_LIST = new RegExp(`[“‘]?${NUMBER}(${COUNTER}|${PLACE})(?=[\\p{Script=Han}“‘])`, "gu");
const COUNT_OF_PART = new RegExp(`等${NUMBER}${COUNTER}`, "gu");
/** “山多、田少，路远、人稀”两大困难: a quotation that is the list itself. */
const QUOTED_LIST = new RegExp(`“([^“”]*[、，；][^“”]*)”${NUMBER}(${COUNTER})(?=\\p{Script=Han})`, "gu");
/** 《甲》《乙》《丙》三项政策: titles that follow each other are a list without a mark. */
const TITLES = new RegExp(`((?:《[^《》]+》[、和及]?){2,})${NUMBER}${COUNTER}(?=\\p{Script=Han})`, "gu");
/** 突出三个重点：稳增长、促改革、惠民生。 */
const LIST_BEHIND = new RegExp(`${NUMBER}${COUNTER}\\p{Script=Han}{0,8}[”’]?[：:]([^。！？\\n：:]+)(?=[。！？\\n]|$)`, "gu");
/** 三大工程，即甲、乙和丙; 五座桥，分别是甲、乙、丙和丁. Here the list ends with its clause. */
const LIST_NAMED = new RegExp(`${NUMBER}${COUNTER}\\p{Script=Han}{0,8}[”’]?，(?:即|也就是|分别[是为])([^，。；！？\\n：:]+)(?=[，。；！？\\n]|$)`, "gu");
/** 三大产业（含旅游、康养）: not all of them, or about them. */
const NOT_ALL = /^(?:含|不含|包括|其中|如|例如|比如|主要|除|详?见|以下|按|即?每)|\d/u;
/** 三大工程（甲、乙、丙） */
const LIST_IN_BRACKETS = new RegExp(`${NUMBER}(?:大类|大|类|种|方面|座|所|篇|部)\\p{Script=Han}{0,8}[”’]?（([^（）。；！？\\n：:]+)）`, "gu");
/** Items with numbers of their own are counted by checkNumbered. */
const OWN_NUMBERS = /[一二三四五六七八九十]是|[一二三四五六七八九十]要|第[一二三四五六七八九十]|首先|其一|[（(][一二三四五六七八九十\d]|\d[.、．]|①/;

/** A08, in running text and between a slide's title and the content below it. */
export const checkCounts: Rule = ({ deck, passages, report }) => {
  const projects = new Set(deck.projects.map(({ name }) => name));
  for (const passage of passages) {
    if (!/[二两三四五六七八九十\d]/.test(passage.text)) continue;
    if (passage.surface === "title") checkTitle(passage, report);
    checkListBefore(passage, projects, report);
    checkQuotedList(passage, report);
    checkTitles(passage, report);
    checkPartialList(passage, report);
    checkListBehind(passage, report);
    checkNumbered(passage, report);
  }
};

/** 三大产业 as a title counts the items, cards or zones of its slide, if there is nothing else on it. */
function checkTitle(passage: Passage, report: Report): void {
  const matches = [...passage.text.matchAll(IN_TITLE)].filter(({ index }) => !isFixed(passage.text, index));
  const [match] = matches;
  const items = match === undefined || matches.length > 1 || passage.text.includes("等") ? null : itemsOf(passage.slide);
  if (match === undefined || items === null || items.length < 2) return;
  const count = numberOf(match[1]!);
  if (items.length !== count) report(countMismatch(placeIn(passage, match.index, match.index + 2), match[0], count, items));
}

/** 甲、乙、丙三大产业: the items come right before their number. `projects` are names of the table: a list of them is no tally. */
function checkListBefore(passage: Passage, projects: ReadonlySet<string>, report: Report): void {
  for (const { list, number, counter, at } of findLists(passage.text, COUNT_OF_LIST)) {
    const items = splitItems(list);
    const last = items.at(-1) ?? "";
    if (isFixed(passage.text, at) || VERB.test(last) || ADVERB.test(last) || items.some((item) => item.length > LONGEST_ITEM || NO_ITEM.test(item))) continue;
    const count = numberOf(number);
    const known = items.every((item) => projects.has(item));
    if (!known && !KINDS.test(counter) && (/\d/.test(number) || TALLY.test(list))) {
      const things = thingsBuilt(items, passage.text.slice(at + number.length + counter.length));
      if (things !== null && things.length !== count) report(countMismatch(placeIn(passage, at, at + number.length + counter.length), number + counter, count, things));
      continue;
    }
    const joined = [...list.matchAll(/[和与及]/g)].length;
    if (known ? items.length !== count : items.length + joined < count || (items.length > count && areParallel(items))) report(countMismatch(placeIn(passage, at, at + number.length + counter.length), number + counter, count, items));
  }
}

/** 建成甲桥、乙桥和丙桥: things that end with a character of what is counted (三座桥梁), so that they are no places which have it. Null for any other list. */
function thingsBuilt(items: readonly string[], behind: string): readonly string[] | null {
  const [first = "", ...others] = items;
  const things = [first.replace(BUILT, ""), ...others].flatMap((item) => item.split(/[和与及]/));
  const noun = /^\p{Script=Han}{1,4}/u.exec(behind)?.[0] ?? "";
  const end = things[0]?.at(-1) ?? "";
  return noun.includes(end) && things.every((thing) => thing.length >= 2 && thing.length <= LONGEST_THING && thing.endsWith(end)) && new Set(things).size === things.length ? things : null;
}

/** Pairs inside a quotation may be divided by commas: then either mark may divide what is counted. */
function checkQuotedList(passage: Passage, report: Report): void {
  for (const { 0: whole, 1: list = "", 2: number = "", 3: counter = "", index } of passage.text.matchAll(QUOTED_LIST)) {
    const at = index + whole.length - number.length - counter.length;
    const items = list.split(/[、，；]/);
    const counts = [/[、]/, /[，；]/, /[、，；]/].map((mark) => list.split(mark).length);
    const count = numberOf(number);
    if (!KINDS.test(counter) || isFixed(passage.text, at) || counts.includes(count) || items.some((item) => item === "" || NO_ITEM.test(item))) continue;
    report(countMismatch(placeIn(passage, at, at + number.length + counter.length), number + counter, count, items));
  }
}

function checkTitles(passage: Passage, report: Report): void {
  for (const { 0: whole, 1: list = "", 2: number = "", index } of passage.text.matchAll(TITLES)) {
    const items = list.match(/《[^《》]+》/g) ?? [];
    const at = index + list.length;
    if (items.length !== numberOf(number) && !isFixed(passage.text, at)) report(countMismatch(placeIn(passage, at, index + whole.length), whole.slice(list.length), numberOf(number), items));
  }
}

/** 甲、乙等3个项目: an incomplete list may be shorter than its number, but never longer. */
function checkPartialList(passage: Passage, report: Report): void {
  for (const { list, number, at } of findLists(passage.text, COUNT_OF_PART)) {
    const items = splitItems(list);
    const count = numberOf(number);
    if (items.length > count && items.every((item) => item.length <= LONGEST_ITEM && !NO_ITEM.test(item))) report(countMismatch(placeIn(passage, at, at + number.length + 1), number + passage.text.charAt(at + number.length), count, items));
  }
}

/** 三个重点：稳增长、促改革、惠民生: told only where one kind of mark divides all items. */
function checkListBehind(passage: Passage, report: Report): void {
  for (const pattern of [LIST_BEHIND, LIST_NAMED, LIST_IN_BRACKETS]) for (const match of passage.text.matchAll(pattern)) checkBehind(match, pattern !== LIST_BEHIND, passage, report);
}

/** `named`: the words before the list say that it is whole, so that two joined by 和 are a list as well. */
function checkBehind({ 0: whole, 1: number = "", 2: list = "", index }: RegExpExecArray, named: boolean, passage: Passage, report: Report): void {
  const marks = new Set(list.match(/[、，；]/g));
  const items = list.split(/[、，；]/).map((item) => item.trim());
  const count = numberOf(number);
  const joined = [...list.matchAll(/[和与及]/g)].length;
  if (isFixed(passage.text, index) || marks.size > 1 || (marks.size === 0 && !(named && joined === 1)) || OWN_NUMBERS.test(list) || COUNTED_ITEM.test(list) || /等|…/.test(list) || (named && NOT_ALL.test(list))) return;
  if (items.length === count || (items.length < count && items.length + joined >= count)) return;
  if (items.some((item) => item === "" || item.length > LONGEST_ITEM)) return;
  const announced = /^(?:十?[二两三四五六七八九十]|\d+)(?:大类|方面|句话|.)/u.exec(whole)?.[0] ?? number;
  report(countMismatch(placeIn(passage, index, index + announced.length), announced, count, joined === 0 ? items : items.flatMap((item) => item.split(/[和与及]/))));
}

interface CountedList {
  readonly list: string;
  readonly number: string;
  /** Empty where the pattern does not say. */
  readonly counter: string;
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
    // 三级网格、六项机制、五星评定: the number belongs to an item.
    if (found === undefined || clause.includes("、", found.index)) return [];
    const number = found[1]!;
    return [{ list: clause.slice(0, found.index), number, counter: found[2] ?? "", at: start + found.index + found[0].indexOf(number) }];
  });
}

/** 三个方面。一是 … 二是 …: the number right before the first item. */
function checkNumbered(passage: Passage, report: Report): void {
  const { text } = passage;
  for (const ordinal of ORDINALS) {
    const first = text.indexOf(ordinal("一"));
    if (first < 0 || text.indexOf(ordinal("一"), first + 1) >= 0) continue;
    const before = sentenceBefore(text, first);
    const matches = [...before.matchAll(new RegExp(`${ANNOUNCED}|([二两三四五六七八九十])点`, "g"))].filter(({ index }) => !isFixed(before, index));
    const match = matches.at(-1);
    const listed = countOrdinals(text, first, ordinal);
    if (match === undefined || matches.length > 1 || listed < 2) continue;
    const count = numberOf((match[1] ?? match[2])!);
    const at = first - before.length + match.index;
    // Only ten ordinals are looked for.
    if (listed !== count && count <= HAN.length) report(countMismatch(placeIn(passage, at, at + match[0].length), match[0], count, Array.from(HAN.slice(0, listed), ordinal)));
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

/** 第三个, 第三、四种, “四个全面”, 三个月 and 二十个 do not count what follows. */
function isFixed(text: string, at: number): boolean {
  return /第[一二三四五六七八九十\d]{1,3}[、和至到]$/.test(text.slice(Math.max(0, at - 5), at)) || FIXED.test(text.slice(at, at + 8)) || /[第十百千万几每一二三四五六七八九\d]/.test(text.charAt(at - 1)) || text.charAt(at - 1) === "“" && text.charAt(at + 2) === "”";
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

/** 两 is 2, 十二 and 12 are 12. */
function numberOf(written: string): number {
  if (/\d/.test(written)) return Number(written);
  const digit = written === "两" ? 2 : HAN.indexOf(written.charAt(written.length - 1)) + 1;
  return written.length > 1 ? 10 + digit : digit;
}

function plain(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ("children" in inline ? plain(inline.children) : inline.type === "text" || inline.type === "figure" ? inline.text : "")).join("");
}
