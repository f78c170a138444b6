/** Finds wordings one character off a registered one, in time linear in the text and in memory linear in the wordings. */
import type { Wording } from "../../language/wording.ts";
import { createCover, type Cover } from "./cover.ts";
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

interface Registered {
  readonly wording: string;
  readonly characters: readonly string[];
}

/** A slip spelt out: the text must have these very characters. */
interface Spelt {
  readonly wording: string;
  readonly slip: number;
}

interface Index {
  /** By the characters that a wording begins or ends with: one slip leaves one of the two unchanged. */
  readonly heads: ReadonlyMap<string, readonly Registered[]>;
  readonly tails: ReadonlyMap<string, readonly Registered[]>;
  readonly spelt: ReadonlyMap<string, Spelt>;
}

/** A slip in a window of the text, in characters. */
interface Slip {
  readonly start: number;
  readonly end: number;
  /** The character that is wrong, or after which one is missing. */
  readonly at: number;
  readonly sure: boolean;
  readonly alike: boolean;
}

/** From this length on, one exchanged character is a slip rather than another phrase, and a missing one is noticed. */
const LONG = 6;
/** Shorter wordings are compared only with look-alikes. */
export const COMPARED = 4;
/** A longer text is no name or phrase; registered names have at most some fifty characters. */
const LONGEST = 200;
/** Wordings of this length have ends of four characters that no slip at the other end touches; shorter ones have two. */
const FOUR_APART = 9;
/** Among more wordings with one beginning, one character more or less tells another of them, and is no slip. */
const MOST_ALIKE = 64;
/** Characters compared for each one of the text: far more than reports need. */
const STEPS = 2_000;
const MARK = /[\p{Script=Han}\p{L}\p{P}]/u;

/** `known` are all wordings that are right as they are: what they cover is not a slip. */
export function createNearMissFinder(wordings: readonly string[], known: readonly string[]): NearMissFinder {
  const index = createIndex([...new Set(wordings)].filter((wording) => wording.length <= LONGEST));
  const cover = createCover([...known, ...wordings].filter((wording) => wording.length > 1 && wording.length <= LONGEST));
  return { find: (wording) => findAll(wording, index, cover) };
}

function createIndex(wordings: readonly string[]): Index {
  const heads = new Map<string, Registered[]>();
  const tails = new Map<string, Registered[]>();
  const spelt = new Map<string, Spelt>();
  const put = (map: Map<string, Registered[]>, key: string, registered: Registered): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [registered]);
    else if (list.length < MOST_ALIKE) list.push(registered);
  };
  for (const wording of wordings) {
    const characters = [...wording];
    const size = characters.length;
    for (const { changed, slip } of speltOut(characters)) if (!spelt.has(changed)) spelt.set(changed, { wording, slip });
    if (size < COMPARED) continue;
    const end = endOf(size);
    put(heads, characters.slice(0, end).join(""), { wording, characters });
    put(tails, characters.slice(-end).join(""), { wording, characters });
  }
  return { heads, tails, spelt };
}

function endOf(size: number): 2 | 4 {
  return size >= FOUR_APART ? 4 : 2;
}

/** Slips of short wordings that leave neither end unchanged. */
function speltOut(characters: readonly string[]): readonly { readonly changed: string; readonly slip: number }[] {
  if (characters.length < COMPARED) return characters.flatMap((character, index) => lookAlikes(character).map((other) => ({ changed: characters.with(index, other).join(""), slip: index })));
  const [first = "", second = "", third = "", fourth = ""] = characters;
  return characters.length === COMPARED && second !== third ? [{ changed: first + third + second + fourth, slip: 1 }] : [];
}

/** A text being searched; `left` are the comparisons that may still be made. */
interface Search {
  readonly characters: readonly string[];
  left: number;
}

