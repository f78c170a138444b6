/** Handouts of decks unlike the sample: long, empty, crowded, with rare characters, English, drafts. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPrinter, type Printed, type Printer } from "./print.ts";
import { bookmarksOf, coresOf, linesOf, linksOf, pagesOf, pressesOf, property, taggedText } from "./read-pdf.ts";

const HANDOUTS = ["handout-2", "handout-3", "handout-6", "notes"] as const;

let printer: Printer;
let printed: Printed;
beforeAll(() => {
  printer = createPrinter();
});
afterAll(() => printer.close());

const settings = (more: string): string => `title: 工作报告\norganisation: 测试镇\nperiod: 2021\n${more}`;
const complaints = (): readonly string[] => printed.built.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);

test("long notes flow over several pages and lose nothing; the next slide begins where there is room", async () => {
  const sentences = Array.from({ length: 160 }, (_, index) => `第${index + 1}句说的是全镇经济社会发展的第${index + 1}件事。`);
  printed = await printer.printProject({ "slides/10-part.md": `# 工作回顾\n\n## 长讲稿\n\n- 一项\n\n备注：\n${sentences.join("")}\n\n## 短讲稿\n\n- 二项\n\n备注：\n短短一句。\n` }, ["handout-2", "notes"]);
  for (const name of ["handout-2", "notes"] as const) {
    const pages = coresOf(printed.file(name), name === "notes" ? 63 : 34);
    const text = pages.join("");
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.at(-1)).toContain("短短一句。");
    for (const page of pages) expect(page.length).toBeGreaterThan(5);
  }
  for (const name of ["handout-2", "notes"] as const) {
    const [spoken, back, ...more] = pressesOf(printed.file(name)).filter(({ width }) => width > 15);
    expect(more.map(({ to }) => to)).toEqual(["part-3.notes"]);
    expect([spoken?.to, back?.to]).toEqual(["part-2.notes", "part-2"]);
    expect(back?.page).toBeGreaterThan((spoken?.page ?? 0) + 1);
  }
  const heads = linesOf(printed.file("handout-2")).map((lines) => lines.filter((line) => line.bottom < 27 && line.left > 100).map((line) => line.text).join(" "));
  expect(new Set(heads)).toEqual(new Set(["一 工作回顾"]));
});

test("a draft carries its stamp on every page of every handout, outside the structure", async () => {
  printed = await printer.printProject({ "slides/deck.yaml": settings("status: draft\n"), "slides/10-part.md": `# 工作回顾\n\n## 要点\n\n- 一项\n\n备注：\n${"讲话很长。".repeat(500)}\n` }, HANDOUTS);
  for (const name of HANDOUTS) {
    const large = linesOf(printed.file(name)).map((lines) => lines.filter((line) => line.bottom - line.top > 25));
    expect(large.length).toBeGreaterThan(0);
    for (const page of large) expect(page.length, name).toBeGreaterThan(0);
  }
  expect(taggedText(printed.file("handout-6")).match(/讨论稿/g)?.length).toBe(2);
});

test("an empty section takes no page and no place in the agenda", async () => {
  printed = await printer.printProject({ "slides/20-empty.md": "---\nminutes: 3\n---\n" }, HANDOUTS);
  expect(complaints()).toEqual([]);
  expect(HANDOUTS.map((name) => property(printed.file(name), "Pages"))).toEqual(["1", "1", "1", "1"]);
});

test("slides kept for questions have the number of their own foot on every sheet", async () => {
  for (const [lang, first, second] of [["zh-CN", "备用1", "备用2"], ["en", "Backup 1", "Backup 2"]] as const) {
    printed = await printer.printProject({ "slides/deck.yaml": settings(`lang: ${lang}\n`), "slides/10-part.md": "# 工作回顾\n\n## 要点\n\n- 一项\n\n## 明细 {.backup}\n\n- 二项\n\n## 来源 {.backup}\n\n- 三项\n" }, HANDOUTS);
    for (const name of HANDOUTS) {
      const words = pagesOf(printed.file(name)).join("\n").replaceAll(/(Backup)\s+/g, "$1 ").match(/备用\d|Backup \d/g)?.toSorted();
      expect(words, name).toEqual([first, first, second, second]);
    }
  }
});

test("long notes of a slide kept for questions lead back to it by its own number", async () => {
  for (const [lang, back] of [["zh-CN", "回到备用1"], ["en", "Back to Backup 1"]] as const) {
    printed = await printer.printProject({ "slides/deck.yaml": settings(`lang: ${lang}\n`), "slides/10-part.md": `# 工作回顾\n\n## 要点\n\n- 一项\n\n## 明细 {.backup}\n\n- 二项\n\n备注：\n${"讲话很长。".repeat(500)}\n` }, ["notes"]);
    expect(pagesOf(printed.file("notes")).join("\n").match(/(?:回到|Back to).*$/gm)).toEqual([back]);
  }
});

test("twenty bullets stay together with the slide and its notes", async () => {
  const list = Array.from({ length: 20 }, (_, index) => `- 第${index + 1}项工作`).join("\n");
  printed = await printer.printProject({ "slides/10-part.md": `# 工作回顾\n\n## 二十项\n\n- 一项\n\n备注：\n开头。\n\n${list}\n\n结尾。\n` }, ["handout-2", "notes"]);
  expect(complaints()).toEqual([]);
  for (const name of ["handout-2", "notes"] as const) {
    const text = coresOf(printed.file(name), 0, "drawing").join("");
    for (let item = 1; item <= 20; item += 1) expect(text).toContain(`第${item}项工作`);
    expect(text).toContain("结尾。");
  }
});

test("numbered lists in notes keep their numbers, beside their words", async () => {
  const words = (count: number): string => Array.from({ length: count }, (_, index) => `${index + 1}. 第${index + 1}件`).join("\n");
  printed = await printer.printProject({ "slides/10-part.md": `# 工作回顾\n\n## 编号清单\n\n- 一项\n\n备注：\n先说十二件。\n\n${words(12)}\n` }, ["handout-2", "notes"]);
  expect(complaints()).toEqual([]);
  for (const name of ["handout-2", "notes"] as const) {
    const lines = linesOf(printed.file(name)).flat().filter(({ text }) => text.trim().endsWith("件"));
    expect(lines.map(({ text }) => text.replaceAll(/\s/g, "")), name).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 1}.第${index + 1}件`));
  }
});

test("code in notes is set in the fonts of the notes, not in one of the machine", async () => {
  printed = await printer.printProject({ "slides/10-part.md": "# 工作回顾\n\n## 编号\n\n- 一项\n\n备注：\n文号是`甪政发 No. 7`。\n" }, ["handout-2", "notes", "booklet"]);
  expect(printed.built.diagnostics).toEqual([]);
  for (const name of ["handout-2", "notes", "booklet"] as const) {
    expect(coresOf(printed.file(name), 0, "drawing").join("").replaceAll(/\s/g, ""), name).toContain("文号是甪政发No.7。");
    expect(execFileSync("pdffonts", [printed.file(name)], { encoding: "utf8" }), name).not.toMatch(/mono/i);
  }
});

test("no page of the notes is blank, wherever its words end", async () => {
  const parts = Array.from({ length: 60 }, (_, index) => [`slides/${100 + index}.md`, `# 第${index + 1}部分\n\n备注：\n${"今年各项工作取得了新的成效和进展".repeat(index + 1)}。\n`] as const);
  printed = await printer.printProject({ "slides/10-part.md": null, ...Object.fromEntries(parts) }, ["notes", "handout-2"]);
  expect(complaints()).toEqual([]);
  for (const name of ["notes", "handout-2"] as const) expect(coresOf(printed.file(name), 0, "drawing").flatMap((text, page) => (text.trim() === "" ? [page + 1] : [])), name).toEqual([]);
});

test.each([
  ["one line", "政府工作报告", "本届政府工作回顾"],
  ["two lines", "测试镇第十九届人民代表大会第二次会议关于国民经济和社会发展计划的报告", "新一届政府的总体思路、奋斗目标和重点工作任务"],
  ["more than fits", `${"关于国民经济和社会发展计划执行情况的".repeat(4)}报告`, `${"全面推进高质量发展和现代化建设".repeat(2)}工作`],
  ["English", "Report on the Implementation of the 2021 Plan for National Economic and Social Development and on the 2022 Draft Plan", "Review of the Work of the Past Five Years and of the Year 2021"],
])("titles and sections in the running head keep apart, off the edge and above the rule: %s", async (_, title, section) => {
  printed = await printer.printProject({ "slides/deck.yaml": `title: ${title}\norganisation: 测试镇\nperiod: 2021\n`, "slides/10-part.md": `# ${section}\n\n## 要点\n\n- 一项\n\n备注：\n一句。\n` }, ["notes"]);
  expect(complaints()).toEqual([]);
  const head = linesOf(printed.file("notes"))[0]!.filter(({ bottom }) => bottom < 24);
  const [left, right] = [head.filter((line) => line.left < 60), head.filter((line) => line.left >= 60)];
  for (const lines of [left, right]) expect([1, 2]).toContain(new Set(lines.map(({ bottom }) => Math.round(bottom))).size);
  for (const { top, bottom } of head) expect([top > 9.5, bottom < 21]).toEqual([true, true]);
  expect(Math.min(...right.map((line) => line.left)) - Math.max(...left.map((line) => line.right))).toBeGreaterThan(5);
});

test("slides without notes stand below each other at the podium", async () => {
  printed = await printer.printProject({ "slides/10-part.md": "# 工作回顾\n\n## 甲\n\n- 一项\n\n## 乙\n\n- 二项\n\n备注：\n一句。\n\n## 丙\n\n- 三项\n" }, ["notes"]);
  const numbers = linesOf(printed.file("notes")).flat().filter(({ text, left }) => /^\d$/.test(text) && left < 30);
  expect(numbers.map(({ text }) => text)).toEqual(["1", "2", "3", "4"]);
  // A slide is 22.5 mm high, followed by its number and a gap.
  for (const [index, { top }] of numbers.slice(1).entries()) expect(top - numbers[index]!.top).toBeGreaterThan(35);
});

test("rare characters are drawn from fonts that have them", async () => {
  printed = await printer.printProject({ "slides/10-part.md": "# 工作回顾\n\n## 㙍䶮𠮷①℃㎡\n\n- 㙍䶮𠮷①℃㎡\n\n备注：\n㙍䶮𠮷①℃㎡都要有字。\n" }, ["handout-2", "notes"]);
  expect(complaints()).toEqual([]);
  for (const name of ["handout-2", "notes"] as const) expect(coresOf(printed.file(name), 0, "drawing").join("").match(/㙍䶮𠮷①℃㎡/gu)?.length).toBe(3);
});

test("an English deck speaks English, and tells no times that it does not know", async () => {
  printed = await printer.printProject(
    {
      "slides/deck.yaml": "title: Report on the Work of the Government\norganisation: Test Town\nperiod: 2021\nlang: en\nspeaker: Jane Doe\n",
      "slides/10-part.md": "---\nminutes: 4\n---\n# Review\n\n## Main figures\n\n- One\n\nNote:\nGrowth was steady. Prices were stable.\n",
      "slides/20-next.md": "# Outlook\n\n## Plans\n\n- Two\n\nNote:\nWe go on.\n",
      "slides/30-last.md": "---\nminutes: 2\n---\n# Tasks\n\n## Work\n\n- Three\n",
    },
    HANDOUTS,
  );
  expect(complaints()).toEqual([]);
  for (const name of HANDOUTS) {
    expect(pagesOf(printed.file(name))[0]).toMatch(/Page 1 of \d/);
    expect(property(printed.file(name), "Author")).toBe("Jane Doe");
  }
  const pages = pagesOf(printed.file("notes"));
  expect(pages[0]).toContain("0:00—4:00");
  expect(pages[1]).not.toMatch(/\d:\d\d|\bmin\b/);
  expect(pages[2]).toContain("2 min");
  expect(pages[2]).not.toMatch(/\d:\d\d/);
});

test("titles with quotes, angle brackets and backslashes stand in the running lines as written", async () => {
  const title = String.raw`“甲”"乙"<丙>\61 </style>`;
  printed = await printer.printProject({ "slides/deck.yaml": `title: '${title}'\norganisation: 测试镇\nperiod: 2021\n` }, ["handout-6"]);
  expect(complaints()).toEqual([]);
  expect(pagesOf(printed.file("handout-6"))[0]?.replace(/\s/g, "")).toContain(title.replace(/\s/g, ""));
});

const STEPS = "# 工作回顾\n\n## 要点 {#points}\n\n- 先说 {.step}\n- 再说 {.step}\n\n## 去处\n\n[回到要点](#points)\n";

test("--steps: a page for each step, one bookmark for the slide, and links lead to its first step", async () => {
  printed = await printer.printProject({ "slides/10-part.md": STEPS }, ["slides"], true);
  const pages = pagesOf(printed.file("slides")).map((text) => text.replace(/\s/g, ""));
  expect(pages).toHaveLength(5);
  expect(pages.map((text) => [text.includes("先说"), text.includes("再说")])).toEqual([[false, false], [false, false], [true, false], [true, true], [false, false]]);
  expect(bookmarksOf(printed.file("slides")).filter(({ title }) => title === "要点")).toEqual([{ title: "要点", depth: 2, page: 2 }]);
  expect(linksOf(printed.file("slides"))).toEqual([{ from: 5, to: 2 }]);
});

/** One slide each for every block that goes on by itself. */
const GOES_ON: Readonly<Record<string, string>> = {
  长表: `| 指标 | 数值 |\n|---|---|\n${Array.from({ length: 40 }, (_, index) => `| 第${index + 1}项 | ${index + 1} |`).join("\n")}`,
  长列表: Array.from({ length: 20 }, (_, index) => `${index + 1}. 办好第${index + 1}件实事`).join("\n"),
  项目板: "```projects\n```",
  日程: `\`\`\`timeline\nentries:\n${Array.from({ length: 18 }, (_, index) => `  - when: ${index + 1}日\n    title: 第${index + 1}场`).join("\n")}\n\`\`\``,
};

