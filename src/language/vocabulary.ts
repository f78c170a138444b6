/** The names that a reader of sentences listens for; who reads brings them: a deck its indicators, an importer what it has found. */
import type { Indicator } from "../model/indicator.ts";

/** What has to be known of a thing to tell which figures may be its own. */
export type Named = Pick<Indicator, "id" | "name" | "aliases" | "unit" | "kind">;

export interface Vocabulary {
  readonly named: readonly Named[];
  /** Whose report it is: 甪直镇; empty where nobody is known. */
  readonly organisation: string;
  /** Null for an id of none. */
  readonly find: (id: string) => Named | null;
}

export function createVocabulary(named: readonly Named[], organisation: string): Vocabulary {
  const ids = new Map(named.map((one) => [one.id, one]));
  return { named, organisation, find: (id) => ids.get(id) ?? null };
}
