/** What measuring a page in the browser finds: the script in the page passes it to the rules that judge it. */

/**
 * cut-off: words or a drawing not fully visible; outside: words that stick out of their card or column; below-foot: words on or
 * below the foot line; overlap: two things on top of each other; small-type, low-contrast: words that are hard to read; words-on-photo: the same, on a photo;
 * pale-mark: chart marks that are hard to see; missing-units: not as many things are seen as a drawing of counted things shows.
 */
export const FAULT_TYPES = ["cut-off", "outside", "below-foot", "overlap", "small-type", "low-contrast", "words-on-photo", "pale-mark", "missing-units"] as const;
export type FaultType = (typeof FAULT_TYPES)[number];

export interface PageFault {
  readonly type: FaultType;
  /** Id of the slide. */
  readonly slide: string;
  /** The first words; for a drawing, its name. */
  readonly text: string;
  /** What lies on it (overlap), what holds it (outside), or which mark of the drawing it is (pale-mark); otherwise null. */
  readonly other: string | null;
  /** How many pixels it is off, the height of small type in pixels, the contrast, or how many things are seen. */
  readonly value: number;
  /** The least required; null where it is only a matter of in or out. */
  readonly least: number | null;
}

/** A paragraph, heading or cell that wraps onto a second line; `<br>` splits it into several. */
export interface BrokenBlock {
  readonly slide: string;
  readonly title: boolean;
  readonly lines: readonly string[];
}

/** How to measure a page. */
export interface MeasureRequest {
  /** Selector for the slides. */
  readonly slides: string;
  /** True when slides are shown one at a time, by the class `present`; otherwise they share one page, one below another. */
  readonly single: boolean;
  /** Whether to wait until the page's own script has started. */
  readonly scripted: boolean;
  readonly sizes: LeastSizes;
  /** Least contrast of words and of chart marks; null skips the test. */
  readonly contrast: { readonly words: number; readonly marks: number } | null;
}

/** Least heights of type in pixels. */
export interface LeastSizes {
  readonly foot: number;
  readonly label: number;
  readonly body: number;
  /** What the last row of a hall must read, beyond that; null where a page is held in the hand. */
  readonly hall: { readonly item: number; readonly caption: number; /** On cards. */ readonly numbers: number; readonly growth: number; /** In charts of up to eight rows; null leaves them to the drawing. */ readonly goal: number | null; readonly rate: number | null; readonly name: number | null } | null;
  /** Whether to check words in drawings: on a phone, a table replaces the drawing. */
  readonly drawings: boolean;
}

/** Everything that was measured on a page. */
export interface PageMeasure {
  /** Whether the page's own script has started; true if it has none. */
  readonly started: boolean;
  readonly faults: readonly PageFault[];
  readonly blocks: readonly BrokenBlock[];
}
