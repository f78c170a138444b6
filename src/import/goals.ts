/** Targets of a report: each item of its sentences of targets, with the plan in the report's own words. */
import type { Indicator } from "../model/indicator.ts";
import { isKnownWords } from "../parse/target-words.ts";
import { readWording } from "../parse/read-goal.ts";
import type { Certainty } from "./decision.ts";
import { HEAD_NOUNS, KNOWN_INDICATORS } from "./known-indicators.ts";
import { sentenceAt, type Passage } from "./passages.ts";
import type { Reason } from "./reasons.ts";
import { cleanName } from "./clean-name.ts";

export interface DraftTarget {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  readonly name: string;
  readonly wording: string;
  /** Offset of the wording where it stands in the text in one piece; null where it does not. */
  readonly wordingAt: number | null;
  readonly certainty: Certainty;
  readonly reason: Reason;
}

/** What announces targets: 主要预期目标是：. */
const ANNOUNCED = /(?:(?:主要)?(?:预期|发展|奋斗|调控|约束性)?(?:目标|指标)(?:建议|初步|考虑|安排)?(?:建议)?(?:为|是|如下)?[：:]|(?:预期|主要|发展|奋斗|工作)目标(?:建议|确定|安排)?[是为](?!(?:以|坚持|要)))/;
const TITLE = /(?:预期目标|主要目标|目标)$/;
const VERB = "(?:年均)?(?:增长|增加|增速|增幅|涨幅|提高|提升|上升|下降|降低|减少|控制|保持|稳定|达到?|实现|突破|超过?|不低于|不少于|不高于|不超过|高于|低于|快于|与|同|和|按|完成|力争|确保|争取|优于|迈上|持平|总体|基本|继续|持续|好于|只降不升|稳步|进一步|全面|均|力保|在|为|约|近|\\d)";
const STARTS = new RegExp(`^${VERB}`);
const KNOWN = new Set(KNOWN_INDICATORS.flatMap(({ names }) => names));
const HEADS = HEAD_NOUNS.toSorted((a, b) => b.length - a.length);
/** More words than any item of a target sentence has. */
const LONGEST_ITEM = 60;

/** The targets of a passage in order; empty where nothing announces them. */
export function readGoals(passage: Passage, organisation: string): DraftTarget[] {
  const { text } = passage;
  const from = startOf(passage);
  if (from === null) return [];
  const targets: DraftTarget[] = [];
  for (let at = from; at < text.length; ) {
    const end = text.slice(at).search(/[。！\n]/);
    const stop = end === -1 ? text.length : at + end;
    const items = itemsOf(text, at, stop);
    // The list goes on with the next sentence where all of that are plans: 地区生产总值增长5%左右。固定资产投资增长5%左右.
    if (at > from && !items.every(({ words }) => GOES_ON.test(words))) break;
    for (const item of items) targets.push(...targetsOf(item, passage, organisation, targets));
    at = stop + 1;
  }
  return targets;
}

/** A name and its plan, and nothing else. */
const GOES_ON = /^[\p{Script=Han}A-Za-z、.\d]{2,24}?(?:分别)?(?:增长|下降|控制在|保持在|稳定在|涨幅|达到)[\d.%、~—至和与左右以上内下个百分点]*$/u;

function startOf({ text, section }: Passage): number | null {
  const announced = ANNOUNCED.exec(text);
  if (announced !== null) return announced.index + announced[0].length;
  // Below a heading 主要预期目标 the items stand by themselves.
  return TITLE.test(section) && itemsOf(text, 0, text.length).filter(({ words }) => splitItem(words, "") !== null).length > 2 ? 0 : null;
}

interface Item {
  readonly words: string;
  readonly at: number;
}

/** Divided at ；, or at ， where there is none; what has no name of its own goes on with the item before. */
function itemsOf(text: string, from: number, stop: number): Item[] {
  const sentence = text.slice(from, stop);
  const inParts = /[；;]/.test(sentence);
  const items: Item[] = [];
  let at = from;
  for (const words of sentence.split(inParts ? /[；;]/ : /[，,]/)) {
    items.push({ words, at });
    at += words.length + 1;
  }
  return inParts ? items.flatMap((item) => itemsWithin(item)) : joined(items);
}

/** A part between two ； may hold several targets: A增长5%左右，B增长6%. */
function itemsWithin({ words, at }: Item): Item[] {
  let start = at;
  return joined(words.split(/[，,]/).map((part) => {
    const item = { words: part, at: start };
    start += part.length + 1;
    return item;
  }));
}

function joined(items: readonly Item[]): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    const last = found.at(-1);
    const goesOn = last !== undefined && splitItem(item.words, "") === null && /^(?:增长|下降|同比|达到?|力争|争取|确保|总量|比|增速|其中|实现更|努力|并|且|高于|不低于|快于|完成|好于|实际工作中|在实际工作中)/.test(item.words.trim()) && !/^完成.{3,}任务$/.test(item.words.trim());
    if (goesOn) found[found.length - 1] = { words: `${last.words}，${item.words}`, at: last.at };
    else found.push(item);
  }
  return found;
}

