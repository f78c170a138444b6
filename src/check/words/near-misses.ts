/** Finds wordings one character off a registered one, in time linear in the text and in memory linear in the wordings. */
import type { Wording } from "../../language/wording.ts";
import { createCover, type Cover } from "./cover.ts";
import { wordsOf } from "./segments.ts";
import { isShortSlip, judge, slipAfter, slipBefore, type Borders, type Search, type Slip } from "./slips.ts";

/** A place where a text almost has `wording`. */
export interface NearMiss {
  readonly wording: string;
  readonly start: number;
  readonly end: number;
  /** False for an exchange that may well make another phrase. */
  readonly sure: boolean;
  /** Whether it is a slip of typing (swapped, lost, added, alike); another word in its place is none. */
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

interface Index {
  /** By the characters that a wording begins or ends with: one slip leaves one of the two unchanged. */
  readonly heads: ReadonlyMap<string, readonly Registered[]>;
  readonly tails: ReadonlyMap<string, readonly Registered[]>;
  /** Wordings of four characters by their middle turned round, which leaves neither end. */
  readonly turned: ReadonlyMap<string, Registered>;
  /** Shorter wordings, by what is left when one of their characters is hidden. */
  readonly hidden: ReadonlyMap<string, readonly Registered[]>;
}

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
/** Stands for the hidden character; no text has it. */
const HIDDEN = "\0";
/** How much of what follows a short name may say that it is one. */
const BEHIND = 3;

/** `known` are all wordings that are right as they are: what they cover is not a slip. */
export function createNearMissFinder(wordings: readonly string[], known: readonly string[]): NearMissFinder {
  const index = createIndex([...new Set(wordings)].filter((wording) => wording.length <= LONGEST));
  const cover = createCover([...known, ...wordings].filter((wording) => wording.length > 1 && wording.length <= LONGEST));
  return { find: (wording) => findAll(wording, index, cover) };
}

function createIndex(wordings: readonly string[]): Index {
  const [heads, tails, hidden] = [new Map<string, Registered[]>(), new Map<string, Registered[]>(), new Map<string, Registered[]>()];
  const turned = new Map<string, Registered>();
  const put = (map: Map<string, Registered[]>, key: string, registered: Registered): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [registered]);
    else if (list.length < MOST_ALIKE) list.push(registered);
  };
  for (const wording of wordings) {
    const characters = [...wording];
    const registered = { wording, characters };
    const size = characters.length;
    if (size < COMPARED) characters.forEach((_, at) => put(hidden, characters.with(at, HIDDEN).join(""), registered));
    if (size < COMPARED) continue;
    if (size === COMPARED && characters[1] !== characters[2]) turned.set([characters[0], characters[2], characters[1], characters[3]].join(""), registered);
    const end = size >= FOUR_APART ? 4 : 2;
    put(heads, characters.slice(0, end).join(""), registered);
    put(tails, characters.slice(-end).join(""), registered);
  }
  return { heads, tails, turned, hidden };
}

/** One text being searched. */
interface Searched extends Search {
  readonly wording: Wording;
  /** Offsets of the characters in the text, in UTF-16 units. */
  readonly offsets: readonly number[];
  readonly borders: () => Borders;
  readonly keep: (registered: Registered, slip: Slip | null) => void;
}

function findAll(wording: Wording, index: Index, cover: Cover): readonly NearMiss[] {
  const characters = [...wording.text];
  const offsets = offsetsOf(characters);
  const borders = (): Borders => bordersOf(wording, offsets);
  const found = new Map<string, NearMiss>();
  const keep = ({ wording: registered, characters: wanted }: Registered, slip: Slip | null): void => {
    if (slip === null) return;
    const [start, end] = [offsets[slip.start]!, offsets[slip.end]!];
    // Near two wordings, it is still one slip.
    const key = `${start} ${end}`;
    if (found.get(key)?.sure === true || cover.has(wording.text, offsets[slip.at]!)) return;
    const verdict = wanted.length < COMPARED ? { sure: true, alike: true } : judge(slip, wanted, characters, borders);
    if (verdict !== null) found.set(key, { wording: registered, start, end, ...verdict });
  };
  const searched: Searched = { wording, characters, offsets, borders, keep, left: STEPS * (characters.length + 100) };
  for (let at = 0; at + 1 < characters.length && searched.left > 0; at++) {
    searchShort(at, index, searched);
    searchLong(at, index, searched);
  }
  return [...found.values()];
}

function searchLong(at: number, { heads, tails, turned }: Index, searched: Searched): void {
  const { characters, keep } = searched;
  for (const size of [2, 4]) {
    if (at + size > characters.length) return;
    const gram = characters.slice(at, at + size).join("");
    for (const registered of heads.get(gram) ?? []) keep(registered, slipAfter(registered.characters, size, at, searched));
    for (const registered of tails.get(gram) ?? []) keep(registered, slipBefore(registered.characters, size, at + size, searched));
    const registered = turned.get(gram);
    if (registered !== undefined) keep(registered, { kind: "swapped", start: at, end: at + size, at: at + 1, index: 1 });
  }
}

/** Names of two and three characters, where they stand as words of their own. */
function searchShort(at: number, { hidden }: Index, { wording, characters, offsets, keep }: Searched): void {
  if (hidden.size === 0) return;
  for (const size of [2, 3]) {
    const end = at + size;
    if (end > characters.length) return;
    const written = characters.slice(at, end);
    written.forEach((character, index) => {
      for (const registered of hidden.get(written.with(index, HIDDEN).join("")) ?? []) {
        const isWord = (offset: number): boolean => wordsOf(wording).isWhole(offsets[at + offset]!, offsets[at + offset + 2]!);
        if (!isShortSlip(registered.characters, index, character, characters.slice(end, end + BEHIND).join(""), isWord)) continue;
        if (wordsOf(wording).isName(offsets[at]!, offsets[end]!)) keep(registered, { kind: "exchanged", start: at, end, at: at + index, index });
      }
    });
  }
}

function bordersOf(wording: Wording, offsets: readonly number[]): Borders {
  const { endsAt } = wordsOf(wording);
  const at = (place: number): boolean => place === 0 || endsAt(offsets[place]!);
  const isWord: Borders["isWord"] = (place, start, end) => {
    let [first, last] = [place, place + 1];
    while (first > start && !at(first)) first--;
    while (last < end && !at(last)) last++;
    return at(first) && at(last) && last - first > 1;
  };
  return { at, isWord };
}

function offsetsOf(characters: readonly string[]): readonly number[] {
  const offsets = [0];
  for (const character of characters) offsets.push(offsets.at(-1)! + character.length);
  return offsets;
}
