import { describe, expect, it } from "vitest";
import { LAYOUTS } from "../../src/model/deck.ts";
import { describeSlots } from "../../src/parse/layout-words.ts";
import { LAYOUT_SLOTS } from "../../src/parse/layouts.ts";
import { readMarkdown, readSlide } from "./markdown-reading.ts";

const CHART = "```chart\ntype: growth\nindicators: [gdp, revenue]\n```\n";
const FIGURES = "```figures\ncards: [gdp, revenue]\n```\n";
const ZONES = "```zones\nzones:\n  - name: 甲\n  - name: 乙\n```\n";
const TIMELINE = "```timeline\nentries:\n  - when: 2021\n    title: 甲\n  - when: 2022\n    title: 乙\n```\n";
const IMAGE = "![桥](images/bridge.jpg)\n";
const TABLE = "| a |\n|---|\n| 1 |\n";
const items = (count: number): string => "- 项\n".repeat(count);
const cards = (count: number, inside = "段\n\n"): string => `### 卡\n\n${inside}`.repeat(count);

describe("where no layout is named", () => {
  it.each<readonly [content: string, layout: string]>([
    [`${CHART}\n段`, "chart"],
    [FIGURES, "figures"],
    [ZONES, "zones"],
    [TIMELINE, "timeline"],
    [TABLE, "table"],
    [`${IMAGE}\n段\n\n段`, "picture"],
    [cards(2), "cards"],
    ["> 引", "quote"],
    [items(2), "bullets"],
    ["段\n\n段", "picture"],
    ["", "picture"],
    [`${IMAGE}\n${items(2)}`, "picture"],
  ])("%j is %s", (content, layout) => {
    const slide = readSlide(`## 甲\n\n${content}\n`);
    expect(slide.layout).toBe(layout);
    expect(slide.layoutReason).not.toBe("");
  });

  it("a slide without title is a quote", () => expect(readSlide("---\n\n段\n").layout).toBe("quote"));

  it("the reason is in the deck's language", () => {
    expect(readSlide("## 甲 {layout=picture}\n").layoutReason).toBe("作者指定");
    expect(readSlide("## A\n\n- b\n", { lang: "en" }).layoutReason).toBe("it holds a list");
  });
});

describe("layouts take", () => {
  it.each<readonly [layout: string, content: string]>([
    ["cover", ""],
    ["agenda", ""],
    ["statement", cards(5)],
    ["figures", `段\n\n${FIGURES}`],
    ["bullets", `段\n\n${items(42)}`],
    ["columns", cards(2, `段\n\n段\n\n${items(1)}\n${IMAGE}\n`)],
    ["cards", `段\n\n${cards(1)}${cards(1, items(3))}${cards(1, "")}`],
    ["picture", ""],
    ["table", `| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n${"| 1 |\n".repeat(8)}\n段`],
    ["quote", "段"],
    ["closing", "段"],
  ])("%s: %j", (layout, content) => expect(readMarkdown(`## 甲 {layout=${layout}}\n\n${content}\n`).complaints).toEqual([]));

  it("the divider: one paragraph and notes", () => {
    expect(readMarkdown("# 甲\n\n段\n\n备注：话\n").complaints).toEqual([]);
    expect(readMarkdown("# 甲\n\n- 项\n").complaints).toEqual(["3:1-4 layout-mismatch"]);
  });
});

describe("what does not fit is reported with a layout that takes it", () => {
  it.each<readonly [layout: string, content: string, place: string, fitting: string]>([
    ["cover", "段", "3:1-2", "picture quote"],
    ["agenda", items(2), "3:1-4:4", "bullets picture"],
    ["statement", cards(1), "1:1-24", "cards"],
    ["statement", cards(6), "23:1-25:2", ""],
    ["statement", cards(2, items(1)), "5:1-4", "cards columns"],
    ["figures", "段", "1:1-22", "picture quote"],
    ["chart", `${CHART}\n${CHART}`, "8:1-11:4", ""],
    ["bullets", items(43), "3:1-45:4", "picture"],
    ["bullets", "段\n\n段\n\n- 项", "5:1-2", ""],
    ["columns", cards(1), "1:1-22", "cards"],
    ["cards", cards(2, IMAGE), "5:1-24", "columns"],
    ["cards", cards(1, `段\n\n${items(1)}\n`), "7:1-4", ""],
    ["picture", `${IMAGE}\n${IMAGE}`, "5:1-24", "photos"],
    ["photos", IMAGE, "1:1-21", "picture"],
    ["photos", `${IMAGE}\n`.repeat(7), "15:1-24", ""],
    ["picture", "段\n\n- 项", "5:1-4", "bullets"],
    ["table", `| a |\n|---|\n${"| 1 |\n".repeat(65)}`, "3:1-69:6", ""],
    ["table", "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |\n|-|-|-|-|-|-|-|-|-|\n", "3:1-4:20", ""],
    ["quote", "> 一\n\n段", "5:1-2", ""],
    ["quote", "", "1:1-20", "picture agenda"],
    ["closing", "```js\na\n```", "3:1-5:4", ""],
  ])("%s: %j", (layout, content, place, fitting) => {
    const { complaints, diagnostics } = readMarkdown(`## 甲 {layout=${layout}}\n\n${content}\n`);
    expect(complaints).toEqual([`${place} layout-mismatch`]);
    const { message, hint } = diagnostics[0]!;
    expect(message.en).toContain(describeSlots(LAYOUTS.find((name) => name === layout)!).en);
    expect([...hint!.en.matchAll(/layout=(\w+)/g)].map(([, name]) => name).join(" ")).toBe(fitting);
  });

  it("counts what was found", () => {
    const { message } = readMarkdown(`## 甲 {layout=chart}\n\n${items(3)}\n${cards(2)}`).diagnostics[0]!;
    expect(message.en).toContain("this slide has a title, a list (3 items), 2 cards (a paragraph; a paragraph)");
    expect(message.zh).toContain("标题、1 个列表（3 项）、2 张卡片（###）（1 段文字；1 段文字）");
  });

  it("asks for a title where the layout needs one", () => {
    expect(readMarkdown("---\n\n- 项\n").complaints).toEqual(["1:1-4 missing-title"]);
    expect(readMarkdown("---\n\n![桥](images/bridge.jpg)\n").complaints).toEqual([]);
  });

  it("is quiet where a block is missing because of another mistake", () => {
    expect(readMarkdown("## 甲 {layout=picture}\n\n![桥](images/no.jpg)\n\n一\n\n二\n\n三\n").complaints).toEqual(["3:1-20 image-not-found"]);
    expect(readMarkdown("## 甲 {layout=chart}\n\n```chart\ntype: nix\n```\n").complaints).toHaveLength(1);
  });
});

it("every layout says in both languages what it takes", () => {
  for (const layout of LAYOUTS) {
    expect(LAYOUT_SLOTS[layout]).toBeDefined();
    expect(describeSlots(layout).en).toMatch(/^a title/);
    expect(describeSlots(layout).zh).toMatch(/^标题/);
  }
});
