/** Joins what one sentence says with the tables and with the sentences before it. */
import { samePeriod } from "../../../model/period.ts";
import { OPAQUE } from "../../../language/wording.ts";
import { listsIn } from "./lists.ts";
import { difference } from "./one-digit.ts";
import type { Tables } from "./published.ts";
import type { Anchor, Known, Mention, Named, Raw, Sentence, Written } from "./said.ts";

/** Digits from which equality is no chance. */
const UNMISTAKABLE = 3;

/** Things named in the sentences before that a sentence may go on with, at most. */
const REMEMBERED = 30;

/** (excluding rural households) is part of a name. */
const ASIDE = /[（(][^()（）\d]*[)）]/g;

/** Sentences with what the ones before them named. */
export function sentencesOf(raws: readonly Raw[], tables: Tables, known: readonly Known[], joint: RegExp): Sentence[] {
  let before: readonly Mention[] = [];
  let last: Mention | Anchor | undefined;
  return raws.map((read) => withBound(read, tables, known)).map((raw) => {
    const clear = raw.mentions.filter(({ evidence }) => evidence > 1);
    const right = anchorsOf(raw, tables, known);
    const anchors = [...right, ...inAreas(raw.areas, [...clear, ...right], tables)];
    const clues = clear.reduce((all, one) => all.slice(0, one.start) + OPAQUE.repeat(one.end - one.start) + all.slice(one.end), raw.text.replaceAll(ASIDE, (words) => " ".repeat(words.length)));
    const spoken = [...clear, ...right.filter(({ evidence }) => evidence === 3)].toSorted((a, b) => a.end - b.end);
    const meant = raw.pronouns.flatMap(({ start, end }): Mention[] => {
      const one = spoken.findLast((mention) => mention.end <= start) ?? last;
      return one === undefined ? [] : [{ ...one, ...("period" in one ? { period: null, field: null } : {}), start, end, evidence: 2 }];
    });
    const mentions = [...raw.mentions, ...meant, ...before];
    const listed = listsIn({ ...raw, mentions, anchors }, joint);
    before = [...before, ...clear.map(({ id }) => ({ id, start: 0, end: 0, evidence: 0 as const }))].slice(-REMEMBERED);
    last = spoken.at(-1) ?? last;
    return { ...raw, mentions, clues, anchors, listed };
  });
}

/** A reference is a number as well, as its row has it. */
function withBound(raw: Raw, { entries }: Tables, known: readonly Known[]): Raw {
  const { start, text, numbers } = raw;
  const bound = known.filter((one) => one.right && one.start >= start && one.end <= start + text.length && !numbers.some((number) => number.start + start < one.end && one.start < number.end + start)).flatMap((one): Written[] => {
    const entry = entries.get(one.id)?.find(({ row, area, field }) => field === one.field && area === one.area && samePeriod(row.period, one.period));
    return entry === undefined ? [] : [{ start: one.start - start, end: one.end - start, text: text.slice(one.start - start, one.end - start), kind: entry.kind, value: entry.value, power: entry.power, base: entry.base, rough: null }];
  });
  return bound.length === 0 ? raw : { ...raw, numbers: [...numbers, ...bound].toSorted((a, b) => a.start - b.start) };
}

function anchorsOf({ numbers, mentions, areas, start, text }: Raw, { entries, areas: ids }: Tables, known: readonly Known[]): Anchor[] {
  const read = known.filter((one) => one.right && one.start >= start && one.end <= start + text.length).map(({ id, area, period, field, start: at, end }): Anchor => ({ id, area, period, field, start: at - start, end: end - start, evidence: 3 }));
  const evident = new Map<string, number>();
  for (const { id, evidence } of mentions) evident.set(id, Math.max(evidence, evident.get(id) ?? 0));
  for (const { name } of areas) for (const id of ids.get(name) ?? []) evident.set(id, evident.get(id) ?? 1);
  const found = numbers.flatMap((written): Anchor[] => [...evident].flatMap(([id, evidence]) => (entries.get(id) ?? []).flatMap((entry): Anchor[] => {
    const same = difference(written, entry);
    if (same === null || same.places > 0 || (same.digits < UNMISTAKABLE && evidence < 2)) return [];
    return [{ id, area: entry.area, period: entry.row.period, field: entry.field, start: written.start, end: written.end, evidence: same.digits >= UNMISTAKABLE ? 3 : 1 }];
  })));
  return [...read, ...found];
}

/** An area speaks for its rows, most clearly where the sentence names what they are of. */
function inAreas(areas: readonly Named[], clear: readonly Mention[], tables: Tables): Anchor[] {
  return areas.flatMap(({ name, start, end }) => {
    const ids = tables.areas.get(name) ?? [];
    const named = ids.filter((one) => clear.some(({ id }) => id === one));
    return ids.map((id): Anchor => ({ id, start, end, evidence: named.length === 1 && named[0] === id ? 3 : ids.length === 1 ? 2 : 1, area: name, period: null, field: null }));
  });
}

/** Where a text names areas; `placesOf` finds one of them. */
export function areasIn(text: string, { areas }: Tables, placesOf: (text: string, name: string) => readonly (readonly number[])[]): Named[] {
  return [...areas.keys()].flatMap((name) => placesOf(text, name).map(([start = 0, end = 0]) => ({ name, start, end }))).toSorted((a, b) => a.end - b.end);
}
