/** A new format is a few numbers: the pages are printed to those numbers and read back without a fault. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { characterPlaces } from "../../../src/fonts/characters.ts";
import { createFontCutter } from "../../../src/fonts/cut-fonts.ts";
import { planFonts } from "../../../src/fonts/plan-fonts.ts";
import { bookletDocument } from "../../../src/print/handouts/booklet.ts";
import type { PrintedDocument } from "../../../src/print/handouts/document.ts";
import type { Grid, TextSheet } from "../../../src/print/handouts/geometry.ts";
import { gridDocument } from "../../../src/print/handouts/grid.ts";
import { printDocuments } from "../../../src/print/handouts/print-documents.ts";
import { printedWords } from "../../../src/print/handouts/running.ts";
import { renderBooklet } from "../../../src/render/booklet/render-booklet.ts";
import { compileFolder } from "../../support/project.ts";
import { readPages } from "../booklet-reading.ts";
import { createBench, HOME, type Bench } from "../../support/rendered-sample.ts";
import { coresOf, linesOf, property } from "./read-pdf.ts";

/** The A4 booklet with sides 1/√2 as long (ISO 216:2007). */
const A5_BOOKLET: TextSheet = {
  paper: { width: 148, height: 210 }, top: 26, inner: 20, width: 110, height: 159, lines: 22, characters: 28,
  type: 11.3, title: 15.5, number: 10, numberGap: 5, latin: 9, latinLine: 13,
};
const FOUR: Grid = { columns: 2, rows: 2, slide: 84, lines: "below" };
const TOLERANCE = 1;

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

/** Prints the sample in a format of its own. */
async function print(document: PrintedDocument): Promise<{ readonly file: string; readonly slides: number }> {
  const { deck, theme, model } = await compileFolder(HOME);
  if (deck === null || theme === null || model === null) throw new Error("the sample has errors");
  const booklet = renderBooklet(model);
  const cutter = createFontCutter(bench.world);
  try {
    const faces = await planFonts(deck, theme, [join(HOME, "themes")], characterPlaces(deck, printedWords(deck.lang), booklet), [], bench.world, bench.report);
    const material = { deck, settings: model.settings, indicators: model.indicators, theme, booklet, steps: false };
    const shop = { faces, cutter, pictures: () => new Map(), numbered: false, timed: async <T>(_: string, work: () => T | Promise<T>) => work(), version: "1", measuring: null, world: bench.world, report: bench.report };
    const { files } = await printDocuments([document], material, shop);
    const file = join(bench.dir, `${document.name}.pdf`);
    writeFileSync(file, files.get(`${document.name}.pdf`)!);
    expect(bench.found).toEqual([]);
    return { file, slides: deck.slides.length };
  } finally {
    await cutter.close();
  }
}

test("the booklet on A5: as many lines and characters on each page, numbers outside, on smaller paper", async () => {
  const { paper, inner, width, top, height } = A5_BOOKLET;
  const pages = readPages((await print(bookletDocument("booklet", A5_BOOKLET))).file);
  const full = pages.filter(({ lines }) => lines.length === 22);
  expect(full.length).toBeGreaterThanOrEqual(4);
  for (const [index, page] of pages.entries()) {
    expect(Math.abs(page.width - paper.width) < TOLERANCE && Math.abs(page.height - paper.height) < TOLERANCE).toBe(true);
    const left = index % 2 === 0 ? inner : paper.width - inner - width;
    expect(page.number.text).toBe(`—${index + 1}—`);
    expect(page.number.left > left + width / 2).toBe(index % 2 === 0);
    for (const line of page.lines) {
      expect(line.left, line.text).toBeGreaterThan(left - TOLERANCE);
      expect(line.right, line.text).toBeLessThan(left + width + 2 + TOLERANCE);
      expect(line.middle > top && line.middle < top + height, line.text).toBe(true);
    }
  }
  // Only lines of Han characters; one or two marks may be closed up.
  const longest = pages.flatMap(({ lines }) => lines).filter(({ text }) => /^[\p{Script=Han}，。、]+$/u.test(text)).map(({ text }) => text.length);
  expect(Math.max(...longest)).toBeGreaterThanOrEqual(28);
  expect(Math.max(...longest)).toBeLessThanOrEqual(30);
});

test("four slides on a page, with lines below them", async () => {
  const { file, slides } = await print(gridDocument("handout-6", FOUR));
  expect(property(file, "Pages")).toBe(String(Math.ceil(slides / 4)));
  expect(coresOf(file, 0, "drawing")[0]).toContain("目录");
  const numbers = linesOf(file)[0]!.filter(({ text }) => /^[1-4]$/.test(text));
  expect(numbers.map(({ text }) => text).toSorted()).toEqual(["1", "2", "3", "4"]);
  expect(new Set(numbers.map(({ left }) => Math.round(left))).size).toBe(2);
  expect(new Set(numbers.map(({ top }) => Math.round(top))).size).toBe(2);
});