function findAll(wording: Wording, index: Index, cover: Cover): readonly NearMiss[] {
  const characters = [...wording.text];
  const search: Search = { characters, left: STEPS * (characters.length + 100) };
  const offsets = offsetsOf(characters);
  const found = new Map<string, NearMiss>();
  const keep = (registered: string, slip: Slip): void => {
    const [from, to, place] = [offsets[slip.start]!, offsets[slip.end]!, offsets[slip.at]!];
    // Near two wordings, it is still one slip.
    const key = `${from} ${to}`;
    if (found.get(key)?.sure === true || cover.has(wording.text, place)) return;
    found.set(key, { wording: registered, start: from, end: to, sure: slip.sure, alike: slip.alike });
  };
  for (let at = 0; at + 1 < characters.length && search.left > 0; at++) {
    let gram = characters[at]!;
    for (let size = 2; size <= 4 && at + size <= characters.length; size++) {
      gram += characters[at + size - 1]!;
      const spelt = index.spelt.get(gram);
      if (spelt !== undefined && (size >= COMPARED || wordsOf(wording).isName(offsets[at]!, offsets[at + size]!))) keep(spelt.wording, sureSlip(at, at + size, at + spelt.slip));
      if (size === 3) continue;
      for (const { wording: registered, characters: wanted } of index.heads.get(gram) ?? []) for (const slip of slipsAfter(wanted, size, at, search)) keep(registered, slip);
      for (const { wording: registered, characters: wanted } of index.tails.get(gram) ?? []) for (const slip of slipsBefore(wanted, size, at + size, search)) keep(registered, slip);
    }
  }
  return [...found.values()];
}

/** Slips in a text that has the first `same` characters of a wording from `start` on. */
function slipsAfter(wanted: readonly string[], same: number, start: number, search: Search): readonly Slip[] {
  const { characters: text } = search;
  let at = same;
  while (at < wanted.length && wanted[at] === text[start + at]) at++;
  search.left -= at - same + 1;
  if (at === wanted.length) return [];
  const rest = (from: number, place: number): boolean => matches(wanted, from, wanted.length, place - from, search);
  const end = start + wanted.length;
  if (rest(at + 1, start + at + 1)) return exchange(wanted, at, start, search);
  if (wanted[at] === text[start + at + 1] && wanted[at + 1] === text[start + at] && rest(at + 2, start + at + 2)) return [sureSlip(start, end, start + at)];
  return isNoticed(wanted, at) && rest(at + 1, start + at) ? [sureSlip(start, end - 1, start + at)] : [];
}

/** Slips in a text that has the last `same` characters of a wording up to `end`. */
function slipsBefore(wanted: readonly string[], same: number, end: number, search: Search): readonly Slip[] {
  const { characters: text } = search;
  const start = end - wanted.length;
  let at = wanted.length - 1 - same;
  while (at >= 0 && wanted[at] === text[start + at]) at--;
  search.left -= wanted.length - same - at;
  if (at < 0) return [];
  const rest = (until: number, shift: number): boolean => matches(wanted, 0, until, shift, search);
  if (rest(at, start)) return start < 0 ? [] : exchange(wanted, at, start, search);
  if (at > 0 && wanted[at] === text[start + at - 1] && wanted[at - 1] === text[start + at] && rest(at - 1, start)) return [sureSlip(start, end, start + at - 1)];
  return isNoticed(wanted, at) && rest(at, start + 1) ? [sureSlip(start + 1, end, start + 1 + at)] : [];
}

/** Whether the wording's characters `from` … `until` stand in the text, each `shift` further on. */
function matches(wanted: readonly string[], from: number, until: number, shift: number, search: Search): boolean {
  for (let at = from; at < until; at++) {
    search.left--;
    if (wanted[at] !== search.characters[at + shift]) return false;
  }
  return true;
}

/** A missing character at an edge makes a shorter phrase, not a slip. */
function isNoticed(wanted: readonly string[], at: number): boolean {
  return wanted.length >= LONG && at > 0 && at < wanted.length - 1;
}

function sureSlip(start: number, end: number, at: number): Slip {
  return { start, end, at, sure: true, alike: true };
}

/** Another character in place of `at`; none where it makes another phrase. */
function exchange(wanted: readonly string[], at: number, start: number, { characters: text }: Search): readonly Slip[] {
  const [right, written] = [wanted[at]!, text[start + at]];
  if (written === undefined) return [];
  const alike = lookAlikes(right).includes(written);
  const edge = at === 0 || at === wanted.length - 1;
  // At an edge, another character makes another phrase: 低质量发展 is not a slip for 高质量发展.
  if (!MARK.test(written) || areSeries(right, written) || (edge && !alike)) return [];
  return [{ start, end: start + wanted.length, at: start + at, sure: alike || wanted.length >= LONG, alike }];
}

function offsetsOf(characters: readonly string[]): readonly number[] {
  const offsets = [0];
  for (const character of characters) offsets.push(offsets.at(-1)! + character.length);
  return offsets;
}
