/** A new document for a project that is there: only what changed is written, and nothing that a person wrote goes without a word. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importDocument } from "../../src/import.ts";
import { alignParagraphs } from "../../src/import/merge/align.ts";
import type { SourceDocument } from "../../src/read/documents/document.ts";
import { readDocument } from "../../src/read/documents/read-document.ts";
import { updateProject, type Updated } from "../../src/update.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";
import { HOME, THEMES, withFolder } from "../support/project.ts";

const COUNTY = readFileSync(fileURLToPath(new URL("texts/county.txt", import.meta.url)), "utf8");
let world: World;
beforeAll(() => {
  world = createWorld({ home: HOME });
});
afterAll(() => world.close());

async function documentOfText(words: string): Promise<SourceDocument> {
  return (await readDocument("报告.txt", new TextEncoder().encode(words), () => undefined))!;
}

/** Imports a text, lets a person work on the files, and brings in the next text. */
async function update(next: string, edit: (files: Map<string, string>) => void = () => undefined): Promise<{ readonly updated: Updated; readonly before: ReadonlyMap<string, string> }> {
  const document = await documentOfText(COUNTY);
  const imported = await importDocument({ document, dir: "/nowhere/draft", themes: [THEMES] }, world);
  const files = new Map([...imported.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  edit(files);
  const written = new Set(imported.review.paragraphs.map((one) => one.text));
  return withFolder(files, async (dir) => ({ updated: await updateProject({ document: await documentOfText(next), dir, themes: [join(dir, "themes"), THEMES], written }, world), before: files }));
}

function text({ files }: Updated, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

test("the same document changes nothing", async () => {
  const { updated } = await update(COUNTY);
  expect(updated.diagnostics).toEqual([]);
  expect(updated.told).toEqual({ changed: [], added: [], unplaced: [], removed: [], kept: [], rows: [] });
  expect(updated.files.size).toBe(0);
});

test("a figure that changed is written into its row alone: the spoken text refers to it", async () => {
  const { updated, before } = await update(COUNTY.replaceAll("486.3", "490.1"));
  expect([...updated.files.keys()]).toEqual(["data/observations.csv"]);
  expect(text(updated, "data/observations.csv")).toBe(before.get("data/observations.csv")!.replace("gdp,2025,486.3,", "gdp,2025,490.1,"));
  expect(updated.told?.rows).toMatchObject([{ name: "observations.csv gdp 2025", before: expect.stringContaining("486.3") as string, now: expect.stringContaining("490.1") as string }]);
});

test("a changed, an added and a removed paragraph: each has its place, slides made by hand and their words stay", async () => {
  const next = COUNTY.replace("一是推进强链延链。", "一是推进强链补链。").replace("各位代表！蓝图", "（四）聚力安全。牢牢守住底线。\n各位代表！蓝图").replace(/（三）坚持改革开放.*\n/, "");
  const own = "## 自己的页面 {layout=picture}\n\n手写的话\n\n备注：\n自己写的讲稿。\n\n";
  const { updated, before } = await update(next, (files) => files.set("slides/20-part-3.md", files.get("slides/20-part-3.md")!.replace("## 聚力乡村振兴", `${own}## 聚力乡村振兴`)));
  expect(updated.diagnostics).toEqual([]);
  expect(updated.told).toMatchObject({ unplaced: [], kept: ["自己写的讲稿。"], removed: [expect.stringMatching(/^（三）坚持改革开放/) as string] });
  expect(updated.told!.changed).toHaveLength(1);
  expect(updated.told!.added).toHaveLength(1);
  const tasks = text(updated, "slides/20-part-3.md");
  expect(tasks).toContain(own);
  expect(tasks).toContain("一是推进强链补链。");
  expect(tasks).toContain("\n\n（四）聚力安全。牢牢守住底线。\n");
  // All other lines are as they were.
  const old = new Set(before.get("slides/20-part-3.md")!.split("\n"));
  expect(tasks.split("\n").filter((line) => !old.has(line))).toHaveLength(2);
  expect(text(updated, "slides/10-part-1.md")).not.toContain("坚持改革开放，发展活力不断释放。进出口");
});

test("next year's report gets rows of its own, and the deck its year; the old rows stay", async () => {
  const next = COUNTY.replaceAll("2026", "2027").replaceAll("2025", "2026").replaceAll("486.3", "512.7").replaceAll("同比增长5.6%", "同比增长5.4%").replace("由368.5亿元", "由402.8亿元");
  const { updated } = await update(next);
  // A chart of last year's choice may lack an indicator now: that is told, and a person chooses.
  expect(updated.diagnostics.every(({ code, span }) => code === "no-data" && span!.file.startsWith("slides/"))).toBe(true);
  expect(text(updated, "slides/deck.yaml")).toContain('period: "2026"\nplan: "2027"\n');
  const rows = text(updated, "data/observations.csv");
  expect(rows).toContain("gdp,2025,486.3,5.6%");
  expect(rows).toContain("gdp,2026,512.7,5.4%");
});

test("a project with errors is left alone", async () => {
  const { updated } = await update(COUNTY.replaceAll("486.3", "490.1"), (files) => files.set("slides/00-cover.md", "## {layout=cover}\n\n{{gpd}}\n"));
  expect(updated.files.size).toBe(0);
  expect(updated.diagnostics.map(({ code }) => code)).toContain("unknown-indicator");
});

test("what comes before the first paragraph that both have is named, not lost", async () => {
  const { updated } = await update(`这是一段全新的开场白，与原来的任何一段都不相同。\n${COUNTY}`);
  expect(updated.told?.unplaced).toEqual([1]);
});

describe("paragraphs are aligned", () => {
  test("by what is the same, then in each gap by what is alike", () => {
    const before = ["标题", "全年完成产值100亿元，增长5%。", "第三段没有了，谁也不像。", "结尾"];
    const now = ["标题", "全年完成产值120亿元，增长6%。", "这里另起一段，说别的事情。", "结尾"];
    expect(alignParagraphs(before, now)).toEqual([{ before: 0, now: 0 }, { before: 1, now: 1 }, { before: 2, now: null }, { before: null, now: 2 }, { before: 3, now: 3 }]);
  });

  test.each([[[], []], [["甲"], []], [[], ["乙"]], [["甲", "甲"], ["甲"]]] as const)("each once: %j and %j", (before, now) => {
    const pairs = alignParagraphs([...before], [...now]);
    expect(pairs.flatMap((pair) => (pair.before === null ? [] : [pair.before]))).toEqual(before.map((_, index) => index));
    expect(pairs.flatMap((pair) => (pair.now === null ? [] : [pair.now]))).toEqual(now.map((_, index) => index));
  });
});
