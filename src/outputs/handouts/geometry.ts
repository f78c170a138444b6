/** Sizes of the printed documents, in one place: millimetres on paper, points for type. */

export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** ISO 216:2007 (GB/T 148-1997). */
export const A4: Paper = { width: 210, height: 297 };

/** A slide on a page of its own: 13⅓ × 7½ inches, the size of 16:9 slides in presentation programs. */
export const SLIDE_PAPER: Paper = { width: (1280 * 25.4) / 96, height: (720 * 25.4) / 96 };

/** The canvas of a slide in CSS pixels. */
export const CANVAS = { width: 1920, height: 1080 } as const;

/** CSS pixels of a millimetre (CSS Values 4, 6.2). */
export const PIXELS = 96 / 25.4;

/**
 * Margins of a handout. The sides clear the holes of ISO 838:1974, which reach 16 mm into the sheet, and a staple on the left
 * (GB/T 9704-2012, 6.3). Above and below stand the running lines: their outer edges keep 12 mm of white.
 */
export const MARGIN = { top: 27, side: 18, bottom: 17 } as const;

/** Between the running lines: what pages are filled with. */
export const CORE: Paper = { width: A4.width - 2 * MARGIN.side, height: A4.height - MARGIN.top - MARGIN.bottom };

/** handout-2: slides as wide as the type area of official documents (GB/T 9704-2012, 5.2.1), their page numbers in a column of their own. */
export const PAIR = {
  slide: 156,
  /** From a slide to its notes, and from them to the next slide. */
  gap: 3.5,
  next: 5,
  /** Points. 11 pt is the smallest that readers of sixty read with ease; half a line of air. */
  type: 11,
  line: 16.5,
} as const;

/** notes.pdf: the least that is read at arm's length is 三号, 16 pt (GB/T 9704-2012, 5.2.2); a standing speaker gets one size more. */
export const PODIUM = {
  slide: 46,
  gap: 8,
  /** Points: 小二. */
  type: 18,
  line: 31,
} as const;

/** Lines to write on stand as far apart as in common notebooks. */
export const RULE = 8;

/** Height of a slide of this width. */
export function slideHeight(width: number): number {
  return (width * CANVAS.height) / CANVAS.width;
}
