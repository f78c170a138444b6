/** What a list of names says once, and what a list leaves to the clause before it. */
import { blank, type Insertion } from "./insertions.ts";
import { HEAD_NOUNS } from "./known-indicators.ts";

/** Ends of names that a list before 分别 says once, longer ones first. */
const SHARED_ENDS = ["行业增加值", "行业产值", "产业增加值", "产业产值", "进出口总额", "进出口", "出口", "进口", "产量", "增加值", "总产值", "产值", "投资", "营业收入", "销售收入", "营收", "用电量", "业务量", "零售额", "销售额", "营业额", "利润", "贷款余额", "价格", "支出"];
const LIST = /(?<=^|[，。；：、,;:\n（])((?:[\p{Script=Han}A-Za-z]{2,14}[、和与及])+)([\p{Script=Han}A-Za-z]{2,20}?)(?=\s*(?:同比|比上年|比\d{4}年|均|年均)?分别(?<behind>[^，。；]*))/gu;

/** 集成电路、锂电池出口分别增长: the ends of all members but the last. */
export function endsOfLists(text: string, written: string): Insertion[] {
  return [...text.matchAll(LIST)].flatMap(({ 1: list = "", 2: last = "", index, groups }) => {
    const members = membersOf(list, last, (groups?.["behind"] ?? "").split(/[、和与及]/).length);
    const own = SHARED_ENDS.find((end) => last.endsWith(end) && last.length > end.length) ?? parallelEnd(members, last);
    const words = own ?? doneTogether(written.slice(index + list.length + last.length)) ?? (isKindsOf(text, index, list) ? carriedEnd(text, index) : undefined);
    if (words === undefined || members.some((member) => HEAD_NOUNS.some((head) => member.slice(0, -1).endsWith(head)))) return [];
    let at = index;
    const lastEnd = own === undefined ? [{ at: index + list.length + last.length, words }] : [];
    return members.flatMap((member): Insertion[] => {
      at += member.length;
      // 对东盟、欧盟进出口: what stands before the first stands before all.
      return [{ at: at - 1, words }, ...(list.startsWith("对") && !last.startsWith("对") ? [{ at, words: "对" }] : [])];
    }).concat(lastEnd);
  });
}

const DONE_TOGETHER = /(?<=分别(?:实现|完成))(?:总产值|产值|增加值|营业收入|销售收入|税收|利润|投资|零售额|出口|进出口)(?=\d)|等[两三四五六七八九十]+[类种]价格(?=[^，。；\d]{0,6}分别)/;

/** 化工、医药分别实现产值15亿元、28亿元, 衣着、居住等七类价格分别: what all have done or are of stands behind the list; blanks take its place there. */
export function blankDone(text: string): string {
  return blank(text, new RegExp(DONE_TOGETHER, "g"));
}

function doneTogether(behind: string): string | undefined {
  return DONE_TOGETHER.exec(behind.slice(0, 16))?.[0].replace(/^等.*[类种]/, "");
}

/** 居民消费价格上涨0.1%。其中，衣着类下降0.4%、农村上涨0.2%: the price of each class and area. */
export function endsOfClasses(text: string): Insertion[] {
  return [...text.matchAll(/居民消费价格[^。]*(?:。(?=其中|分类别看|分城乡看|从)[^。]*)*/g)].flatMap(({ 0: part, index }) =>
    [...part.matchAll(/(?<=[，、；：])(?:[\p{Script=Han}]{2,12}类|(?<area>城市|农村|城镇))(?=(?:同比|比上年)?(?:上涨|下降|上升)\d)/gu)].map(({ 0: name, index: at, groups }) => ({ at: index + at + name.length, words: groups?.["area"] === undefined ? "价格" : "居民消费价格" })));
}

/** All members but the last, each with its joint. 生活用品和服务 is one of as many members as there are figures. */
function membersOf(list: string, last: string, figures: number): readonly string[] {
  const divided = `${list}${last}`.split(/(?<=、)/).slice(0, -1);
  return divided.length + 1 === figures ? divided : list.split(/(?<=[、和与及])/);
}

/** 食品、药品抽检合格率: members of one length that end with one sign show where the end of all begins. */
function parallelEnd(members: readonly string[], last: string): string | undefined {
  const own = members.map((member) => member.slice(0, -1).replace(/^(?:其中|对)/, ""));
  const length = own[0]?.length ?? 0;
  const sign = own[0]?.at(-1);
  const end = last.slice(length).replace(/^的/, "");
  return own.every((member) => member.length === length && member.at(-1) === sign) && last.charAt(length - 1) === sign && HEAD_NOUNS.some((head) => end.endsWith(head)) ? end : undefined;
}

function isKindsOf(text: string, index: number, list: string): boolean {
  return list.startsWith("其中") || /其中[，：]?$/.test(text.slice(Math.max(0, index - 3), index));
}

/** How far back the whole of some kinds is looked for, in characters: it stands in their sentence or in the one before. */
const REACH = 200;
/** Ends that the kinds of a whole take from it. */
const CARRIED = [...SHARED_ENDS, "播种面积", "种植面积", "税收"];

/** 蔬菜种植面积增长17.8%，其中玉米、土豆分别增长17.1%、7.5%: what the clause before was about. */
function carriedEnd(text: string, before: number): string | undefined {
  const from = text.lastIndexOf("。", before) + 1;
  // A sentence that begins with 其中 goes on with the one before.
  const said = text.slice(Math.max(before - REACH, text.startsWith("其中", from) ? text.lastIndexOf("。", from - 2) + 1 : from), before);
  const ends = CARRIED.map((end) => ({ end, at: said.search(new RegExp(`${end}(?:同比|比上年|较上年)?(?:增长|下降|达到?|为|完成|实现|\\d)(?!.*${end}(?:增长|下降|达|为|\\d))`)) })).filter(({ at }) => at >= 0);
  return ends.toSorted((a, b) => b.at + b.end.length - a.at - a.end.length || b.end.length - a.end.length)[0]?.end;
}

const DONE = /(?<=其中[，：]?|[，、；])(?<kind>[\p{Script=Han}]{2,10})(?=完成\d)/gu;

/** 完成公路投资285亿元。其中，高速公路完成162亿元: what the kinds have done of it. */
export function endsOfDone(text: string): Insertion[] {
  return [...text.matchAll(DONE)].flatMap(({ 0: kind, index }) => {
    const from = Math.max(index - REACH, text.lastIndexOf("。", index) + 1);
    const sentence = text.slice(from, index);
    const words = /^其中|，其中/.test(sentence) && !HEAD_NOUNS.some((head) => kind.endsWith(head)) ? carriedEnd(text, sentence.startsWith("其中") ? index - sentence.length : index) : undefined;
    return words === undefined ? [] : [{ at: index + kind.length, words }];
  });
}
