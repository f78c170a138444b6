/** What measuring a page in the browser finds: passed from the script in the page to the rules that judge it. */

/**
 * cut-off: words or a drawing that are not seen whole; outside: words that stick out of their card or column; below-foot: words
 * on the line of the foot or below it; overlap: two things on each other; small-type, low-contrast: words that are hard to read; pale-mark: what a chart is drawn
 * with, hard to see.
 */
export const FAULT_TYPES = ["cut-off", "outside", "below-foot", "overlap", "small-type", "low-contrast", "pale-mark"] as const;
export type FaultType = (typeof FAULT_TYPES)[number];

export interface PageFault {
  readonly type: FaultType;
  /** Id of the slide. */
  readonly slide: string;
  /** How the words begin; the name of a drawing. */
  readonly text: string;
  /** What lies on it (overlap), holds it (outside), or which mark of the drawing it is (pale-mark); else null. */
  readonly other: string | null;
  /** Pixels by which something is wrong, the height of small type in pixels, or the contrast. */
  readonly value: number;
  /** The least that was asked for; null where it is a matter of in or out. */
  readonly least: number | null;
}

/** A paragraph, heading or cell that takes more than one line by itself; `<br>` divides it. */
export interface BrokenBlock {
  readonly slide: string;
  readonly title: boolean;
  readonly lines: readonly string[];
}

/** What a page is measured by. */
export interface MeasureRequest {
  /** Selector of the slides. */
  readonly slides: string;
  /** Slides are shown one at a time, by the class `present`; else they stand in one page below each other. */
  readonly single: boolean;
  /** Waits until the page's own script has begun. */
  readonly scripted: boolean;
  readonly sizes: LeastSizes;
  /** Least contrast of words and of the marks of charts; null leaves it out. */
  readonly contrast: { readonly words: number; readonly marks: number } | null;
}

/** Least heights of type in pixels. */
export interface LeastSizes {
  readonly label: number;
  readonly body: number;
  /** Of the numbers on cards. */
  readonly numeral: number;
  /** Whether words in drawings are looked at: on a phone a table stands in for them. */
  readonly drawings: boolean;
}

/** All that a page was found to be. */
export interface PageMeasure {
  /** Whether the page's own script has begun; true where it has none. */
  readonly started: boolean;
  readonly faults: readonly PageFault[];
  readonly blocks: readonly BrokenBlock[];
}
