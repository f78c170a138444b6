import { describe, expect, it } from "vitest";
import { outline, readMarkdown } from "./markdown-reading.ts";

/** The blocks of one slide in notation; layout errors do not matter here. */
function blocksOf(text: string): string[] {
  const { slides, complaints } = readMarkdown(`## 页\n\n${text}\n`);
  expect(complaints.filter((complaint) => !complaint.endsWith("layout-mismatch"))).toEqual([]);
  return outline(slides[0]!.blocks);
}

/** What is reported for the content of a slide, with lines counted from the content; layout errors are left out. */
function complaintsOf(text: string): string[] {
  const { complaints } = readMarkdown(`## 页\n\n${text}\n`);
  return complaints.filter((complaint) => !complaint.endsWith("layout-mismatch")).map((complaint) => complaint.replace(/^(\d+):(\d+)-(?:(\d+):)?/, (_, line, column, last) => `${line - 2}:${column}-${last === undefined ? "" : `${last - 2}:`}`));
}

describe("blocks", () => {
  it.each<readonly [name: string, text: string, blocks: readonly string[]]>([
    ["paragraphs", "一\n二\n\n　　三", ["p 一二", "p 三"]],
    ["indented paragraphs are no code", "    四个空格", ["p 四个空格"]],
    ["lists", "- 一\n- **二**\n\n  段\n  - 三\n\n1. 四\n2. 五", ["ul", "  - 一", "  - ⟦二⟧", "    p 段", "    ul", "      - 三", "ol", "  - 四", "  - 五"]],
    ["tasks as they are written", "- [x] 一\n- [ ] 二", ["ul", "  - [x] 一", "  - [ ] 二"]],
    ["lists indented by tabs", "-\t一\n\t- 二\n\n\t  段", ["ul", "  - 一", "    ul", "      - 二", "        p 段"]],
    ["quotes", "> 一\n> **二**\n三\n>\n> - 四", ["quote", "  p 一⟦二⟧三", "  ul", "    - 四"]],
    ["cards", "引\n\n### 一\n\n段\n\n- 甲\n\n### **二**\n", ["p 引", "card 一", "  p 段", "  ul", "    - 甲", "card ⟦二⟧"]],
    ["tables", "| 甲 | *乙* |\n|:--|--:|\n| 1\\|2 | `a\\|b` |\n| 3 |", ["table lr", "  甲 | ⟨乙⟩", "  1|2 | ‹a|b›", "  3 | "]],
    ["code", "```js\n**a** {{gdp}}\n\n```\n\n~~~\n```\n~~~", ['code js "**a** {{gdp}}\\n"', 'code  "```"']],
    ["images", "![石桥](images/bridge.jpg)\n![**古**镇](<../images/古 镇.png>)", ["image images/bridge.jpg 1600x900 石桥", "image images/古 镇.png 10x20 古镇"]],
    ["images by an encoded path and beside the slides", "![一](images/%E5%8F%A4%20%E9%95%87.png)\n\n![二](local.svg)\n\n![三](..\\images\\bridge.jpg)", [
      "image images/古 镇.png 10x20 一", "image slides/local.svg 5x5 二", "image images/bridge.jpg 1600x900 三",
    ]],
    ["images on lines between text", "一\n![石桥](images/bridge.jpg) {.step}\n二", ["p 一", "image images/bridge.jpg 1600x900 石桥 @1", "p 二"]],
    ["comments are nothing in lists and quotes either", "- 一\n\n  <!-- 二 -->\n\n> 三\n>\n> <!-- 四 -->", ["ul", "  - 一", "quote", "  p 三"]],
    ["comments are nothing", "一\n\n<!-- 二\n\n三 -->\n\n四<!-- 五 -->六", ["p 一", "p 四六"]],
  ])("%s", (_, text, blocks) => expect(blocksOf(text)).toEqual(blocks));

  it.each<readonly [name: string, text: string, complaints: readonly string[]]>([
    ["an image among text", "文字 ![石桥](images/bridge.jpg)", ["1:4-28 inline-image"]],
    ["an image in a list", "- ![石桥](images/bridge.jpg)", ["1:3-27 inline-image"]],
    ["an image below a list item", "- 一\n\n  ![石桥](images/bridge.jpg)", ["3:3-27 misplaced-block"]],
    ["an image in a link", "[![石桥](images/bridge.jpg)](#a-1)", ["1:2-26 inline-image"]],
    ["no description", "![ ](images/bridge.jpg)", ["1:1-24 missing-alt-text"]],
    ["no such image", "![石桥](images/bridge.jpeg)", ["1:1-26 image-not-found"]],
    ["an image outside", "![石桥](../../bridge.jpg)", ["1:1-24 image-outside-project"]],
    ["an absolute path", "![石桥](/images/bridge.jpg)", ["1:1-26 image-outside-project"]],
    ["a drive", "![石桥](C:\\bridge.jpg)", ["1:1-21 image-outside-project"]],
    ["a remote image", "![石桥](https://a.cn/b.jpg)", ["1:1-26 remote-image"]],
    ["a data image", "![石桥](data:image/png;base64,AAAA)", ["1:1-34 remote-image"]],
    ["a damaged image", "![石桥](images/broken.jpg)", ["1:1-25 image-not-an-image"]],
    ["spaces in a path", "![石桥](images/古 镇.png)", ["1:1-6 invalid-image"]],
    ["full-width brackets", "![石桥]（images/bridge.jpg）", ["1:1-6 invalid-image"]],
    ["a full-width mark before an image", "！[石桥](images/bridge.jpg)", ["1:7-24 link-not-allowed"]],
    ["a table in a list", "- 一\n\n  | a |\n  |---|\n", ["3:3-4:8 misplaced-block"]],
    ["a fence in a list", "- 一\n\n  ```chart\n  type: growth\n  ```", ["3:3-5:6 misplaced-block"]],
    ["a heading in a quote", "> ## 一", ["1:3-7 misplaced-block"]],
    ["a break in a quote", "> 一\n>\n> ---", ["3:3-6 misplaced-block"]],
    ["a row with too many cells", "| a | b |\n|---|---|\n| 1 | 2 | 3 |", ["3:1-14 table-row-too-long"]],
    ["a row with too few cells", "| a | b | c |\n|---|---|---|\n| 1 | 2 |\n| head |\n| 1 | | 3 |", ["3:1-10 table-row-too-short"]],
    ["a line that runs into a table", "| a | b |\n|---|---|\n| 1 | 2 |\n来源：统计站", ["4:1-7 table-row-without-bar"]],
    ["a fence without end", "```js\na", ["1:1-6 unclosed-fence"]],
    ["a block of figures without end, once", "```figures\nhero: gdp\n\n备注：同志们。", ["1:1-11 unclosed-fence"]],
    ["a misspelt fence", "```charts\na\n```", ["1:4-10 unknown-fence"]],
    ["a comment without end", "<!-- 一\n\n## 二", ["1:1-5 unclosed-comment"]],
    ["deep nesting", `${"> ".repeat(9)}一`, ["1:1-20 nested-too-deep"]],
    ["deep nesting by indent", `- 一\n${" ".repeat(60)}- 二`, ["2:1-64 nested-too-deep"]],
  ])("%s is reported", (_, text, complaints) => expect(complaintsOf(text)).toEqual(complaints));

  it("suggest the image that was probably meant", () => {
    const hint = (href: string): string => readMarkdown(`## 页\n\n![桥](${href})\n`).diagnostics[0]!.hint!.en;
    expect(hint("images/bridge.jpeg")).toContain('"images/bridge.jpg"');
    expect(hint("photos/Bridge.JPG")).toContain('"images/bridge.jpg"');
    expect(hint("xyz.gif")).not.toContain("did you mean");
  });
});

