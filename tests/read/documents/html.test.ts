/** Saved web pages: the text of the page, and nothing of what stands around it. */
import { describe, expect, it } from "vitest";
import { read, refusal } from "./read.ts";

const SENTENCE = "过去一年，全市上下坚持稳中求进，各项工作都取得新的进展，群众的获得感明显增强。";
const page = (body: string, head = ""): string => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const paragraphs = (count: number): string => Array.from({ length: count }, (_, index) => `<p>\u3000\u3000${index + 1}${SENTENCE}</p>\n`).join("");

describe("a page of a government site", () => {
  const site = page(`
<div class="header"><a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>
<nav><ul><li>新闻</li><li>服务</li></ul></nav>
<div class="wrap">
  <div class="crumb">当前位置：首页 &gt; 政府工作报告</div>
  <h1>政府工作报告</h1>
  <div class="meta">发布时间：2026-02-01 来源：办公室 【字号：大 中 小】</div>
  <div class="TRS_Editor">
    <p style="text-indent:2em">各位代表：</p>
    <h2>一、工作回顾</h2>
${paragraphs(4)}
    <p><strong>一是抓投资。</strong>完成投资148亿元，<span style="font-weight:700">增长</span>6.2%。</p>
    <p style="display:none">旧稿</p>
    <p>分享到：微信</p>
  </div>
</div>
<div class="footer">版权所有 市政府办公室，联系电话，网站标识码</div>
<script>var a = "不是正文，不是正文。";</script>`, "<title>政府工作报告_某市人民政府</title>");

  it("gives its title, headings and paragraphs", async () => {
    const { text, told, blocks, diagnostics } = await read("报告.html", site);
    expect(text).toEqual(["= 政府工作报告", "各位代表：", "# 一、工作回顾", ...[1, 2, 3, 4].map((number) => number + SENTENCE), "**一是抓投资。**完成投资148亿元，**增长**6.2%。"]);
    expect(told.map((line) => line.replace(/ \d+$/, ""))).toEqual(["note document-left-out", "note document-left-out"]);
    expect(diagnostics.map(({ message }) => message.zh).join()).toContain("如“旧稿”");
    expect(blocks.map(({ place }) => place.paragraph)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(blocks[1]?.place.line).toBe(site.split("\n").findIndex((line) => line.includes("各位代表")) + 1);
  });

  it("in GB 18030 and without an ending says the same", async () => {
    const bytes = Buffer.concat([Buffer.from("<html><body><p>"), Buffer.from("b8f7cebbb4fab1eda3ba", "hex"), Buffer.from("</p></body></html>")]);
    expect((await read("网页", bytes)).text).toEqual(["各位代表："]);
  });
});

describe("paragraphs", () => {
  it("of an old page are divided by breaks with indents or empty lines; other breaks stay", async () => {
    expect((await read("a.html", page("<div>\u3000\u3000甲，一。<br>&nbsp;&nbsp;&nbsp;&nbsp;乙，二。<br><br>丙，三。<br>丁，四。</div>"))).text).toEqual(["甲，一。", "乙，二。", "丙，三。\n丁，四。"]);
  });

  it("of a page laid out by tables are paragraphs, a table of figures is a table", async () => {
    const data = '<table><tr><th rowspan="2">指标</th><th colspan="2">2025年</th></tr><tr><td>总量</td><td>增长%</td></tr><tr><td>产值</td><td>148</td><td>6.2</td></tr></table>';
    const { text, blocks } = await read("a.html", page(`<table><tr><td>导航</td><td>${paragraphs(2)}${data}</td></tr></table>`));
    expect(text).toEqual([`1${SENTENCE}`, `2${SENTENCE}`, "指标[1×2] | 2025年[2×1] / 总量 | 增长% / 产值 | 148 | 6.2"]);
    expect(blocks[2]?.type === "table" && blocks[2].rows[1]?.map(({ column }) => column)).toEqual([1, 2]);
  });

  it("have blanks as a browser shows them, and none where a file breaks Chinese text", async () => {
    expect((await read("a.html", page("<p>  全年完成\n  148亿元，\n增长  6%  of\nGDP</p>"))).text).toEqual(["全年完成 148亿元，增长 6% of GDP"]);
  });

  it("have the numbers of their list", async () => {
    expect((await read("a.html", page('<ol start="3"><li>甲</li><li><p>乙</p></li></ol><ul><li>丙</li></ul>'))).text).toEqual(["3.甲", "4.乙", "丙"]);
  });

  it("of WeChat show although the page hides them until a script runs", async () => {
    const source = page(`<h1 id="activity-name"> 工作报告 </h1><div id="js_content" style="visibility: hidden; opacity: 0;"><section><span>${SENTENCE}</span></section><section><span>${SENTENCE}</span></section></div><div>阅读原文</div>`);
    expect((await read("a.html", source)).text).toEqual(["= 工作报告", SENTENCE, SENTENCE]);
  });
});

it("pictures inside the file are taken, others are told: document-not-taken", async () => {
  const gif = Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(200)]);
  const { text, told } = await read("a.html", page(`<p>甲</p><img alt="新桥" src="data:image/gif;base64,${gif.toString("base64")}"><img src="a_files/1.jpg"><p>乙</p>`));
  expect(text).toEqual(["甲", "!image1.gif(新桥) 206", "乙"]);
  expect(told).toEqual(["warning document-not-taken 1"]);
});

describe("hostile pages", () => {
  it("nested too deeply", async () => {
    expect(await refusal("a.html", `${"<div>".repeat(20_000)}x`)).toBe("hostile");
  });

  it("with marks that every paragraph repeats", async () => {
    const marks = Array.from({ length: 400 }, (_, index) => `<b a=${index}>`).join("");
    expect(["too-large", "hostile"]).toContain(await refusal("a.html", page(`<p>${marks}${"<p>x".repeat(2000)}`)));
  });

  it("without any text", async () => {
    expect(await refusal("a.html", page("<script>x</script>"))).toBe("no-text");
    expect(await refusal("a.html", page("<img src='a.jpg'>"))).toBe("no-text");
  });
});
