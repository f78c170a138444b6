import { describe, expect, it } from "vitest";
import { everyInline, notation, outline, place, readMarkdown, readSlide, sourceOf } from "./markdown-reading.ts";

/** The inline content of one paragraph. */
function inlineOf(text: string): string {
  const block = readSlide(`## 页\n\n${text}\n`).blocks[0];
  return block?.type === "paragraph" ? notation(block.inlines) : "";
}

describe("marks", () => {
  it.each<readonly [source: string, read: string]>([
    ["**全年目标：**增长5%", "⟦全年目标：⟧增长5%"],
    ["**“引号”**后文", "⟦“引号”⟧后文"],
    ["前文**“引号”**后文", "前文⟦“引号”⟧后文"],
    ["*全年目标：*增长", "⟨全年目标：⟩增长"],
    ["*（一）*后文", "⟨（一）⟩后文"],
    ["增长**8%**左右", "增长⟦8%⟧左右"],
    ["**11.6%**，高于**《规划》**目标", "⟦11.6%⟧，高于⟦《规划》⟧目标"],
    ["**强产业**、**促转型**", "⟦强产业⟧、⟦促转型⟧"],
    ["同比**+8%**，获评**\"A\"**级", "同比⟦+8%⟧，获评⟦\"A\"⟧级"],
    ["a**+8%**b", "a**+8%**b"],
    ["***都要***紧", "⟨⟦都要⟧⟩紧"],
    ["一**二*三*四**五", "一⟦二⟨三⟩四⟧五"],
    ["snake_case_name 与 _em_", "snake_case_name 与 ⟨em⟩"],
    ["a ** b ** c", "a ** b ** c"],
    ["**没有结束", "**没有结束"],
    ["1~2万元，3~4万元", "1~2万元，3~4万元"],
    ["~~旧~~新", "⟪旧⟫新"],
    ["5%~~8%，~~~三个", "5%~~8%，~~~三个"],
    ["\\*不是\\*", "*不是*"],
    ["`**不变** {{gdp}} &amp;`", "‹**不变** {{gdp}} &amp;›"],
    ["`` a`b ``", "‹a`b›"],
    ["&lt;甲&gt; &#30002; &hellip; &nosuch;", "<甲> 甲 … &nosuch;"],
    ["一<br>二<br/>三", "一⏎二⏎三"],
    ["一\\\n二  \n三", "一⏎二⏎三"],
    ["文字<!-- 不显示 -->后文", "文字后文"],
  ])("%s", (source, read) => {
    expect(inlineOf(source)).toBe(read);
  });

  it("stops nesting where it would only cost time", () => {
    const deep = `${"*a ".repeat(40)}b${"*".repeat(40)}`;
    const read = inlineOf(deep);
    expect(read.replace(/[*⟨⟩]/g, "")).toBe(`${"a ".repeat(40)}b`);
    expect(read.split("⟨")).toHaveLength(17);
  });
});

describe("line ends", () => {
  it.each<readonly [source: string, read: string]>([
    ["坚持稳中求进\n工作总基调", "坚持稳中求进工作总基调"],
    ["稳中求进，\n“六稳”\n《规划》", "稳中求进，“六稳”《规划》"],
    ["**稳中**\n**求进**", "⟦稳中⟧⟦求进⟧"],
    ["GDP\n增长", "GDP 增长"],
    ["one\ntwo", "one two"],
    ["达到\n{{gdp}}\n以上", "达到 {148亿元}以上"],
    ["𠮷\n𠮷", "𠮷𠮷"],
  ])("%j", (source, read) => expect(inlineOf(source)).toBe(read));
});

describe("references", () => {
  it.each<readonly [source: string, read: string]>([
    ["{{gdp}}，增长{{ gdp.growth }}", "{148亿元}，增长{11.6%}"],
    ["**{{gdp.growth}}**左右", "⟦{11.6%}⟧左右"],
    ["a**{{gdp.growth}}**b", "a⟦{11.6%}⟧b"],
    ["[{{revenue.growth}}](#a-1)", "[{近9%}→#a-1]"],
    ["\\{\\{gdp}}", "{{gdp}}"],
    ["{甲} {1,2}", "{甲} {1,2}"],
  ])("%s", (source, read) => expect(inlineOf(source)).toBe(read));

  it("are found in titles, cards, cells, descriptions and attributes", () => {
    const { slides, complaints } = readMarkdown(
      '## {{gdp.name}} {kicker="{{gdp}}" number={{gdp.value}}}\n\n### {{gdp.growth}}\n\n| {{gdp.name}} |\n|---|\n| **{{gdp}}** |\n\n![产值{{gdp}}](images/bridge.jpg)\n',
    );
    expect(complaints).toEqual(["5:1-7:16 layout-mismatch"]);
    expect([notation(slides[0]!.title), slides[0]!.kicker, slides[0]!.number]).toEqual(["{地区生产总值}", "148亿元", "148"]);
    expect(outline(slides[0]!.blocks)).toEqual(["card {11.6%}", "  table -", "    {地区生产总值}", "    ⟦{148亿元}⟧", "  image images/bridge.jpg 1600x900 产值148亿元"]);
  });
});

