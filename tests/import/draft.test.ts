/** Drafts: what an import writes compiles without an error, and speaks the document to the letter, whatever the document is. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importDocument, lossIn, type Imported } from "../../src/import.ts";
import { spokenText } from "../../src/import/proof.ts";
import { plainSigns } from "../../src/import/spoken.ts";
import { readDocument } from "../../src/read/documents/read-document.ts";
import type { SourceDocument } from "../../src/read/documents/document.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";
import { HOME, THEMES } from "../support/project.ts";
import { documentFrom } from "./documents.ts";

const TEXTS = fileURLToPath(new URL("texts/", import.meta.url));
let world: World;
beforeAll(() => {
  world = createWorld({ home: HOME });
});
afterAll(() => world.close());

function bring(document: SourceDocument): Promise<Imported> {
  return importDocument({ document, dir: "/nowhere/draft", themes: [THEMES] }, world);
}

async function bringText(name: string): Promise<Imported> {
  const path = join(TEXTS, name);
  return bring((await readDocument(path, readFileSync(path), () => undefined))!);
}

function textOf({ files }: Imported, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

describe("the draft of a county's report", () => {
  let imported: Imported;
  beforeAll(async () => {
    imported = await bringText("county.txt");
  });

  test("has a cover, an agenda, a section for each part, the list of terms outside the loop, and a closing", () => {
    expect([...imported.files.keys()]).toEqual([
      "slides/deck.yaml", "slides/00-cover.md", "slides/05-agenda.md", "slides/10-part-1.md", "slides/15-part-2.md", "slides/20-part-3.md", "slides/90-closing.md", "slides/95-annex.md",
      "data/indicators.csv", "data/observations.csv", "data/targets.csv", "data/projects.csv", "data/terms.csv",
    ]);
    expect(textOf(imported, "slides/deck.yaml")).toContain('title: "政府工作报告"\norganisation: "漪川县"\nperiod: "2025"\nplan: "2026"\nmeeting: "漪川县第十八届人民代表大会第五次会议"\nstatus: draft\n');
    expect(textOf(imported, "slides/95-annex.md")).toContain("kiosk: false");
    expect(textOf(imported, "slides/90-closing.md")).toContain("## 为谱写现代化漪川新篇章而努力奋斗 {layout=closing}");
  });

  test("shows figures and targets where the text speaks of them, and refers to them in what is spoken", () => {
    const review = textOf(imported, "slides/10-part-1.md");
    expect(review).toContain("```figures\nhero: gdp\ncards: [revenue-general, ");
    expect(review).toContain("```chart\ntype: growth\n");
    expect(review).toContain("全县实现地区生产总值{{gdp}}，同比增长{{gdp.growth}}");
    expect(review).toContain("地区生产总值由{{gdp@2020}}增加到{{gdp}}，年均增长{{gdp.growth@2021-2025}}");
    const plan = textOf(imported, "slides/15-part-2.md");
    expect(plan).toContain("```targets\nindicators: [gdp, ");
    expect(plan).toContain("地区生产总值{{gdp.target}}");
  });

  test("takes its phrases from the text: each stands in it, none has the figure of an indicator, and a slide has forty characters at most", () => {
    const source = imported.understanding.outline.paragraphs.map(({ text }) => text).join("\n");
    const figures = imported.review.decisions.flatMap((one) => (one.type === "figure" || one.type === "target" ? [one.text] : []));
    const slides = imported.deck!.sections.flatMap(({ slides: own }) => own);
    const lists = slides.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "list" ? [block.items.map(({ inlines }) => inlines.map((inline) => ("text" in inline ? inline.text : "")).join(""))] : [])));
    expect(lists.length).toBeGreaterThan(1);
    for (const phrases of lists) {
      for (const phrase of phrases) expect(source).toContain(phrase);
      for (const text of figures) expect(phrases.join("\n")).not.toContain(text);
      expect(phrases.join("").length).toBeLessThanOrEqual(40);
    }
  });

  test("gives each section the minutes that its text takes", () => {
    const minutes = imported.deck!.sections.map((section) => section.minutes);
    expect(minutes.every((one) => one !== null && one > 0)).toBe(true);
    expect(Math.max(...minutes.map(Number))).toBe(minutes[2]);
  });

  test("takes projects that a sentence names as such, with the stage that it says, and shows them on a board", () => {
    expect(textOf(imported, "data/projects.csv").split("\n").slice(1).map((line) => line.split(",").map((cell) => cell.split("，")[0])).filter(([name]) => name !== "").map(([name, , stage]) => `${name} ${stage}`)).toEqual(["云屏新材料 投产", "松坞精密铸造 投产", "石梁电机 投产", "青塘储能 开工", "望溪食品 开工"]);
    expect(textOf(imported, "slides/10-part-1.md")).toContain('```projects\ngroups:\n  - status: 开工\n    names: ["青塘储能", "望溪食品"]\n  - status: 投产\n');
  });

  test("takes terms with the year of the report", () => {
    expect(textOf(imported, "data/terms.csv")).toBe("wording,kind,since,source\n两强一增,phrase,2025,政府工作报告\n链主企业,phrase,2025,政府工作报告\n");
  });
});

describe("nothing is lost", () => {
  test.each(["county.txt", "province.txt", "town.txt", "communique.txt"])("%s is spoken to the letter, with figures from the tables", async (name) => {
    const imported = await bringText(name);
    const source = readFileSync(join(TEXTS, name), "utf8").split("\n").map((line) => line.trim()).filter((line) => line !== "");
    expect(spokenText(imported.deck!)).toEqual(source);
    expect(imported.diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("a draft that speaks one character less is found out (import-lost-text)", async () => {
    const [whole, other] = [await bring(documentFrom(["一、回顾", "全年完成地区生产总值148亿元。"])), await bring(documentFrom(["一、回顾", "全年完成地区生产总值14亿元。"]))];
    expect(lossIn(whole.understanding, whole.deck!)).toBeNull();
    expect(lossIn(whole.understanding, other.deck!)).toMatchObject({ paragraph: 2, diagnostic: { code: "import-lost-text", severity: "error" } });
  });

  test("an error that no import can mend stops it, and nothing is there to be written (import-unfinished)", async () => {
    const imported = await importDocument({ document: documentFrom(["一、回顾"]), dir: "/nowhere/draft", themes: [] }, world);
    expect(imported.files.size).toBe(0);
    expect(imported.diagnostics.map(({ code }) => code)).toContain("import-unfinished");
  });

  test("hidden and disguised signs are left out, and each is told with its place", async () => {
    const imported = await bring(documentFrom(["一、回顾", "地区生产\u200B总值148亿元\u0007。"]));
    expect(spokenText(imported.deck!)).toEqual(["一、回顾", "地区生产总值148亿元。"]);
    expect(imported.review.replacements).toMatchObject([{ sign: "U+0007", by: "", place: { paragraph: 2 } }, { sign: "U+200B", by: "", place: { paragraph: 2 } }]);
  });
});

/** A generator of numbers that a test can repeat: mulberry32. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const HEADS = ["一、2025年工作回顾", "二、2026年工作安排", "（一）产业发展提质增效。", "（二）城乡面貌持续改善", "1. 抓项目", "（1）抓招商", "第三部分 重点任务", "一、", "——强化创新。", "名词解释", "附件1", "Part One Review", "I. Review of 2025", "备注：", "备注：以下略。", "注释", "讲解词", "发言要点：", "主要预期目标"];
const SENTENCES = [
  "地区生产总值148亿元，增长5.6%，增长6.1%；", "一般公共预算收入20.5亿元、下降3.2%。", "地区生产总值完成150亿元左右。", "主要预期目标是：地区生产总值增长5%左右，工业投资分别增长3%和4%，工业投资达到20亿元。", "五年来，粮食产量由12万吨增加到15万吨，年均增长3%。",
  "城镇、农村居民人均可支配收入分别达到4.5万元、2.6万元。", "位列全国百强镇第60位，城镇化率65.3%，提高1.2个百分点，占比达到300%。", "推进甲路改造、乙桥新建等2个项目开工建设。", "某示范区（以下简称“示范区”）。", "一是强链。二是“补链", "增长%，", "全县实现",
];
const MARKS = ["# 标题", "## 标题 {layout=cover}", "---", "***", "- 项", "+ 项", "> 引", "1. 项", "1、项", "| 甲 | 乙 |\n|---|---|", "```yaml", "~~~", "{{gdp}}", "{{", "}}", "{.step}", "{#id}", "**粗**：", "_斜_", "`码`", "<b>粗</b>", "<script>alert(1)</script>", "<!-- 注 -->", "<!-- check-ignore P03: 甲 -->", "check-ignore A05", "[链](https://example.org)", "https://example.org/a_b_c?x=1&y=2", "www.example.org", "a@example.org", "![图](a.png)", "&nbsp;&#65;&lt;", "\\", "$x$", "~~删~~", "^1^", "=== ", "***甲**", ":::", "@", "Note: x", "\t", "　　", "\u200B", "\u202E", "\uFEFF", "𠮷", "😀", "é", "①②", "㎡", "℃", "１２３", "％", "，，", "。。", "“", "”", "（", "）", "《", "…", "……", "—", "小编", "XX", "图片"];

function randomDocument(seed: number): SourceDocument {
  const roll = dice(seed);
  const of = <T>(list: readonly T[]): T => list[roll(list.length)]!;
  const paragraphs = Array.from({ length: 1 + roll(24) }, () => {
    if (roll(4) === 0) return { text: of(HEADS), level: roll(3) === 0 ? roll(4) : null };
    const pieces = Array.from({ length: 1 + roll(8) }, () => (roll(3) === 0 ? of(MARKS) : roll(30) === 0 ? "长".repeat(roll(400)) : of(SENTENCES)));
    return { text: pieces.join(roll(5) === 0 ? "\n" : roll(5) === 0 ? " " : ""), label: roll(12) === 0 ? "（三）" : "" };
  });
  return documentFrom(paragraphs);
}

/** Seeds of reports at random; a failing one is a test of its own from then on. */
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

test.each(SEEDS)("a report at random compiles and is spoken to the letter: seed %i", async (seed) => {
  const document = randomDocument(seed);
  const imported = await bring(document);
  expect(imported.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const source = document.blocks.flatMap((block) => (block.type === "paragraph" ? [plainSigns(block.label + block.runs[0]!.text).text] : [])).filter((text) => text !== "");
  expect(spokenText(imported.deck!)).toEqual(source);
});

test.each([
  ["one word", ["报告"]],
  ["one heading", ["一、回顾"]],
  ["only headings", ["一、回顾", "二、打算", "（一）甲", "（二）乙"]],
  ["no heading", ["全年地区生产总值148亿元，增长5.6%。".repeat(20)]],
  ["one mark", ["。"]],
  ["the mark of the notes", ["备注：", "备注：备注：", "Note:"]],
  ["English", ["Work Report of Canglan Province", "Part One Review of 2025", "GDP grew by 5.3% to CNY 2,764 billion. Jobs were created.", "I. Rural Revitalisation", "We will build roads. We will plant trees."]],
] as const)("a report of %s compiles", async (_, paragraphs) => {
  const imported = await bring(documentFrom(paragraphs));
  expect(imported.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(spokenText(imported.deck!)).toEqual(paragraphs);
});
