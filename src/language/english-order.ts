/** English words in an order of their own: 12.7% higher, from 438 to 562, primary and secondary industry, exports rose by 4% and imports by 2%. */
import { BOTH, THAT_OF } from "./names.ts";
import type { Token } from "./token.ts";

const COMPARED = /^\s+(?:(?<rise>higher|more|larger|greater|(?:rise|increase|gain|improvement|jump)(?!\s+(?:in|of|on)\b))|lower|less|fewer|smaller|(?:fall|drop|decrease|decline|reduction)(?!\s+(?:in|of|on)\b))\b/i;

const FROM = /^\s+from [\d.,]+ to\b/i;

/** Between a name and a change whose verb the clause before has said. */
const ELIDED = /^\s+(?:by\s+)?$/i;

/** What was read of a sentence so far. */
interface Heard {
  /** The last token that says something, and the verb before it. */
  readonly word: Token | null;
  readonly verbBefore: Token | null;
  readonly verb: Token | null;
}

function hear(heard: Heard, token: Token): Heard {
  const { verb } = heard;
  const next = token.type === "verb" && token.verb !== "to" ? token : verb;
  if (token.type === "glue" || token.type === "mark") return { ...heard, verb: next };
  return { word: token, verbBefore: verb !== null && verb.end < token.start ? verb : null, verb: next };
}

/** The verb of the clause before, for a rate that stands right behind its name; null where it has a verb of its own, or none was said. */
function elidedVerb(token: Token, { word, verbBefore }: Heard, text: string): Token | null {
  if (token.type !== "literal" || !token.unit.startsWith("%") || word?.type !== "name" || verbBefore === null || !ELIDED.test(text.slice(word.end, token.start))) return null;
  return { ...verbBefore, start: token.start, end: token.start };
}

/** Whether “that of rural residents” takes up the name before it. */
function takesUp(token: Token, last: string, text: string, ids: ReadonlyMap<string, string>): boolean {
  const words = text.slice(token.start, token.end).toLowerCase();
  return token.type !== "name" || !words.startsWith(THAT_OF) || ids.get(`${last.split(" of ")[0]} of ${words.slice(THAT_OF.length)}`) === token.id;
}

/** The tokens of an English sentence with the direction of a change before its figure, and a name of several things as several; `ids` are those of all names. */
export function readEnglish(tokens: readonly Token[], text: string, ids: ReadonlyMap<string, string>): readonly Token[] {
  let from = false;
  let heard: Heard = { word: null, verbBefore: null, verb: null };
  let name = "";
  return tokens.flatMap((token): Token[] => {
    const { start, end } = token;
    if (!takesUp(token, name, text, ids)) return [{ type: "other", start, end }];
    if (token.type === "name") name = text.slice(start, end).toLowerCase();
    const elided = elidedVerb(token, heard, text);
    heard = hear(heard, token);
    if (elided !== null) return [elided, token];
    if (token.type === "name" && token.id.includes(BOTH)) return token.id.split(BOTH).flatMap((id, at): Token[] => [...(at === 0 ? [] : [{ type: "and", start: end, end } as const]), { ...token, id }]);
    if (token.type === "from") from = true;
    if (token.type === "verb" && FROM.test(text.slice(end))) return [{ type: "glue", start, end }];
    // The year of the first figure is not said, so only the second is read.
    if (token.type === "from" || (from && token.type === "literal")) return [{ type: "glue", start, end }];
    if (from && /^to$/i.test(text.slice(start, end))) {
      from = false;
      return [{ type: "verb", verb: "to", start, end }];
    }
    const compared = token.type === "literal" ? COMPARED.exec(text.slice(end)) : null;
    return compared === null ? [token] : [{ type: "verb", verb: compared.groups?.["rise"] === undefined ? "fall" : "rise", start, end: start }, token];
  });
}
