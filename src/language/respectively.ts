/** 地区生产总值、工业总产值分别增长11.6%和10.89%: names first, then as many figures, matched by order. */
import { CHINESE, RESPECTIVELY, type Verb } from "./lexicon.ts";
import { wordsBeside, type Token } from "./tokens.ts";

/** A figure, the indicator it belongs to, and what it says about it. */
export interface Pair {
  readonly token: Extract<Token, { type: "literal" }>;
  readonly id: string;
  readonly verb: Verb | null;
}

/** Words between names and between figures: joining words, and figures given earlier. */
const JOINS: ReadonlySet<Token["type"]> = new Set(["and", "mark", "glue", "own", "verb", "period", "year", "open", "literal", "place", "bound"]);

/** Empty where the names and figures differ in number, or the sentence is also about something else. */
export function findPairs(tokens: readonly Token[], text: string): readonly Pair[] {
  const at = tokens.findIndex((token) => token.type === "other" && text.slice(token.start, token.end).trim() === RESPECTIVELY);
  if (at < 0) return [];
  const words = wordsBeside(tokens, text).replace(RESPECTIVELY, "");
  if (CHINESE.elsewhere.test(words) || isOpen(tokens)) return [];
  const ids = namesBefore(tokens.slice(0, at));
  const { verb, figures } = figuresAfter(tokens.slice(at + 1), text);
  if (ids.length < 2 || ids.length !== figures.length) return [];
  return figures.map((token, index) => ({ token, id: ids[index] ?? "", verb }));
}

/** 累计 without a named year. */
function isOpen(tokens: readonly Token[]): boolean {
  return tokens.some(({ type }) => type === "open") && !tokens.some((token) => token.type === "year" || (token.type === "period" && token.whole));
}

/** Reads back to the first word that joins nothing. Right before a name, that word would say whose figures they are: then empty. */
function namesBefore(tokens: readonly Token[]): readonly string[] {
  const ids: string[] = [];
  let next: Token["type"] | null = null;
  for (const token of tokens.toReversed()) {
    if (token.type === "name") ids.unshift(token.id);
    else if (!JOINS.has(token.type)) {
      if (next === "name") return [];
      break;
    }
    next = token.type;
  }
  return new Set(ids).size === ids.length ? ids : [];
}

/** Reads on to the end of the clause. */
function figuresAfter(tokens: readonly Token[], text: string): { readonly verb: Verb | null; readonly figures: readonly Pair["token"][] } {
  const figures: Pair["token"][] = [];
  let verb: Verb | null = null;
  for (const token of tokens) {
    if (token.type === "literal") figures.push(token);
    else if (token.type === "verb" && figures.length === 0) verb = token.verb;
    else if (token.type !== "and" && token.type !== "glue" && token.type !== "open" && !/^[，,、\s]+$/.test(text.slice(token.start, token.end))) break;
  }
  return { verb, figures };
}