describe("links", () => {
  it.each<readonly [source: string, read: string]>([
    ["见https://a.cn/b?c=1。后文", "见[https://a.cn/b?c=1→https://a.cn/b?c=1]。后文"],
    ["https://a.cn/路径", "[https://a.cn/→https://a.cn/]路径"],
    ["（www.a.cn）", "（[www.a.cn→http://www.a.cn]）"],
    ["**https://a.cn**", "⟦[https://a.cn→https://a.cn]⟧"],
    ["a@b.cn，后文", "[a@b.cn→mailto:a@b.cn]，后文"],
    ["(https://a.cn/x).", "([https://a.cn/x→https://a.cn/x])."],
    ["https://a.cn/x_(y)", "[https://a.cn/x_(y)→https://a.cn/x_(y)]"],
    ["[甲 [乙](#a-1) 丙](#a-1)", "[甲 [乙→#a-1] 丙](#a-1)"],
    ["https://a.cn/x&amp;", "[https://a.cn/x→https://a.cn/x]&"],
    ["<https://a.cn/甲>", "[https://a.cn/甲→https://a.cn/甲]"],
    ["[**文字**](https://a.cn/(x))", "[⟦文字⟧→https://a.cn/(x)]"],
    ["[甲](<https://a.cn/b c>)", "[甲→https://a.cn/b c]"],
    ["[https://a.cn](https://b.cn)", "[https://a.cn→https://b.cn]"],
    ["[本页](#a-1)", "[本页→#a-1]"],
    ["[甲][网]\n\n[网]: https://a.cn", "[甲→https://a.cn]"],
    ["[网]\n\n[网]: https://a.cn", "[网→https://a.cn]"],
    ["[2021] 甲政发[2021]5号", "[2021] 甲政发[2021]5号"],
    ["[说明]: 这是正文", "[说明]: 这是正文"],
  ])("%j", (source, read) => expect(inlineOf(source)).toBe(read));

  it.each<readonly [source: string, complaint: string]>([
    ["[坏](javascript:alert(1))", "1:5-24 link-not-allowed"],
    ["[坏](JAVA&#115;cript:x)", "1:5-22 link-not-allowed"],
    ["[坏](data:text/html,x)", "1:5-21 link-not-allowed"],
    ["[坏](<vbscript:x>)", "1:6-16 link-not-allowed"],
    ["<javascript:alert(1)>", "1:2-21 link-not-allowed"],
    ["[坏](other.md)", "1:5-13 link-not-allowed"],
    ["[坏](//a.cn)", "1:5-11 link-not-allowed"],
    ["[坏](#没有)", "1:1-9 link-to-nowhere"],
    ["[坏]（https://a.cn）", "1:1-5 full-width-link"],
    ['[好](https://a.cn "提示")', "1:18-22 unused-title"],
    ["文字\n\n[网]: https://a.cn", "3:1-18 unused-definition"],
    ["甲{{gdp", "1:2-4 unclosed-reference"],
    ["甲{gdp}", "1:2-7 unclosed-reference"],
    ["甲{gdp.growth}}", "1:2-15 unclosed-reference"],
    ["｛｛gdp｝｝", "1:1-8 full-width-braces"],
    ["{{gpd}}", "1:3-6 unknown-indicator"],
    ["甲<!-- 乙", "1:2-6 unclosed-comment"],
  ])("%s is reported", (source, complaint) => expect(readMarkdown(source).complaints).toEqual([complaint]));
});

describe("places", () => {
  const SOURCE = `## **强**产业 {layout=bullets}

{{gdp}}&amp;\\*同比**增长{{gdp.growth}}**
左右 [链*接*](https://a.cn) https://b.cn/c。

- 一
  二 **三**
  - 四 {{revenue}}
\t- 五

备注：六，
七 \`八\`

> 九
> 十 *十一*
`;
  const inlines = everyInline(readSlide(SOURCE));

  it("cover exactly the source of every leaf", () => {
    const leaves = inlines.filter((inline) => !("children" in inline)).map((inline) => `${sourceOf(SOURCE, inline.span)}`);
    expect(leaves).toEqual([
      "强", "产业", "{{gdp}}", "&amp;", "\\*", "同比", "增长", "{{gdp.growth}}", "\n", "左右 ", "链", "接", " ", "https://b.cn/c", "。",
      "一", "二 ", "三", "四 ", "{{revenue}}", "五", "六，", "七 ", "`八`", "九", "十 ", "十一",
    ]);
  });

  it("cover marks and brackets of what embraces", () => {
    const parents = inlines.filter((inline) => "children" in inline).map(({ span }) => `${place(span)} ${sourceOf(SOURCE, span)}`);
    expect(parents).toEqual([
      "1:4-9 **强**", "3:17-37 **增长{{gdp.growth}}**", "4:4-24 [链*接*](https://a.cn)", "4:6-9 *接*", "4:25-39 https://b.cn/c",
      "7:5-10 **三**", "15:5-9 *十一*",
    ]);
  });
});
