import { describe, expect, it } from "vitest";
import { LAYOUTS, type Deck, type FigureCard } from "../../src/model/deck.ts";
import { loadCharts } from "../../src/render/charts/draw.ts";
import { createRenderCache } from "../../src/render/render-cache.ts";
import { renderDeckNow } from "../../src/render/render-deck.ts";
import type { RenderedDeck } from "../../src/render/rendered.ts";
import { drawn } from "../support/project.ts";
import { BREAK, block, card, deck, figure, grown, list, paragraph, section, slide, slideOfEveryLayout, strong, text, THEME, YEAR } from "./samples.ts";

await loadCharts();

function render(model: Deck): RenderedDeck {
  return renderDeckNow(model, THEME, createRenderCache());
}

/** The only slide of a deck that has one. */
function renderOne(...parameters: Parameters<typeof slide>): RenderedDeck["slides"][number] {
  return render(deck([section(1, "回顾", [slide(...parameters)])])).slides[0]!;
}

describe("every layout", () => {
  const slides = slideOfEveryLayout();
  const rendered = render(deck([section(null, "", slides.slice(0, 2)), section(1, "工作回顾", slides.slice(2))]));
  const all = rendered.slides.map(({ html }) => html).join("\n");

  it("is one section element with its id, without nested sections, which reveal.js would take for slides", () => {
    expect(rendered.slides.map(({ html }) => /layout-(\w+)/.exec(html)![1])).toEqual([...LAYOUTS]);
    for (const { html, id } of rendered.slides) {
      expect(html).toMatch(new RegExp(`^<section id="${id}" class="slide `));
      expect(html.match(/<\/?section\b/g)).toHaveLength(2);
      expect(html.endsWith("</section>")).toBe(true);
    }
  });

  it("obeys the strictest content policy", () => {
    expect(all).not.toMatch(/\sstyle=/);
    expect(all).not.toMatch(/\son[a-z]+=/);
    expect(all).not.toMatch(/<(?:script|style|iframe|object|link)\b/);
    expect(all).not.toMatch(/(?:src|href)="(?!asset:|#)/);
  });

  it("closes every element", () => {
    const open: string[] = [];
    for (const [tag, close, name, selfClosed] of all.matchAll(/<(\/?)([a-zA-Z][\w-]*)[^>]*?(\/?)>/g)) {
      if (["br", "wbr", "img", "hr"].includes(name!) || selfClosed === "/") continue;
      if (close === "") open.push(name!);
      else expect(open.pop(), tag).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it("has one h1, on the cover, and headings that go down by one", () => {
    expect(all.match(/<h1\b/g)).toHaveLength(1);
    expect(rendered.slides[0]!.html).toContain("<h1");
    expect(rendered.slides[2]!.html).toMatch(/<h2[^>]*>.*工作/);
    for (const { html } of rendered.slides.slice(3)) {
      const levels = [...html.matchAll(/<h(\d)/g)].map((match) => Number(match[1]));
      expect(levels.every((level, index) => level === 3 || (level === 4 && index > 0) || levels[0] === 4)).toBe(true);
    }
  });

  it("has unique ids", () => {
    const ids = [...all.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("can do without the motif", () => {
    const plain = renderDeckNow(deck([section(1, "回顾", slides)]), { ...THEME, motif: "none" }, createRenderCache());
    expect(plain.slides.some(({ html }) => /art-(?:slide|zone|seal)/.test(html))).toBe(false);
    // What stands in arches elsewhere has blocks of its own then, and a theme draws by the number of the part.
    expect(plain.slides.every(({ html }) => / bare[ "]/.test(html.slice(0, 200)))).toBe(true);
    expect(all).not.toMatch(/class="[^"]*\bbare\b/);
    expect(plain.slides.find(({ html }) => html.includes("layout-section"))?.html).toContain(" part-1");
  });

  it("names a slide that has no title", () => {
    const quote = rendered.slides.find(({ id }) => id === "quote-1")!;
    expect(quote.title).toBe("");
    expect(quote.html).toContain('aria-label="第18页"');
  });
});

describe("cover", () => {
  it("shows the settings, the planned year in Han digits and the place's seal", () => {
    const { html, title } = renderOne("cover", "");
    expect(title).toBe("政府工作报告");
    expect(html).toContain("平江镇");
    expect(html).toContain("二〇二二年");
    expect(html).toMatch(/art-seal.*平.*江/);
  });

  it("falls back to the reported year, and draws no seal for a name that is no two-character place", () => {
    const model = deck([section(null, "", [slide("cover", "")])], { plan: null, organisation: "呼和浩特市" });
    expect(render(model).slides[0]!.html).toContain("二〇二一年");
    expect(render(model).slides[0]!.html).not.toContain("art-seal");
  });

  it("names meeting and speaker only when they are known", () => {
    const model = deck([section(null, "", [slide("cover", "")])], { meeting: "第一次会议", speaker: "王某" });
    expect(render(model).slides[0]!.html.match(/class="fact"/g)).toHaveLength(2);
    expect(renderOne("cover", "").html).not.toContain('class="fact"');
  });
});

describe("the bridge of the cover", () => {
  const cover = (title: string, meeting: string): boolean => {
    const model = deck([section(null, "", [slide("cover", "")])], { title, meeting });
    return render(model).slides[0]!.html.includes("cover-low");
  };

  it("sinks below a title of two lines with a long meeting, which would stand on it", () => {
    expect(cover("Report on the Work of the Government", "Fourth Session of the Fourteenth Provincial People's Congress")).toBe(true);
  });

  it("keeps its place below a short title or a short meeting", () => {
    expect(cover("政府工作报告", "平江镇第十四届人民代表大会第四次会议上的报告")).toBe(false);
    expect(cover("Report on the Work of the Government", "Fourth Session")).toBe(false);
  });
});

describe("agenda", () => {
  it("lists the numbered sections and links to their first slides", () => {
    const sections = [section(null, "", [slide("agenda", "")]), section(1, "回顾", [slide("section", "回顾", [], { id: "a" })]), section(2, "展望", [slide("section", "展望", [], { id: "b" })])];
    const { html, title } = render(deck(sections)).slides[0]!;
    expect(title).toBe("目录");
    expect([...html.matchAll(/<a href="(#\w+)"><span class="part">([^<]+)/g)].map((match) => match.slice(1))).toEqual([["#a", "第一部分"], ["#b", "第二部分"]]);
  });

  it("drops forced breaks that are too long for a column, keeps those that fit", () => {
    const titled = (first: string, second: string) => section(1, "", [slide("section", "x", [], { id: "s" })], { title: [text(first), BREAK, text(second)] });
    const agendaOf = (part: ReturnType<typeof titled>) => render(deck([section(null, "", [slide("agenda", "")]), part, ...[2, 3, 4, 5].map((number) => section(number, "部分", [slide("section", "y", [], { id: `s${number}` })]))])).slides[0]!.html;
    expect(agendaOf(titled("新一届政府工作的", "总体思路和奋斗目标"))).toContain("<br>");
    expect(agendaOf(titled("本届政府", "工作回顾"))).not.toContain("<br>");
    expect(agendaOf(titled("新一届政府今后五年工作的十分重要的", "总体思路和奋斗目标"))).not.toContain("<br>");
  });
});

describe("frame", () => {
  const sections = [section(null, "", [slide("bullets", "前言", [], { id: "a" })]), section(1, "回顾", [slide("bullets", "一", [], { id: "b" }), slide("bullets", "二", [], { id: "c" })])];

  it("tells page, section and total", () => {
    const rendered = render(deck(sections));
    expect(rendered.slides[2]!.html).toMatch(/data-page="3" data-section="1"/);
    expect(rendered.slides[2]!.html).toContain('<span class="foot-number">一</span> 回顾');
    expect(rendered.slides[2]!.html).toContain('<span class="foot-current">3</span> / 3');
    expect(rendered.slides[0]!.html).toContain("平江镇政府工作报告");
    expect(rendered.sections.map(({ firstPage }) => firstPage)).toEqual([1, 2]);
  });

  it("stamps drafts, every slide of them, and nothing else", () => {
    const draft = render(deck(sections, { status: "draft" }));
    expect(draft.slides.every(({ html }) => html.includes("讨论稿"))).toBe(true);
    expect(render(deck(sections)).slides.some(({ html }) => html.includes("draft-stamp"))).toBe(false);
  });

  it("marks every slide of a deck for demonstration, in its language, and no other deck", () => {
    for (const [lang, mark] of [["zh-CN", "示例数据"], ["en", "Sample data"]] as const) {
      const { slides, demo } = render(deck(sections, { lang, demo: true, status: "draft" }));
      expect(demo).toBe(true);
      for (const { html } of slides) expect(html).toContain(`<p class="demo-mark">${mark}</p>`);
      expect(render(deck(sections, { lang })).slides.some(({ html }) => html.includes(mark))).toBe(false);
    }
  });

  it("speaks the deck's language", () => {
    const { slides } = render(deck(sections, { lang: "en", status: "draft" }));
    expect(slides[2]!.html).toContain("Draft");
    expect(slides[2]!.html).not.toContain("讨论稿");
  });
});

describe("steps", () => {
  it("become fragments numbered from 0 without gaps, and are counted", () => {
    const { html, steps } = renderOne("bullets", "要点", [list([[text("一")], [text("二")], [text("三")]], [2, 5, 5])]);
    expect([...html.matchAll(/class="fragment" data-fragment-index="(\d)"/g)].map((match) => match[1])).toEqual(["0", "1", "1"]);
    expect(steps).toBe(2);
  });

  it("are found in cards and their blocks", () => {
    const { html, steps } = renderOne("statement", "我们", [card("甲", [paragraph("一", 2)], 1), card("乙", [paragraph("二", 2)], 1)]);
    expect(steps).toBe(2);
    expect(html.match(/class="statement fragment" data-fragment-index="0"/g)).toHaveLength(2);
    expect(html.match(/class="fragment" data-fragment-index="1"/g)).toHaveLength(2);
  });
});

describe("figures", () => {
  const cell = { indicator: "gdp", name: "总值", value: figure("148"), unit: "亿元", growth: grown("近9%"), basis: null, rank: null, hero: false };
  const rowOf = (change: Partial<FigureCard>): string =>
    renderOne("figures", "指标", [block("figures", { period: YEAR, cards: [{ ...cell, ...change }] })]).html;

  it("stand as published: number, unit and qualifier apart, nothing added", () => {
    expect(rowOf({})).toContain('<span class="number">148</span><span class="unit">亿元</span>');
    expect(rowOf({})).toContain('data-field="growth" data-period="2021"><span class="qualifier">近</span><span class="number">9%</span>');
    expect(rowOf({ value: figure("8左右") })).toContain('<span class="number">8</span><span class="unit">亿元左右</span>');
    expect(rowOf({ value: figure("150余"), unit: "万人" })).toContain('<span class="number">150</span><span class="unit">余万人</span>');
    expect(rowOf({ value: figure("1,234.5"), growth: grown("-3.2%") })).toMatch(/value="1234\.5".*1,234\.5.*value="-3\.2".*−3\.2%/);
  });

  it("show a rank in words", () => {
    expect(rowOf({ value: null, growth: null, rank: 60 })).toContain('<span class="qualifier">第</span><span class="number">60</span><span class="unit">位</span>');
  });

  it("never turn a target in words into a number", () => {
    const cards = [
      { indicator: "income", name: "收入", wording: "与地区生产总值同步", goal: { type: "compared", relation: "in-step", indicator: "gdp", name: "地区生产总值" } },
      { indicator: "gdp", name: "总值", wording: "增长8%左右", goal: { type: "growth", figure: figure("8%左右"), base: null } },
    ] as const;
    const { html } = renderOne("figures", "目标", [block("targets", { period: YEAR, cards })]);
    expect(html.replaceAll(/<wbr>/g, "")).toContain("与地区生产总值同步");
    expect(html).toContain('<span class="qualifier">增长</span><span class="number">8%</span><span class="unit">左右</span>');
    expect(html.match(/class="number"/g)).toHaveLength(1);
  });
});

describe("kiosk seconds", () => {
  it("follow the length of the text, eight at least, the author's own first", () => {
    const long = "持续提升治理能力".repeat(10);
    expect(renderOne("bullets", "短").seconds).toBe(8);
    expect(renderOne("bullets", "", [list([[text(long)]])]).seconds).toBe(16);
    expect(renderOne("bullets", "", [list([[text(long)]])], { seconds: 30 }).seconds).toBe(30);
  });

  it("take the settings' number, and 0 for a section that stays out", () => {
    const sections = [section(1, "一", [slide("bullets", "短")]), section(2, "二", [slide("bullets", "短", [], { id: "x" })], { kiosk: false })];
    const model = deck(sections, { kiosk: { seconds: 12, portrait: false, hours: null } });
    expect(render(model).slides.map(({ seconds }) => seconds)).toEqual([12, 0]);
  });
});

describe("notes", () => {
  it("are blocks without line breaks of slides", () => {
    const { notes } = renderOne("bullets", "短", [], { notes: [paragraph("全年完成148亿元，<增长>11.6%。")] });
    expect(notes).toBe('<p>全年完成<span class="whole">148亿元</span>，&lt;增长&gt;<span class="whole">11.6%</span>。</p>');
  });
});

describe("text of an item", () => {
  it("that opens with bold words has them as its title", () => {
    expect(renderOne("bullets", "短", [list([[strong(text("强产业")), text(" 经济攀升")]])]).html).toContain('<strong class="item-title">强产业</strong> <span class="text">经济<wbr>攀升</span>');
  });
});

describe("cache", () => {
  const whole = (rendered: RenderedDeck): Promise<object | null> => drawn({ deck: rendered });
  const model = deck([section(1, "回顾", slideOfEveryLayout())]);

  it("gives the same deck again", async () => {
    const cache = createRenderCache();
    const first = renderDeckNow(model, THEME, cache);
    expect(await whole(renderDeckNow(model, THEME, cache))).toEqual(await whole(first));
    expect(await whole(render(model))).toEqual(await whole(first));
  });

  it("draws a changed slide anew and forgets what is gone", () => {
    const cache = createRenderCache();
    renderDeckNow(model, THEME, cache);
    const one = deck([section(1, "回顾", [slide("bullets", "改了")])]);
    expect(renderDeckNow(one, THEME, cache).slides[0]!.html).toContain("改了");
    expect(cache.bodies.size).toBe(1);
  });

  it("is emptied by other settings and other colours", async () => {
    const cache = createRenderCache();
    renderDeckNow(model, THEME, cache);
    const renamed = { ...model, settings: { ...model.settings, organisation: "太湖镇" } };
    expect(await whole(renderDeckNow(renamed, THEME, cache))).toEqual(await whole(render(renamed)));
    const dark = { ...THEME, colours: { ...THEME.colours, bar: "#000000" } };
    expect(await whole(renderDeckNow(model, dark, cache))).toEqual(await whole(renderDeckNow(model, dark, createRenderCache())));
  });
});
