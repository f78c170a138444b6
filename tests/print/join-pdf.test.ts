/** Parts that are printed separately and joined equal the document printed whole. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PrintedDocument } from "../../src/print/handouts/document.ts";
import { markFarLinks } from "../../src/print/handouts/far-links.ts";
import { printDocument } from "../../src/print/handouts/print-document.ts";
import { parseDocument } from "../../src/print/pdf/document.ts";
import { joinPdf } from "../../src/print/pdf/join-pdf.ts";
import { referencesIn, UnknownPdfShape } from "../../src/print/pdf/values.ts";
import { finishPdf } from "../../src/print/pdf-file.ts";
import { readBack } from "../../src/print/readback/check-pdf.ts";
import type { PdfRequest, World } from "../../src/world/world.ts";
import { bookmarksOf, fontsOf, linksOf, pagesOf, taggedText, tagsOf } from "./handouts/read-pdf.ts";
import { createBench, deckOf, modelOf, sampleTheme, type Bench } from "../support/rendered-sample.ts";
import { testFontCss } from "../support/test-font.ts";

/** Sections of three pages, so that a part of four begins in the middle of one; a table with headers, a figure, links back and forth. */
const PAGES = Array.from({ length: 12 }, (_, index) => {
  const level = index === 0 ? 1 : index % 3 === 0 ? 2 : 3;
  const link = `<p><a href="#page-${(index * 5) % 12}">Page ${(index * 5) % 12}</a></p>`;
  const table = `<table><thead><tr><th id="c${index}" scope="col">Year</th><th scope="col">GDP</th></tr></thead><tbody><tr><th scope="row">2021</th><td>${index}</td></tr></tbody></table>`;
  return `<section id="page-${index}"><h${level}>Heading ${index}</h${level}><ul><li>Item ${index}</li></ul>${link}${table}<svg role="img" aria-label="Figure ${index}" width="40" height="20"><rect width="40" height="20"/></svg></section>`;
});
const PROPERTIES = { title: "T", author: "A", subject: null, lang: "en", creator: "C" };

let bench: Bench;
let font: string;
let whole: string;
let joined: string;
let parts: Uint8Array[];
beforeAll(async () => {
  bench = await createBench();
  font = await testFontCss();
  const print = (pages: readonly string[]): Promise<Uint8Array> =>
    bench.world.printPdf({
      lang: "en", title: "T", style: `${font} section + section { break-before: page } .far { position: absolute }`, bodyClass: "", body: pages.join(""), faces: [], width: 120, height: 120, scale: 1,
    });
  parts = [];
  for (const part of markFarLinks([PAGES.slice(0, 4).join(""), PAGES.slice(4, 8).join(""), PAGES.slice(8).join("")])) parts.push(await print([part]));
  whole = save("whole.pdf", await print(PAGES));
  joined = save("joined.pdf", joinPdf(parts));
});
afterAll(() => bench.close());

function save(name: string, pdf: Uint8Array): string {
  const file = join(bench.dir, name);
  writeFileSync(file, finishPdf(pdf, PROPERTIES));
  return file;
}

describe("joined as printed whole", () => {
  test("text of every page", () => {
    expect(pagesOf(joined)).toEqual(pagesOf(whole));
    expect(pagesOf(joined)).toHaveLength(12);
  });
  test("bookmarks: a section that begins in one part goes on in the next", () => {
    expect(bookmarksOf(joined)).toEqual(bookmarksOf(whole));
    expect(bookmarksOf(joined)).toContainEqual({ title: "Heading 4", depth: 3, page: 5 });
  });
  test("links, from one part to another too", () => {
    expect(linksOf(joined)).toEqual(linksOf(whole));
    expect(linksOf(joined)).toContainEqual({ from: 2, to: 6 });
  });
  test("structure: the same elements, with the same text, in one tree", () => {
    expect(tagsOf(joined)).toEqual(tagsOf(whole));
    expect(taggedText(joined)).toBe(taggedText(whole));
    expect(tagsOf(joined).filter((tag) => tag === "Figure")).toHaveLength(12);
  });
  test("fonts that parts share are there once for each part at most, embedded as subsets", () => {
    for (const row of fontsOf(joined)) expect(row).toMatch(/yes yes yes/);
    expect(fontsOf(joined).length).toBeLessThanOrEqual(3 * fontsOf(whole).length);
  });
});

test("every reference leads to an object, and no two elements have one name", () => {
  const document = parseDocument(joinPdf(parts), 0);
  for (const { value } of document.objects.values()) for (const to of referencesIn(value)) expect(document.objects.has(to), String(to)).toBe(true);
  const names = [...Buffer.from(joinPdf(parts)).toString("latin1").matchAll(/\/ID \((node\d+)\)/g)].map((match) => match[1]);
  expect(names.length).toBe(24);
  expect(new Set(names).size).toBe(24);
});

test("the same parts give the same bytes", () => {
  expect(Buffer.compare(joinPdf(parts), joinPdf(parts))).toBe(0);
});

test("where a browser writes its PDFs in another way, the document is printed whole, with the same links", async () => {
  const odd = async (request: PdfRequest): Promise<Uint8Array> => Buffer.from(Buffer.from(await bench.world.printPdf(request)).toString("latin1").replace("/MarkInfo ", "/Unknown_ "), "latin1");
  const style = `${font} section + section { break-before: page }`;
  const document: PrintedDocument = { name: "slides", paper: { width: 120, height: 120 }, running: { top: 0, bottom: 0 }, slide: null, scale: 1, fonts: "slides", compose: () => ({ body: "", css: style, parts: [PAGES.slice(0, 7).join(""), PAGES.slice(7).join("")], slides: "none", pages: 12 }) };
  const material = { deck: deckOf([], { css: "" }), settings: modelOf().settings, indicators: [], theme: sampleTheme(), images: new Map(), booklet: "", steps: false };
  const printed = await Promise.all([{ ...bench.world, printPdf: odd }, bench.world].map((world: World) => printDocument(document, material, { facesOf: () => [], measuring: null, version: "1", world, smallSlides: () => Promise.reject(new Error("no slides")) })));
  expect((await Promise.all(printed.map(readBack))).flatMap(({ faults }) => faults)).toEqual([]);
  const files = printed.map(({ bytes }, index) => {
    const file = join(bench.dir, `odd-${index}.pdf`);
    writeFileSync(file, bytes);
    return file;
  });
  for (const file of files) expect(linksOf(file)).toEqual(linksOf(whole));
});

test("what is no PDF of a browser is refused, never guessed at", () => {
  expect(() => joinPdf([])).toThrow(UnknownPdfShape);
  expect(() => joinPdf([Buffer.from("%PDF-1.7\nnothing")])).toThrow(UnknownPdfShape);
  const twice = finishPdf(parts[0]!, PROPERTIES);
  expect(() => joinPdf([parts[1]!, twice])).toThrow(UnknownPdfShape);
});
