/** The handouts of the sample report, as PDF readers see them. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocumentName } from "../../../src/model/output-names.ts";
import type { RenderedSlide } from "../../../src/render/rendered.ts";
import { HOME } from "../../support/project.ts";
import { createPrinter, type Printed, type Printer } from "./print.ts";
import { bookmarksOf, coresOf, darkestRow, DOTS, fontsOf, linesOf, linksOf, pagesOf, pressesOf, property, tagsOf } from "./read-pdf.ts";

const HANDOUTS = ["handout-2", "handout-3", "handout-6", "notes"] as const satisfies readonly DocumentName[];
/** For any size or position on paper, in millimetres. */
const TOLERANCE = 1;

let printer: Printer;
let printed: Printed;
let slides: readonly RenderedSlide[];
beforeAll(async () => {
  printer = createPrinter();
  printed = await printer.printFolder(HOME, HANDOUTS);
  slides = printed.built.deck?.slides ?? [];
});
afterAll(() => printer.close());

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, "").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/\s+/g, "");
}
const file = (name: DocumentName): string => printed.file(name);

describe.each(HANDOUTS)("%s", (name) => {
  test("is built without a complaint, on A4, below 5 MB", () => {
    expect(printed.built.diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
    const [width = 0, height = 0] = property(file(name), "Page size").match(/[\d.]+/g)?.map((points) => (Number(points) * 25.4) / 72) ?? [];
    expect(Math.abs(width - 210)).toBeLessThan(TOLERANCE);
    expect(Math.abs(height - 297)).toBeLessThan(TOLERANCE);
    expect(readFileSync(file(name)).length).toBeLessThan(5_000_000);
  });

  test("every figure has an alternative text", () => {
    const elements = readFileSync(file(name), "latin1").split("endobj").filter((object) => /\/S \/Figure\b/.test(object));
    expect(elements.length).toBe(3);
    expect(elements.filter((element) => !/\/Alt\s*[<(]/.test(element))).toEqual([]);
  });

  test("has title, author, language and tags", () => {
    expect(property(file(name), "Title")).toBe("政府工作报告");
    expect(property(file(name), "Author")).toBe("甪直镇");
    expect(property(file(name), "Tagged")).toBe("yes");
    const bytes = readFileSync(file(name), "latin1");
    expect(bytes.slice(bytes.lastIndexOf("/Type /Catalog") - 200)).toContain("/Lang (zh-CN)");
    const tags = new Set(tagsOf(file(name)));
    for (const tag of ["H1", "H2", "H3", "L", "LI", "Table", "TH", "TD", "Figure", "P"]) expect(tags).toContain(tag);
  });

  test("embeds subsets of TrueType outlines, none is Type 3", () => {
    const rows = fontsOf(file(name));
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) expect(row).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  test("shows every slide", () => {
    const text = coresOf(file(name), 0, "drawing").join("");
    const lost = slides.filter(({ html }) => !text.includes(plain(/<h\d[^>]*class="title[^"]*"[^>]*>([\s\S]*?)<\/h\d>/.exec(html)?.[1] ?? "")));
    expect(lost.map(({ page }) => page)).toEqual([]);
  });

  test("bookmarks lead to sections and slides, in the order of the pages", () => {
    const bookmarks = bookmarksOf(file(name));
    const titles = bookmarks.filter(({ depth }) => depth <= 3).map(({ title }) => title.replace(/\s/g, ""));
    const wanted = slides.filter(({ title }) => title !== "").map(({ title }) => title.replace(/\s/g, ""));
    expect(titles.filter((title) => wanted.includes(title)).length).toBeGreaterThan(0.8 * wanted.length);
    const pages = bookmarks.map(({ page }) => page);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
    expect(bookmarks.find(({ title }) => title === "2021年工作回顾")?.depth).toBe(2);
  });

  test("the agenda leads to the sections, and numbers to their slides", () => {
    const bookmarks = bookmarksOf(file(name));
    const pageOf = (title: string): number => bookmarks.find((bookmark) => bookmark.title.replace(/\s/g, "") === title.replace(/\s/g, ""))?.page ?? 0;
    const agenda = pageOf("目录");
    const links = linksOf(file(name));
    for (const section of printed.built.deck?.sections ?? []) {
      if (section.number !== null) expect(links).toContainEqual({ from: agenda, to: pageOf(section.title) });
    }
    expect(new Set(links.map(({ to }) => to)).size).toBeGreaterThan(0.4 * Number(property(file(name), "Pages")));
  });

  test("every page says which of how many it is, and whose; none is blank", () => {
    const pages = pagesOf(file(name));
    expect(pages).toHaveLength(Number(property(file(name), "Pages")));
    pages.forEach((text, index) => {
      const compact = text.replace(/\s/g, "");
      expect(compact).toContain(`第${index + 1}页共${pages.length}页`);
      expect(compact).toContain("政府工作报告");
      expect(compact).toContain("甪直镇");
      expect(compact.length).toBeGreaterThan(45);
    });
  });

  test("one unbroken rule stands below the head of every page", async () => {
    for (const page of [1, 2]) {
      const row = await darkestRow(file(name), page, { top: 15, bottom: 26 });
      expect(row.filter(Boolean).length, `page ${page}`).toBe(row.lastIndexOf(true) - row.indexOf(true) + 1);
      expect((row.filter(Boolean).length / DOTS) * 25.4, `page ${page}`).toBeGreaterThan(174 - TOLERANCE);
    }
  });

  test("words keep within the margins", () => {
    for (const lines of linesOf(file(name))) {
      for (const line of lines) {
        expect(line.left, line.text).toBeGreaterThan(18 - TOLERANCE);
        // If a line ends with a mark, half an em of it is white and extends past the edge.
        expect(line.right, line.text).toBeLessThan(210 - 18 + (/[”’，。；：、）]$/.test(line.text) ? 3 : TOLERANCE));
        expect(line.top, line.text).toBeGreaterThan(10 - TOLERANCE);
        expect(line.bottom, line.text).toBeLessThan(297 - 10 + TOLERANCE);
      }
    }
  });
});

test.each(["handout-2", "notes"] as const)("%s: a press on a slide leads to its notes, unless it has links of its own", (name) => {
  const presses = pressesOf(file(name)).filter(({ to }) => to.endsWith(".notes"));
  const spoken = slides.filter(({ notes, html }) => notes !== "" && !html.includes("<a "));
  expect(presses.map(({ to }) => to)).toEqual(spoken.map(({ id }) => `${id}.notes`));
  const wide = name === "notes" ? 40 : 156;
  for (const { to, width, height } of presses) {
    expect(Math.abs(width - wide), to).toBeLessThan(TOLERANCE);
    expect(Math.abs(height - (wide * 9) / 16), to).toBeLessThan(TOLERANCE);
  }
});

test.each([["handout-2", 34], ["notes", 63]] as const)("%s holds every note, sentence by sentence", (name, left) => {
  const text = coresOf(file(name), left).join("");
  const sentences = slides.flatMap(({ notes }) => plain(notes).split(/(?<=[。！？])/)).filter((sentence) => sentence !== "");
  expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
  expect(sentences.length).toBeGreaterThan(100);
});

test("handout-3 and handout-6 show three and six slides a page and fill every page but the last", () => {
  expect(property(file("handout-3"), "Pages")).toBe(String(Math.ceil(slides.length / 3)));
  expect(property(file("handout-6"), "Pages")).toBe(String(Math.ceil(slides.length / 6)));
  expect(pagesOf(file("handout-3"))[1]).toMatch(/\b4\b[\s\S]*\b5\b[\s\S]*\b6\b/);
});

test("handout-2 shows two slides a page, at the same heights on page after page", () => {
  expect(property(file("handout-2"), "Pages")).toBe(String(slides.length / 2));
  const numbers = linesOf(file("handout-2")).map((lines) => lines.filter((line) => /^\d+$/.test(line.text) && line.left < 20));
  const level = numbers.filter(([, second]) => second !== undefined && Math.abs(second.top - (numbers[0]?.[1]?.top ?? 0)) < TOLERANCE);
  expect(level.length).toBeGreaterThan(numbers.length / 2);
});

test("notes of handout-2 stand on lines of 156 mm, in 11 points", () => {
  const lines = linesOf(file("handout-2")).flat().filter((line) => Math.abs(line.left - 36) < TOLERANCE && line.text.length > 35);
  expect(lines.length).toBeGreaterThan(60);
  expect(Math.max(...lines.map(({ right }) => right))).toBeLessThan(192 + 3);
  expect(Math.max(...lines.map(({ right }) => right))).toBeGreaterThan(192 - TOLERANCE);
  const han = lines.filter((line) => /^[\p{Script=Han}，。、；]+$/u.test(line.text));
  for (const line of han) expect(Math.abs((line.right - line.left) / line.text.length - (11 * 25.4) / 72), line.text).toBeLessThan(0.1);
});

test("notes.pdf is set in 18 points, twenty characters a line, and a sentence keeps to one page", () => {
  const pages = linesOf(file("notes"));
  const spoken = pages.flat().filter((line) => Math.abs(line.left - (18 + 40 + 6.5)) < TOLERANCE && line.right - line.left > 120);
  expect(spoken.length).toBeGreaterThan(60);
  const full = spoken.filter((line) => /^[\p{Script=Han}，。、；]+$/u.test(line.text));
  expect(full.length).toBeGreaterThan(20);
  for (const line of full) expect(Math.abs((line.right - line.left) / line.text.length - (18 * 25.4) / 72), line.text).toBeLessThan(0.35);
  const texts = coresOf(file("notes"), 63);
  const sentences = slides.flatMap(({ notes }) => plain(notes).split(/(?<=[。！？])/)).filter((sentence) => sentence.length > 30);
  const whole = sentences.filter((sentence) => texts.some((text) => text.includes(sentence)));
  expect(whole.length).toBe(sentences.length);
});

test("notes.pdf tells when each section begins and ends, as far as its minutes are given", () => {
  const pages = pagesOf(file("notes")).map((text) => text.replace(/\s/g, ""));
  expect(pages.find((text) => text.includes("0:12—1:48"))).toContain("1分36秒");
  expect(pages.find((text) => text.includes("7:42—20:42"))).toContain("重点抓好五个方面工作");
});

test("running lines name the section of the page", () => {
  const heads = linesOf(file("handout-6")).map((lines) => lines.filter((line) => line.bottom < 27).map((line) => line.text).join(" "));
  expect(heads[0]).toContain("一 本届政府工作回顾");
  expect(heads.at(-1)).toContain("五 重点抓好五个方面工作");
});
