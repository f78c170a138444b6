/** All sizes of the printed documents in one place: millimetres on paper, points for type. */
import { CANVAS } from "../../model/canvas.ts";

export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** Strips of a paper that only running lines use. */
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
 * Margins of a handout. The sides clear the holes of ISO 838:1974, which reach 16 mm into the sheet, and a staple on the
 * left (GB/T 9704-2012, 6.3). The running lines stand above and below; outside them 10 mm stay white: printers need 5 mm.
 */
export const MARGIN = { top: 27, side: 18, bottom: 18 } as const;

/** The area between the running lines, for the pages' content. */
export const CORE: Paper = { width: A4.width - 2 * MARGIN.side, height: A4.height - MARGIN.top - MARGIN.bottom };

/** The running lines: the head's rule stands above the pages' content; its mark is as high as two lines. */
export const RUNNING = {
  mark: 7.5,
  /** From the head's words to its rule, and from the rule to the content. */
  pad: 2.5,
  gap: 6,
  /** Between title and section. */
  gutter: 6,
  /** Points. */
  title: 11,
  words: 9,
  /** Line height, relative to the type: two lines of words keep the white above. */
  line: 1.3,
  /** The title's share of the line; a long title is set like the words, on two lines if needed. */
  share: 0.5,
  longShare: 0.64,
} as const;

/** handout-2: slides as wide as the type area of official documents (GB/T 9704-2012, 5.2.1), with page numbers in a column beside them. */
export const PAIR = {
  slide: 156,
  /** From a slide to its notes, and from the notes to the next slide. */
  notes: 3.5,
  next: 5,
  /** Points: 11 is easy to read at the age of sixty, with one and a half line spacing. */
  type: 11,
  line: 16.5,
} as const;

/**
 * notes.pdf: official documents use 三号, 16 pt (GB/T 9704-2012, 5.2.2); a speaker at a podium gets the next larger size.
 * The words take 127.5 mm: lines of twenty characters, in which an eye that returns from the hall finds its place again.
 */
export const PODIUM = {
  slide: 40,
  /** From the slide to the words beside it, and from one slide to the next. */
  beside: 6.5,
  next: 9,
  /** Room for the slide's number below it. */
  number: 7,
  /** Points: 小二, with a line spacing of 1.7. */
  type: 18,
  line: 30.6,
  /** From one paragraph to the next, beyond the line spacing: sentences begin lines of their own, so that paragraphs need a gap. */
  paragraph: 3.5,
} as const;

/** Slides in rows and columns, and where the lines to write on are. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Width of a slide. */
  readonly slide: number;
  readonly lines: "beside" | "below" | "none";
}

/** handout-3: a slide takes five eighths of the line, so that its small print stays legible and there is room to write. */
export const THREE: Grid = { columns: 1, rows: 3, slide: 108, lines: "beside" };

/** handout-6: two slides fill the line. */
export const SIX: Grid = { columns: 2, rows: 3, slide: 84, lines: "below" };

/** From a slide to what is beside it, and between lines to write on: handwriting takes 8 mm. */
export const GUTTER = 6;
export const WRITING = 8;

/** A sheet of running text: a grid of lines and characters on paper bound on the left. */
export interface TextSheet {
  readonly paper: Paper;
  /** Upper margin, back margin and type area; the rest of the paper is foot and fore edge. */
  readonly top: number;
  readonly inner: number;
  readonly width: number;
  readonly height: number;
  /** Lines and characters fill the type area. */
  readonly lines: number;
  readonly characters: number;
  /** Points: text, title, page numbers. */
  readonly type: number;
  readonly title: number;
  readonly number: number;
  /** From the type area down to the dashes beside a page number. */
  readonly numberGap: number;
  /** Points: type and line of the English text. */
  readonly latin: number;
  readonly latinLine: number;
}

/** booklet: a handout laid out like an official document, after GB/T 9704-2012; the clause stands at each number. */
export const BOOKLET: TextSheet = {
  paper: A4,
  /** 5.2.1; this leaves a foot of 35 mm and a fore edge of 26 mm. */
  top: 37,
  inner: 28,
  width: 156,
  height: 225,
  /** 5.2.3 */
  lines: 22,
  characters: 28,
  /** 5.2.2: 三号 for all text; 7.3.1: 二号 for the title; 7.5: 四号 for page numbers, and their place. */
  type: 16,
  title: 22,
  number: 14,
  numberGap: 7,
  /** Not covered by the standard; about 70 letters per line. */
  latin: 12.5,
  latinLine: 18,
};

/** The paper left above and below the type area. */
export function stripsOf({ paper, top, height }: TextSheet): Strips {
  return { top, bottom: paper.height - top - height };
}

/** Height of a slide of this width. */
export function slideHeight(width: number): number {
  return (width * CANVAS.height) / CANVAS.width;
}
