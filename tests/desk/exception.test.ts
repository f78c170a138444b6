/** An exception stands where the check hears it, and every other byte stays. */
import { expect, it } from "vitest";
import { withException } from "../../src/client/desk-page/exception.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

const SLIDES = "# 回顾\n\n## 一 {#one}\n\n- 甲,乙\n- 全年{{gdp}}\n\n```chart\ntype: growth\nindicators: [gdp]\n```\n";

it.each([
  ["an item", "slides/1.md", SLIDES, 5, "P01", "- 甲,乙", "- 甲,乙 <!-- check-ignore P01: 原文 如此 -->"],
  ["a heading keeps its attributes last", "slides/1.md", SLIDES, 3, "P01", "## 一 {#one}", "## 一 <!-- check-ignore P01: 原文 如此 --> {#one}"],
  ["a block", "slides/1.md", SLIDES, 10, "D1", "```chart", "<!-- check-ignore D1: 原文 如此 -->\n```chart"],
  ["a row with a note", "data/observations.csv", "indicator,period,note\na,2021,\nb,2021,旧\n", 3, "A05", "b,2021,旧", "b,2021,旧; check-ignore A05: 原文 如此"],
  ["a row of a table without notes", "data/observations.csv", "indicator,period\na,2021\n", 2, "A05", "indicator,period\na,2021", "indicator,period,note\na,2021,check-ignore A05: 原文 如此"],
])("%s", (_, path, text, line, rule, before, after) => {
  expect(withException(path, text, line, rule, "原文--><如此")).toBe(text.replace(before, after));
});

it("is heard by the check", async () => {
  const check = (text: string): Promise<readonly string[]> => withFolder(smallProject({ "slides/10-part.md": text }), async (dir) => (await compileFolder(dir)).diagnostics.map(({ rule, code }) => rule ?? code));
  const text = "# 回顾\n\n## 一\n\n- 甲,乙{{gdp}}\n";
  expect(await check(text)).toEqual(["P01"]);
  expect(await check(withException("slides/10-part.md", text, 5, "P01", "原文如此"))).toEqual([]);
});
