/** 占…的比重为N%: which share it is, by the part and the whole that the sentence names. */
import type { Names } from "./names.ts";
import type { Token } from "./token.ts";

type ShareToken = Extract<Token, { type: "share" }>;

/** Words between 占…比重 and its figure. */
const JOINS: ReadonlySet<Token["type"]> = new Set(["glue", "verb", "mark"]);

/** The name of the share, or an aside that ends with its figure: it says nothing about what the sentence is about. `said` stands before it. */
export function resolveShare(tokens: readonly Token[], index: number, text: string, said: string, { shares }: Names): Token {
  const token = tokens[index] as ShareToken;
  const clause = said.split(/[，,；;：:、]/).at(-1) ?? "";
  const found = shares.flatMap(({ id, parts, short, wholes }) => {
    // 税收占比: the part stands right before, and there is one share of it.
    const adjoining = [...parts, ...short].filter((one) => clause.endsWith(one)).toSorted((a, b) => b.length - a.length)[0] ?? "";
    const part = adjoining !== "" ? said.length - adjoining.length : Math.max(-1, ...parts.filter((one) => isTopic(one, said)).map((one) => said.lastIndexOf(one)));
    const whole = token.whole === null ? Math.max(...wholes.map((one) => said.lastIndexOf(one))) : wholes.includes(token.whole) ? 0 : -1;
    if (part < 0 || (whole < 0 && (token.whole !== null || adjoining === ""))) return [];
    return [{ id, part, whole, start: token.start - adjoining.length }];
  });
  const best = found.filter((one) => !found.some((other) => rank(other) > rank(one)));
  const [first, second] = best;
  if (first !== undefined && second === undefined) return { type: "name", id: first.id, inferred: token.whole === null, start: first.start, end: token.end };
  let next = index + 1;
  while (JOINS.has(tokens[next]?.type ?? "other") && !/[，,；;]/.test(text.slice(tokens[next]!.start, tokens[next]!.end))) next += 1;
  const figure = tokens[next];
  return { ...token, end: figure?.type === "literal" ? figure.end : token.end };
}

/** A share whose whole the sentence names comes first, then the one whose part is nearest. */
function rank({ part, whole }: { readonly part: number; readonly whole: number }): number {
  return part + (whole < 0 ? 0 : FAR_BEHIND);
}

/** More than a sentence that is searched has characters. */
const FAR_BEHIND = 10_000;

/** Between the part and 占: its own figures, and nothing that may have a share of its own (民生支出126亿元，其中教育支出26亿元，占…). */
const OWN_FIGURES = /^(?!.*其中)[^，；]{0,24}(?:，(?:同比|[比较](?:上年末?|年初)|净|增幅|增速)*(?:增|下降|减|提高|上升|达|为)[^，；]{0,24}){0,3}，?$/;

function isTopic(part: string, said: string): boolean {
  const at = said.lastIndexOf(part);
  return at >= 0 && OWN_FIGURES.test(said.slice(at + part.length));
}
