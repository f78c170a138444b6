/** booklet.pdf measured: the type area of GB/T 9704-2012, its characters and lines, its page numbers, and that no word is lost. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeOutputs } from "../../src/outputs/write-outputs.ts";
import { blockText } from "../../src/render/slide-text.ts";
import { compileFolder, HOME, smallProject, withFolder } from "../support/project.ts";
import type { Compiled } from "../../src/build.ts";
import { about, findInk, readBookmarks, readFonts, readPages, readPieces, type Line, type Page } from "./booklet-reading.ts";
import { createBench, type Bench } from "../support/rendered-sample.ts";

const [TOP, INNER, WIDTH, HEIGHT] = [37, 28, 156, 225];
const [CELL, PITCH] = [WIDTH / 28, HEIGHT / 22];

let bench: Bench;
beforeAll(async () => {
  bench = await createBench();
});
afterAll(() => bench.close());

interface Booklet {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly pages: readonly Page[];
  readonly compiled: Compiled;
}

/** Prints the booklet of the project in `dir`. */
async function print(dir: string, name: string): Promise<Booklet> {
  const compiled = await compileFolder(dir);
  const { deck, theme, model, read } = compiled;
  if (deck === null || theme === null || model === null || read === null) throw new Error(compiled.diagnostics.map(({ message }) => message.en).join("\n"));
  const options = bench.options({ only: ["booklet"], read, model, dir, themes: [join(dir, "themes"), join(HOME, "themes")] });
  const files = await writeOutputs(deck, theme, options, bench.world, bench.report);
  expect(bench.found).toEqual([]);
  const bytes = files.get("booklet.pdf")!;
  const file = join(bench.dir, `${name}.pdf`);
  writeFileSync(file, bytes);
  return { file, bytes, pages: readPages(file), compiled };
}

/** Prints the booklet of a small project; `files` replace its own. */
function printSmall(name: string, files: Readonly<Record<string, string>>): Promise<Booklet> {
  return withFolder(smallProject(files), (dir) => print(dir, name));
}

const leftOf = (page: number): number => (page % 2 === 1 ? INNER : 210 - INNER - WIDTH);
const numbered = (pages: readonly Page[]): readonly (readonly [number, Page])[] => pages.map((page, index) => [index + 1, page]);
const textOf = (pages: readonly Page[]): string => pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join("").replaceAll(/\s/g, "");

/** What every page of every booklet must satisfy. */
function expectTypeArea(pages: readonly Page[]): void {
  for (const [page, { lines, width, height }] of numbered(pages)) {
    expect([Math.abs(width - 210) < 1, Math.abs(height - 297) < 1]).toEqual([true, true]);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(22);
    for (const { left, right, middle, text } of lines) {
      expect(left, text).toBeGreaterThan(leftOf(page) - 1);
      // The blank half of a mark may extend outside.
      const blank = /[、，。；：？！”’）》]$/u.test(text) ? CELL / 2 : 0;
      expect(right, text).toBeLessThan(leftOf(page) + WIDTH + blank + 1);
      expect(middle, text).toBeGreaterThan(TOP);
      expect(middle, text).toBeLessThan(TOP + HEIGHT);
    }
  }
}

function expectNumbers({ pages, file }: Booklet): void {
  for (const [page, { number }] of numbered(pages)) {
    expect(number.text).toBe(`—${page}—`);
    const gap = page % 2 === 1 ? leftOf(page) + WIDTH - number.right : number.left - leftOf(page);
    expect(Math.abs(gap - CELL), `page ${page}`).toBeLessThan(1);
    // Only the dashes: the digits between them are taller.
    const dash = { left: number.left - 0.5, right: number.left + 3, top: TOP + HEIGHT + 2, bottom: 290 };
    expect(Math.abs((findInk(file, page, dash) ?? 0) - (TOP + HEIGHT + 7)), `page ${page}`).toBeLessThan(0.5);
  }
}

