/** Names of indicators in English prose that doesn't say them word for word: the output of grain, Rail's share, we repaired potholes. */
import type { Indicator } from "../../../../model/indicator.ts";
import { MONEY } from "../published.ts";
import type { Mention } from "../said.ts";
import { stemOf, wordsIn, type Word } from "./words.ts";

/** Words that say nothing about what is measured. */
const EMPTY = new Set("of the in per and for by to a an at on with from as or than its our all its their s".split(" "));
/** Words that many names have. */
const GENERAL = new Set(["total", "number", "rate", "value", "volum", "level", "averag", "annual", "new", "other", "peopl", "person", "resident", "share", "gross", "net", "per", "median", "general", "public", "main", "local"].map(stemOf));
const GENERAL_WEIGHT = 0.2;

/** A name in its words. */
interface Form {
  readonly id: string;
  readonly stems: readonly string[];
  readonly weights: readonly number[];
  readonly all: number;
}

/** The names of a deck, ready to be looked for. */
export interface LooseNames {
  readonly byStem: ReadonlyMap<string, readonly Form[]>;
  /** Indicators by the first word of their unit: what is counted. */
  readonly byUnit: ReadonlyMap<string, readonly string[]>;
}

const made = new WeakMap<readonly Indicator[], LooseNames>();

export function looseNamesOf(indicators: readonly Indicator[]): LooseNames {
  const known = made.get(indicators);
  if (known !== undefined) return known;
  const named = indicators.flatMap(({ id, name, aliases }) => [name, ...aliases].map((one) => ({ id, stems: [...new Set(wordsIn(one).map(({ stem }) => stem).filter((stem) => !EMPTY.has(stem)))] })));
  const owners = new Map<string, Set<string>>();
  for (const { id, stems } of named) for (const stem of stems) owners.set(stem, (owners.get(stem) ?? new Set()).add(id));
  const byStem = new Map<string, Form[]>();
  for (const { id, stems } of named) {
    const weights = stems.map((stem) => (GENERAL.has(stem) ? GENERAL_WEIGHT : 1) / Math.sqrt(owners.get(stem)?.size ?? 1));
    const form = { id, stems, weights, all: weights.reduce((sum, one) => sum + one, 0) };
    for (const stem of stems) put(byStem, stem, form);
  }
  const byUnit = new Map<string, string[]>();
  for (const { id, unit } of indicators) put(byUnit, unitStem(unit.replace(/^.*\b(?:thousand|million|billion)\s+/, "").split(" ")[0] ?? ""), id);
  byUnit.delete("");
  const names = { byStem, byUnit };
  made.set(indicators, names);
  return names;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const all = map.get(key);
  if (all === undefined) map.set(key, [value]);
  else all.push(value);
}

/** People by any word; money and rates count too many things. */
export function unitStem(word: string): string {
  if (/^(?:people|persons?|residents?|inhabitants?)$/i.test(word)) return "people";
  return MONEY.test(word) || /^(?:per|and|in|of)$|[^a-z]/i.test(word) ? "" : stemOf(word);
}

/** Words apart at most, in one mention. */
const NEAR = 3;
const MOST = 0.75;
const SOME = 0.45;

/** What a sentence mentions; `words` are its words. */
export function mentionsIn(words: readonly Word[], { byStem }: LooseNames): Mention[] {
  const at = new Map<string, number[]>();
  words.forEach(({ stem }, index) => byStem.has(stem) && at.set(stem, [...(at.get(stem) ?? []), index]));
  const forms = new Set([...at.keys()].flatMap((stem) => byStem.get(stem) ?? []));
  const best = new Map<string, Mention>();
  for (const form of forms) {
    const places = form.stems.flatMap((stem) => at.get(stem) ?? []).toSorted((a, b) => a - b);
    const inAll = coverage(form, new Set(places.map((place) => words[place]!.stem)));
    if (inAll < SOME) continue;
    for (const run of runsOf(places)) {
      const inRun = coverage(form, new Set(run.map((place) => words[place]!.stem)));
      const evidence = inRun > 0.99 ? 3 : inAll > MOST && inRun > 0.2 ? 2 : inRun >= SOME ? 1 : null;
      if (evidence === null) continue;
      const [start, end] = [words[run[0]!]!.start, words[run.at(-1)!]!.end];
      const key = `${form.id} ${end}`;
      if ((best.get(key)?.evidence ?? 0) < evidence) best.set(key, { id: form.id, start, end, evidence });
    }
  }
  return [...best.values()].toSorted((a, b) => a.start - b.start);
}

function coverage({ stems, weights, all }: Form, found: ReadonlySet<string>): number {
  return stems.reduce((sum, stem, index) => sum + (found.has(stem) ? weights[index]! : 0), 0) / all;
}

function runsOf(places: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last !== undefined && place - last.at(-1)! <= NEAR) last.push(place);
    else runs.push([place]);
  }
  return runs;
}
