/** data/terms.csv: wordings that the office has settled, each with its date and source. */
import type { Span } from "./span.ts";

/** What the check compares running text with; `since` and `source` are null where the row gives none. */
export type Term = { readonly since: string | null; readonly source: string | null; readonly span: Span } & (
  /** A fixed phrase (T01). */
  | { readonly type: "phrase"; readonly wording: string }
  /** Names that must come in this order (T02). */
  | { readonly type: "order"; readonly members: readonly string[] }
  /** A person and their title (T03). */
  | { readonly type: "person"; readonly name: string; readonly title: string }
  /** A place or project, and wrong ways of writing it (T04). */
  | { readonly type: "place"; readonly name: string; readonly wrong: readonly string[] }
  /** A full name that must come before its short form (T05). */
  | { readonly type: "short"; readonly full: string; readonly short: string }
);

/** A term of one kind. */
export type TermOf<T extends Term["type"]> = Extract<Term, { type: T }>;

/** Terms of one kind. */
export function termsOf<T extends Term["type"]>(terms: readonly Term[], type: T): readonly TermOf<T>[] {
  return terms.filter((term): term is TermOf<T> => term.type === type);
}
