/** Sizes of the printed documents, in one place: millimetres on paper, points for type. */
import { CANVAS } from "../../model/canvas.ts";

export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** Strips of a paper in which running lines alone stand. */
export interface Strips {
  readonly top: number;
  readonly bottom: number;
}

/** ISO 216:2007 (GB/T 148-1997). */
export const A4: Paper = { width: 210, height: 297 };

/** A slide on a page of its own: 13⅓ × 7½ inches, the size of 16:9 slides in presentation programs. */
export const SLIDE_PAPER: Paper = { width: (1280 * 25.4) / 96, height: (720 * 25.4) / 96 };

/** CSS pixels in a millimetre (CSS Values 4, 6.2). */
export const PIXELS = 96 / 25.4;

/** Millimetres in a point. */
export const POINT = 25.4 / 72;

/**
 * Margins of a handout. The sides clear the holes of ISO 838:1974, which reach 16 mm into the sheet, and a staple on the left
 * (GB/T 9704-2012, 6.3). Above and below stand the running lines, whose outer edges keep 10 mm of white: printers need 5.
 */
export const MARGIN = { top: 27, side: 18, bottom: 18 } as const;

/** Between the running lines: what pages are filled with. */
export const CORE: Paper = { width: A4.width - 2 * MARGIN.side, height: A4.height - MARGIN.top - MARGIN.bottom };

/** The running lines: the head's rule stands above the pages' content, its mark is as high as two lines. */
export const RUNNING = {
  mark: 7.5,
  /** From the head's words to its rule, and from there to the content. */
  pad: 2.5,
  gap: 6,
  /** Between title and section. */
  gutter: 6,
  /** Points. */
  title: 11,
  words: 9,
  /** From line to line in parts of the type: two lines of words keep the white above. */
  line: 1.3,
  /** What the title takes of the line; a long one is set like the words, on two lines if need be. */
  share: 0.5,
  longShare: 0.64,
} as const;

/** handout-2: slides as wide as the type area of official documents (GB/T 9704-2012, 5.2.1), page numbers in a column beside it. */
export const PAIR = {
  slide: 156,
  /** From a slide to its notes, and from them to the next slide. */
  notes: 3.5,
  next: 5,
  /** Points: 11 is read without effort at sixty, on lines half as far again. */
  type: 11,
  line: 16.5,
} as const;

/**
 * notes.pdf: 三号, 16 pt, is the type of official documents (GB/T 9704-2012, 5.2.2); who stands at a podium gets the next larger
 * one. The words take 127.5 mm: lines of twenty characters, which an eye that comes back from the hall finds again.
 */
export const PODIUM = {
  slide: 40,
  /** From the slide to the words beside it, and from one slide to the next. */
  beside: 6.5,
  next: 9,
  /** Below the slide stands its number. */
  number: 7,
  /** Points: 小二, on lines seven tenths as far again. */
  type: 18,
  line: 30.6,
} as const;

/** Slides in rows and columns, and where there are lines to write on. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Width of a slide. */
  readonly slide: number;
  readonly lines: "beside" | "below" | "none";
}

/** handout-3: a slide takes five eighths of the line, so that its small print stays legible and a hand has room to write. */
export const THREE: Grid = { columns: 1, rows: 3, slide: 108, lines: "beside" };

/** handout-6: two slides fill the line. */
export const SIX: Grid = { columns: 2, rows: 3, slide: 84, lines: "below" };

/** From a slide to what is beside it, and between lines to write on: handwriting takes 8 mm. */
export const GUTTER = 6;
export const WRITING = 8;

/** A sheet of running text: a grid of lines and characters on a paper that is bound on the left. */
export interface TextSheet {
  readonly paper: Paper;
  /** Upper margin, back margin and type area; the foot and the fore edge are what is left of the paper. */
  readonly top: number;
  readonly inner: number;
  readonly width: number;
  readonly height: number;
  /** They fill the type area. */
  readonly lines: number;
  readonly characters: number;
  /** Points: text, title, page numbers. */
  readonly type: number;
  readonly title: number;
  readonly number: number;
  /** From the type area down to the dashes beside a page number. */
  readonly numberGap: number;
  /** Points: text and its line in English. */
  readonly latin: number;
  readonly latinLine: number;
}

/** booklet: a handout laid out as official documents are, after GB/T 9704-2012; its clauses stand at the numbers. */
export const BOOKLET: TextSheet = {
  paper: A4,
  /** 5.2.1; a foot of 35 mm and a fore edge of 26 mm are left. */
  top: 37,
  inner: 28,
  width: 156,
  height: 225,
  /** 5.2.3 */
  lines: 22,
  characters: 28,
  /** 5.2.2: 三号 for all text; 7.3.1: 二号 for the title; 7.5: 四号 for page numbers, and where they stand. */
  type: 16,
  title: 22,
  number: 14,
  numberGap: 7,
  /** Which the standard does not speak of; about 70 letters a line. */
  latin: 12.5,
  latinLine: 18,
};

/** What is left of the paper above and below the type area. */
export function stripsOf({ paper, top, height }: TextSheet): Strips {
  return { top, bottom: paper.height - top - height };
}

/** Height of a slide of this width. */
export function slideHeight(width: number): number {
  return (width * CANVAS.height) / CANVAS.width;
}
