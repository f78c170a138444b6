/** Joins what one sentence says with the tables and with the sentences before it. */
import { OPAQUE } from "../../../language/wording.ts";
import { listsIn } from "./lists.ts";
import { difference } from "./one-digit.ts";
import type { Tables } from "./published.ts";
import type { Anchor, Known, Mention, Named, Raw, Sentence } from "./said.ts";

/** Digits from which equality is no chance. */
const UNMISTAKABLE = 3;

/** Sentences with what the ones before them named. */
export function sentencesOf(raws: readonly Raw[], tables: Tables, known: readonly Known[], joint: RegExp): Sentence[] {
  let before: readonly Mention[] = [];
  return raws.map((raw) => {
    const clear = raw.mentions.filter(({ evidence }) => evidence > 1);
    const anchors = [...anchorsOf(raw, tables, known), ...inAreas(raw.areas, clear, tables)];
    const clues = clear.reduce((all, one) => all.slice(0, one.start) + OPAQUE.repeat(one.end - one.start) + all.slice(one.end), raw.text);
    const mentions = [...raw.mentions, ...before];
    const listed = listsIn({ ...raw, mentions, anchors }, joint);
    before = [...before, ...clear.map(({ id }) => ({ id, start: 0, end: 0, evidence: 0 as const }))];
    return { ...raw, mentions, clues, anchors, listed };
  });
}

function anchorsOf({ numbers, mentions, start, text }: Raw, { entries }: Tables, known: readonly Known[]): Anchor[] {
  const read = known.filter((one) => one.right && one.start >= start && one.end <= start + text.length).map(({ id, area, period, start: at, end }): Anchor => ({ id, area, period, start: at - start, end: end - start, evidence: 3 }));
  const evident = new Map<string, number>();
  for (const { id, evidence } of mentions) evident.set(id, Math.max(evidence, evident.get(id) ?? 0));
  const found = numbers.flatMap((written): Anchor[] => [...evident].flatMap(([id, evidence]) => (entries.get(id) ?? []).flatMap((entry): Anchor[] => {
    const same = difference(written, entry);
    if (same === null || same.places > 0 || (same.digits < UNMISTAKABLE && evidence < 2)) return [];
    return [{ id, area: entry.area, period: entry.row.period, start: written.start, end: written.end, evidence: same.digits >= UNMISTAKABLE ? 3 : 1 }];
  })));
  return [...read, ...found];
}

/** An area speaks for its rows, most clearly where the sentence names what they are of. */
function inAreas(areas: readonly Named[], clear: readonly Mention[], tables: Tables): Anchor[] {
  return areas.flatMap(({ name, start, end }) => {
    const ids = tables.areas.get(name) ?? [];
    const named = ids.filter((one) => clear.some(({ id }) => id === one));
    return ids.map((id): Anchor => ({ id, start, end, evidence: named.length === 1 && named[0] === id ? 3 : ids.length === 1 ? 2 : 1, area: name, period: null }));
  });
}

/** Where a text names areas; `placesOf` finds one of them. */
export function areasIn(text: string, { areas }: Tables, placesOf: (text: string, name: string) => readonly (readonly number[])[]): Named[] {
  return [...areas.keys()].flatMap((name) => placesOf(text, name).map(([start = 0, end = 0]) => ({ name, start, end }))).toSorted((a, b) => a.end - b.end);
}
