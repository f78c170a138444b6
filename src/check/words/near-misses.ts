/** Finds wordings one character off a registered one, in time linear in the text. */
import type { Wording } from "../../language/wording.ts";
import { areSeries, lookAlikes } from "./look-alikes.ts";
import { wordsOf } from "./segments.ts";

/** A place where a text almost has `wording`. */
export interface NearMiss {
  readonly wording: string;
  readonly start: number;
  readonly end: number;
  /** False for an exchange that may well make another phrase. */
  readonly sure: boolean;
  /** Whether a character was swapped, lost or replaced by one that looks or sounds alike; another word in its place is none of these. */
  readonly alike: boolean;
}

/** An index of registered wordings. */
export interface NearMissFinder {
  readonly find: (wording: Wording) => readonly NearMiss[];
}

interface Entry {
  readonly wording: string;
  /** The registered characters, or a slip written out. */
  readonly characters: readonly string[];
  /** Index of the indexed pair in them. */
  readonly at: number;
  /** Index of a slip that is written out: the text must match it. Null for the registered characters: the text has one other. */
  readonly slip: number | null;
}

/** From this length on, one exchanged character is a slip rather than another phrase, and a missing one is noticed. */
const LONG = 6;
/** Shorter wordings are compared only with look-alikes. */
export const COMPARED = 4;
const MARK = /[\p{Script=Han}\p{L}\p{P}]/u;

/** `known` are all wordings that are right as they are: what they cover is not a slip. */
export function createNearMissFinder(wordings: readonly string[], known: readonly string[]): NearMissFinder {
  const index = new Map<string, Entry[]>();
  const add = (entry: Entry): void => {
    const pair = entry.characters.slice(entry.at, entry.at + 2).join("");
    const list = index.get(pair);
    if (list === undefined) index.set(pair, [entry]);
    else list.push(entry);
  };
  for (const wording of new Set(wordings)) for (const entry of entriesOf(wording)) add(entry);
  const right = [...new Set([...known, ...wordings])].filter((wording) => wording.length > 1);
  return { find: (wording) => findAll(wording, index, right) };
}

function entriesOf(wording: string): readonly Entry[] {
  const characters = [...wording];
  const spelt = [...(characters.length >= COMPARED ? swaps(characters) : []), ...(characters.length < COMPARED ? mixUps(characters) : []), ...(characters.length >= LONG ? losses(characters) : [])];
  const slips = spelt.map(({ changed, slip }): Entry => ({ wording, characters: changed, at: 0, slip }));
  if (characters.length < COMPARED) return slips;
  // An exchanged character leaves the first or the last pair unchanged.
  return [...slips, { wording, characters, at: 0, slip: null }, { wording, characters, at: characters.length - 2, slip: null }];
}

interface Slip {
  readonly changed: readonly string[];
  readonly slip: number;
}

function swaps(characters: readonly string[]): readonly Slip[] {
  return characters.slice(1).flatMap((next, index) => (next === characters[index] ? [] : [{ changed: characters.toSpliced(index, 2, next, characters[index]!), slip: index }]));
}

function mixUps(characters: readonly string[]): readonly Slip[] {
  return characters.flatMap((character, index) => lookAlikes(character).map((other) => ({ changed: characters.with(index, other), slip: index })));
}

/** A missing character at an edge makes a shorter phrase, not a slip. */
function losses(characters: readonly string[]): readonly Slip[] {
  return characters.slice(1, -1).map((_, index) => ({ changed: characters.toSpliced(index + 1, 1), slip: index + 1 }));
}

function findAll(wording: Wording, index: ReadonlyMap<string, readonly Entry[]>, right: readonly string[]): readonly NearMiss[] {
  const { text } = wording;
  const characters = [...text];
  const offsets = offsetsOf(characters);
  const found = new Map<string, NearMiss>();
  for (let at = 0; at + 1 < characters.length; at++) {
    for (const entry of index.get(characters[at]! + characters[at + 1]!) ?? []) {
      const start = at - entry.at;
      const slip = start < 0 ? null : compare(entry, characters, start);
      if (slip === null) continue;
      const end = start + entry.characters.length;
      const [from, to, place] = [offsets[start]!, offsets[end]!, offsets[start + slip.at]!];
      if (isRight(text, from, to, place, right) || (entry.characters.length < COMPARED && !wordsOf(wording).isName(from, to))) continue;
      // Near two wordings, it is still one slip.
      const key = `${from} ${to}`;
      if (found.get(key)?.sure !== true) found.set(key, { wording: entry.wording, start: from, end: to, sure: slip.sure, alike: slip.alike });
    }
  }
  return [...found.values()];
}

/** Where the text at `start` differs from the entry; null when it is the same, or too far off. */
function compare({ characters: registered, slip }: Entry, characters: readonly string[], start: number): { readonly at: number; readonly sure: boolean; readonly alike: boolean } | null {
  if (start + registered.length > characters.length) return null;
  let different = -1;
  for (let at = 0; at < registered.length; at++) {
    if (registered[at] === characters[start + at]) continue;
    if (slip !== null || different !== -1) return null;
    different = at;
  }
  if (slip !== null) return { at: slip, sure: true, alike: true };
  if (different === -1) return null;
  const [wanted, written] = [registered[different]!, characters[start + different]!];
  const alike = lookAlikes(wanted).includes(written);
  const edge = different === 0 || different === registered.length - 1;
  // At an edge, another character makes another phrase: 低质量发展 is not a slip for 高质量发展.
  if (!MARK.test(written) || areSeries(wanted, written) || (edge && !alike)) return null;
  return { at: different, sure: alike || registered.length >= LONG, alike };
}

/** Whether the text is registered itself, or the slip is inside a wording that is right. */
function isRight(text: string, from: number, to: number, place: number, right: readonly string[]): boolean {
  return right.some((wording) => {
    const window = Math.max(0, place - wording.length + 1);
    const inside = text.slice(window, place + wording.length).indexOf(wording);
    const first = window + inside;
    return inside !== -1 && (wording.length >= to - from || first > from || first + wording.length < to || text.slice(from, to) === wording);
  });
}

function offsetsOf(characters: readonly string[]): readonly number[] {
  const offsets = [0];
  for (const character of characters) offsets.push(offsets.at(-1)! + character.length);
  return offsets;
}
