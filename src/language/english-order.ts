/** English words in an order of their own: 12.7% higher, from 438 to 562, primary and secondary industry. */
import { BOTH } from "./names.ts";
import type { Token } from "./token.ts";

const COMPARED = /^\s+(?:(?<rise>higher|more|larger|greater)|lower|less|fewer|smaller)\b/i;

const FROM = /^\s+from [\d.,]+ to\b/i;

/** The tokens of an English sentence with the direction of a change before its figure, and a name of several things as several. */
export function readEnglish(tokens: readonly Token[], text: string): readonly Token[] {
  let from = false;
  return tokens.flatMap((token): Token[] => {
    const { start, end } = token;
    if (token.type === "name" && token.id.includes(BOTH)) return token.id.split(BOTH).flatMap((id, at): Token[] => [...(at === 0 ? [] : [{ type: "and", start, end } as const]), { ...token, id }]);
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
