/** How a theme looks in a presentation: fonts that offices have, and what theme.css draws, told again in shapes that offices draw. */

/** Where shapes stand: on layouts, on every layout of a ground, on panels, on the line of the foot. */
export const OFFICE_PLACES = ["cover", "section", "closing", "opener", "opener-light", "deep", "paper", "panel", "blank", "band", "foot"] as const;
export type OfficePlace = (typeof OFFICE_PLACES)[number];

/** Rectangles of one colour. */
export interface OfficeShape {
  /** Left, top, width and height in pixels of the canvas; a negative left or top counts from the right or the lower edge of the place. */
  readonly boxes: readonly (readonly [x: number, y: number, width: number, height: number])[];
  /** `#RRGGBB`. */
  readonly colour: string;
  /** 0 to 1. */
  readonly alpha: number;
  /** The boxes are drawn this often, each time moved by `every`. */
  readonly count: number;
  readonly every: readonly [x: number, y: number];
  /** On a divider: from which part on each repetition is drawn. Null for what is the same on all. */
  readonly parts: readonly number[] | null;
  /** On the opener of a task: each box is shared among the tasks of the part, and drawn for all of them or for this one. */
  readonly tasks: "all" | "this" | null;
  /** Pixels between tasks. */
  readonly gap: number;
}

/** A ground that changes from one colour to the next. */
export interface OfficeGround {
  readonly stops: readonly { readonly colour: string; /** Per cent of the way. */ readonly at: number }[];
  /** Degrees as in CSS: 180 runs from above to below. Null where the colours lie around a centre. */
  readonly angle: number | null;
  /** Per cent of width and height. */
  readonly centre: readonly [x: number, y: number];
}

/** Fonts that an office's machines have, by the names that Office and WPS list: PowerPoint files embed none. */
export interface OfficeFonts {
  /** Han characters of titles, and of text. */
  readonly serif: string;
  readonly sans: string;
  /** Latin letters and digits of titles and numerals, and of text. Sizes are planned for lining digits half an em wide. */
  readonly numeral: string;
  readonly latin: string;
}

export interface OfficeLook extends OfficeFonts {
  readonly shapes: Readonly<Partial<Record<OfficePlace, readonly OfficeShape[]>>>;
  /** Grounds of the cover, and of the other dark layouts; a plain colour where there is none. */
  readonly grounds: Readonly<Partial<Record<"cover" | "deep", OfficeGround>>>;
  /** `#RRGGBB` of a sun in the arch of the cover's bridge, whose light lies on the water; null for none. */
  readonly sun: string | null;
}

/** Fonts that come with Windows and with WPS, and plain grounds. */
export const PLAIN_OFFICE: OfficeLook = { serif: "宋体", sans: "微软雅黑", numeral: "Times New Roman", latin: "微软雅黑", shapes: {}, grounds: {}, sun: null };