function targetsOf({ words, at }: Item, passage: Passage, organisation: string, before: readonly DraftTarget[]): DraftTarget[] {
  if (words.length > LONGEST_ITEM || words.trim() === "") return [];
  const make = (name: string, wording: string, wordingAt: number | null, reason: Reason): DraftTarget => ({
    passage, start: at, end: at + words.length, sentence: sentenceAt(passage.text, at), name, wording, wordingAt, certainty: reason === "target" ? "sure" : "unsure", reason,
  });
  const several = respectively(words);
  if (several !== null) return several.map(({ name, wording, sure }) => make(name, wording, null, sure ? "target" : "shared"));
  const task = /^(?:全面|确保|圆满)?完成(.{2,24}?)((?:各项)?(?:目标任务|任务目标|年度目标|目标|任务|指标|要求)(?:数)?)$/.exec(words.trim());
  if (task !== null) return [make(task[1]!.replace(/^(?:上级下达的?|国家下达的?|省下达的?|市下达的?)/, ""), `完成${task[2]!}`, null, "target")];
  const split = splitItem(words, organisation);
  if (split === null) return before.length === 0 || !/\d/.test(words) ? [] : [make("", words.trim(), null, "words")];
  const { name, wording, offset } = split;
  // A table takes any words of a plan; a number that nobody understands is for a person to see.
  return [make(name, wording, at + offset, isUnderstood(name, wording) || !/\d/.test(wording) ? "target" : "words")];
}

interface Split {
  readonly name: string;
  readonly wording: string;
  readonly offset: number;
}

/** The longest beginning that ends like a name, before words that begin like a plan. */
function splitItem(words: string, organisation: string): Split | null {
  const lead = /^\s*(?:(?:全[省市县区镇乡州旗]|我[省市县区镇乡]|其中)[，、：:]?)*(?:力争|确保|争取|努力实现|实现)?/.exec(words)![0].length;
  const splits: Split[] = [];
  for (let length = 2; length <= Math.min(26, words.length - lead - 1); length++) {
    const name = words.slice(lead, lead + length);
    const rest = words.slice(lead + length);
    // 收入增速快于经济增长: the growth belongs to the plan.
    if (!STARTS.test(rest) || /[\d，：:]|分别$/.test(name) || (/(?:增速|增幅|增长)$/.test(name) && !KNOWN.has(name))) continue;
    const cleaned = cleanName(name, organisation, false);
    if (KNOWN.has(name) || (cleaned !== null && cleaned.at === 0) || (cleaned === null && HEADS.includes(name))) splits.push({ name, wording: rest.trim(), offset: lead + length });
  }
  const understood = splits.filter(({ name, wording }) => isUnderstood(name, wording));
  return understood.at(-1) ?? splits.at(-1) ?? openSplit(words, lead);
}

/** In a list of targets, the words before the first verb of a plan name what is planned: 主要河流水质保持稳定. */
function openSplit(words: string, lead: number): Split | null {
  const match = /^([\p{Script=Han}A-Za-z\d.、“”]{2,20}?)((?:保持|稳定在|控制在|达到|不低于|不高于|增长|下降|降低|提高|完成|继续|持续|优于|好于|高于|突破|新增).{2,})$/u.exec(words.slice(lead));
  const [, name = "", wording = ""] = match ?? [];
  return match === null || /^(?:与|和|同|在|以|坚持|推动|全面|力争|确保|实现)|分别$/.test(name) ? null : { name, wording, offset: lead + name.length };
}

const PAIR = /^(.+?)分别(.+)$/;

/** A、B分别增长5%和6%: one target for each; an approximate word at the end may be meant for both. */
function respectively(words: string): readonly { readonly name: string; readonly wording: string; readonly sure: boolean }[] | null {
  const [, list = "", rest = ""] = PAIR.exec(words.trim()) ?? [];
  const verb = /^\D*?(?=\d|近|约|超)/.exec(rest)?.[0] ?? "";
  const figures = rest.slice(verb.length).split(/[、和与及]/);
  // 城乡居民 are two.
  const both = list.replace(/^(?:力争|确保|其中|全[省市县区镇])/, "").replace(/^城乡(?=居民人均可支配收入$)/, "城镇、农村");
  const names = shareTail(both.split(/[、和与及]/));
  if (list === "" || figures.length < 2 || figures.length !== names.length || figures.some((figure) => !/^\D{0,3}\d/.test(figure))) return null;
  const tail = /(?:左右|以上|以内|以下)$/.exec(figures.at(-1)!)?.[0] ?? "";
  const shared = tail !== "" && !figures[0]!.endsWith(tail);
  return names.map((name, index) => ({ name, wording: verb + figures[index]!, sure: !shared || index === names.length - 1 }));
}

/** 城镇、农村居民人均可支配收入: the names before take the end of the last where they have none of their own. */
function shareTail(names: readonly string[]): string[] {
  const last = names.at(-1) ?? "";
  const end = /(?:常住)?居民人均可支配收入$|增加值$|[存贷]款余额$/.exec(last)?.[0] ?? "";
  return names.map((name) => (end === "" || name === last || HEADS.some((head) => name.endsWith(head)) ? name : name + end));
}

/** Whether the deck's own reader of plans understands it for an indicator of that name. */
export function isUnderstood(name: string, wording: string): boolean {
  const span = { file: "", line: 1, column: 1, endLine: 1, endColumn: 1 };
  const rate = /(?:率|比重|比例|占比|强度|涨幅)$|\b(?:rate|share|ratio|proportion)$/.test(name);
  const indicator: Indicator = { id: "x", name, unit: rate ? "%" : "", kind: rate ? "rate" : "flow", basis: null, partOf: null, better: null, aliases: [], source: null, observations: [], targets: [], span };
  const reading = readWording(wording, indicator, [indicator]);
  return "goal" in reading && (reading.goal.type !== "words" || isKnownWords(wording));
}
