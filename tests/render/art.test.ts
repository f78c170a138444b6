/** What the motif promises: arches you can count, feet on the water, an empty moon, small and inert SVG. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COLOUR_TOKENS } from "../../src/model/theme.ts";
import { AGENDA_BRIDGE, agendaArt } from "../../src/render/art/agenda.ts";
import { closingArt, coverArt, sectionArt } from "../../src/render/art/cover.ts";
import { footerArt, type FooterOptions } from "../../src/render/art/footer.ts";
import { waterlineArt } from "../../src/render/art/ground.ts";
import { moonMark, sealArt, waterLevelArt } from "../../src/render/art/marks.ts";
import { MOTIFS } from "../../src/model/motif.ts";
import { motifArt } from "../../src/render/art/motifs/motif.ts";
import { pictureArt } from "../../src/render/art/picture.ts";
import { statementArt } from "../../src/render/art/statement.ts";
import { bandArt } from "../../src/render/art/water.ts";
import { zoneArt } from "../../src/render/art/zone.ts";

const css = readFileSync(new URL("../../src/render/css/art.css", import.meta.url), "utf8");

const footer = (options: Partial<FooterOptions> = {}): string =>
  footerArt({
    page: 4, total: 13, current: 1,
    sections: [{ firstPage: 1, number: null }, { firstPage: 3, number: 1 }, { firstPage: 7, number: 2 }, { firstPage: 13, number: null }],
    ...options,
  });
const drawings: readonly (readonly [string, () => string])[] = [
  ["cover", coverArt],
  ["closing", closingArt],
  ...Array.from({ length: 9 }, (_, index) => [`section ${index + 1}`, () => sectionArt(index + 1)] as const),
  ...Array.from({ length: 8 }, (_, index) => [`agenda ${index + 1}`, () => agendaArt(index + 1)] as const),
  ...[2, 3, 4, 5].map((count) => [`statement ${count}`, () => statementArt(count).svg] as const),
  ...Array.from({ length: 12 }, (_, seed) => [`picture ${seed}`, () => pictureArt(seed)] as const),
  ...MOTIFS.flatMap((name) => [0, 1].map((variation) => [`motif ${name} ${variation}`, () => motifArt({ name, variation })] as const)),
  ...(["fields", "towers", "bridge", "water", "none"] as const).map((symbol) => [`zone ${symbol}`, () => zoneArt(symbol)] as const),
  ...[0, 0.05, 0.22, 0.5, 0.78, 1].map((share) => [`level ${share}`, () => waterLevelArt(share)] as const),
  ["ground", () => waterlineArt({ waterline: 500, depth: 110, clear: [{ x: 212, width: 344 }], seed: 5 })],
  ["band", () => bandArt(3, 1696)],
  ["seal", () => sealArt("据实")],
  ["mark", () => moonMark()],
  ["footer", () => footer()],
];

/** Outlines of the paths of one class, in order. */
function outlines(svg: string, className: string): string[] {
  return [...svg.matchAll(new RegExp(`<path class="${className}" d="([^"]*)"`, "g"))].map((match) => match[1]!);
}
const numbers = (text: string): number[] => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

interface Parsed { x: number; waterline: number; height: number; half: number; arches: { x: number; radius: number; stilt: number; feet: number }[] }
/** Deck and openings of a bridge, from its outline. */
function parseBridge(outline: string): Parsed {
  const [deck = "", ...openings] = outline.split("M").slice(1);
  const [left = NaN, waterline = NaN, half = NaN, rise = NaN] = numbers(deck);
  const arches = openings.map((opening) => {
    const stilt = Math.abs(Number(/v(-[\d.]+)/.exec(opening)?.[1] ?? 0));
    const [from = NaN, feet = NaN] = numbers(opening);
    const radius = Number(/a([\d.]+) /.exec(opening)?.[1]);
    return { x: from + radius, radius, stilt, feet };
  });
  return { x: left + half, waterline, height: rise / -2, half, arches };
}
/** Dashes of an outline made of horizontal strokes. */
function parseDashes(outline: string): { y: number; from: number; to: number }[] {
  const dashes: { y: number; from: number; to: number }[] = [];
  let [x, y] = [0, 0];
  for (const [, command, values = ""] of outline.matchAll(/([Mmh])([^Mmh]*)/g)) {
    const [first = NaN, second = NaN] = numbers(values);
    if (command === "M") [x, y] = [first, second];
    else if (command === "m") x += first;
    else dashes.push({ y, from: x, to: (x += first) });
  }
  return dashes;
}
const rippleDashes = (svg: string) => outlines(svg, "art-ripple-\\d+").flatMap(parseDashes);
const heightAt = (bridge: Parsed, x: number): number => bridge.height * (1 - ((x - bridge.x) / bridge.half) ** 2);

