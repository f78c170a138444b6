/** Long tables, lists and boards go on to further slides by themselves: nothing is lost, doubled or in another order. */
import { describe, expect, it } from "vitest";
import type { Block, Deck, Slide } from "../../src/model/deck.ts";
import { plainText } from "../../src/model/plain-text.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

async function slidesOf(files: Readonly<Record<string, string>>): Promise<{ readonly deck: Deck; readonly slides: readonly Slide[]; readonly codes: readonly string[] }> {
  const { model, diagnostics } = await withFolder(smallProject(files), compileFolder);
  if (model === null) throw new Error(JSON.stringify(diagnostics));
  return { deck: model, slides: model.sections.flatMap((section) => section.slides), codes: diagnostics.map(({ code }) => code) };
}

/** The first cell of each row, the text of each item, the name of each project. */
function entriesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === "table") return block.rows.map(([first = []]) => plainText(first));
    if (block.type === "list") return block.items.map(({ inlines }) => plainText(inlines));
    if (block.type === "projects") return block.groups.flatMap(({ projects }) => projects.map(({ name }) => name));
    return [];
  });
}

/** Numbers from 1 to 3 × `most`, in steps that meet every remainder. */
const counts = (most: number): readonly number[] => Array.from({ length: 12 }, (_, index) => 1 + index * Math.ceil(most / 5) + (index % 3)).filter((count) => count <= most);
const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `第${index + 1}项${"事务".repeat(1 + (index % 5))}`);

const FORMS: readonly (readonly [string, number, (entries: readonly string[]) => Record<string, string>])[] = [
  ["table", 64, (entries) => ({ "slides/10-part.md": `# 回顾\n\n## 一览 {#all kicker="全年"}\n\n一句引子。\n\n| 事项 | 数量 |\n| --- | --: |\n${entries.map((entry, index) => `| ${entry} | ${index}.5% |`).join("\n")}\n\n备注：\n讲一次。\n` })],
  ["list", 42, (entries) => ({ "slides/10-part.md": `# 回顾\n\n## 一览 {#all}\n\n${entries.map((entry, index) => `${index + 1}. ${entry}`).join("\n")}\n\n备注：\n讲一次。\n` })],
  ["projects", 40, (entries) => ({
    "slides/10-part.md": "# 回顾\n\n## 一览 {#all}\n\n```projects\n```\n\n备注：\n讲一次。\n",
    "data/projects.csv": `name,section,status\n${entries.map((entry, index) => `${entry},城建,${index < entries.length / 2 ? "开工" : "建设"}\n`).join("")}`,
  })],
];

describe.each(FORMS)("a %s", (type, most, write) => {
  it.each(counts(most))("of %i entries keeps each once and in order", async (count) => {
    const { slides, codes } = await slidesOf(write(names(count)));
    const [divider, ...parts] = slides;
    expect(divider?.layout).toBe("section");
    expect(codes.filter((code) => code !== "crowded-slide")).toEqual([]);
    expect(parts.flatMap(({ blocks }) => entriesOf(blocks))).toEqual(names(count));
    expect(parts.map(({ id }) => id)).toEqual(["all", ...parts.slice(1).map((_, index) => `all.${index + 2}`)]);
    expect(parts.map(({ title }) => plainText(title))).toEqual(["一览", ...parts.slice(1).map(() => "一览（续）")]);
    expect(parts.map(({ notes }) => notes.length)).toEqual([1, ...parts.slice(1).map(() => 0)]);
    expect(new Set(parts.map(({ span }) => span.line)).size).toBe(1);
    const sizes = parts.map(({ blocks }) => entriesOf(blocks).length);
    if (type !== "projects") expect(Math.max(...sizes) - Math.min(...sizes), sizes.join(" ")).toBeLessThanOrEqual(1);
    expect(parts.length > 1).toBe(parts[0]?.part !== null);
  });
});

it("one entry more than the limit is refused, with the limit and the way out", async () => {
  for (const [, most, write] of FORMS.slice(0, 2)) {
    const { diagnostics } = await withFolder(smallProject(write(names(most + 1))), compileFolder);
    const refused = diagnostics.filter(({ severity }) => severity === "error");
    expect(refused.map(({ code, span }) => [code, span?.file])).toEqual([["layout-mismatch", "slides/10-part.md"]]);
    expect(`${refused[0]!.message.zh}${refused[0]!.hint!.zh}`).toMatch(new RegExp(`${most}.*分成两页`));
  }
});

it("a numbered list counts on, and only the first slide has a heading", async () => {
  const { deck } = await withFolder(smallProject(FORMS[1]![2](names(20))), compileFolder);
  const html = deck!.slides.slice(1).map((slide) => slide.html);
  expect(html.flatMap((one) => [...one.matchAll(/class="count[^"]*"[^>]*>(\d+)</g)].map(([, number]) => Number(number)))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(html.map((one) => /<h3 class="title/.test(one))).toEqual([true, ...html.slice(1).map(() => false)]);
  expect(html.every((one) => /class="title/.test(one))).toBe(true);
});

it("an ordinary table of a few rows stays one slide", async () => {
  for (const rows of [1, 4, 8]) {
    const { slides } = await slidesOf({ "slides/10-part.md": `# 回顾\n\n## 五年\n\n| 指标 | 2021年 | 2022年 | 2023年 | 2024年 | 2025年 |\n| --- | --: | --: | --: | --: | --: |\n${"| 规模以上工业增加值 | 112.4 | 118.9 | 121.3 | 126.5 | 1,133.2 |\n".repeat(rows)}` });
    expect(slides).toHaveLength(2);
  }
});
