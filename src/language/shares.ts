/** 占…的比重为N%: which share it is, by the part and the whole that the sentence names. */
import type { Names } from "./names.ts";
import type { Token } from "./token.ts";

type ShareToken = Extract<Token, { type: "share" }>;

/** Words between 占…比重 and its figure. */
const JOINS: ReadonlySet<Token["type"]> = new Set(["glue", "verb", "mark"]);

/** The name of the share, or an aside that ends with its figure: it says nothing about what the sentence is about. */
export function resolveShare(tokens: readonly Token[], index: number, text: string, from: number, { shares }: Names): Token {
  const token = tokens[index] as ShareToken;
  const said = text.slice(from, token.start);
  const clause = said.split(/[，,；;：:、]/).at(-1) ?? "";
  const found = shares.flatMap(({ id, parts, wholes }) => {
    const part = latest(parts, said);
    if (part < 0) return [];
    // 税收占比: the part stands right before, and there is one share of it.
    const adjoining = parts.filter((one) => clause.endsWith(one)).toSorted((a, b) => b.length - a.length)[0] ?? "";
    if (token.whole === null ? adjoining === "" && latest(wholes, said) < 0 : !wholes.includes(token.whole)) return [];
    return [{ id, part, inferred: token.whole === null, start: token.start - adjoining.length }];
  }).toSorted((a, b) => b.part - a.part);
  const [first, second] = found;
  if (first !== undefined && first.part !== second?.part) return { type: "name", id: first.id, inferred: first.inferred, start: first.start, end: token.end };
  let next = index + 1;
  while (JOINS.has(tokens[next]?.type ?? "other") && !/[，,；;]/.test(text.slice(tokens[next]!.start, tokens[next]!.end))) next += 1;
  const figure = tokens[next];
  return { ...token, end: figure?.type === "literal" ? figure.end : token.end };
}

/** Where the last of the words begins; -1 for none. */
function latest(words: readonly string[], text: string): number {
  return Math.max(-1, ...words.map((word) => text.lastIndexOf(word)));
}
