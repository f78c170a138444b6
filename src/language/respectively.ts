/** 地区生产总值、工业总产值分别增长11.6%和10.89%: names first, then as many figures, matched by order. */
import type { Verb } from "./lexicon.ts";
import { timeOf, type Times } from "./times.ts";
import type { Token } from "./token.ts";
import { wordsBeside } from "./tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { mayBeOf, measureOf, periodOf, yearsOf, type Range, type Reading, type Setting } from "./reading.ts";

type Figure = Extract<Token, { type: "literal" | "place" }>;

/** Names that stand together, and where the words about their figures begin. */
interface List {
  readonly ids: readonly string[];
  /** Index of its first name, and of the token after its last. */
  readonly from: number;
  readonly next: number;
}

/** As many figures as names, with what is said about all of them. */
interface Group {
  readonly figures: readonly Figure[];
  readonly verb: Verb | null;
  readonly range: Range | null;
  /** Whether 年均 stands before them. */
  readonly average: boolean;
}

/** Words between names and between figures: joining words, and figures given earlier. */
const JOINS: ReadonlySet<Token["type"]> = new Set(["and", "mark", "glue", "doing", "own", "verb", "period", "year", "relative", "several", "open", "literal", "place", "bound"]);

/** Figures that a sentence assigns to its names by order; none where they differ in number. */
export function readLists(all: readonly Token[], text: string, setting: Setting, vocabulary: Vocabulary): Reading[] {
  // English divides its words by blanks, which join as little as they divide.
  const tokens = all.filter(({ type, start, end }) => type !== "mark" || text.slice(start, end).trim() !== "");
  return listsOf(tokens, text).flatMap((list) => {
    const before = tokens.slice(0, list.from);
    const words = wordsBeside(before.filter(({ type }) => type !== "own"), text);
    if (isOpen(partAround(tokens, text, list)) || setting.lexicon.others.test(words)) return [];
    const frame = frameOf(before, setting);
    const certain = !before.some(({ type }) => type === "other") && list.ids.every((id) => id !== "");
    return groupsOf(tokens.slice(list.next), text, list).flatMap((group) => group.figures.flatMap((token, index) => readingOf(token, list.ids[index] ?? "", group, frame, certain, setting, vocabulary)));
  });
}

/** What stands between the semicolons around a list; a time that is named before them holds for it. */
function partAround(tokens: readonly Token[], text: string, { from, next }: List): readonly Token[] {
  const divides = (token: Token): boolean => token.type === "mark" && /[；;]/.test(text.charAt(token.start));
  const begin = tokens.slice(0, from).findLastIndex(divides) + 1;
  const end = tokens.slice(next).findIndex(divides);
  const times = tokens.slice(0, begin).filter(({ type }) => type === "year" || type === "relative" || type === "period");
  return [...times, ...tokens.slice(begin, end === -1 ? undefined : next + end)];
}

/** 累计 without a named year. */
function isOpen(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.type === "open" && token.openness === "doubtful") && !tokens.some((token) => token.type === "year" || token.type === "relative" || (token.type === "period" && token.whole));
}

/** The year that the words before a list are about. */
interface Frame {
  readonly period: Reading["period"] | null;
  readonly times: Times;
  readonly loose: boolean;
}

function frameOf(before: readonly Token[], setting: Setting): Frame {
  return before.reduce<Frame>((frame, token) => {
    const time = timeOf(token, setting.thisYear);
    return time === null ? frame : { period: time.period ?? frame.period, times: time.times ?? frame.times, loose: time.period === null ? frame.loose : time.loose };
  }, { period: null, times: setting.times, loose: false });
}

function readingOf(token: Figure, id: string, { verb, range, average }: Group, { period, times, loose }: Frame, certain: boolean, setting: Setting, vocabulary: Vocabulary): Reading[] {
  const indicator = vocabulary.find(id);
  const measure = indicator === null ? null : measureOf(token, indicator, range?.end === "first" && verb === "to" ? null : verb);
  if (average) {
    const years = yearsOf({ period, range, times }, null, setting);
    if (indicator === null || measure?.type !== "growth" || years === null) return [];
    return [{ start: token.start, end: token.end, text: token.text, indicator, measure: { ...measure, type: "average" }, ...years, loose, planned: setting.planned, area: null, bound: null, inferred: false, certain: false }];
  }
  if (indicator === null || measure === null || !mayBeOf({ times, range, verb, arrived: false, period }, measure.type, indicator, setting)) return [];
  const when = periodOf({ period, range, times }, null, setting);
  if (when === null) return [];
  return [{ start: token.start, end: token.end, text: token.text, indicator, measure, ...when, loose, planned: setting.planned, area: null, bound: null, inferred: false, certain: certain && range === null && times.type === "own" && !loose }];
}