describe("pictures", () => {
  const PICTURE = "![桥](images/bridge.jpg)";
  const imagesOf = (text: string): unknown[] => readMarkdown(`## 页 {layout=picture}\n\n${text}\n`).slides[0]!.blocks.filter(({ type }) => type === "image");

  it("carry what their author says of them, on their line or below it", () => {
    const look = { caption: "新桥", credit: "李二 摄", focus: { x: 30, y: 100 }, treatment: "none", step: 1 };
    expect(imagesOf(`${PICTURE}{caption=新桥 credit="李二 摄" focus="30 100" treatment=none .step}`)).toMatchObject([look]);
    expect(imagesOf(`${PICTURE}\n\n{caption=新桥 credit="李二 摄" focus="30 100" treatment=none .step}`)).toMatchObject([look]);
    expect(imagesOf(PICTURE)).toMatchObject([{ caption: "", credit: "", focus: { x: 50, y: 50 }, treatment: null }]);
  });

  it.each([
    ["focus=35,40", ["3:31-36 invalid-attribute-value"]],
    ["treatment=grey", ["3:35-39 invalid-attribute-value"]],
    ["width=30", ["3:25-33 unknown-attribute"]],
    ["focus=左 focus=右", ["3:33-40 duplicate-attribute"]],
  ])("%s is reported", (attributes, complaints) => expect(readMarkdown(`## 页 {layout=picture}\n\n${PICTURE}{${attributes}}\n`).complaints).toEqual(complaints));

  it("several make a grid", () => {
    const [slide] = readMarkdown(`## 页\n\n${PICTURE}\n\n${PICTURE}\n`).slides;
    expect([slide?.layout, slide?.blocks.length]).toEqual(["photos", 2]);
  });
});

