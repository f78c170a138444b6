/** What authors write of pictures: where a crop looks, and which pictures take the theme's colours. */
import { describe, expect, it } from "vitest";
import { isTreated, parseFocus } from "../../src/model/photo.ts";

describe("the focus of a crop", () => {
  it.each([
    ["30 40", 30, 40], ["30%, 40%", 30, 40], ["0，100", 0, 100], ["left top", 0, 0], ["Bottom Right", 100, 100], ["右上", 100, 0], ["下", 50, 100], ["centre", 50, 50], ["left", 0, 50],
  ])("%s", (text, x, y) => expect(parseFocus(text)).toEqual({ x, y }));

  it.each(["35 40", "110 20", "-10 20", "30", "left right", "左右", "middle", "top left top", "", "上上"])("%j is none", (text) => expect(parseFocus(text)).toBeNull());
});

describe("the theme's colours", () => {
  it.each([
    ["a.jpg", null, "theme", true], ["a.JPEG", null, "theme", true], ["a.webp", null, "none", false], ["a.jpg", "theme", "none", true], ["a.jpg", "none", "theme", false],
    // Scans, maps and screens: their colours mean something.
    ["map.png", null, "theme", false], ["map.png", "theme", "theme", true], ["logo.svg", "theme", "theme", false],
  ] as const)("%s, %s in a deck with %s: %s", (file, own, deck, treated) => expect(isTreated(file, own, deck)).toBe(treated));
});
