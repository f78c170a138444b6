/** Figures of a report: whose they are, of which year, and whether a table can hold them to the letter. */
import { parseGrowth } from "../model/growth.ts";
import { parsePublished } from "../model/published.ts";
import { formatFigure } from "../model/unit.ts";
import { periodKey } from "../model/period.ts";
import { readFigures } from "../language/read-figures.ts";
import type { Reading, Setting } from "../language/reading.ts";
import { OWN } from "../language/times.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import type { Certainty, FoundMeasure } from "./decision.ts";
import { sentenceAt, wordingOf, type Passage } from "./passages.ts";
import type { Reason } from "./reasons.ts";
import type { DraftIndicator } from "./vocabulary.ts";

/** A figure with what a table would hold of it. */
export interface DraftFigure {
  readonly passage: Passage;
  /** Offsets in the passage of what a reference replaces: with its verb where it falls. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: string;
  readonly indicator: DraftIndicator;
  /** The indicator's name in the words before the figure. */
  readonly name: string;
  readonly measure: FoundMeasure;
  /** As its cell has it. */
  readonly cell: string;
  /** Whether a reference shows exactly these words. */
  readonly shown: boolean;
  readonly unit: string;
  readonly basis: string;
  readonly period: string;
  readonly certainty: Certainty;
  readonly reason: Reason;
}

/** All readings of a passage, in the order of the text. */
export function readPassageFigures(passage: Passage, indicators: ReadonlyMap<string, DraftIndicator>, vocabulary: Vocabulary): DraftFigure[] {
  const { setting, read: { text } } = passage;
  if (setting === null || !/\d/.test(text)) return [];
  return readFigures(wordingOf(text), setting, vocabulary).flatMap((reading) => {
    const indicator = indicators.get(reading.indicator.id);
    if (indicator === undefined || reading.area !== null) return [];
    const draft = draftFigure(reading, indicator, passage, setting, vocabulary);
    const rank = rankBehind(draft);
    return rank === null ? [draft] : [draft, rank];
  });
}

function nameBefore(text: string, before: number, { name, aliases }: DraftIndicator): string {
  const found = [name, ...aliases].map((one) => ({ one, at: text.lastIndexOf(one, before) })).filter(({ at }) => at !== -1);
  const nearest = found.toSorted((a, b) => b.at + b.one.length - a.at - a.one.length || b.one.length - a.one.length)[0]?.one ?? name;
  // 占全市投资的, 占全国, before its figure, is no name's end.
  return nearest.endsWith("的") || name === `${nearest}比重` ? name : nearest;
}

/** 居全省第4, 总量居全国第三位: the place of what the figure before is of. Behind a growth it may be the growth's, unless the words say 总量. */
const PLACED = /^[，、,]?(?<total>总量|总?规模|总额|金额|数量|总数)?(?:继续|稳|跃|连续\d+年|均)*(?:居|位居|位列|列|排名?|升至|升到)(?:全[国省市区州县]|中部|东部|西部|[\p{Script=Han}]{2}地区)(?:第(?<digits>\d{1,3})|第(?<han>[一二三四五六七八九十]{1,3}))(?:位|名)?(?=[，。；、）,;)])/u;

function rankBehind(draft: DraftFigure): DraftFigure | null {
  const placed = PLACED.exec(draft.passage.text.slice(draft.end, draft.end + 30));
  if (placed === null || draft.certainty !== "sure" || draft.indicator.kind === "rank" || (draft.measure !== "level" && placed.groups?.["total"] === undefined)) return null;
  const digits = placed.groups?.["digits"] ?? String(hanNumber(placed.groups?.["han"] ?? ""));
  const [start, end] = [draft.end + placed[0].indexOf("第"), draft.end + placed[0].length];
  return { ...draft, start, end, text: placed[0].slice(placed[0].indexOf("第")), measure: "rank", cell: digits, unit: "", basis: "", shown: false };
}

/** Up to 九十九. */
function hanNumber(han: string): number {
  const digit = (sign: string): number => "一二三四五六七八九".indexOf(sign) + 1;
  if (!han.includes("十")) return digit(han);
  const [tens = "", ones = ""] = han.split("十");
  return (tens === "" ? 1 : digit(tens)) * 10 + digit(ones);
}

/** What a reading comes to in a table. */
interface Cell {
  readonly measure: FoundMeasure;
  readonly start: number;
  readonly cell: string;
  readonly unit: string;
  readonly basis: string;
  /** Whether the table can hold what the words say, and whether a reference shows exactly these words. */
  readonly exact: boolean;
  readonly shown: boolean;
}

