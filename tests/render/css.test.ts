import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { COLOUR_TOKENS } from "../../src/model/theme.ts";
import { partsOfSlides, renderCss } from "../../src/render/css.ts";
import { THEME_NAMES } from "../support/themes.ts";
import { THEME } from "./samples.ts";

const ALL = { photos: true, reviews: true, units: true };
const OWN = { ...THEME, css: ".mine { color: red }" };
const css = renderCss(OWN, "show", ALL);

describe("style sheet", () => {
  it("loads nothing, declares no face and ends with the theme's own rules", () => {
    expect(css).not.toMatch(/url\(|@import|@font-face/);
    expect(css.trimEnd().endsWith(".mine { color: red }")).toBe(true);
  });

  it("gives every token as a custom property and uses no other", () => {
    for (const token of COLOUR_TOKENS) expect(css).toContain(`--${token}: #123456;`);
    const all = css + renderCss(OWN, "loop", ALL);
    const declared = new Set([...all.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
    const used = [...all.matchAll(/var\((--[\w-]+)(,?)/g)].filter((match) => match[2] === "").map((match) => match[1]!);
    expect(used.filter((name) => !declared.has(name))).toEqual([]);
  });

  it("gives a show no layouts of upright screens, and a loop none of the reading page", () => {
    expect([css.includes(".portrait .slide .hero"), css.includes(".reading .slide .title")]).toEqual([false, true]);
    const loop = renderCss(OWN, "loop", ALL);
    expect([loop.includes(".portrait .slide .hero"), loop.includes(".reading .slide .title")]).toEqual([true, false]);
  });

  it("has the rules of photos, reviews and counted things only where a slide shows some", () => {
    const none = renderCss(OWN, "show", partsOfSlides([{ html: '<section class="slide layout-list"><p>review of units in a photo</p></section>' }]));
    for (const [word, html] of [[".scrim", '<img class="photo">'], [".review-72", '<ul class="review">'], [".unit-halo", '<svg class="art art-units">']] as const) {
      expect([word, none.includes(word), renderCss(OWN, "show", partsOfSlides([{ html }])).includes(word)]).toEqual([word, false, true]);
    }
  });

  it("holds what the oldest browser knows: no nesting, layers or scopes", () => {
    expect(css + renderCss(OWN, "loop", ALL)).not.toMatch(/@layer|@scope|@container|color-mix\(|\n\s*&/);
  });
});

/** WCAG 2.2 contrast of two `#RRGGBB` colours. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(THEME_NAMES)("theme %s", (name) => {
  const { colours } = parse(readFileSync(new URL(`../../themes/${name}/theme.yaml`, import.meta.url), "utf8")) as { colours: Record<string, string> };
  const colourOf = (token: string): string => (colours[token]!.startsWith("#") ? colours[token]! : colourOf(colours[token]!));

  it.each([
    ["ink", "paper", 4.5], ["ink2", "paper", 4.5], ["seal", "paper", 4.5], ["ink", "mist", 4.5], ["on-seal", "seal", 4.5],
    ["on-deep", "deep", 4.5], ["on-deep2", "deep", 4.5], ["cover-ink", "cover-paper", 4.5],
    ["bar", "paper", 3], ["bridge", "paper", 3], ["water", "paper", 3], ["line", "paper", 3], ["seal-deep", "deep", 3],
    ["on-seal-deep", "seal-deep", 3], ["art-line", "cover-paper", 3],
  ])("%s on %s has at least %d:1", (front, ground, least) => {
    expect(contrast(colourOf(front), colourOf(ground))).toBeGreaterThanOrEqual(least);
  });

  it("knows its accent from its bars in greyscale", () => {
    expect(contrast(colourOf("seal"), colourOf("bar"))).toBeGreaterThan(1.4);
  });
});
