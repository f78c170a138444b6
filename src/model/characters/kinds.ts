/** What may be odd about characters. */

/** `hidden` has no shape, `direction` turns the order round, `mark` is a stray combining mark, `look-alike` has the shape of another. */
export interface OddCharacters {
  readonly kind: "hidden" | "direction" | "mark" | "look-alike";
  /** Offsets in UTF-16 units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** What a reader takes it for, with the same digits; null where only the author knows. */
  readonly replacement: string | null;
}
