import { describe, expect, it } from "vitest";
import { notation, outline, place, readMarkdown, readSlide } from "./markdown-reading.ts";

/** Slides as `id layout title`. */
function slidesOf(text: string): string[] {
  return readMarkdown(text).slides.map(({ id, layout, title }) => `${id} ${layout} ${notation(title)}`.trim());
}

describe("sections", () => {
  it("take name, number and title from file and heading", () => {
    const { sections, complaints } = readMarkdown({
      "00-cover": "## {layout=cover}\n",
      "10-review": "---\nminutes: 4.5\nkiosk: false\ncheck: { P03: { level: off, reason: 版面需要 } }\n---\n# 2021年**回顾**\n\n备注：下面报告。\n\n## 甲\n",
      "20-回顾 二": "# 二\n",
    });
    expect(complaints).toEqual([]);
    expect(sections.map(({ id, number, title, minutes, kiosk, check }) => [id, number, notation(title), minutes, kiosk, check])).toEqual([
      ["cover", null, "", null, true, {}],
      ["review", 1, "2021年⟦回顾⟧", 4.5, false, { P03: { level: "off", span: { file: "slides/10-review.md", line: 4, column: 15, endLine: 4, endColumn: 43 } } }],
      ["回顾-二", 2, "二", null, true, {}],
    ]);
    expect(sections[1]!.slides.map(({ id, layout, notes }) => [id, layout, outline(notes)])).toEqual([
      ["review-1", "section", ["p 下面报告。"]],
      ["review-2", "picture", []],
    ]);
  });

  it.each<readonly [file: string, id: string]>([["20-figures", "figures"], ["20_a.b", "a-b"], ["3 回顾", "回顾"], ["2021", "2021"], ["2021年", "年"], ["x-20", "x-20"], ["20-!", "-"]])("call %s.md %s", (file, id) => {
    expect(readMarkdown({ [file]: "## 甲\n" }).sections[0]!.id).toBe(id);
  });

  it.each<readonly [name: string, text: string, slides: readonly string[], complaints: readonly string[]]>([
    ["nothing", "", [], ["1:1-1 empty-section"]],
    ["only blank lines and a comment", "\n\n<!-- 甲 -->\n", [], ["1:1-1 empty-section"]],
    ["only front matter", "---\nminutes: 4\n---\n", [], ["1:1-1 empty-section"]],
    ["empty front matter", "---\n---\n## 甲\n", ["a-1 picture 甲"], []],
    ["front matter after blank lines", "\n\n---\nminutes: 4\n---\n## 甲\n", ["a-1 picture 甲"], []],
    ["front matter without end", "---\nminutes: 4\n\n# 甲\n", ["a-1 section 甲"], ["1:1-4 unclosed-front-matter"]],
    ["broken front matter", "---\nminutes: 4\nkiosk true\n---\n## 甲\n", ["a-1 picture 甲"], ["3:1-11 invalid-yaml"]],
    ["an unknown key", "---\nminuets: 4\n---\n## 甲\n", ["a-1 picture 甲"], ["2:1-8 unknown-key"]],
    ["a break in place of front matter", "---\n## 甲\n---\n## 乙\n", ["a-1 picture 甲", "a-2 picture 乙"], []],
    ["two titles", "# 甲\n\n# 乙\n", ["a-1 section 甲", "a-2 picture 乙"], ["3:1-4 second-section-title"]],
    ["a title after a slide", "## 甲\n\n# 乙\n", ["a-1 picture 甲", "a-2 picture 乙"], ["3:1-4 section-title-not-first"]],
    ["content before the title", "甲\n\n# 乙\n", ["a-1 quote", "a-2 picture 乙"], ["3:1-4 section-title-not-first"]],
    ["content without headings", "甲\n", ["a-1 quote"], []],
    ["an empty title", "#\n", ["a-1 section"], ["1:1-2 empty-section-title"]],
    ["a comment before the title", "<!-- 甲 -->\n# 乙\n", ["a-1 section 乙"], []],
    ["a title without a space", "##甲\n", ["a-1 quote"], ["1:1-4 heading-without-space"]],
    ["a full-width sign", "＃ 甲\n＃甲\n", ["a-1 quote"], ["2:1-3 heading-without-space"]],
    ["a small heading", "## 甲\n\n#### 乙 **丙**\n", ["a-1 picture 甲"], ["3:1-13 heading-too-deep"]],
  ])("of %s", (_, text, slides, complaints) => expect([slidesOf(text), readMarkdown(text).complaints]).toEqual([slides, complaints]));

  it("must not share a name", () => {
    const { complaints } = readMarkdown({ "10-a": "## 甲\n\n## 乙\n", "20-a": "## 丙\n\n## 丁\n" });
    expect(complaints).toEqual(["slides/20-a.md:1:1-1 duplicate-section"]);
  });

  it("link to slides of each other", () => {
    const { complaints } = readMarkdown({ "10-a": "## 甲 {#首页}\n\n见 [乙](#b-1)、[也是](#b%2D1)、[丙](#%E9%A6%96%E9%A1%B5)、[丁](#c)\n", "20-b": "## 乙\n\n- [甲](#首页)\n" });
    expect(complaints).toEqual(["slides/10-a.md:3:51-58 link-to-nowhere"]);
  });
});