function draftFigure(reading: Reading, indicator: DraftIndicator, passage: Passage, setting: Setting, vocabulary: Vocabulary): DraftFigure {
  const { text, at } = passage.read;
  const { measure, start, cell, unit, exact, shown, ...rest } = cellOf(reading, text);
  const basis = rest.basis === "" && measure === "growth" && OF_SAME_SCOPE.test(passage.text.slice(0, at(start))) ? SAME_SCOPE : rest.basis;
  // A blank behind it is no part of it.
  const end = at(reading.end - 1) + 1;
  const written = passage.text.slice(at(start), end);
  const reason = reasonOf(reading, { unit, exact, measure }, indicator, passage, setting, vocabulary);
  return {
    passage, start: at(start), end, text: written, sentence: sentenceAt(passage.text, at(start)), indicator, name: nameBefore(text, start, indicator), measure, cell, shown: shown && written === text.slice(start, reading.end), unit, basis,
    period: periodKey(reading.period), certainty: reason === "figure" ? "sure" : "unsure", reason,
  };
}

/** Revenue is often compared with what the taxes of this year would have brought last year. The readers of sentences skip these words. */
const OF_SAME_SCOPE = /(?:同|可比)口径(?:计算)?(?:分别)?(?:同比)?(?:增长|增加|下降|减少|上升)?(?:了|约|近)?(?:[\d.]+%[、和与])*$/;
export const SAME_SCOPE = "同口径";

const FALL = /(?:下降|减少|降低|回落|下滑|下跌)(?:了)?$/;
const CHANGE = /(?:增长|提高|提升|上升|增加|扩大|下降|降低|减少|回落|缩小|收窄|净增)(?:了)?$/;

function cellOf({ measure, start, end, text: written }: Reading, text: string): Cell {
  if (measure.type === "rank") return { measure: "rank", start, cell: `${measure.rank}`, unit: "", basis: "", exact: true, shown: written === `第${measure.rank}位` };
  const none = { unit: "", basis: "" };
  if (measure.type === "level" || measure.type === "sum") {
    const published = parsePublished(measure.figure);
    const formatted = published === null ? null : formatFigure(published, measure.unit === "%" ? "" : measure.unit);
    // 5.1 per cent is 5.1% in a table, and stays what it is in the text.
    const exact = formatted !== null && (formatted === written || formatted === written.replace(/ ?per ?cent$/i, "%"));
    return { measure: "level", start, cell: measure.figure, unit: measure.unit, basis: measure.type === "sum" ? "累计" : "", exact, shown: formatted === written };
  }
  if (measure.type === "ratio") return { measure: "level", start, cell: measure.figure, ...none, exact: parsePublished(measure.figure) !== null, shown: true };
  const verb = (measure.falls ? FALL : measure.type === "growth" || measure.type === "average" ? null : CHANGE)?.exec(text.slice(0, start))?.[0] ?? "";
  // 分别下降9.6%和10.5%: the second fall has no verb of its own, its cell has one; in English its cell says down.
  const lead = verb === "" && measure.falls ? (/\p{Script=Han}/u.test(text) ? "下降" : "down ") : verb;
  const cell = `${lead}${lead === "" && measure.type !== "amount" ? measure.figure + (measure.unit === "倍" ? "倍" : "") : written}`;
  const growth = parseGrowth(cell, null);
  const whole = measure.falls || measure.type === "growth" || measure.type === "average" || verb !== "";
  const type = measure.type === "growth" || measure.type === "average" ? "growth" : "change";
  return { measure: type, start: start - verb.length, cell, unit: "", basis: measure.type === "average" ? "年均" : "", exact: whole && growth !== null && growth.measure !== "words", shown: cell === text.slice(start - verb.length, end) };
}

/** 扣除房地产开发投资后，固定资产投资增长2.7%: the figure is of less than its name says. */
const LESS = /(?:扣除|剔除|不含|除去)[^，。；]{2,24}[，,]?$/;

/** 利润增幅较上年提高10%: what grew is a growth. */
const OF_GROWTH = /(?:[增涨降]幅|增速)[^，。；\d]{0,6}(?:提高|上升|回升|下降|回落|扩大|收窄|加快)(?:了|约|近)?$/;

/** 突破3万亿元、达3.6万亿元: the exact figure follows. */
const EXACT_FOLLOWS = /^[、，](?:高?达到?|为)[约近超]?\d/;

/** Words of a plan, in a part about the past: 完成年计划的118.2% and 实现目标 are none. */
const PLANNED = /力争|争取(?=在|到|实现|达到|完成|增长|突破|全年|年内|新)|预期目标|主要目标|目标[是为]|计划(?:安排|新|建|实施|投|到)|拟|将(?:达|建|新|实现|突破)|\b(?:will|aims?|plans?|targets?)\b/;

/** A published figure held against its plan: 略高于年初6%左右的预期目标, 超额完成年度目标. */
const HELD_AGAINST = /(?:高于|低于|超过?|超出|超额完成|快于|好于|优于|达到|完成|实现|符合|与|较|比)(?:了)?[^，。；：]{0,18}?(?:目标|计划)(?![是为：]|安排|新|建)/g;