function expectSound(bridge: Parsed): void {
  for (const arch of bridge.arches) {
    expect(arch.feet).toBe(bridge.waterline);
    for (let angle = 0; angle <= Math.PI; angle += Math.PI / 16) {
      const top = arch.stilt + arch.radius * Math.sin(angle);
      expect(heightAt(bridge, arch.x + arch.radius * Math.cos(angle)) - top).toBeGreaterThan(0.5);
    }
  }
  bridge.arches.slice(1).forEach((arch, index) => {
    const before = bridge.arches[index]!;
    expect(arch.x - arch.radius - before.x - before.radius).toBeGreaterThan(2);
  });
}

test.each(drawings)("%s is small, inert and the same each time", (_, draw) => {
  const svg = draw();
  expect(draw()).toBe(svg);
  expect(svg).toMatch(/^<svg class="art [^"]+" viewBox="0 0 \d+ \d+" aria-hidden="true">.*<\/svg>$/);
  expect(svg).not.toMatch(/\s(style|id|on\w+|href|mask|filter|clip-path)=|url\(|gradient|NaN|Infinity|undefined/i);
  expect(svg).not.toMatch(/#[0-9a-f]{3}/i);
  expect(svg).not.toMatch(/\.\d\d/);
  expect(svg.length).toBeLessThan(4000);
});

test.each(drawings)("%s names only classes that the style sheet knows", (_, draw) => {
  const names = [...draw().matchAll(/<(?:path|g|rect|text)[^>]* ?class="([^"]+)"/g)].flatMap((match) => match[1]!.split(" "));
  for (const name of names) expect(css).toMatch(new RegExp(`\\.${name}[ ,{]`));
});

test("the style sheet takes its colours from the theme alone and moves nothing where motion is unwanted", () => {
  const own = [...css.matchAll(/^\s*(?:\.[\w-]+ \{ )?--([\w-]+):/gm)].map((match) => match[1]!);
  const known = new Set<string>([...COLOUR_TOKENS, ...own, "serif", "art-seal", "art-on-seal"]);
  expect([...css.matchAll(/var\(--([\w-]+)/g)].map((match) => match[1]!).filter((name) => !known.has(name))).toEqual([]);
  expect(css).not.toMatch(/#[0-9a-f]{3}|rgb|gradient|shadow|filter|mask/i);
  const still = css.replace(/@media screen and \(prefers-reduced-motion: no-preference\) \{[\s\S]*?\n\}/, "");
  expect(still).not.toMatch(/animation/);
});

test.each(Array.from({ length: 12 }, (_, index) => index + 1))("section %i has as many arches, all in sight", (count) => {
  const bridge = parseBridge(outlines(sectionArt(count), "art-bridge")[0]!);
  expect(bridge.arches).toHaveLength(count);
  expectSound(bridge);
  expect(bridge.waterline).toBe(760);
  for (const arch of bridge.arches) expect(arch.x + arch.radius).toBeLessThan(1900);
  // The title has the space above y 460 and left of x 1000.
  expect(760 - heightAt({ ...bridge, height: bridge.height + 20, half: bridge.half * Math.sqrt(1 + 20 / bridge.height) }, 1000)).toBeGreaterThan(460);
});

test("the first sections keep the drawn radii", () => {
  const radii = [1, 2].map((count) => parseBridge(outlines(sectionArt(count), "art-bridge")[0]!).arches.map((arch) => Math.round(arch.radius)));
  expect(radii).toEqual([[276], [204, 204]]);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("section %i has a bridge with as many arches in the agenda, whole within its drawing", (number) => {
  const svg = agendaArt(number);
  const bridge = parseBridge(outlines(svg, "art-bridge")[0]!);
  expect(bridge.arches).toHaveLength(number);
  expectSound(bridge);
  const [left = NaN, , , , width = NaN] = numbers(outlines(svg, "art-rail")[0]!);
  expect([Math.round(left), Math.round(left + width)]).toEqual([0, AGENDA_BRIDGE.width]);
  expect(Math.max(...rippleDashes(svg).map((dash) => dash.y))).toBeLessThan(AGENDA_BRIDGE.height);
});

test.each([2, 3, 4, 5])("a statement of %i has openings where it says, and water above its outcomes", (count) => {
  const { svg, arches, waterline } = statementArt(count);
  const bridge = parseBridge(outlines(svg, "art-bridge")[0]!);
  expectSound(bridge);
  expect(bridge.waterline).toBe(waterline);
  expect(bridge.arches.map((arch) => [arch.x - arch.radius, 2 * arch.radius])).toEqual(arches.map((arch) => [arch.x, arch.width]));
  expect(bridge.arches).toHaveLength(count);
  expect(Math.max(...rippleDashes(svg).map((dash) => dash.y))).toBeLessThan(730);
});

test("the closing bridge packs nine arches about its middle", () => {
  const bridge = parseBridge(outlines(closingArt(), "art-bridge")[0]!);
  expectSound(bridge);
  expect(bridge.arches).toHaveLength(9);
  expect(bridge.arches[4]!.x).toBe(960);
  expect(bridge.arches[4]!.radius).toBeCloseTo(0.82 * 196, 1);
});

test("the reflection mirrors masonry only: the opening stays empty, so that arch and image make a moon", () => {
  const svg = coverArt();
  const bridge = parseBridge(outlines(svg, "art-bridge")[0]!);
  const dashes = rippleDashes(svg);
  expect(dashes.length).toBeGreaterThan(30);
  for (const dash of dashes) {
    const depth = dash.y - 800;
    const play = 3 + 0.11 * depth + 1;
    const moon = Math.sqrt(Math.max(0, 262 ** 2 - (depth / 0.92) ** 2)) - play;
    expect(moon <= 0 || dash.to <= 1328 - moon || dash.from >= 1328 + moon).toBe(true);
    const shore = bridge.half * Math.sqrt(1 - depth / 0.92 / bridge.height) + play;
    expect(dash.from).toBeGreaterThanOrEqual(1328 - shore);
  }
});

test("loose water keeps away from the reflection", () => {
  for (const svg of [coverArt(), closingArt(), sectionArt(2)]) {
    const bridge = parseBridge(outlines(svg, "art-bridge")[0]!);
    for (const dash of parseDashes(outlines(svg, "art-water")[0]!)) {
      const height = (dash.y - bridge.waterline) / 0.92;
      if (height >= bridge.height) continue;
      const reach = bridge.half * Math.sqrt(1 - height / bridge.height) + 68;
      expect(dash.to <= bridge.x - reach || dash.from >= bridge.x + reach).toBe(true);
    }
  }
});

test("rows of a reflection come from the waterline down, with looks from first to last", () => {
  const svg = sectionArt(3);
  const rows = outlines(svg, "art-ripple-\\d+").map((outline) => parseDashes(outline)[0]!.y);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  const looks = [...svg.matchAll(/art-ripple-(\d+)/g)].map((match) => Number(match[1]));
  expect(looks).toEqual([...looks].sort((a, b) => a - b));
  expect(looks[0]).toBeLessThan(3);
  expect(looks.at(-1)).toBeGreaterThan(13);
});

test("picture slides that follow each other do not look the same", () => {
  const shapes = [0, 1, 2, 3].map((seed) => outlines(pictureArt(seed), "art-bridge").map((outline) => parseBridge(outline).arches.length).join());
  expect(shapes[0]).toBe("1");
  expect(shapes[3]).toBe("1,1");
  expect(new Set(shapes).size).toBe(4);
  expect(pictureArt(4)).not.toBe(pictureArt(0));
  expect(pictureArt(-1)).toContain("art-mist");
});

test("furrows stay inside the moon", () => {
  const points = outlines(zoneArt("fields"), "art-field")[0]!.split(/[MLz ]+/).filter((part) => part !== "").map(Number);
  expect(points.length).toBeGreaterThan(60);
  for (let index = 0; index < points.length; index += 2) {
    expect(Math.hypot(points[index]! - 180, points[index + 1]! - 180)).toBeLessThan(172.2);
    expect(points[index + 1]).toBeLessThanOrEqual(180);
  }
});

test("water stands as high as its share", () => {
  expect(outlines(waterLevelArt(0), "art-level-water")).toEqual([]);
  expect(outlines(waterLevelArt(0.5), "art-level-water")).toEqual(["M4 64A60 60 0 0 0 124 64z"]);
  expect(outlines(waterLevelArt(0.75), "art-level-water")[0]).toMatch(/^M12 34A60 60 0 1 0 116 34z$/);
  expect(outlines(waterLevelArt(1), "art-level-water")).toEqual(outlines(waterLevelArt(1), "art-level-rim"));
  expect(waterLevelArt(7)).toBe(waterLevelArt(1));
});

test("a seal sets one character below the other and escapes them", () => {
  const svg = sealArt("甪<");
  expect([...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map((match) => match[1])).toEqual(["甪", "&lt;"]);
  expect(svg).toContain('viewBox="0 0 72 112"');
  expect(sealArt("𠮷").match(/<tspan/g)).toHaveLength(1);
});

test("the moon mark is a file of its own when its colours are given", () => {
  const icon = moonMark({ ink: "#0F333A", ground: "#F7F4EC" });
  expect(icon).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(icon).not.toContain("class=");
  expect(icon).toContain('stroke="#0F333A"');
  expect(moonMark({ ink: "#0F333A", ground: null })).not.toContain("<rect");
});

/** Centres of the semicircles in one state. */
function centres(svg: string, state: string): number[] {
  return outlines(svg, state).flatMap((outline) => outline.split("M").slice(1).map((arc) => numbers(arc)[0]! + numbers(arc)[2]!));
}

test("the footer gives each part the same stretch, and marks it as passed, current or to come", () => {
  const svg = footer();
  expect(centres(svg, "art-passed")).toEqual([]);
  expect(centres(svg, "art-current")[0]).toBeCloseTo(127, 0);
  expect(centres(svg, "art-to-come")[0]).toBeCloseTo(127 + 848, 0);
  expect(numbers(outlines(svg, "art-progress")[0]!)[2]).toBeCloseTo(127 + 848 / 4, 0);
  expect(centres(footer({ page: 8, current: 2 }), "art-passed")).toHaveLength(1);
  expect(centres(footer({ page: 1, current: 0 }), "art-current")).toEqual([]);
  expect(numbers(outlines(footer({ page: 13, current: 3 }), "art-progress")[0]!)[2]).toBe(1808);
});

test("bridges of any number of sections stand apart within the line", () => {
  for (const count of [1, 6, 40, 120]) {
    const sections = Array.from({ length: count }, (_, index) => ({ firstPage: 95 + index, number: index + 1 }));
    const svg = footerArt({ page: 95, total: 300, sections, current: 0 });
    const places = [...centres(svg, "art-current"), ...centres(svg, "art-to-come")];
    expect(places).toHaveLength(count);
    places.slice(1).forEach((place, index) => expect(place - places[index]!).toBeGreaterThan(14));
    expect(places.at(-1)).toBeLessThanOrEqual(1808);
    // On a section's first page the passed part ends at the section's own bridge.
    expect(numbers(outlines(svg, "art-progress")[0]!)[2]).toBeCloseTo(places[0]!, 0);
  }
});

test("each motif is a drawing of its own, on the waterline, and another one when it comes again", () => {
  const all = MOTIFS.map((name) => motifArt({ name, variation: 0 }));
  expect(new Set(all).size).toBe(MOTIFS.length);
  for (const name of MOTIFS) {
    const svg = motifArt({ name, variation: 0 });
    expect(new Set([0, 1, 2, 3].map((variation) => motifArt({ name, variation }))).size).toBe(4);
    if (name !== "bridge") expect([0, 1].map((variation) => motifArt({ name, variation }).includes("scale(-1 1)"))).toEqual([false, true]);
    expect(outlines(svg, "art-waterline")).toEqual(["M0 640h1920"]);
    expect(outlines(svg, "art-bridge").join("")).not.toBe("");
  }
});

test("motifs stay left of the words", () => {
  for (const name of MOTIFS) expect(motifArt({ name, variation: 0 })).toMatch(/<svg width="1120" height="1080" viewBox="0 0 1120 1080">/);
});
