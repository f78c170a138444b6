/** Names of indicators in English prose that doesn't say them word for word: the output of grain, Rail's share, we repaired potholes. */
import type { Indicator } from "../../../../model/indicator.ts";
import { MONEY } from "../published.ts";
import type { Mention } from "../said.ts";
import { stemOf, wordsIn, type Word } from "./words.ts";

/** Words that say nothing about what is measured. */
const EMPTY = new Set("of the in per and for by to a an at on with from as or than its our all its their s".split(" "));
/** Words that many names have. */
const GENERAL = new Set(["total", "number", "rate", "value", "volum", "level", "averag", "annual", "new", "other", "peopl", "person", "resident", "share", "gross", "net", "per", "median", "general", "public", "main", "local", "increase", "rise", "growth", "change", "index"].map(stemOf));
const GENERAL_WEIGHT = 0.2;

/** A name in its words. */
interface Form {
  readonly id: string;
  readonly stems: readonly string[];
  readonly weights: readonly number[];
  readonly all: number;
  /** Words that no other name has. */
  readonly own: readonly string[];
  /** Whether it says little: people, for a population. */
  readonly weak: boolean;
}

/** Who a population is. */
const PEOPLE = ["resident", "inhabitant", "people"].map(stemOf);

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
    const form = { id, stems, weights, all: weights.reduce((sum, one) => sum + one, 0), own: stems.filter((stem) => owners.get(stem)?.size === 1 && !GENERAL.has(stem)), weak: false };
    for (const stem of stems) put(byStem, stem, form);
    if (stems.includes(stemOf("population"))) for (const stem of PEOPLE) if (!stems.includes(stem)) put(byStem, stem, { id, stems: [stem], weights: [1], all: 1, own: [], weak: true });
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
/** Shares of a name: most of it, half of it, some of it, and parts that the sentence before completes, one of them with a word that no other name has. */
const [MOST, HALF, SOME, PART, OWN_PART] = [0.75, 0.5, 0.45, 0.35, 0.25] as const;
/** How much more of a name than of any other makes it the one that is meant. */
const CLEARLY = 0.1;

const CAPITA = stemOf("capita");

interface Found extends Mention {
  readonly share: number;
}

/** What a sentence mentions; `words` are its words, `carried` those of the sentence before. */
export function mentionsIn(words: readonly Word[], { byStem }: LooseNames, carried: ReadonlySet<string>): Mention[] {
  const at = new Map<string, number[]>();
  words.forEach(({ stem }, index) => byStem.has(stem) && put(at, stem, index));
  const forms = new Set([...at.keys()].flatMap((stem) => byStem.get(stem) ?? []));
  const best = new Map<string, Found>();
  for (const form of forms) {
    const places = form.stems.flatMap((stem) => at.get(stem) ?? []).toSorted((a, b) => a - b);
    const inAll = coverage(form, new Set(places.map((place) => words[place]!.stem)));
    for (const run of runsOf(places)) {
      const stems = new Set(run.map((place) => words[place]!.stem));
      const [share, evidence] = [coverage(form, stems), evidenceOf(form, stems, inAll, carried)];
      const [start, end] = [words[run[0]!]!.start, words[run.at(-1)!]!.end];
      const known = best.get(`${form.id} ${end}`);
      if (evidence !== null && (known === undefined || known.evidence < evidence || (known.evidence === evidence && known.share < share))) best.set(`${form.id} ${end}`, { id: form.id, start, end, evidence, share });
    }
  }
  return [...best.values()].map((one) => clearer(one, [...best.values()])).toSorted((a, b) => a.start - b.start);
}

/** The income of rural residents is half a name, and more of that name than of any other. */
function clearer({ share, ...one }: Found, all: readonly Found[]): Mention {
  const rivals = all.filter(({ id, start, end }) => id !== one.id && start < one.end && one.start < end);
  return one.evidence === 1 && share >= HALF && share < 0.99 && rivals.every((rival) => rival.share < share - CLEARLY) ? { ...one, evidence: 2 } : one;
}

function evidenceOf(form: Form, run: ReadonlySet<string>, inAll: number, carried: ReadonlySet<string>): Mention["evidence"] | null {
  const inRun = coverage(form, run);
  if (form.weak) return 1;
  // GDP alone says nothing about GDP per capita.
  if (run.size === 1 && form.stems.includes(CAPITA) && !run.has(CAPITA) && !carried.has(CAPITA)) return null;
  if (inRun > 0.99) return 3;
  if (inAll > MOST && inRun > 0.2) return 2;
  if (inRun >= SOME) return 1;
  const isPart = inRun >= PART || (inRun >= OWN_PART && form.own.some((stem) => run.has(stem)));
  return isPart && coverage(form, new Set([...run, ...carried])) > MOST ? 1 : null;
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