/** 固定资产投资计划增长6%左右, 收入预期增长3.2%: said of a plan, wherever it stands. */
const AS_PLANNED = /(?:计划|预期|目标)(?:数)?(?:为|是)?(?:分别)?(?:增长|下降|增加|减少|达到?|控制在)?(?:约|近)?$/;

function reasonOf(reading: Reading, cell: Pick<Cell, "unit" | "exact" | "measure">, indicator: DraftIndicator, passage: Passage, setting: Setting, vocabulary: Vocabulary): Reason {
  if (setting.planned || (reading.planned && PLANNED.test(sentenceAt(passage.read.text, reading.start).replaceAll(HELD_AGAINST, "")))) return "planned";
  if (AS_PLANNED.test(passage.read.text.slice(0, reading.start))) return "planned";
  if (reading.inferred) return "half";
  if (reading.measure.type === "sum" && reading.period.type !== "years") return "elsewhere";
  if (cell.measure === "level" && cell.unit !== indicator.unit) return "otherUnit";
  const words = passage.read.text;
  if (LESS.test(words.slice(0, Math.max(0, words.lastIndexOf(nameBefore(words, reading.start, indicator), reading.start))))) return "doubt";
  if (ofGroup(indicator.name, sentenceAt(words, reading.start))) return "doubt";
  if (cell.measure === "growth" && OF_GROWTH.test(words.slice(Math.max(0, reading.start - 16), reading.start))) return "doubt";
  if (!cell.exact) return "letter";
  if (reading.measure.type === "level" && EXACT_FOLLOWS.test(words.slice(reading.end))) return "otherWords";
  return reading.certain || isCertainAlone(reading, indicator, passage, setting, vocabulary) ? "figure" : "doubt";
}

/** 建筑业引进企业600家，实现税收13.8亿元: a bare word is of whoever the sentence is about. */
const GROUP = /^[—-]*(?:其中[，：]?)?[\p{Script=Han}]{1,8}(?:业|产业链?|园区|集群|公司|集团|基地|开发区)(?=累计|共|已|全年|新|引进|完成|实现|集聚|入驻|拥有|发展到)/u;
const BARE = /^(?:税收|税收收入|出口|进口|进出口|利润总额|就业|城镇新增就业)$/;

function ofGroup(name: string, sentence: string): boolean {
  return BARE.test(name) && GROUP.test(sentence.trim());
}

/** Characters between a name and its figure, and behind it, that are read again: a longer sentence leaves doubt. */
const FARTHEST = 200;

function clauseAt(text: string, offset: number): number {
  return Math.max(0, ...["，", "；", "。", "：", "\n", ", ", "; ", ". "].map((mark) => text.lastIndexOf(mark, offset) + 1));
}

/** Whether the words from the name on, read alone, leave no doubt: what stands before them names no other subject. */
function isCertainAlone(reading: Reading, { name, aliases }: DraftIndicator, { read: { text } }: Passage, setting: Setting, vocabulary: Vocabulary): boolean {
  // Both years of 由A增加到B are known, or there is no reading.
  if (reading.measure.type === "average" || reading.measure.type === "sum" || /[由从][^，。；]*$/.test(text.slice(Math.max(0, reading.start - 30), reading.start))) return true;
  const names = [name, ...aliases];
  // 三次产业 says three names at once: the words before 分别 stand for each.
  const own = clauseAt(text, reading.start);
  // 工程机械实现产值 has its name in two pieces, and begins its clause.
  const at = [Math.max(...names.map((one) => text.lastIndexOf(one, reading.start - one.length))), text.lastIndexOf("分别", reading.start)].find((one) => one >= 0) ?? own;
  if (reading.start - at > FARTHEST) return false;
  const clause = clauseAt(text, at);
  // What builds the list before 分别 begins the clause, or one of the clauses before it.
  const section = Math.max(0, ...["；", "。", "：", "\n", "; ", ". "].map((mark) => text.lastIndexOf(mark, at) + 1));
  return [at, clause, ...(reading.start - section > FARTHEST ? [] : [section])].some((from) => {
    const behind = text.slice(reading.end, reading.end + FARTHEST);
    const end = behind.search(/[。；！？\n]|[.;](?=\s|$)/);
    const part = text.slice(from, reading.end + (end === -1 ? behind.length : end));
    const alone = readFigures(wordingOf(part), { ...setting, period: reading.period, dated: true, times: OWN }, vocabulary);
    return alone.some((one) => one.certain && one.start + from === reading.start && one.indicator.id === reading.indicator.id && one.measure.type === reading.measure.type && periodKey(one.period) === periodKey(reading.period));
  });
}
