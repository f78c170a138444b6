/** Slides printed once and placed make the same handouts as those printed whole: the same to see, to read, to press and to hear. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { build } from "../../../src/build.ts";
import { placePages } from "../../../src/print/pdf/place-pages.ts";
import { preparePages } from "../../../src/print/pdf/prepare-pages.ts";
import { dictionaryAt, parseDocument, referred } from "../../../src/print/pdf/document.ts";
import { isDictionary, isReference, listOf, UnknownPdfShape, type PdfDictionary, type PdfValue } from "../../../src/print/pdf/values.ts";
import { createWorld } from "../../../src/world/node-world.ts";
import type { World } from "../../../src/world/world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../../support/project.ts";
import { bookmarksOf, fontsOf, linksOf, pagesOf, pressesOf, property, taggedText, tagsOf } from "./read-pdf.ts";

vi.setConfig({ testTimeout: 120_000 });

/** handout-3 is made like handout-6. */
const HANDOUTS = ["handout-2", "handout-6", "notes"] as const;
/** Tables with heads, links back and forth, and between the slides one with a photo, which is laid out in place with its bookmark. */
const PART = `# 工作回顾

## 主要指标 {#first}

见[下页](#photo)。

| 指标 | 完成 |
| --- | --- |
| 企业 | 12家 |

备注：

讲到这里，请看[照片](#photo)。

## 照片 {#photo layout=picture}

![河边的桥](images/bridge.png)

备注：

回到[开头](#first)。

## 收尾 {#last}

又见[开头](#first)。

| 指标 | 完成 |
| --- | --- |
| 人口 | 8万人 |

备注：

结束。
`;

let world: World;
let room: string;
beforeAll(() => {
  world = createWorld({ home: HOME });
  room = mkdtempSync(join(tmpdir(), "luduan-placed-"));
});
afterAll(async () => {
  await world.close();
  rmSync(room, { recursive: true, force: true });
});

/** Its small slides have a form that the tool does not know, so the handouts are printed whole. */
function oddWorld(): World {
  const isOdd = ({ bodyClass }: { readonly bodyClass: string }): boolean => bodyClass === "print ink-saving";
  return { ...world, printPdf: async (request) => (isOdd(request) ? makeOdd(await world.printPdf(request)) : world.printPdf(request)) };
}

function makeOdd(pdf: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(pdf).toString("latin1").replace("/MarkInfo ", "/Unknown_ "), "latin1");
}

