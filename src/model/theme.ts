/** A theme: tokens that feed both CSS custom properties and the charts. */
import type { OfficeLook } from "./office-look.ts";

/** Colour names of themes/<name>/theme.yaml; values are `#RRGGBB`. What each is for: docs/themes.md. */
export const COLOUR_TOKENS = [
  "paper", "ink", "ink2", "bar", "seal", "on-seal", "bridge", "ring", "water", "line", "hair", "mist",
  "deep", "on-deep", "on-deep2", "deep2", "seal-deep", "on-seal-deep", "art-line", "cover-paper", "cover-ink", "cover-bridge", "cover-water", "glow",
] as const;
export type ColourToken = (typeof COLOUR_TOKENS)[number];

/** What a theme may leave out, and the colour that stands in. */
export const COLOUR_FALLBACKS: Readonly<Partial<Record<ColourToken, ColourToken>>> = { glow: "on-deep" };

/** Least type on the stage by what it is for, in pixels of the canvas of 1920 × 1080: what the last row of a hall reads. Rule V02 takes its limits from here. */
export const LEAST_TYPE = {
  /** Items of lists, heads of cards. */
  item: 56,
  /** Captions, names in charts, text beside an item. */
  body: 44,
  /** Cells of tables, and text of slides that hold as much as they may. */
  dense: 32,
  /** Legends, words of axes, stamps, disclaimers. */
  label: 32,
  foot: 28,
  /** Numbers on cards; they are 132 or larger wherever name and unit leave room. */
  numeral: 76,
  growth: 56,
  /** Figures of the target chart, values of the growth chart, and the names beside them. */
  goal: 88,
  rate: 68,
  name: 48,
} as const;
export type TypeToken = keyof typeof LEAST_TYPE;
export const TYPE_TOKENS = Object.keys(LEAST_TYPE) as readonly TypeToken[];

/** Which font stack a text uses; the last three are for the booklet: Chinese text, its second level and emphasis, English text. */
export type FontRole = "serif" | "sans" | "numeral" | "notes" | "fangsong" | "kaiti" | "latin";

/** One static face: a file, by package or by path relative to the theme folder, at one weight. */
export interface FontSource {
  /** `@fontsource/…/file.woff2` in node_modules, or `fonts/x.ttf` in the theme folder. */
  readonly file: string;
  /** The CSS font-weight that this face serves. */
  readonly weight: number;
  /** Axes pinned while subsetting (`wght`, `opsz`), since variable fonts become Type 3 in PDF. */
  readonly axes: Readonly<Record<string, number>>;
  /** Share of its size at which its glyphs are drawn (CSS `size-adjust`), 0.5 to 1.5: sizes are planned for digits about half an em wide. */
  readonly scale: number;
}

/** The folder that a folder of themes may not leave: the project, or the tool's own folder. */
export function rootOfThemes(folder: string): string {
  return folder.replace(/[/\\]+$/, "").replace(/[/\\][^/\\]*$/, "") || "/";
}

export interface Theme {
  readonly name: string;
  /** The name people see: 水乡. */
  readonly title: string;
  readonly colours: Readonly<Record<ColourToken, string>>;
  /** Per role, faces in order of preference for a weight; later files of the same weight fill missing glyphs. */
  readonly fonts: Readonly<Record<FontRole, readonly FontSource[]>>;
  readonly office: OfficeLook;
  /** Least type by what it is for, in pixels: {@link LEAST_TYPE}, or more. */
  readonly type: Readonly<Record<TypeToken, number>>;
  /** The two colours of photos, for their dark and their light parts; null leaves photos as they are. */
  readonly photo: { readonly dark: string; readonly light: string } | null;
  /** `bridge` draws bridges, water, moons and the seal; `none` leaves them out. */
  readonly motif: "bridge" | "none";
  /** theme.css as written, after checks. */
  readonly css: string;
}
