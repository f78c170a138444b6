/** Every character comes from a font that has it; characters that no font has are reported with their place. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { characterPlaces } from "../../src/fonts/characters.ts";
import { covers, readCoverage } from "../../src/fonts/coverage.ts";
import { createFontCutter, renderFontFaces } from "../../src/fonts/cut-fonts.ts";
import { narrowBold } from "../../src/fonts/narrow-bold.ts";
import { planFonts, type PlannedFace } from "../../src/fonts/plan-fonts.ts";
import { createBench, deckOf, HOME, sampleTheme, slide, SLIDES, type Bench } from "../support/rendered-sample.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
beforeEach(() => void bench.found.splice(0));
afterAll(() => bench.close());

const theme = sampleTheme();
const plan = (body: string, notes = "", lang: "zh-CN" | "en" = "zh-CN"): Promise<readonly PlannedFace[]> => {
  const deck = deckOf([...SLIDES, slide("x", 4, body, notes)], { lang });
  return planFonts(deck, theme, [join(HOME, "themes")], characterPlaces(deck, "", ""), [], bench.world, bench.report);
};
const fileOf = (faces: readonly PlannedFace[], role: string, character: string): string =>
  faces.find((face) => face.role === role && face.text.includes(character))?.file.path.split("/").at(-1) ?? "";

test.each([
  ["noto-sans-sc/files/noto-sans-sc-chinese-simplified-500-normal.woff2", "甪〇A㎡", "①℃㙍"],
  ["noto-sans-sc/files/noto-sans-sc-chinese-simplified-500-normal.woff", "甪〇A㎡", "①℃㙍"],
  ["lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2", "甪①℃㙍𠮷", "𓀀"],
])("%s has %s and lacks %s", async (path, present, absent) => {
  const coverage = await readCoverage(readFileSync(join(HOME, "node_modules/@fontsource", path)));
  expect([...present].filter((character) => !covers(coverage, character.codePointAt(0)!))).toEqual([]);
  expect([...absent].filter((character) => covers(coverage, character.codePointAt(0)!))).toEqual([]);
});

test("quotation marks of Noto stand in a full em, those of WenKai do not", async () => {
  const wide = async (path: string): Promise<boolean> => (await readCoverage(readFileSync(join(HOME, "node_modules/@fontsource", path)))).wideQuotes;
  expect(await wide("noto-serif-sc/files/noto-serif-sc-chinese-simplified-900-normal.woff2")).toBe(true);
  expect(await wide("lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2")).toBe(false);
});

test("a file that is no font is refused", async () => {
  await expect(readCoverage(new TextEncoder().encode("no font at all, only words"))).rejects.toThrow(RangeError);
  // A font of a few bytes that says it covers four thousand million characters.
  const font = new DataView(new ArrayBuffer(12 + 16 + 12 + 28));
  const set = (at: number, ...words: readonly number[]): void => words.forEach((word, index) => font.setUint32(at + index * 4, word));
  set(0, 0x0001_0000, 0x0001_0000);
  set(12, 0x636d_6170, 0, 28, 40);
  set(28, 1, 0x0003_000a, 12);
  set(40, 0x000c_0000, 28, 0, 1, 0, 0xffff_ffff, 1);
  await expect(readCoverage(new Uint8Array(font.buffer))).rejects.toThrow("beyond Unicode");
});

test("what the first font lacks comes from its slices, what these lack from the next font", async () => {
  const faces = await plan("<p>甪①㙍</p>");
  expect(fileOf(faces, "serif", "甪")).toBe("noto-serif-sc-chinese-simplified-900-normal.woff2");
  expect(fileOf(faces, "serif", "①")).toMatch(/^noto-serif-sc-\d+-900-normal\.woff2$/);
  expect(fileOf(faces, "serif", "㙍")).toMatch(/^lxgw-wenkai-latin-\d00-normal\.woff2$/);
  expect(bench.found).toEqual([]);
});

test("Chinese quotation marks of the notes come from Noto, those of English notes from the notes' own font", async () => {
  expect(fileOf(await plan("<p>好</p>", "<p>“好”</p>"), "notes", "“")).toMatch(/^noto-/);
  expect(fileOf(await plan("<p>good</p>", "<p>“good”</p>", "en"), "notes", "“")).toMatch(/^lxgw-/);
});

test("a character that no font has is an error at its slide, with the fonts tried", async () => {
  await plan("<p>字&#x13000;</p>");
  expect(bench.found).toHaveLength(1);
  expect(bench.found[0]).toMatchObject({ severity: "error", code: "missing-glyph", rule: "V03", span: { line: 40 } });
  expect(bench.found[0]?.message.en).toContain("U+13000");
  expect(bench.found[0]?.hint?.en).toContain("noto-serif-sc-chinese-simplified-900-normal.woff2");
});

test("it is told at each of its places in the slides, else in the tables", async () => {
  const deck = deckOf([slide("a", 1, "<p>\u{13000}\u{13001}</p>"), slide("b", 2, "<p>\u{13000}</p>")]);
  const slides = { path: "slides/10-review.md", text: `${"\n".repeat(9)}## 一\n- 字\u{13000}字\u{13000}\n${"\n".repeat(8)}## 二\n\u{13000}` };
  const tables = [{ path: "data/a.csv", text: "id,name\nx,\u{13000}\u{13001}" }, { path: "data/b.xlsx!甲", text: "id\tname\nx\t甲\u{13001}" }];
  await planFonts(deck, sampleTheme(), [join(HOME, "themes")], characterPlaces(deck, "", ""), [[slides], tables], bench.world, bench.report);
  const places = bench.found.map(({ span, message }) => `${span?.file}:${span?.line}:${span?.column}-${span?.endColumn} ${/page \d/.exec(message.en)?.[0]}`);
  const inSlides = ["11:4-6 page 1", "11:7-9 page 1", "21:1-3 page 2"].map((place) => `slides/10-review.md:${place}`);
  expect(places.toSorted()).toEqual([...inSlides, "data/a.csv:2:5-7 undefined", "data/b.xlsx!甲:2:2-3 undefined"].toSorted());
});

test("joiners and selectors need no glyph", async () => {
  await plan("<p>a\u200bb\u2060c\ufe0f\u{e0101}\u2066&shy;</p>");
  expect(bench.found).toEqual([]);
});

test("another figure changes no cut, so that the cache answers", async () => {
  const texts = (faces: readonly PlannedFace[]): readonly string[] => faces.map((face) => face.text);
  expect(texts(await plan("<p>增长11.6%</p>"))).toEqual(texts(await plan("<p>近八千元，9.85%</p>")));
  expect(texts(await plan("<p>增长11.6%</p>"))).not.toEqual(texts(await plan("<p>驩</p>")));
});

test("Latin letters in the midst of Chinese text are counted", async () => {
  const faces = await plan("<p>发行A股，生产QR码</p>", "<p>发行A股，生产QR码</p>");
  for (const role of ["serif", "notes"]) expect(fileOf(faces, role, "Q"), role).not.toBe("");
});

test("a missing font file is named", async () => {
  const broken = { ...theme, fonts: { ...theme.fonts, serif: [...theme.fonts.serif, { file: "fonts/none.ttf", weight: 600, axes: {}, scale: 1 }] } };
  const deck = deckOf();
  await planFonts(deck, broken, [join(HOME, "themes")], characterPlaces(deck, "", ""), [], bench.world, bench.report);
  expect(bench.found.map(({ code }) => code)).toEqual(["missing-font"]);
});

test("cuts hold exactly the text, and only the first face of a family answers to every character", async () => {
  const faces = (await plan("<p>①</p>")).filter((face) => face.role === "serif");
  const cutter = createFontCutter(bench.world);
  const cuts = await cutter.cut(faces, "truetype");
  await cutter.close();
  for (const { face, bytes } of cuts) {
    const { ranges } = await readCoverage(bytes);
    const points = Array.from({ length: ranges.length / 2 }, (_, index) => ranges[index * 2 + 1]! - ranges[index * 2]! + 1);
    expect(points.reduce((sum, count) => sum + count, 0)).toBe([...face.text].length);
  }
  const rules = renderFontFaces(cuts, "truetype", () => "x").trim().split("\n");
  expect(rules.filter((rule) => !rule.includes("unicode-range"))).toHaveLength(1);
  expect(rules.some((rule) => rule.includes("unicode-range:U+2460"))).toBe(true);
  expect(rules.join("")).not.toContain("size-adjust");
  const scaled = cuts.map((one) => ({ ...one, face: { ...one.face, scale: 0.87 } }));
  expect(renderFontFaces(scaled, "truetype", () => "x").match(/;size-adjust:87%/g)).toHaveLength(cuts.length);
});

test("on the web, bold sans holds what is bold, unless the theme sets more in bold", async () => {
  const deck = deckOf([...SLIDES, slide("x", 4, "<p>寻常<strong>重点</strong><em>强调</em></p><table><th>表头</th><td>表身</td></table><svg><text>图例</text></svg>", "<p>讲稿</p>")]);
  const faces = await planFonts(deck, theme, [join(HOME, "themes")], characterPlaces(deck, "", ""), [], bench.world, bench.report);
  const textOf = (css: string, weight: number): string => narrowBold(faces, deck, css).find((face) => face.role === "sans" && face.weight === weight)?.text ?? "";
  const inside = (text: string): string => [..."寻常重点强调表头表身图例"].filter((character) => text.includes(character)).join("");
  expect(inside(textOf(theme.css, 700))).toBe("重点强调表头表图例");
  expect(textOf(theme.css, 700)).toContain("0123456789");
  expect(inside(textOf(theme.css, 500))).toBe("寻常重点强调表头表身图例");
  expect(inside(textOf(".slide p { font-weight: 700 }", 700))).toBe("寻常重点强调表头表身图例");
});