async function print(dir: string, out: string, by: World): Promise<void> {
  const built = await build({ dir, out, themes: [join(dir, "themes"), THEMES], only: HANDOUTS, steps: false, onOutput: () => undefined }, by);
  expect(built.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
}

/** Some pages as a printer draws them, scaled down: the exact edges of letters and the dots of hairlines do not count. */
async function shadesOf(file: string): Promise<readonly Uint8Array[]> {
  const last = Number(property(file, "Pages"));
  const pages = [...new Set([1, 2, 7, last].filter((page) => page <= last))];
  return Promise.all(
    pages.map((page) => {
      const png = execFileSync("pdftoppm", ["-r", "300", "-f", String(page), "-l", String(page), "-gray", "-png", file], { maxBuffer: 1 << 28 });
      return sharp(png).resize({ width: 100 }).greyscale().raw().toBuffer();
    }),
  );
}

describe.each(["every layout and chart of the guide", "slides with a photo between them"])("%s", (name) => {
  let placed: string;
  let whole: string;
  beforeAll(async () => {
    placed = join(room, `${name}-placed`);
    whole = join(room, `${name}-whole`);
    const printBoth = async (dir: string): Promise<void> => {
      await print(dir, placed, world);
      await print(dir, whole, oddWorld());
    };
    if (name !== "slides with a photo between them") await printBoth(join(HOME, "docs/guide/town"));
    else await withFolder(smallProject({ "slides/10-part.md": PART, "images/bridge.png": await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#28707a" } }).png().toBuffer() }), printBoth);
  });

  describe.each(HANDOUTS)("%s", (document) => {
    const files = (): readonly [string, string] => [join(placed, `${document}.pdf`), join(whole, `${document}.pdf`)];

    test("the same words on the same pages, in the same order", () => {
      const [one, other] = files();
      expect(pagesOf(one, "drawing")).toEqual(pagesOf(other, "drawing"));
    });
    test("the same structure, with the same words in it", () => {
      const [one, other] = files();
      expect(tagsOf(one)).toEqual(tagsOf(other));
      // Poppler takes its time over these words: it draws the page again for each element.
      const words = taggedText(one);
      expect(words).not.toBe("");
      expect(taggedText(other)).toBe(words);
    });
    test("the same bookmarks and links, at the same places", () => {
      const [one, other] = files();
      expect(bookmarksOf(one)).toEqual(bookmarksOf(other));
      expect(linksOf(one).toSorted(byPages)).toEqual(linksOf(other).toSorted(byPages));
      const [presses, wanted] = [pressesOf(one), pressesOf(other)].map((all) => all.map(({ to, page, width, height }) => `${page} ${to} ${Math.round(width)} ${Math.round(height)}`).sort());
      expect(presses).toEqual(wanted);
      expect(wanted?.length).toBeGreaterThan(0);
    });
    test("subsets of fonts, each with a name of its own", () => {
      const rows = fontsOf(files()[0]);
      for (const row of rows) expect(row).toMatch(/yes yes yes/);
      const names = rows.map((row) => row.split(" ")[0]);
      expect(new Set(names).size).toBe(names.length);
    });
    test("the same picture", async () => {
      const [one, other] = await Promise.all(files().map(shadesOf));
      expect(one?.length).toBe(other?.length);
      for (const [index, page] of (one ?? []).entries()) expect(greatest(page, other?.[index] ?? page), `page ${index + 1}`).toBeLessThan(20);
    });
  });
});

function byPages(a: { readonly from: number; readonly to: number }, b: { readonly from: number; readonly to: number }): number {
  return a.from - b.from || a.to - b.to;
}

/** The greatest difference of two dots in the same place, out of 255. */
function greatest(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((most, shade, index) => Math.max(most, Math.abs(shade - (other[index] ?? 0))), one.length === other.length ? 0 : 255);
}

/** Stream, mark and element, if an element marks something that is drawn. */
function markOf(kid: PdfValue, element: PdfDictionary, number: number): readonly string[] {
  if (typeof kid === "string") return [`${referred(element.get("/Pg"))} ${kid} ${number}`];
  return isDictionary(kid) && kid.get("/Type") === "/MCR" ? [`${referred(kid.get("/Stm"))} ${String(kid.get("/MCID"))} ${number}`] : [];
}

describe("pages and holes", () => {
  const BOX = `<path d="M0 0h90v60H0z"/>`;
  const hole = (page: number, drawing = BOX): string => `<svg role="img" aria-label="luduan-page-${page}" width="120" height="80" viewBox="0 0 90 60">${drawing}</svg>`;
  const printHtml = (body: string, width: number, height: number): Promise<Uint8Array> =>
    world.printPdf({ lang: "en", title: "T", style: "@page { margin: 0 } body, h2, p { margin: 0 } section { height: 40px } section + section { break-before: page }", bodyClass: "", body, faces: [], width, height, scale: 1 });
  const slides = (count: number): Promise<Uint8Array> =>
    printHtml(Array.from({ length: count }, (_, index) => `<section><h2>Slide ${index + 1}</h2></section>`).join(""), (90 * 25.4) / 72, (60 * 25.4) / 72);

  test("every mark on a page or in a form leads to the element that names it, and no two elements have one name", async () => {
    const table = (id: string): string => `<table><tr><th id="${id}" scope="col">Year</th><th scope="col">GDP</th></tr><tr><td>2021</td><td>148</td></tr></table>`;
    const pages = await printHtml(`<section style="height: 60px">${table("a")}</section><section>Two</section>`, (90 * 25.4) / 72, (60 * 25.4) / 72);
    const { objects } = parseDocument(placePages(await printHtml(`<p>One</p>${hole(2)}${table("b")}${hole(1)}`, 120, 200), preparePages(pages)), 0);
    const dictionaries = [...objects].flatMap(([number, { value }]) => (isDictionary(value) ? [{ number, value }] : []));
    const root = dictionaries.find(({ value }) => value.get("/Type") === "/StructTreeRoot")?.value;
    const pairs = listOf(dictionaryAt(objects, referred(root?.get("/ParentTree"))).get("/Nums"));
    const tree = new Map(Array.from({ length: pairs.length / 2 }, (_, index) => [Number(pairs[2 * index]), pairs[2 * index + 1]] as const));
    expect(tree.size).toBe(Number(root?.get("/ParentTreeNextKey")));
    // What the elements say is drawn where: the page's own marks by number, those of forms with the form.
    const drawn = dictionaries.flatMap(({ number, value }) => (value.get("/Type") === "/StructElem" ? listOf(value.get("/K")).flatMap((kid) => markOf(kid, value, number)) : []));
    expect(drawn).toHaveLength(10);
    const told = dictionaries.flatMap(({ number, value }) => {
      const entry = tree.get(Number(value.get("/StructParents") ?? -1));
      const elements = isReference(entry) ? listOf(objects.get(entry.to)?.value) : [];
      return elements.flatMap((element, mark) => (isReference(element) ? [`${number} ${mark} ${element.to}`] : []));
    });
    expect(told.sort()).toEqual(drawn.sort());
    const names = dictionaries.flatMap(({ value }) => value.get("/ID") ?? []);
    expect(names.length).toBe(4);
    expect(new Set(names).size).toBe(4);
  });
  test("the same two give the same bytes", async () => {
    const [pages, frame] = [await slides(2), await printHtml(`<p>One</p>${hole(2)}<p>Two</p>${hole(1)}`, 120, 200)];
    expect(Buffer.compare(placePages(frame, preparePages(pages)), placePages(frame, preparePages(pages)))).toBe(0);
  });
  test.each([
    ["a page without a hole", `<p>One</p>${hole(1)}`],
    ["a page with two", `<p>One</p>${hole(1)}${hole(1)}`],
    ["a hole without a page", `<p>One</p>${hole(1)}${hole(2)}${hole(3)}`],
    ["a hole that is no box", `<p>One</p>${hole(1)}${hole(2, `<circle r="30"/>`)}`],
    ["a hole that is turned", `<p>One</p>${hole(1)}<div style="transform: rotate(10deg)">${hole(2)}</div>`],
  ])("%s is refused, never guessed at", async (_, body) => {
    const prepared = preparePages(await slides(2));
    const frame = await printHtml(body, 120, 200);
    expect(() => placePages(frame, prepared)).toThrow(UnknownPdfShape);
  });
  test("pages of which one is not one element are refused", async () => {
    const pages = await printHtml("<section><h2>One</h2></section><p>More</p><section><h2>Two</h2></section>", (90 * 25.4) / 72, (60 * 25.4) / 72);
    expect(() => preparePages(pages)).toThrow(UnknownPdfShape);
  });
});