describe("slides", () => {
  it.each<readonly [name: string, text: string, slides: readonly string[]]>([
    ["begin at ## and ---", "## 甲\n\n- 一\n\n---\n\n> 乙\n\n## 丙\n", ["a-1 bullets 甲", "a-2 quote", "a-3 picture 丙"]],
    ["are not made by a break before a heading, at the end or twice", "## 甲\n\n---\n\n## 乙\n\n---\n\n---\n", ["a-1 picture 甲", "a-2 picture 乙"]],
    ["begin at --- right below a paragraph", "## 甲\n文字\n---\n乙\n", ["a-1 picture 甲", "a-2 quote"]],
    ["take the author's name", "## 甲 {#growth-2021}\n", ["growth-2021 picture 甲"]],
    ["lose closing signs and keep others", "## 甲 ##\n\n## 乙# {#b}\n", ["a-1 picture 甲", "b picture 乙#"]],
    ["have titles of several lines", "## 甲<br>乙 {layout=closing}\n\n## 丙\\\n丁 {layout=closing}\n\n文字\n", ["a-1 closing 甲⏎乙", "a-2 closing 丙⏎丁"]],
    ["have no title but a layout", "## {layout=agenda}\n", ["a-1 agenda"]],
  ])("%s", (_, text, slides) => {
    expect(readMarkdown(text).complaints).toEqual([]);
    expect(slidesOf(text)).toEqual(slides);
  });

  it("take the deck's title for a cover", () => {
    const slide = readSlide("## {layout=cover}\n\nNote: 各位代表\n");
    expect([notation(slide.title), slide.title[0]!.span.file, outline(slide.notes)]).toEqual(["报告", "slides/deck.yaml", ["p 各位代表"]]);
  });

  it("keep attributes", () => {
    const slide = readSlide("## 甲 {#x layout=cards kicker=\"第一 '部分'\" number=01 seconds=12}\n\n### 乙\n");
    expect(slide).toMatchObject({ id: "x", layout: "cards", kicker: "第一 '部分'", number: "01", seconds: 12 });
  });

  it("span from their heading to their last line", () => {
    expect(readMarkdown("# 甲\n\n## 乙\n\n文字  \n\n<!-- 丙 -->\n\n---\n\n丁\n").slides.map(({ span }) => place(span))).toEqual(["1:1-4", "3:1-7:11", "9:1-11:2"]);
  });

  it("say which two share a name", () => {
    const { diagnostics, complaints } = readMarkdown({ "10-a": "## 甲 {#x}\n", "20-b": "## 乙 {#x}\n" });
    expect(complaints).toEqual(["slides/20-b.md:1:1-5 duplicate-id"]);
    expect(diagnostics[0]!.message.en).toContain("slides/10-a.md:1");
  });
});

describe("notes", () => {
  it.each<readonly [mark: string]>([["Note:"], ["Notes:"], ["备注："], ["备注:"], ["note："]])("begin at %s and go on to the end of the slide", (mark) => {
    const slide = readSlide(`## 甲\n\n- 一\n\n${mark} 第一段\n第二行\n\n第二段\n\n- 二 **三**\n  - 四\n\n> 五\n`);
    expect(outline(slide.blocks)).toEqual(["ul", "  - 一"]);
    expect(outline(slide.notes)).toEqual(["p 第一段第二行", "p 第二段", "ul", "  - 二 ⟦三⟧", "    ul", "      - 四", "quote", "  p 五"]);
  });

  it("may begin on the line below the mark, and the mark may come again", () => {
    expect(outline(readSlide("## 甲\n\n备注：\n一\n\n备注：二\n").notes)).toEqual(["p 一", "p 二"]);
    expect(outline(readSlide("## 甲\n\nNote:\n- 一\n").notes)).toEqual(["ul", "  - 一"]);
  });

  it.each<readonly [name: string, text: string, complaints: readonly string[]]>([
    ["with a card after them", "## 甲\n\n备注：话\n\n### 卡\n", ["5:1-6 not-in-notes"]],
    ["with a table", "## 甲\n\n备注：话\n\n| a |\n|---|\n", ["5:1-6:6 not-in-notes"]],
    ["with an image", "## 甲\n\n备注：话\n\n![桥](images/bridge.jpg)\n", ["5:1-24 not-in-notes"]],
    ["with a fence", "## 甲\n\n备注：话\n\n```chart\ntype: growth\n```\n", ["5:1-7:4 not-in-notes"]],
    ["with a table in a list", "## 甲\n\n备注：话\n\n- 一\n\n  | a |\n  |---|\n", ["7:3-8:8 not-in-notes"]],
    ["with a step", "## 甲\n\n备注：话 {.step}\n", ["3:7-12 step-in-notes"]],
  ])("are reported %s", (_, text, complaints) => expect(readMarkdown(text).complaints).toEqual(complaints));
});
