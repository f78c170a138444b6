/** The colours of a presentation: twelve of the theme, so that Design → Variants and a new master recolour everything. */
import type { ColourToken, Theme } from "../model/theme.ts";
import { xml } from "./xml.ts";

/**
 * What a colour is for, whatever the ground. `accent` is the one colour that counts (seal red), `muted` is secondary text,
 * `bar` and `water` are marks; `hair` and `mist` are shades of the text, for hairlines and quiet grounds. Those of the dark
 * ground (`deep`, `on-deep` …) are the same on every slide, for panels; `dusk` is a step lighter than `deep`, for what stands on it.
 */
export type Ink =
  | "ground" | "text" | "muted" | "accent" | "bar" | "water" | "glow" | "hair" | "mist" | "line"
  | "deep" | "dusk" | "on-deep" | "on-deep2" | "deep2";

/** The slot of each in a theme's colour map (`p:clrMap`); layouts with a dark ground map the same names to other colours. */
const SLOTS: Readonly<Record<Ink, { readonly scheme: string; /** Thousandths of a per cent. */ readonly alpha?: number; /** How much lighter, in thousandths of a per cent. */ readonly lighter?: number }>> = {
  ground: { scheme: "bg1" },
  text: { scheme: "tx1" },
  muted: { scheme: "accent5" },
  accent: { scheme: "accent1" },
  bar: { scheme: "accent2" },
  water: { scheme: "accent3" },
  glow: { scheme: "accent6" },
  hair: { scheme: "tx1", alpha: 20_000 },
  mist: { scheme: "accent3", alpha: 24_000 },
  line: { scheme: "tx1", alpha: 55_000 },
  deep: { scheme: "tx2" },
  "on-deep": { scheme: "bg2" },
  "on-deep2": { scheme: "accent4" },
  deep2: { scheme: "accent4", alpha: 18_000 },
  dusk: { scheme: "tx2", lighter: 11_000 },
};

/** `a:schemeClr` of an ink; `opacity` 0 to 1 makes it paler still. */
export function schemeColour(ink: Ink, opacity = 1): string {
  const { scheme, alpha = 100_000, lighter = 0 } = SLOTS[ink];
  const shown = Math.round(alpha * opacity);
  return xml("a:schemeClr", { val: scheme }, lighter === 0 ? "" : xml("a:lumMod", { val: 100_000 - lighter }) + xml("a:lumOff", { val: lighter }), shown === 100_000 ? "" : xml("a:alpha", { val: shown }));
}

/** `a:solidFill` of an ink. */
export function solid(ink: Ink, opacity = 1): string {
  return `<a:solidFill>${schemeColour(ink, opacity)}</a:solidFill>`;
}

/** The theme's colour behind each name of `a:clrScheme`, in the order of the schema. */
export const COLOUR_SCHEME: Readonly<Record<string, ColourToken>> = {
  dk1: "ink", lt1: "paper", dk2: "deep", lt2: "on-deep",
  accent1: "seal", accent2: "bar", accent3: "water", accent4: "on-deep2", accent5: "ink2", accent6: "glow",
  hlink: "seal", folHlink: "ink2",
};

const NAMES = ["bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"] as const;
/** Which colour of the theme each name means on a ground (`p:clrMap`, `a:overrideClrMapping`). On the dark ground marks and words are light. */
const MAPS: Readonly<Record<"paper" | "deep", readonly string[]>> = {
  paper: ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"],
  deep: ["dk2", "lt2", "lt2", "dk2", "accent6", "accent4", "accent4", "accent4", "accent4", "accent6", "lt2", "lt2"],
};

export function colourMap(ground: "paper" | "deep"): Readonly<Record<string, string>> {
  return Object.fromEntries(NAMES.map((name, index) => [name, MAPS[ground][index]!]));
}

/** A colour of the theme by its own value, for what has no ink: a slot of the scheme where one has this value, else the value itself. */
export function colourOf(token: ColourToken, { colours }: Theme): string {
  const slot = Object.entries(COLOUR_SCHEME).find(([, named]) => colours[named] === colours[token])?.[0];
  const name = slot === undefined ? undefined : SCHEME_NAMES[slot] ?? slot;
  return name === undefined ? xml("a:srgbClr", { val: colours[token].slice(1) }) : xml("a:schemeClr", { val: name });
}

/** On paper, the names by which shapes refer to the four grounds and texts. */
const SCHEME_NAMES: Readonly<Record<string, string>> = { dk1: "tx1", lt1: "bg1", dk2: "tx2", lt2: "bg2" };

/** A colour of any value on a ground: the name of the theme's colour that has it there, else the value itself. */
export function valueOn(value: string, ground: "paper" | "deep", { colours }: Pick<Theme, "colours">, alpha: number): string {
  const at = MAPS[ground].findIndex((slot) => colours[COLOUR_SCHEME[slot]!] === value);
  const shown = Math.round(alpha * 100_000);
  const weaker = shown === 100_000 ? "" : xml("a:alpha", { val: shown });
  return at === -1 ? xml("a:srgbClr", { val: value.slice(1) }, weaker) : xml("a:schemeClr", { val: NAMES[at]! }, weaker);
}
