/** Notes of a document: each is spoken behind its paragraph, its mark stands where the document has it, and nothing of it is lost. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { importDocument, lossIn, type Imported } from "../../src/import.ts";
import { spokenText } from "../../src/import/proof.ts";
import { renderReview } from "../../src/import/review-page.ts";
import type { DocumentNote, SourceDocument } from "../../src/read/documents/document.ts";
import { updateProject } from "../../src/update.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";
import { HOME, THEMES, withFolder } from "../support/project.ts";
import { documentFrom } from "./documents.ts";

let world: World;
beforeAll(() => {
  world = createWorld({ home: HOME });
});
afterAll(() => world.close());

const FIGURES = "全年地区生产总值286.4亿元，增长6.3%。";
const TERM = "培育“链上甲河”企业12家。";

/** A report whose paragraphs have these notes, by the paragraph's words. */
function report(notes: Readonly<Record<string, readonly DocumentNote[]>>, lines: readonly string[] = ["云溪县2026年政府工作报告", "一、2025年工作回顾", FIGURES, TERM]): SourceDocument {
  const plain = documentFrom(lines);
  return { ...plain, blocks: plain.blocks.map((block) => (block.type === "paragraph" ? { ...block, notes: notes[block.runs[0]!.text] ?? [] } : block)) };
}

function bring(document: SourceDocument): Promise<Imported> {
  return importDocument({ document, dir: "/nowhere/draft", themes: [THEMES] }, world);
}

const behind = (line: string, words: string, text: string): DocumentNote => ({ after: line.indexOf(words) + words.length, text });

test("a note is spoken behind its paragraph, and its mark stands behind the same word, beside a reference too", async () => {
  const imported = await bring(report({ [FIGURES]: [behind(FIGURES, "286.4亿元", "初步核算数，最终核实后另行公布。"), behind(FIGURES, "6.3%", "按不变价格计算。\n与上年口径一致。")], "一、2025年工作回顾": [{ after: 11, text: "本部分数据由县统计局提供。" }] }));
  expect(spokenText(imported.deck!)).toEqual([
    "云溪县2026年政府工作报告", "一、2025年工作回顾〔注1〕", "〔注1〕本部分数据由县统计局提供。", "全年地区生产总值286.4亿元〔注2〕，增长6.3%〔注3〕。", "〔注2〕初步核算数，最终核实后另行公布。", "〔注3〕按不变价格计算。\n与上年口径一致。", TERM,
  ]);
  expect(new TextDecoder().decode(imported.files.get("slides/10-part-1.md"))).toContain("全年地区生产总值{{gdp}}〔注2〕，增长{{gdp.growth}}〔注3〕。");
  expect(imported.diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
});

test("a mark inside a figure leaves it text", async () => {
  const imported = await bring(report({ [FIGURES]: [behind(FIGURES, "286", "约数。")] }));
  expect(spokenText(imported.deck!)).toContain("全年地区生产总值286〔注1〕.4亿元，增长6.3%。");
});

test("marks of Markdown, references and fences in a note are words", async () => {
  const words = "# 题\n--- {{gdp}} **粗** <b>x</b> ::: `y` | 1. 2) > [a](b) 备注： ![p](q)";
  const imported = await bring(report({ [TERM]: [behind(TERM, "企业", words)] }));
  expect(spokenText(imported.deck!).at(-1)).toBe(`〔注1〕${words}`);
});

test("a note that explains the words before it is a term, and is spoken all the same", async () => {
  const imported = await bring(report({ [TERM]: [behind(TERM, "“链上甲河”", "指围绕甲河产业链开展的企业梯度培育。")] }));
  expect(new TextDecoder().decode(imported.files.get("data/terms.csv"))).toContain("链上甲河,phrase,2025,");
  expect(spokenText(imported.deck!).at(-1)).toBe("〔注1〕指围绕甲河产业链开展的企业梯度培育。");
});

test("the proof finds a note that the draft does not speak", async () => {
  const whole = await bring(report({ [TERM]: [behind(TERM, "企业", "不含个体户。")] }));
  const without = await bring(report({}));
  expect(lossIn(whole.understanding, without.deck!)).not.toBeNull();
  expect(lossIn(whole.understanding, whole.deck!)).toBeNull();
});

test("the review shows each note with the words before its mark", async () => {
  const { review } = await bring(report({ [TERM]: [behind(TERM, "企业", "不含<个体户>。")] }));
  const page = renderReview(review);
  expect(page).toContain('<section class="asides"');
  expect(page).toContain("第4段（第4行） <small>…培育“链上甲河”企业</small> <strong>〔注1〕</strong> 不含&lt;个体户&gt;。");
});

test("an update brings a changed note, and an unchanged one stays as it is", async () => {
  const notes = { [FIGURES]: [behind(FIGURES, "286.4亿元", "初步核算数。")], [TERM]: [behind(TERM, "企业", "不含个体户。")] };
  const first = await bring(report(notes));
  const written = new Set(spokenText(first.deck!));
  const changed = { ...notes, [TERM]: [behind(TERM, "企业", "不含个体工商户。")] };
  await withFolder(new Map([...first.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)])), async (dir) => {
    const same = await updateProject({ document: report(notes), dir, themes: [THEMES], written }, world);
    expect([...same.files.keys()]).toEqual([]);
    const next = await updateProject({ document: report(changed), dir, themes: [THEMES], written }, world);
    expect([...next.files.keys()]).toEqual(["slides/10-part-1.md"]);
    expect(new TextDecoder().decode(next.files.get("slides/10-part-1.md"))).toContain("〔注2〕不含个体工商户。");
    expect(next.told).toMatchObject({ changed: [4], added: [], removed: [], kept: [] });
  });
});
