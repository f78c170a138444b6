/** What the script in a long page tells of it; in CSS pixels from its top. */

/** The head, a slide or the foot. */
export interface LongPart {
  readonly top: number;
  readonly bottom: number;
  /** Heights at which a cut through it meets no word and no drawing, from its top down. */
  readonly gaps: readonly number[];
  /** Its words, a line for each block. */
  readonly text: string;
}

export interface LongMeasure {
  readonly height: number;
  readonly parts: readonly LongPart[];
}
