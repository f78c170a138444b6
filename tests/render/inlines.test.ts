import { describe, expect, it } from "vitest";
import { headlineSetting, renderInlines, renderText, type TextSetting } from "../../src/render/inlines.ts";
import { createLineBreaker, createStretchFinder } from "../../src/render/line-break.ts";
import { BREAK, reference, SPAN, strong, text } from "./samples.ts";
import { plainText } from "../../src/model/plain-text.ts";

const PHRASES: TextSetting = { type: "phrases", findBreaks: createLineBreaker(["太湖新城"]), line: null };
const FLOW: TextSetting = { type: "flow", findStretches: createStretchFinder(["太湖新城"]) };

describe("on slides", () => {
  it("breaks phrases that run across markup in the right place", () => {
    expect(renderInlines([text("推动"), strong(text("区域协同")), text("发展")], PHRASES)).toBe("推动<strong><wbr>区域<wbr>协同</strong><wbr>发展");
  });

  it("holds a closing mark to the character after it, where browsers would break", () => {
    expect(renderText("把握“一号工程”的爆发点", PHRASES)).toBe('把握<wbr>“一号工<span class="whole">程<span class="shut">”</span>的</span><wbr>爆发点');
  });

  it("ends lines of a headline with its clauses, and keeps the other breaks for narrow pages", () => {
    const headline = headlineSetting(PHRASES, 8);
    expect(renderText("立足更高起点，谋求更大作为", headline)).toBe('立足<wbr class="soft">更高<wbr class="soft">起点，<wbr>谋求<wbr class="soft">更大<wbr class="soft">作为');
    expect(renderText("立足更高起点，谋求更大作为", headlineSetting(PHRASES, 5))).not.toContain("soft");
  });

  it("starts anew after a forced break", () => {
    expect(renderInlines([text("江南庭院"), BREAK, text("水乡客厅")], PHRASES)).toBe("江南<wbr>庭院<br>水乡<wbr>客厅");
  });

  it("escapes text everywhere", () => {
    const hostile = '<img src=x onerror="a()">&';
    expect(renderText(hostile, PHRASES)).toBe("&lt;img src=x onerror=&quot;a()&quot;&gt;&amp;");
    expect(renderInlines([{ type: "link", href: 'https://a.b/?"&', children: [text("网")], span: SPAN }], PHRASES)).toBe('<a href="https://a.b/?&quot;&amp;">网</a>');
  });
});

describe("a bound figure", () => {
  it("keeps the published text and says which row it comes from", () => {
    expect(renderInlines([reference("近1,480.5亿元")], PHRASES)).toBe(
      '<data class="figure" value="1480.5" data-indicator="gdp" data-field="figure" data-period="2021">近1,480.5亿元</data>',
    );
  });
});

describe("in running text", () => {
  it("holds numbers and protected words, and leaves the rest to the measure", () => {
    expect(renderText("太湖新城完成148亿元，增长近9%。", FLOW)).toBe(
      '<span class="whole">太湖新城</span>完成<span class="whole">148亿元</span>，增长<span class="whole">近9%</span>。',
    );
  });
});

it("plain text has no markup and a newline for a forced break", () => {
  expect(plainText([strong(text("一"), reference("148亿元")), BREAK, { type: "html", html: "<b>二</b>", span: SPAN }])).toBe("一148亿元\n二");
});
