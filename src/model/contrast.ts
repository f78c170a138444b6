/** Contrast of colours, and the least that each theme colour needs on its ground. */
import type { ColourToken } from "./theme.ts";

/** Contrast of two `#RRGGBB` colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastRatio(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

export interface ColourNeed {
  readonly token: ColourToken;
  readonly ground: ColourToken;
  /** 4.5 for words (WCAG 2.2, 1.4.3), 3 for large type and for marks that carry meaning (1.4.11). */
  readonly least: number;
}

const [WORDS, MARKS] = [4.5, 3] as const;

/** The same table as in docs/themes.md. */
export const COLOUR_NEEDS: readonly ColourNeed[] = [
  { token: "ink", ground: "paper", least: WORDS },
  { token: "ink2", ground: "paper", least: WORDS },
  { token: "seal", ground: "paper", least: WORDS },
  { token: "on-seal", ground: "seal", least: WORDS },
  { token: "bar", ground: "paper", least: MARKS },
  { token: "bridge", ground: "paper", least: MARKS },
  { token: "water", ground: "paper", least: MARKS },
  { token: "line", ground: "paper", least: MARKS },
  { token: "ink", ground: "mist", least: WORDS },
  { token: "on-deep", ground: "deep", least: WORDS },
  { token: "on-deep2", ground: "deep", least: WORDS },
  { token: "glow", ground: "deep", least: WORDS },
  { token: "seal-deep", ground: "deep", least: MARKS },
  { token: "on-seal-deep", ground: "seal-deep", least: MARKS },
  { token: "cover-ink", ground: "cover-paper", least: WORDS },
  { token: "art-line", ground: "cover-paper", least: MARKS },
];
