/** The colours of a presentation: twelve of the theme, so that Design → Variants and a new master recolour everything. */
import type { ColourToken } from "../model/theme.ts";
import { xml } from "./xml.ts";

/**
 * What a colour is for, whatever the ground. `accent` is the one colour that counts (seal red), `muted` is secondary text,
 * `bar` and `water` are marks; `hair` and `mist` are shades of the text, for hairlines and quiet grounds.
 */
export type Ink = "ground" | "text" | "muted" | "accent" | "on-accent" | "bar" | "water" | "glow" | "hair" | "mist" | "line";

/** The slot of each in a theme's colour map (`p:clrMap`); layouts with a dark ground map the same names to other colours. */
const SLOTS: Readonly<Record<Ink, { readonly scheme: string; /** Thousandths of a per cent. */ readonly alpha?: number }>> = {
  ground: { scheme: "bg1" },
  text: { scheme: "tx1" },
  muted: { scheme: "accent5" },
  accent: { scheme: "accent1" },
  "on-accent": { scheme: "bg2" },
  bar: { scheme: "accent2" },
  water: { scheme: "accent3" },
  glow: { scheme: "accent6" },
  hair: { scheme: "tx1", alpha: 20_000 },
  mist: { scheme: "accent3", alpha: 24_000 },
  line: { scheme: "tx1", alpha: 55_000 },
};

/** `a:schemeClr` of an ink; `opacity` 0 to 1 makes it paler still. */
export function schemeColour(ink: Ink, opacity = 1): string {
  const { scheme, alpha = 100_000 } = SLOTS[ink];
  const shown = Math.round(alpha * opacity);
  return xml("a:schemeClr", { val: scheme }, shown === 100_000 ? "" : xml("a:alpha", { val: shown }));
}

/** `a:solidFill` of an ink. */
export function solid(ink: Ink, opacity = 1): string {
  return `<a:solidFill>${schemeColour(ink, opacity)}</a:solidFill>`;
}

/** The theme's colour behind each name of `a:clrScheme`, in the order of the schema. */
export const COLOUR_SCHEME: Readonly<Record<string, ColourToken>> = {
  dk1: "ink", lt1: "paper", dk2: "deep", lt2: "on-deep",
  accent1: "seal", accent2: "bar", accent3: "water", accent4: "seal-deep", accent5: "ink2", accent6: "glow",
  hlink: "seal", folHlink: "ink2",
};