test("what goes on to further slides has one bookmark, at its first page, in every document", async () => {
  const slides = Object.entries(GOES_ON).map(([title, body]) => `## ${title}\n\n${body}\n\n备注：\n说说${title}。`);
  const projects = Array.from({ length: 40 }, (_, index) => `${["供水管网更新改造及智能水表安装工程", "客运站迁建"][index % 2]}${index + 1}期,民生,${["开工", "建设", "投产"][index % 3]}\n`);
  printed = await printer.printProject({ "slides/10-part.md": `# 工作回顾\n\n${slides.join("\n\n")}\n\n## 结尾\n\n- 完\n`, "data/projects.csv": `name,section,status\n${projects.join("")}` }, ["slides", "handout-6", "notes"]);
  expect(complaints()).toEqual([]);
  const deck = printed.built.deck?.slides ?? [];
  const first = Object.keys(GOES_ON).map((title) => deck.findIndex((slide) => slide.title === title) + 1);
  expect(first.map((page, index) => ((first[index + 1] ?? deck.length) - page))).toSatisfy((counts: number[]) => counts.every((count) => count >= 2));
  const titles = ["工作回顾", ...Object.keys(GOES_ON), "结尾"];
  for (const name of ["slides", "handout-6", "notes"] as const) {
    const bookmarks = bookmarksOf(printed.file(name));
    expect(bookmarks.filter(({ depth }) => depth <= 2).map(({ title }) => title)).toEqual(titles);
    expect(bookmarks.filter(({ title }) => title.includes("（续）"))).toEqual([]);
  }
  expect(bookmarksOf(printed.file("slides")).flatMap(({ page, depth }) => (depth <= 2 ? [page] : []))).toEqual([1, ...first, deck.length]);
});

