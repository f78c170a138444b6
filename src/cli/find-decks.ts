/** Finds the decks for a build, by folder name or pattern, and where each one's outputs go. */
import { basename, relative, resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { flagForOneDeck, noSuchFolders, sameDeckName } from "../diagnostics/messages/usage.ts";
import type { World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import type { Place } from "./output.ts";

export interface DeckPlace {
  /** The folder as the user knows it. */
  readonly label: string;
  readonly dir: string;
  readonly out: string;
}

export interface FoundDecks {
  readonly decks: readonly DeckPlace[];
  /** A single folder given by name is reported in detail; several, or a pattern, deck by deck. */
  readonly many: boolean;
}

const PATTERN = /[*?[\]{}]/;

/** Each folder once, in the given order; a pattern gives its folders in order of name. */
export async function findDecks(command: Command, place: Place, world: World): Promise<FoundDecks | Diagnostic> {
  const words = command.words.length === 0 ? ["."] : command.words;
  const labels = new Map<string, string>();
  let many = words.length > 1;
  for (const word of words) {
    const dir = resolve(place.from, word);
    // A folder may be called `报告[终稿]`.
    const pattern = PATTERN.test(word) && (await world.listFolder(dir, dir)) === null;
    const found = pattern ? await world.findFolders(word, place.from) : [dir];
    if (found.length === 0) return noSuchFolders(word);
    many ||= pattern;
    for (const path of found) if (!labels.has(path)) labels.set(path, pattern ? shorten(path, place.from) : word.replace(/[\\/]+$/, "") || word);
  }
  const decks = [...labels].map(([dir, label]) => ({ label, dir, out: outputOf(dir, command.out, many, place) }));
  if (many && command.printDeck) return flagForOneDeck("--print-deck");
  return (command.out === null ? null : findSameName(decks)) ?? { decks, many };
}

function shorten(path: string, from: string): string {
  const below = relative(from, path).replaceAll("\\", "/");
  return below === "" || below.startsWith("..") ? path : below;
}

function outputOf(dir: string, out: string | null, many: boolean, place: Place): string {
  if (out === null) return resolve(dir, "dist");
  return many ? resolve(place.from, out, basename(dir)) : resolve(place.from, out);
}

/** File systems may treat names as equal that differ only in case or in how a letter is composed. */
function findSameName(decks: readonly DeckPlace[]): Diagnostic | null {
  const seen = new Map<string, DeckPlace>();
  for (const deck of decks) {
    const name = basename(deck.out);
    const key = name.normalize("NFC").toLowerCase();
    const other = seen.get(key);
    if (other !== undefined) return sameDeckName(name, other.label, deck.label);
    seen.set(key, deck);
  }
  return null;
}
