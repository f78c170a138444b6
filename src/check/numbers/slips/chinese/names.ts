/** Names of indicators in Chinese prose that doesn't say them word for word: 普通高中在校生 for 普通高中在校学生. */
import type { Indicator } from "../../../../model/indicator.ts";
import type { Mention } from "../said.ts";

/** Pairs of characters of a name, with how much each says. */
interface Form {
  readonly id: string;
  readonly weights: ReadonlyMap<string, number>;
  /** Pairs that no other name has. */
  readonly own: readonly string[];
  /** What it ends with. */
  readonly last: string;
  readonly all: number;
}

export interface PairedNames {
  readonly byPair: ReadonlyMap<string, readonly Form[]>;
}

/** Pairs that a name has at least: a shorter one is said as it is. */
const FEWEST = 3;
/** Shares of a name that a stretch of text says: most of it, some of it, and its end where a heading says the rest. */
const [MOST, SOME, WHOLE] = [0.65, 0.45, 0.7] as const;

/** How much more of another name says that it is the other: 第三产业投资 is no 第一产业投资. */
const MORE = 0.05;

const made = new WeakMap<readonly Indicator[], PairedNames>();

export function pairedNamesOf(indicators: readonly Indicator[]): PairedNames {
  const known = made.get(indicators);
  if (known !== undefined) return known;
  const named = indicators.flatMap(({ id, name, aliases }) => [name, ...aliases].map((one) => ({ id, pairs: [...new Set(pairsOf(one))] })).filter(({ pairs }) => pairs.length >= FEWEST));
  const owners = new Map<string, Set<string>>();
  for (const { id, pairs } of named) for (const pair of pairs) owners.set(pair, (owners.get(pair) ?? new Set()).add(id));
  const byPair = new Map<string, Form[]>();
  for (const { id, pairs } of named) {
    const weights = new Map(pairs.map((pair) => [pair, 1 / Math.sqrt(owners.get(pair)?.size ?? 1)]));
    const form = { id, weights, own: pairs.filter((pair) => owners.get(pair)?.size === 1), last: pairs.at(-1) ?? "", all: [...weights.values()].reduce((sum, one) => sum + one, 0) };
    for (const pair of pairs) {
      const forms = byPair.get(pair);
      if (forms === undefined) byPair.set(pair, [form]);
      else forms.push(form);
    }
  }
  const names = { byPair };
  made.set(indicators, names);
  return names;
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)).filter((pair) => /^\p{Script=Han}{2}$/u.test(pair));
}

/** What a stretch of text says, by its pairs; `start` is where it begins in its sentence, `heading` the words above: （一）一般公共预算。收入… */
export function mentionsOf(text: string, start: number, heading: string, { byPair }: PairedNames): Mention[] {
  const said = new Map<Form, { weight: number; end: number }>();
  const seen = new Set<string>();
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2);
    for (const form of byPair.get(pair) ?? []) {
      const one = said.get(form) ?? { weight: 0, end: 0 };
      said.set(form, { weight: one.weight + (seen.has(pair) ? 0 : (form.weights.get(pair) ?? 0)), end: index + 2 });
    }
    seen.add(pair);
  }
  const above = new Set(pairsOf(heading));
  const found = [...said].map(([form, { weight, end }]) => ({ form, end, share: weight / form.all, whole: seen.has(form.last) ? shareOf(form, new Set([...seen, ...above])) : 0 }));
  return found.flatMap(({ form: { id, own, weights }, end, share, whole }): Mention[] => {
    const saysOwn = own.every((pair) => seen.has(pair));
    const isHidden = (own.length > 0 && !own.some((pair) => seen.has(pair))) || found.some((one) => one.share > share + MORE && [...weights.keys()].some((pair) => seen.has(pair) && one.form.weights.has(pair)));
    if ((share < SOME || isHidden) && whole < WHOLE) return [];
    const isClear = share >= SOME && own.length > 1 && saysOwn;
    return [{ id, start: start + end - 2, end: start + end, evidence: share >= MOST || isClear || whole >= WHOLE ? 2 : 1, ...(share >= MOST && own.length > 0 && saysOwn ? { loose: true as const } : {}) }];
  });
}

function shareOf({ weights, all }: Form, pairs: ReadonlySet<string>): number {
  let sum = 0;
  for (const [pair, weight] of weights) if (pairs.has(pair)) sum += weight;
  return sum / all;
}