test("more than a hundred slides are printed in parts: nothing is lost, and links cross from one to another", async () => {
  const slides = Array.from({ length: 110 }, (_, index) => `## 第${index + 1}件 {#s-${index + 1}}\n\n[往后看](#s-${((index + 60) % 110) + 1})\n`);
  printed = await printer.printProject({ "slides/10-part.md": `# 工作回顾\n\n${slides.join("\n")}` }, ["slides"]);
  const file = printed.file("slides");
  const pages = pagesOf(file).map((text) => text.replace(/\s/g, ""));
  expect(pages).toHaveLength(111);
  for (let slide = 1; slide <= 110; slide += 1) expect(pages[slide]).toContain(`第${slide}件`);
  expect(linksOf(file)).toEqual(slides.map((_, index) => ({ from: index + 2, to: ((index + 60) % 110) + 2 })));
  expect(bookmarksOf(file)).toHaveLength(111);
});

test("the same deck gives the same bytes", async () => {
  const files = { "slides/10-part.md": STEPS };
  printed = await printer.printProject(files, ["slides", ...HANDOUTS], true);
  const again = await printer.printProject(files, ["slides", ...HANDOUTS], true);
  for (const name of ["slides", ...HANDOUTS] as const) expect(Buffer.compare(readFileSync(again.file(name)), readFileSync(printed.file(name))), name).toBe(0);
}, 60_000);
