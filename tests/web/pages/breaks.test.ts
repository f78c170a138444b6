/** What may break over two lines, and what may not (V05). */
import { expect, test } from "vitest";
import { findBreakFaults } from "../../../src/web/pages/check-breaks.ts";
import { createStretchFinder } from "../../../src/render/line-break.ts";

const NAMES = ["新型城镇化"];
const faults = (lines: readonly string[], title = false): string[] => findBreakFaults({ slide: "a", title, lines }, createStretchFinder(NAMES), NAMES).map((fault) => `${fault.type} ${fault.type === "lone-character" ? fault.character : fault.text}`);

test.each([
  [["积极推进新型城", "镇化建设"], ["broken-name 新型城镇化"]],
  [["全年完成工业总产值148", "亿元，同比增长"], ["broken-name 148亿元"]],
  [["同比增长11.", "6%"], ["broken-name 11.6%"]],
  [["积极推进", "新型城镇化建设"], []],
  [["全年完成工业总产值", "148亿元"], []],
  // 一部 is not a number with its unit.
  [["按照上级统一", "部署"], []],
  // It does not fit on one line.
  [["新型城", "镇化"], []],
  // A mark stands with the words that it closes.
  [["一以贯之谋发展", "，", "一张蓝图绘到底"], ["lone-character ，"]],
])("lines %j", (lines, expected) => expect(faults(lines)).toEqual(expected));

test.each([
  [["二〇二二年工作目", "标"], ["lone-character 标"]],
  [["今年怎么", "干？"], ["lone-character 干"]],
  [["二〇二二年工作", "目标"], []],
  [["全镇一盘", "棋2.0"], []],
])("a title of the lines %j", (lines, expected) => expect(faults(lines, true)).toEqual(expected));

test("only titles are balanced: other text ends as it ends", () => expect(faults(["把群众关心的事办", "好"])).toEqual([]));
