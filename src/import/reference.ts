/** What stands in the spoken text in place of a figure. */
export interface Reference {
  /** Offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly reference: string;
}
