import { describe, expect, it } from "vitest";
import { clauseBreaks, createLineBreaker, createStretchFinder } from "../../src/render/line-break.ts";

/** The text with `|` wherever a line may break. */
function broken(text: string, protect: readonly string[] = []): string {
  const breaks = createLineBreaker(protect)(text);
  return [...text].map((character, index) => (breaks.has(index) ? `|${character}` : character)).join("");
}

describe("phrases", () => {
  it.each([
    ["总体思路和奋斗目标", "总体|思路|和奋斗|目标"],
    ["以更实的作风推动农村发展", "以更实的|作风|推动|农村|发展"],
    ["建好三个功能区", "建好|三个|功能区"],
    ["加强对古镇文旅业态的整体把控", "加强|对古镇|文旅|业态的|整体|把控"],
    ["从2021年到2022年", "从2021年|到2022年"],
    ["四项指标增速超过10%", "四项|指标|增速|超过10%"],
  ])("%s", (text, expected) => {
    expect(broken(text)).toBe(expected);
  });

  it("keeps particles and closing marks with what precedes, opening marks with what follows", () => {
    expect(broken("牢牢把握“一号工程”的爆发点")).toBe("牢牢|把握|“一号工程”的|爆发点");
    expect(broken("优规划、腾空间，区域协同")).toBe("优规划、|腾空间，|区域|协同");
  });

  it("leaves Latin words and spaces to the browser", () => {
    expect(broken("Growth of the economy")).toBe("Growth of the economy");
  });

  it("never breaks a few characters", () => {
    expect(broken("产业升级")).toBe("产业升级");
  });
});

describe("numbers stay with their units", () => {
  it.each([
    ["完成总值148亿元以上", "148亿元以上"],
    ["同比增长近9%的目标", "近9%"],
    ["建设50万伏高压管廊", "50万伏"],
    ["延伸轨交6号线工程", "6号线"],
    ["达到5%~8%的水平", "5%~8%"],
    ["提高2.5个百分点左右", "2.5个百分点左右"],
    ["展望二〇二二年工作", "二〇二二年"],
    ["本届政府第十九届会议", "第十九届"],
  ])("%s", (text, whole) => {
    expect(broken(text)).toContain(whole);
    expect(createStretchFinder([])(text).map(({ from, to }) => text.slice(from, to))).toContain(whole);
  });

  it("does not take a number for a part of a longer word", () => {
    expect(createStretchFinder([])("一体推进")).toEqual([]);
  });
});

describe("protected words", () => {
  it("are not broken where the dictionary would", () => {
    expect(broken("建设美丽甪直大家园", [])).toContain("甪直");
    expect(broken("融入独墅湖开放创新示范区", ["独墅湖开放创新"])).toContain("独墅湖开放创新");
  });

  it("win by length and may hold characters of a pattern", () => {
    const find = createStretchFinder(["新区", "甪端新区", "A+B(试点)"]);
    expect(find("建设甪端新区和A+B(试点)").map(({ from, to }) => [from, to])).toEqual([[2, 6], [7, 14]]);
  });
});

describe("clauses", () => {
  const text = "争当表率、争做示范、走在前列";

  it("end lines where all of them fit", () => {
    const breaks = createLineBreaker([])(text);
    expect([...clauseBreaks(text, breaks, 8)]).toEqual([5, 10]);
  });

  it("do not when one of them is too long or alone", () => {
    const breaks = createLineBreaker([])(text);
    expect(clauseBreaks(text, breaks, 4)).toBe(breaks);
    expect(clauseBreaks("总体思路和奋斗目标", breaks, 20)).toBe(breaks);
  });
});
