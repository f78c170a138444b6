import { describe, expect, it } from "vitest";
import { decodeEntities, sanitiseHtml } from "../../src/parse/markdown/html.ts";
import { notation, outline, readMarkdown } from "./markdown-reading.ts";

const TRUSTED = { html: "trusted" } as const;

describe("raw HTML that is not trusted", () => {
  it.each<readonly [text: string, shown: readonly string[], complaints: readonly string[]]>([
    ["甲<b>乙</b>", ["p 甲<b>乙</b>"], ["1:2-5 raw-html"]],
    ["<script>alert(1)</script>", ["p <script>alert(1)</script>"], ["1:1-9 raw-html"]],
    ["<div onclick='x'>\n**乙**\n</div>", ["p <div onclick='x'> ⟦乙⟧ </div>"], ["1:1-18 raw-html"]],
    ["<img src=x onerror=alert(1)>", ["p <img src=x onerror=alert(1)>"], ["1:1-29 raw-html"]],
    ["</b> <?php ?> <!DOCTYPE html>", ["p </b> <?php ?> <!DOCTYPE html>"], ["1:1-5 raw-html", "1:6-14 raw-html", "1:15-30 raw-html"]],
    ["1 < 2 且 3 > 2，a<b", ["p 1 < 2 且 3 > 2，a<b"], []],
    ["\\<b> `<b>`", ["p <b> ‹<b>›"], []],
  ])("%j is shown as text and reported", (text, shown, complaints) => {
    const { slides, complaints: reported } = readMarkdown(text);
    expect([outline(slides[0]!.blocks), reported]).toEqual([shown, complaints]);
  });
});

describe("trusted HTML", () => {
  it.each<readonly [text: string, shown: readonly string[], complaints: readonly string[]]>([
    ["H<sub>2</sub>O <u>增长{{gdp.growth}}</u>", ["p H<<sub>2</sub>>O <<u>增长11.6%</u>>"], []],
    ["<span><span>甲</span></span>乙", ["p <<span><span>甲</span></span>>乙"], []],
    ['<div class="x">\n<p>甲 {{gdp}}</p>\n</div>', ['html <div class="x">\n<p>甲 148亿元</p>\n</div>'], []],
    ["甲 <script>alert(1)</script>", ["p 甲 <>"], ["1:3-28 html-removed"]],
    ["甲 <b onclick=x style='y'>乙</b>", ["p 甲 <<b>乙</b>>"], ["1:3-31 html-removed"]],
    ["甲 <a href='javascript:x'>乙</a>", ["p 甲 <<a>乙</a>>"], ["1:3-31 html-removed"]],
    ["甲 <i>乙", ["p 甲 <i>乙"], ["1:3-6 unclosed-html"]],
    ["甲 </i>乙", ["p 甲 </i>乙"], ["1:3-7 unclosed-html"]],
    ["<br>\n甲", ["p ⏎甲"], []],
  ])("%j keeps what is allowed", (text, shown, complaints) => {
    const { slides, complaints: reported } = readMarkdown(text, TRUSTED);
    expect([outline(slides[0]!.blocks), reported]).toEqual([shown, complaints]);
  });

  it("stands in titles", () => expect(notation(readMarkdown("## 甲<sup>2</sup>\n", TRUSTED).slides[0]!.title)).toBe("甲<<sup>2</sup>>"));
});

describe("the sanitiser", () => {
  it.each<readonly [html: string, kept: string, removed: readonly string[]]>([
    ["<p>甲<br>乙 &amp; &lt;b&gt;</p>", "<p>甲<br>乙 &amp; &lt;b&gt;</p>", []],
    ["<P CLASS=a lang=en title='\"'>甲</P>", '<p class="a" lang="en" title="&quot;">甲</p>', []],
    ["<table><tr><td colspan=2 width=9>甲</table>", '<table><tbody><tr><td colspan="2">甲</td></tr></tbody></table>', ["width"]],
    ["<a href=' https://a.cn ' target=_blank>甲</a>", '<a href="https://a.cn">甲</a>', ["target"]],
    ["<a href='java\nscript:x'>甲</a><a href='data:x'>乙</a>", "<a>甲</a><a>乙</a>", ['href="java\nscript:x"', 'href="data:x"']],
    ["<section><h1>甲</h1></section>", "甲", ["<h1>", "<section>"]],
    ["<svg><script>x</script></svg><math><mi>y</mi></math>", "", ["<svg>", "<math>"]],
    ["<style>p{}</style><iframe src=x></iframe><img src=x onerror=y>", "", ["<style>", "<iframe>", "<img>"]],
    ["<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "'&gt;", ["<noscript>", "<img>"]],
    ["<p onmouseover=x constructor=y>甲<!-- 乙 --></p>", "<p>甲</p>", ["onmouseover", "constructor"]],
    ["<constructor>甲</constructor>", "甲", ["<constructor>"]],
    ["<b>".repeat(40), "<b>".repeat(33) + "</b>".repeat(33), ["<b>"]],
  ])("%j", (html, kept, removed) => {
    expect(sanitiseHtml(html, "flow")).toEqual({ html: kept, removed });
  });

  it("keeps only phrasing in a line of text", () => {
    expect(sanitiseHtml("<div>甲<b>乙</b></div>", "phrasing")).toEqual({ html: "甲<b>乙</b>", removed: ["<div>"] });
  });
});

it("character references are decoded as HTML does", () => {
  expect(["&amp;lt;", "&#x7530;", "&#0;", "&copy", "&hellip;&nosuch;", "无"].map(decodeEntities)).toEqual(["&lt;", "田", "\uFFFD", "&copy", "…&nosuch;", "无"]);
});