describe("steps", () => {
  it.each<readonly [name: string, text: string, blocks: readonly string[]]>([
    ["count in order of appearance", "- 一 {.step}\n- 二\n- 三 {.step}\n  - 四 {.step}\n\n段 {.step}", ["ul", "  - 一 @1", "  - 二", "  - 三 @2", "    ul", "      - 四 @3", "p 段 @4"]],
    ["may be given and shared", "- 一 {step=2}\n- 二 {step=1}\n- 三 {step=2}\n- 四 {.step}", ["ul", "  - 一 @2", "  - 二 @1", "  - 三 @2", "  - 四 @3"]],
    ["belong to cards before what is in them", "### 一 {.step}\n\n段 {.step}\n\n### 二 {.step}", ["card 一 @1", "  p 段 @2", "card 二 @3"]],
    ["stand below tables, quotes and lists", "> 一\n\n{.step}\n\n| a |\n|---|\n| 1 |\n{.step}\n\n- 二\n\n{step=1}", ["quote @1", "  p 一", "table - @2", "  a", "  1", "ul @1", "  - 二"]],
    ["stand on the first line of a fence", "```js {.step}\na\n```", ['code js "a" @1']],
    ["stand after references", "增长{{gdp.growth}} {.step}\n\n{{gdp}}", ["p 增长{11.6%} @1", "p {148亿元}"]],
  ])("%s", (_, text, blocks) => expect(blocksOf(text)).toEqual(blocks));

  it.each<readonly [text: string, complaints: readonly string[]]>([
    ["一 {step=3}", ["1:4-10 step-gap"]],
    ["一 {step=0}", ["1:9-10 invalid-attribute-value"]],
    ["一 {step=二}", ["1:9-10 invalid-attribute-value"]],
    ["{.step}", ["1:1-8 stray-attributes"]],
    ["### 卡\n\n{.step}", ["3:1-8 stray-attributes"]],
  ])("%j is reported", (text, complaints) => expect(complaintsOf(text)).toEqual(complaints));
});

it("a step that counts comes after the last one given", () => {
  const { slides, complaints } = readMarkdown("## 页\n\n- 一 {step=3}\n- 二 {.step}\n");
  expect([outline(slides[0]!.blocks), complaints]).toEqual([["ul", "  - 一 @3", "  - 二 @4"], ["3:6-12 step-gap"]]);
});

describe("attributes", () => {
  it.each<readonly [name: string, text: string, complaints: readonly string[]]>([
    ["an unknown one", "## 甲 {layuot=chart}", ["1:7-19 unknown-attribute"]],
    ["an unknown one of a part", "## 甲\n\n段 {#x}", ["3:4-6 unknown-attribute"]],
    ["a class of a slide", "## 甲 {.step}", ["1:7-12 unknown-class"]],
    ["an unknown class", "## 甲\n\n段 {.stpe}", ["3:4-9 unknown-class"]],
    ["an unknown layout", "## 甲 {layout=bulets}", ["1:14-20 unknown-layout"]],
    ["the divider's layout", "## 甲 {layout=section}", ["1:14-21 unknown-layout"]],
    ["a layout of a divider", "# 甲 {layout=chart}", ["1:6-18 unknown-attribute"]],
    ["one twice", "## 甲 {kicker=一 kicker=二}", ["1:16-24 duplicate-attribute"]],
    ["seconds in words", "## 甲 {seconds=十}", ["1:15-16 invalid-attribute-value"]],
    ["a name with a slash", "## 甲 {#a/b}", ["1:8-11 invalid-attribute-value"]],
    ["spaces around =", "## 甲 {layout = chart}", ["1:6-22 invalid-attributes"]],
    ["a colon", "## 甲 {layout: chart}", ["1:6-21 invalid-attributes"]],
    ["an open quote", '## 甲 {kicker="一}', ["1:6-17 invalid-attributes"]],
    ["full-width braces", "## 甲 ｛.step｝", ["1:6-13 invalid-attributes"]],
    ["an unknown figure", "## 甲 {kicker={{gpd}}}", ["1:16-19 unknown-indicator"]],
  ])("%s is reported", (_, text, complaints) => expect(readMarkdown(text).complaints).toEqual(complaints));
});
