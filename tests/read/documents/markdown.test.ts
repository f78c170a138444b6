/** Markdown files, through the HTML that they stand for. */
import { describe, expect, it } from "vitest";
import { read, refusal } from "./read.ts";

describe("Markdown", () => {
  it("has headings, paragraphs, lists and tables, each on its line", async () => {
    const source = "# 工作报告\n\n各位代表：\n\n## 一、回顾\n\n**一是抓投资。**完成投资\n148亿元&amp;增长6%。\n\n3. 甲\n4. 乙\n   续\n\n- 丙\n\n| 指标 | 值 |\n|---|---|\n| 产值 | 148 |\n\n末段\n";
    const { text, blocks } = await read("报告.md", source);
    expect(text).toEqual(["= 工作报告", "各位代表：", "# 一、回顾", "**一是抓投资。**完成投资 148亿元&增长6%。", "3.甲", "4.乙续", "丙", "指标 | 值 / 产值 | 148", "末段"]);
    expect(blocks.map(({ place }) => place.line)).toEqual([1, 3, 5, 7, 10, 11, 14, 16, 20]);
  });

  it("has its notes in place", async () => {
    const { blocks } = await read("a.md", "完成148亿元[^1]，增长[^x]6%。\n\n[^1]: 含土地。\n    第二行。\n\n后");
    expect(blocks.map((block) => block.type === "paragraph" && [block.runs[0]?.text, block.notes, block.place.line])).toEqual([["完成148亿元，增长[^x]6%。", [{ after: 7, text: "含土地。\n第二行。" }], 1], ["后", [], 6]]);
  });

  it("leaves out its settings and pictures elsewhere, and tells both", async () => {
    const { text, told } = await read("a.md", "---\ntitle: 报告\ndate: 2026\n---\n\n甲\n\n![图](a.png)\n");
    expect(text).toEqual(["甲"]);
    expect(told).toEqual(["note document-left-out 1", "warning document-not-taken 8"]);
  });

  it("keeps paragraphs that are indented as on paper, and raw HTML without its scripts", async () => {
    expect((await read("a.md", "\u3000\u3000甲\n\n    乙，四个空格\n\n<div>丙<script>x</script></div>\n")).text).toEqual(["甲", "乙，四个空格", "丙"]);
  });

  it("nested too deeply is not read", async () => {
    expect(await refusal("a.md", `${"> ".repeat(5000)}x`)).toBe("hostile");
    expect(await refusal("a.md", `${"- ".repeat(5000)}x`)).toBe("hostile");
  });

  it("whose marks would take any time is not read", async () => {
    for (const marks of ["*a_b ", "[", "~~a", "- x\n", "|x|\n", "\n*_"]) expect(await refusal("a.md", marks.repeat(90_000))).toBe("too-large");
  });
});
