/** The names that a reader of sentences looks for. Its caller supplies them: a deck its indicators, an importer what it found. */
import { withoutIgnorable } from "../model/characters/ignorable.ts";
import type { Indicator } from "../model/indicator.ts";

/** What must be known about a thing to tell which figures may be its own. */
export interface Named extends Pick<Indicator, "id" | "name" | "aliases" | "unit" | "kind"> {
  /** Other units that its plans use: 岁 in 提高到80.5岁. */
  readonly planned: readonly string[];
}

export interface Vocabulary {
  readonly named: readonly Named[];
  /** The organisation that reports: 甪直镇; empty if unknown. */
  readonly organisation: string;
  /** Null for an unknown id. */
  readonly find: (id: string) => Named | null;
}

/** Names are compared with what a wording shows, so they leave out what nobody sees. */
export function createVocabulary(names: readonly Named[], organisation: string): Vocabulary {
  const named = names.map((one) => ({ ...one, name: withoutIgnorable(one.name), aliases: one.aliases.map(withoutIgnorable) }));
  const ids = new Map(named.map((one) => [one.id, one]));
  return { named, organisation: withoutIgnorable(organisation), find: (id) => ids.get(id) ?? null };
}
