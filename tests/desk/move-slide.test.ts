/** A slide moves with all its lines, within its file, and never inside the title of the part. */
import { expect, it } from "vitest";
import { moveSlide } from "../../src/client/desk-page/move-slide.ts";

const TEXT = "---\nminutes: 3\n---\n# 部分\n\n## 甲\n\n- 一\n\n备注：\n念甲。\n\n## 乙\n\n- 二\n\n\n## 丙\n\n- 三";
const SLIDES = [["part", 4], ["a", 6], ["a.2", 6], ["b", 13], ["c", 18]].map(([id, line]) => ({ id: String(id), line: Number(line), title: "", file: "slides/1.md" }));

it.each([
  ["down by one", "a", "c", "---\nminutes: 3\n---\n# 部分\n\n## 乙\n\n- 二\n\n## 甲\n\n- 一\n\n备注：\n念甲。\n\n## 丙\n\n- 三"],
  ["to the end", "a", null, "---\nminutes: 3\n---\n# 部分\n\n## 乙\n\n- 二\n\n\n## 丙\n\n- 三\n\n## 甲\n\n- 一\n\n备注：\n念甲。\n"],
  ["up", "c", "a", "---\nminutes: 3\n---\n# 部分\n\n## 丙\n\n- 三\n\n## 甲\n\n- 一\n\n备注：\n念甲。\n\n## 乙\n\n- 二\n"],
])("%s", (_, id, before, expected) => {
  expect(moveSlide(TEXT, SLIDES, id, before)?.trimEnd()).toBe(expected.trimEnd());
});

it.each([["where it stands", "a", "b"], ["in front of itself", "b", "b"], ["the part's own page", "part", null], ["in front of the part's title", "b", "part"], ["to a slide of another file", "b", "elsewhere"]] as const)("not %s", (_, id, before) => {
  expect(moveSlide(TEXT, SLIDES, id, before)).toBeNull();
});