/** Names side by side, and names that 分别 refers back to. */
function listsOf(tokens: readonly Token[], text: string): List[] {
  const lists: List[] = [];
  for (let from = 0; from < tokens.length; from++) {
    const [token, before] = [tokens[from]!, tokens[from - 1]];
    const mixed = token.type === "respectively" ? membersBefore(tokens.slice(0, from), text) : null;
    if (mixed !== null) lists.push({ ids: mixed.ids, from: mixed.from, next: from + 1 });
    else if (token.type === "respectively" && !lists.some(({ next }) => tokens.slice(next, from).every(({ type }) => type === "glue" || type === "verb" || type === "own"))) {
      const back = namesBefore(tokens.slice(0, from), text);
      if (back.length > 1) lists.push({ ids: back, from, next: from + 1 });
    }
    if (token.type !== "name") continue;
    const ids = [token.id];
    let next = from + 1;
    for (let name = tokens[next + 1]; joins(tokens[next], text) && name?.type === "name"; name = tokens[next + 1]) {
      ids.push(name.id);
      next += 2;
    }
    // A word right before the first name would say whose figures they are.
    if (ids.length > 1 && new Set(ids).size === ids.length && before?.type !== "other" && before?.type !== "and") lists.push({ ids, from, next });
    from = next - 1;
  }
  return lists;
}

/** Characters of the longest member of a list that is no indicator's name. */
const LONGEST_MEMBER = 14;

/** 事故起数、死亡人数分别…, where one is in no table: it takes its figure all the same. Null for any other list. */
function membersBefore(tokens: readonly Token[], text: string): { readonly ids: readonly string[]; readonly from: number } | null {
  const ids: string[] = [];
  let from = tokens.length;
  for (let at = tokens.length - 1; at >= 0; at -= 2) {
    const [token, joint] = [tokens[at]!, tokens[at - 1]];
    if (token.type === "name") ids.unshift(token.id);
    else if (token.type === "other" && token.end - token.start <= LONGEST_MEMBER && !/\d/.test(text.slice(token.start, token.end))) ids.unshift("");
    else return null;
    from = at;
    if (joint?.type === "and") continue;
    const begins = joint === undefined || joint.type === "mark" || joint.type === "glue" || joint.type === "own" || joint.type === "year";
    const named = ids.filter((id) => id !== "");
    return begins && named.length > 0 && named.length < ids.length && new Set(named).size === named.length ? { ids, from } : null;
  }
  return null;
}

/** Reads back to the first word that joins nothing. Right before a name, that word would say whose figures they are: then empty. */
function namesBefore(tokens: readonly Token[], text: string): readonly string[] {
  const ids: string[] = [];
  let next: Token["type"] | null = null;
  for (const token of tokens.toReversed()) {
    // A增长57.7%，B完成7309万元，分别增长: A has its growth already.
    if (ids.length > 0 && token.type === "verb" && token.verb !== "to" && (next === "literal" || next === "place")) break;
    if (token.type === "name") ids.unshift(token.id);
    else if (token.type === "mark" && /[；;]/.test(text.charAt(token.start))) break;
    else if (!JOINS.has(token.type)) {
      if (next === "name") return [];
      break;
    }
    next = token.type;
  }
  return new Set(ids).size === ids.length ? ids : [];
}

/** Reads on while there are as many figures as names: 分别达到A、B，增长C、D. */
function groupsOf(tokens: readonly Token[], text: string, { ids }: List): Group[] {
  const groups: Group[] = [];
  let verb: Verb | null = null;
  let range: Range | null = null;
  let average = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.type === "verb") {
      if (range !== null && token.verb === "to") range = { end: "second", period: null };
      verb = token.verb === "to" && verb !== null ? verb : token.verb;
    } else if (token.type === "average") average = true;
    else if (token.type === "from") range = { end: "first", period: null };
    else if (token.type === "until" && range !== null) range = { end: "second", period: null };
    else if (token.type === "period" && range !== null) range = { end: range.end, period: token.period };
    else if (token.type === "literal" || token.type === "place") {
      const figures = figuresFrom(tokens.slice(at), text);
      if (figures.length !== ids.length) return groups;
      groups.push({ figures, verb, range, average });
      average = false;
      if (range?.end !== "first") [verb, range] = [null, null];
      at = tokens.indexOf(figures.at(-1)!);
    } else if (token.type === "and" && tokens[at + 1]?.type === "verb") continue;
    else if (token.type !== "respectively" && token.type !== "glue" && token.type !== "open" && token.type !== "own" && token.type !== "mark") return groups;
  }
  return groups;
}

/** Figures joined by 、 or 和, or by “and by”. */
function figuresFrom(all: readonly Token[], text: string): Figure[] {
  const tokens = all.filter(({ type, start, end }, index) => !(type === "glue" && /^by$/i.test(text.slice(start, end)) && joins(all[index - 1], text)));
  const figures: Figure[] = [];
  for (let at = 0; at < tokens.length; at += 2) {
    const [token, joint] = [tokens[at]!, tokens[at + 1]];
    if (token.type !== "literal" && token.type !== "place") break;
    figures.push(token);
    if (!joins(joint, text)) break;
  }
  return figures;
}

/** 、 and 和; in English a comma does, too. */
function joins(token: Token | undefined, text: string): boolean {
  return token?.type === "and" || (token?.type === "mark" && text.startsWith(", ", token.start));
}
