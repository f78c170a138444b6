/** Plain texts: encodings of offices, indents, and lines that were broken at one width. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinLines } from "../../../src/read/documents/text/join-lines.ts";
import { read, refusal } from "./read.ts";

const LONG = "过去一年，我们坚持稳中求进，全力抓项目、促投资、惠民生，各项工作都取得新的进展，地区生产总值完成148亿元，增长6.2%，固定资产投资增长8.1%，城镇新增就业1.2万人，群众的获得感明显增强。";

/** Breaks a paragraph at a width, in Han characters, as editors do. */
function wrap(text: string, width: number, indent = "\u3000\u3000"): string {
  const lines: string[] = [];
  let line = indent;
  const widthOf = (part: string): number => [...part].reduce((sum, character) => sum + (character < "\u0100" ? 1 : 2), 0);
  for (const character of text) {
    if (widthOf(line + character) > 2 * width) {
      lines.push(line);
      line = "";
    }
    line += character;
  }
  return [...lines, line].join("\n");
}

describe("encodings", () => {
  const text = "\u3000\u3000各位代表：\r\n\r\n\u3000\u3000现在开会。\r\n";

  it.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`)],
    ["UTF-16 as Notepad saves it", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16, the other way round", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
    ["GB 18030", Buffer.from("a1a1a1a1b8f7cebbb4fab1eda3ba0d0a0d0aa1a1a1a1cfd6d4dabfaabbe1a1a30d0a", "hex")],
  ])("%s", async (_name, bytes) => {
    const { text: lines, blocks } = await read("报告.txt", bytes);
    expect(lines).toEqual(["各位代表：", "现在开会。"]);
    expect(blocks.map(({ place }) => place)).toEqual([{ paragraph: 1, line: 1 }, { paragraph: 2, line: 3 }]);
  });

  it("a text with one broken character is not read as if whole", async () => {
    expect(await refusal("报告.txt", Buffer.concat([Buffer.from("地区生产总值14"), Buffer.from([0xe4]), Buffer.from("8亿元，增长百分之六")]))).toBe("not-text");
  });
});

describe("broken lines: joined-lines, wrapped-lines", () => {
  it("with indented paragraphs are joined, and told", async () => {
    const source = ["工作报告", wrap(LONG, 30), wrap(LONG, 30), "一、回顾", wrap(LONG, 30)].join("\n");
    const { text, told, blocks } = await read("报告.txt", source);
    expect(text).toEqual(["工作报告", LONG, LONG, "一、回顾", LONG]);
    expect(told).toEqual(["note joined-lines 3"]);
    expect(blocks[2]?.place.line).toBe(2 + wrap(LONG, 30).split("\n").length);
  });

  it("with empty lines between paragraphs are joined", async () => {
    expect((await read("报告.txt", [wrap(LONG, 40, ""), wrap(LONG, 40, "")].join("\n\n"))).text).toEqual([LONG, LONG]);
  });

  it("without either are left apart, and told", async () => {
    const { text, told } = await read("报告.txt", [wrap(LONG, 30, ""), wrap(LONG, 30, "")].join("\n"));
    expect(text.length).toBeGreaterThan(5);
    expect(told).toEqual(["warning wrapped-lines 2"]);
  });

  it("a text without any division is left apart, whatever its lines", async () => {
    expect((await read("报告.txt", wrap(LONG.repeat(2), 30, ""))).told).toEqual(["warning wrapped-lines 2"]);
  });

  it("where many lines go on after short ones, full lines prove nothing", async () => {
    const lines = [LONG.slice(0, 30), "甲。", LONG.slice(0, 30), "乙。", LONG.slice(0, 30), "丙。", "丁。", "戊。", "己。"];
    expect((await read("报告.txt", `标题\n\n${lines.join("\n")}`)).text).toEqual(["标题", ...lines]);
  });

  it("paragraphs of one line each stay, whatever their length", async () => {
    const lines = ["标题", "各位代表：", "现在开会。", LONG, "谢谢大家。", LONG.slice(0, 40), "完了。"];
    expect(await read("报告.txt", lines.join("\n"))).toMatchObject({ text: lines, told: [] });
  });

  it("items and headings begin a line of their own", async () => {
    const lines = joinLines(["\u3000\u3000", LONG.slice(0, 30), "一、回顾", LONG.slice(0, 30), "（一）经济", LONG.slice(0, 30), "1.工业", LONG.slice(0, 30)].map((text, line) => ({ text, line })));
    expect(lines.joined).toEqual([]);
  });

  it("words of Latin letters get their blank back, numbers at the edge do not", () => {
    const full = (end: string): string => `\u3000\u3000${"文".repeat(28 - Math.ceil(end.length / 2))}${end}`;
    const ends = [["ab", "cd."], ["12", "34。"], ["6.", "2%。"], ["ab", "文。"]].flatMap(([end = "", next = ""]) => [full(end), next]);
    expect(joinLines(ends.map((text, line) => ({ text, line }))).paragraphs.map(({ text }) => text.replace(/^文+/, ""))).toEqual(["ab cd.", "1234。", "6.2%。", "ab文。"]);
  });

  it("no character is lost or added but blanks, whatever the lines", () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom("文", "，", "。", "1", "a", " ", "\u3000", "一、") })), (lines) => {
      const { paragraphs } = joinLines(lines.map((text, index) => ({ text, line: index + 1 })));
      expect(paragraphs.map(({ text }) => text).join("").replace(/\s/gu, "")).toBe(lines.join("").replace(/\s/gu, ""));
    }));
  });
});

it("an enormous text is not read", async () => {
  expect(await refusal("a.txt", Buffer.alloc(9 * 1024 * 1024, "a"))).toBe("too-large");
  expect(await refusal("a.txt", "\n".repeat(100_001))).toBe("too-large");
});
