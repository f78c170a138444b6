/** V07 counts what appears at once, and only running text. */
import { expect, it } from "vitest";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const han = (count: number): string => "稳".repeat(count);

async function countOf(slide: string): Promise<string> {
  const { diagnostics } = await withFolder(smallProject({ "slides/10-part.md": `# 回顾\n\n## 指标\n\n${slide}\n` }), compileFolder);
  return diagnostics.map(({ code, severity, message }) => `${severity} ${code} ${/\d+/.exec(message.en)?.[0]}`).join();
}

it.each([
  ["forty characters pass", han(40), ""],
  ["one more is told", han(41), "warning crowded-slide 41"],
  ["paragraphs and items add up", `${han(20)}\n\n- ${han(10)}\n- ${han(11)}`, "warning crowded-slide 41"],
  ["digits, Latin letters and marks are no Han characters", `${han(40)}，GDP 148“。”`, ""],
  ["a figure counts as it is shown", `${han(39)}{{gdp}}`, "warning crowded-slide 41"],
  ["steps count apart", `- ${han(30)} {.step}\n- ${han(30)} {.step}\n- ${han(30)}`, ""],
  ["a step may be too long by itself", `- ${han(10)}\n- ${han(42)} {.step}`, "warning crowded-slide 42"],
  ["titles of items and cards are no running text", `### ${han(12)}\n\n- **${han(12)}** ${han(20)}\n\n### ${han(12)}\n\n- **${han(12)}** ${han(20)}`, ""],
  ["emphasis and links are", `*${han(21)}*[${han(20)}](https://example.org)`, "warning crowded-slide 41"],
  ["notes are not looked at", `- ${han(5)}\n\n备注：\n${han(200)}`, ""],
])("%s", async (_name, slide, expected) => {
  expect(await countOf(slide)).toBe(expected);
});