describe("the sample", () => {
  let sample: Booklet;
  beforeAll(async () => {
    sample = await print(HOME, "sample");
  });

  test("every page keeps to the type area, mirrored on even pages", () => {
    expectTypeArea(sample.pages);
    for (const [page, { lines }] of numbered(sample.pages)) expect(Math.abs(Math.min(...lines.map(({ left }) => left)) - leftOf(page)), `page ${page}`).toBeLessThan(1);
    for (const { lines } of sample.pages.slice(1)) expect(Math.abs(lines[0]!.middle - (TOP + PITCH / 2))).toBeLessThan(1);
  });

  test("full pages have 22 lines that fill the type area", () => {
    const full = sample.pages.filter(({ lines }) => lines.length === 22);
    expect(full.length).toBeGreaterThanOrEqual(4);
    for (const { lines } of full) expect(Math.abs(lines[21]!.middle - (TOP + HEIGHT - PITCH / 2))).toBeLessThan(1);
  });

  test("page numbers stand outside, one character in, 7 mm below", () => {
    expectNumbers(sample);
  });

  test("no line begins or ends with a mark that may not stand there", () => {
    for (const { text } of sample.pages.flatMap(({ lines }) => lines)) {
      expect(text).not.toMatch(/^[，。、；：？！”’）》〉】%]/u);
      expect(text).not.toMatch(/[“‘（《〈【]$/u);
    }
  });

  test("no character stands alone on a line", () => {
    for (const { text } of sample.pages.flatMap(({ lines }) => lines)) expect(text.replaceAll(/[，。、；：？！“”‘’（）《》]/gu, "").length, text).toBeGreaterThan(1);
  });

  test("no number is parted from its unit", () => {
    for (const { text } of sample.pages.flatMap(({ lines }) => lines)) expect(text).not.toMatch(/\d$/u);
  });

  test("every sentence of every note is there, in order", () => {
    const text = textOf(sample.pages);
    const slides = sample.compiled.model!.sections.flatMap((section) => section.slides);
    const sentences = slides.flatMap(({ notes }) => notes.flatMap((block) => blockText(block).replaceAll(/\s/g, "").split(/(?<=[。！])/u)));
    expect(sentences.length).toBeGreaterThan(100);
    let at = 0;
    for (const sentence of sentences) {
      const found = text.indexOf(sentence, at);
      expect(found, sentence).toBeGreaterThanOrEqual(at);
      at = found + sentence.length;
    }
  });

  test("title and levels have the fonts of the standard or what stands in for them", () => {
    const fontOf = new Map(readPieces(sample.file).map(({ text, font }) => [text.trim(), font]));
    expect(fontOf.get("政府工作报告")).toMatch(/NotoSerifSC.*Black$/);
    expect(fontOf.get("一、本届政府工作回顾")).toMatch(/NotoSansSC.*Bold$/);
    expect(fontOf.get("（一）本届政府履职的五年")).toMatch(/LXGWWenKai-Bold$/);
    expect(fontOf.get("4.古镇点位")).toMatch(/LXGWWenKai-Regular$/);
    expect(fontOf.get("首先，回顾本届政府的工作。")).toMatch(/LXGWWenKai-Regular$/);
  });

  test("headings stand with their text, and no paragraph leaves one line behind", () => {
    for (const { lines } of sample.pages) expect(lines.at(-1)!.text).not.toMatch(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u);
    for (const [page, { lines }] of numbered(sample.pages).slice(1)) {
      const [first, second] = lines;
      // A paragraph that continues from the page before has at least two lines here.
      if (first!.left < leftOf(page) + 1) expect(second!.left, first!.text).toBeLessThan(leftOf(page) + 1);
    }
  });

  test("bookmarks lead to sections and slides", () => {
    const bookmarks = readBookmarks(sample.file);
    expect(bookmarks[0]).toBe("政府工作报告");
    expect(bookmarks).toContain("  一、本届政府工作回顾");
    expect(bookmarks).toContain("    （二）五年来");
    expect(bookmarks).toContain("      1.围绕区域协同优规划。");
  });

  test("it is tagged, named, in Chinese, and all its fonts are subsets of outlines", () => {
    const text = about(sample.file);
    for (const line of [/^Title:\s+政府工作报告$/m, /^Author:\s+甪直镇$/m, /^Tagged:\s+yes$/m, /^Page size:.*A4/m]) expect(text).toMatch(line);
    expect(Buffer.from(sample.bytes).toString("latin1")).toContain("/Lang (zh-CN)");
    for (const row of readFonts(sample.file)) expect(row).toMatch(/(?:LXGWWenKai|Noto\w+|SourceSerif4)\S*\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    const structure = about(sample.file, "-struct-text");
    expect([...structure.matchAll(/^\s+(H[1-4]) \(block\)/gm)].slice(0, 4).map((match) => match[1])).toEqual(["H1", "H2", "H3", "H3"]);
    // Page numbers are not part of the text.
    expect(structure).not.toContain("—");
  });

  test("printing again gives the same bytes", async () => {
    expect(Buffer.compare((await print(HOME, "again")).bytes, sample.bytes)).toBe(0);
  });
});

const HAN = "坚持以人民为中心的发展思想统筹推进经济建设政治建设文化建设社会建设生态文明建设";

describe("a specimen", () => {
  const rare = "㙍䶮𠮷①℃㎡";
  let specimen: Booklet;
  beforeAll(async () => {
    const notes = ["甲“六稳”“六保”乙。", "甲六稳六保乙丙丁戊己。", `生僻字${rare}，**${rare}**，A股。`, HAN.repeat(40)];
    specimen = await printSmall("specimen", { "slides/10-part.md": `# 回顾\n\n备注：\n${notes.join("\n\n")}\n` });
  });

  test("a full line has 28 characters, the first of a paragraph 26", () => {
    const lines = specimen.pages.flatMap((page) => page.lines).filter(({ text }) => HAN.repeat(3).includes(text));
    const [first, ...rest] = lines;
    expect([...first!.text]).toHaveLength(26);
    expect(rest.slice(0, -1).map(({ text }) => [...text].length)).toEqual(Array.from({ length: rest.length - 1 }, () => 28));
    expect(specimen.pages[1]!.lines).toHaveLength(22);
    for (const { left, right } of rest.slice(0, -1)) expect(Math.abs(right - left - WIDTH)).toBeLessThan(0.5);
  });

  test("marks that meet give up their blank halves", () => {
    const find = (text: string): Line => specimen.pages[0]!.lines.find((line) => line.text === text)!;
    const [tight, plain] = [find("甲“六稳”“六保”乙。"), find("甲六稳六保乙丙丁戊己。")];
    expect(Math.abs(plain.right - tight.right - CELL / 2)).toBeLessThan(0.3);
  });

  test("rare characters, circled numbers, units and Latin letters come from fonts that have them", () => {
    expect(textOf(specimen.pages)).toContain(`生僻字${rare}，${rare}，A股。`);
    for (const row of readFonts(specimen.file)) expect(row).toMatch(/(?:LXGWWenKai|Noto\w+|SourceSerif4)\S*\s+CID TrueType/);
  });
});

test("a long title is divided between words into lines of like length, and only what is known stands below it", async () => {
  const title = "关于甪直镇二〇二一年国民经济和社会发展计划执行情况与二〇二二年国民经济和社会发展计划草案的报告";
  const settings = `title: ${title}\norganisation: 甪直镇人民政府\nspeaker: 张三\nmeeting: 甪直镇第十九届人民代表大会第一次会议\nperiod: 2021\nprotect: [甪直镇]\n`;
  const { pages, file } = await printSmall("title", { "slides/deck.yaml": settings, "slides/10-part.md": "# 回顾\n\n备注：\n一句。\n" });
  const lines = pages[0]!.lines.map(({ text }) => text);
  const end = lines.indexOf("甪直镇第十九届人民代表大会第一次会议");
  expect(lines.slice(0, end).join("")).toBe(title);
  const lengths = lines.slice(0, end).map((line) => [...line].length);
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(5);
  expect(lines.slice(end + 1)).toEqual(["甪直镇人民政府张三", "一、回顾", "一句。"]);
  expect(about(file)).toMatch(/^Author:\s+张三$/m);
});

test("a long report is numbered through, and no page of it is empty", async () => {
  const slides = Array.from({ length: 90 }, (_, index) => `## 第${index + 1}项工作\n\n- 页面\n\n备注：\n${`${HAN}，`.repeat(3 + (index % 7))}如此。\n`);
  const booklet = await printSmall("long", { "slides/10-part.md": `# 回顾\n\n${slides.join("\n")}` });
  expect(booklet.pages.length).toBeGreaterThan(30);
  expectTypeArea(booklet.pages);
  for (const [page, { number }] of numbered(booklet.pages)) expect(number.text).toBe(`—${page}—`);
  expect(textOf(booklet.pages)).toContain("（九十）第90项工作");
});

test("a last line that ends a page begins no other", async () => {
  const counts: number[] = [];
  for (let paragraphs = 14; paragraphs <= 18; paragraphs += 1) {
    const notes = Array.from({ length: paragraphs }, (_, index) => `第${index + 1}段话。`).join("\n\n");
    const { pages } = await printSmall(`full-${paragraphs}`, { "slides/10-part.md": `# 回顾\n\n备注：\n${notes}\n` });
    expectTypeArea(pages);
    counts.push(pages.length);
  }
  // Each paragraph is a line: when the second page begins, the first page was full in the step before.
  expect([counts[0], counts.at(-1)]).toEqual([1, 2]);
});

test("drafts are stamped behind the text of every page, outside the structure", async () => {
  const files = { "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nstatus: draft\n", "slides/10-part.md": `# 回顾\n\n备注：\n${`${HAN}。`.repeat(40)}\n` };
  const { file } = await printSmall("draft", files);
  const stamps = readPieces(file).filter(({ text, font }) => /^[讨论稿]+$/.test(text) && font.endsWith("Black"));
  expect(stamps.map(({ text }) => text).join("")).toBe("讨论稿".repeat(Number(/^Pages:\s+(\d+)$/m.exec(about(file))![1])));
  expect(about(file, "-struct-text")).not.toContain("讨论稿");
});

test("English is set in a serif on the same page, with the same page numbers", async () => {
  const words = "The town kept to its course in a difficult year and looked after those who had to move. ";
  const files = {
    "slides/deck.yaml": "title: Report on the Work of the Government\norganisation: Town of Luzhi\nperiod: 2021\nlang: en\n",
    "slides/10-part.md": `# Work in 2021\n\nNote:\nLet me look back.\n\n## Main figures\n\n- {{gdp}}\n\nNote:\nGross domestic product: {{gdp}}.\n\n${words.repeat(30)}\n\n1. one\n2. two\n`,
    "data/indicators.csv": "id,name,unit,kind\ngdp,GDP,bn yuan,flow\n",
  };
  const booklet = await printSmall("english", files);
  for (const [page, { lines }] of numbered(booklet.pages)) for (const { left, right } of lines) expect([left > leftOf(page) - 1, right < leftOf(page) + WIDTH + 1]).toEqual([true, true]);
  expectNumbers(booklet);
  expect(textOf(booklet.pages)).toContain(`Grossdomesticproduct:148bnyuan.${words.repeat(30).replaceAll(" ", "")}1.one2.two`);
  for (const { font } of readPieces(booklet.file)) expect(font).toMatch(/SourceSerif4/);
  expect(readBookmarks(booklet.file)).toEqual(["Report on the Work of the Government", "  1. Work in 2021", "    Main figures"]);
});

test("an office's own Fangsong and Kaiti set the text and the second level", async () => {
  const tokens = readFileSync(join(HOME, "themes/shuixiang/theme.yaml"), "utf8").replace(/ {2}# The booklet[\s\S]*/, "  fangsong: [{ file: fonts/fangsong.woff2, weight: 400 }]\n  kaiti: [{ file: fonts/kaiti.woff2, weight: 400 }]\n");
  const files = { "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\ntheme: mine\n", "slides/10-part.md": "# 回顾\n\n## 指标\n\n- 一\n\n备注：\n全年很好。\n", "themes/mine/theme.yaml": tokens, "themes/mine/theme.css": "" };
  const { file } = await withFolder(smallProject(files), (dir) => {
    mkdirSync(join(dir, "themes/mine/fonts"));
    for (const [name, weight] of [["fangsong", 300], ["kaiti", 600]]) copyFileSync(join(HOME, `node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-${weight}-normal.woff2`), join(dir, `themes/mine/fonts/${name}.woff2`));
    return print(dir, "own");
  });
  const fontOf = new Map(readPieces(file).map(({ text, font }) => [text, font]));
  expect(fontOf.get("全年很好。")).toMatch(/-Light$/);
  expect(fontOf.get("（一）指标")).toMatch(/-SemiBold$/);
});
