/** English figures that stand before their name: 54,200 new urban jobs, growth of 6% in exports, a 5.2% rise in exports. */
import type { Verb } from "./lexicon.ts";
import { mayBeOf, measureOf, periodOf, type Reading, type Setting } from "./reading.ts";
import { timeOf } from "./times.ts";
import type { Token } from "./token.ts";
import type { Named, Vocabulary } from "./vocabulary.ts";

type Literal = Extract<Token, { type: "literal" }>;

/** A figure with the thing whose name stands behind it. */
interface Counted {
  readonly token: Literal;
  readonly indicator: Named;
  readonly verb: Verb | null;
}

/** Between a change and whose it is: growth of 6% in exports. */
const OF_WHOM = /^\s*(?:(?<noun>rise|increase|growth|gain|fall|drop|decrease|decline|reduction|cut)\s+)?in\s+(?:(?:the|our|its|total)\s+)*$/i;
/** After the name, these say that the figure is of a part of it, or of something else. */
const NARROWED = /^\s+(?:in(?!\s+(?:(?:19|20)\d\d\b|total\b|all\b|operation\b|service\b|use\b))|from|of|on|at|with|without|who|that|which|whose|per|for|among|under|growth)\b/i;
/** Before the figure, these say that it is no more than a part. */
const PARTIAL = /\b(?:another|extra|further|more|other|first|next|every|each|including|such as|of which|of the|some of|than)\s*$/i;
/** What is there or had is a stock; what somebody did to so many (we renovated 2 schools) is none. */
const HELD = /^\W*(?:(?:and|but|so|now|today|altogether|in all|in total|at year-end|at the end of (?:the year|(?:19|20)\d\d)|in (?:19|20)\d\d),? )*(?:(?:there (?:are|is|were|was)|(?:\S+ ){0,5}(?:has|have|had|with|operat(?:e|es|ed|ing)|runs?|ran|totall?(?:ed|ing)|numbers?|numbered|own(?:s|ed)?|to|from|was|were|is|are|stood at|reached)) ?(?:now |already |only |still |about |some |a total of |over |nearly )*)?$/i;

/** Every figure of a sentence whose name stands right behind it; none is certain, since other words may say whose it is. */
export function readNumberFirst(all: readonly Token[], text: string, setting: Setting, vocabulary: Vocabulary): Reading[] {
  const tokens = all.filter(({ type, start, end }) => type !== "mark" || text.slice(start, end).trim() !== "");
  return tokens.flatMap((token, index): Reading[] => {
    const counted = token.type === "literal" ? countedAt(tokens, index, text, vocabulary) : null;
    return counted === null ? [] : readingOf(counted, tokens, index, text, setting);
  });
}

function countedAt(tokens: readonly Token[], index: number, text: string, vocabulary: Vocabulary): Counted | null {
  const token = tokens[index] as Literal;
  const at = tokens.findIndex(({ type }, next) => next > index && type !== "glue" && type !== "other" && type !== "verb");
  const name = tokens[at];
  if (name?.type !== "name") return null;
  const between = text.slice(token.end, name.start);
  const indicator = vocabulary.find(name.id);
  const noun = OF_WHOM.exec(between);
  if (indicator === null || (between.trim() !== "" && noun === null) || NARROWED.test(text.slice(name.end))) return null;
  const before = tokens.slice(0, index).findLast(({ type }) => type !== "glue");
  const verb = noun === null ? null : verbOf(noun.groups?.["noun"], before);
  return noun !== null && verb === null ? null : { token, indicator, verb };
}

function verbOf(noun: string | undefined, before: Token | undefined): Verb | null {
  if (noun !== undefined) return /^(?:fall|drop|decrease|decline|reduction|cut)$/i.test(noun) ? "fall" : "rise";
  return before?.type === "verb" && before.verb !== "to" ? before.verb : null;
}

function readingOf({ token, indicator, verb }: Counted, tokens: readonly Token[], index: number, text: string, setting: Setting): Reading[] {
  const clause = tokens.slice(tokens.slice(0, index).findLastIndex(({ type }) => type === "mark") + 1, index);
  const words = text.slice(clause[0]?.start ?? token.start, token.start);
  if (PARTIAL.test(words) || setting.lexicon.others.test(wordsOf(tokens.slice(0, index), text))) return [];
  if (verb === null && indicator.kind === "stock" && !HELD.test(words)) return [];
  const frame = tokens.slice(0, index).reduce((known, one) => {
    const time = timeOf(one, setting.thisYear);
    return time === null ? known : { period: time.period ?? known.period, times: time.times ?? known.times };
  }, { period: null as Reading["period"] | null, times: setting.times });
  const measure = measureOf(token, indicator, verb);
  const state = { ...frame, range: null, verb, arrived: false };
  const when = periodOf(state, null, setting);
  if (measure === null || when === null || !mayBeOf(state, measure.type, indicator, setting)) return [];
  return [{ start: token.start, end: token.end, text: token.text, indicator, measure, ...when, loose: false, planned: setting.planned, area: null, bound: null, certain: false, inferred: false }];
}

/** Words that join nothing, which may say whose figures these are. */
function wordsOf(tokens: readonly Token[], text: string): string {
  return tokens.filter(({ type }) => type === "other" || type === "mark").map(({ start, end }) => text.slice(start, end)).join(" ");
}
