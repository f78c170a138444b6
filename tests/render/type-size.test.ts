/** Short text is set large, long text is set where it fits; text that is already in a head is not repeated. */
import { describe, expect, it } from "vitest";
import type { ListItem } from "../../src/model/deck.ts";
import type { Project } from "../../src/model/indicator.ts";
import { planList } from "../../src/model/list-plan.ts";
import { LEAST_TYPE } from "../../src/model/theme.ts";
import { createRenderCache } from "../../src/render/render-cache.ts";
import { renderDeckNow } from "../../src/render/render-deck.ts";
import { block, card, deck, list, paragraph, section, slide, SPAN, strong, text, THEME } from "./samples.ts";

function htmlOf(...parameters: Parameters<typeof slide>): string {
  return renderDeckNow(deck([section(1, "回顾", [slide(...parameters)])]), THEME, createRenderCache()).slides[0]!.html;
}

describe("columns", () => {
  it("stand on the waterline with a head and a few words, or a list of at most three", () => {
    const short = [card("做强", [paragraph("文旅产业")]), card("提升", [list([[text("客栈")], [text("酒店")]])])];
    expect(htmlOf("columns", "点位", short)).toContain("columns-short columns-beside cols-2 head-160 text-64");
    expect(htmlOf("columns", "点位", [...short, card("其他", [paragraph("长".repeat(80))])])).not.toContain("columns-standing");
    expect(htmlOf("columns", "点位", [...short, card("其他", [list(["一", "二", "三", "四"].map((word) => [text(word)]))])])).not.toContain("columns-short");
  });

  it("take a line more for a long head, then a row for each, before heads are small", () => {
    const three = (title: string): string => htmlOf("columns", "点位", [card(title, [paragraph("几个字")]), card("甲", []), card("乙", [])]);
    expect(three("四字标题")).toContain("columns-standing cols-3 head-120");
    expect(three("七个字的标题啊")).toContain("columns-low cols-3 head-120");
    expect(three("“七个字的标题”")).toContain("columns-rows cols-3 head-120");
    expect(three("十三个字那么长的标题真的")).toContain("columns-rows cols-3 head-80");
  });

  it("keep heads of one line 40 px apart, or they read as one", () => {
    const html = htmlOf("columns", "点位", ["工业强县", "城乡融合", "民生改善"].map((title) => card(title, [])));
    expect(Number(/head-(\d+)/.exec(html)![1]) * 4).toBeLessThanOrEqual((1696 - 64) / 3 - 40);
  });

  it("stand beside the drawing where there are two, if their heads stay as large as a hall wants", () => {
    const two = (title: string): string => htmlOf("columns", "点位", [card(title, [paragraph("文旅产业")]), card("提升", [])]);
    expect(two("做强做特")).toContain("art-window");
    expect(two("做强做特做优")).not.toContain("art-window");
  });

  it("with more words have text as large as the longest allows", () => {
    const textOf = (length: number): number => Number(/columns cols-2 head-\d+ text-(\d+)/.exec(htmlOf("columns", "点位", [card("甲", [paragraph("长".repeat(length)), paragraph("短")]), card("乙", [])]))![1]);
    expect([textOf(50), textOf(90), textOf(120)]).toEqual([64, 52, 44]);
  });
});

const items = (count: number, width: number): ListItem[] => list(Array.from({ length: count }, () => [text("长".repeat(width))])).items as ListItem[];

describe("lists", () => {
  it("grow into the page: fewer and shorter items are larger (hall.md)", () => {
    const sizes = [3, 4, 5, 6, 7].map((count) => planList(items(count, 6)).form.item);
    expect(sizes).toEqual([132, 104, 96, 84, 72]);
    expect(planList(items(3, 14)).form.item).toBeLessThan(132);
  });

  it("rather are a little smaller than break one item", () => {
    expect(planList([...items(3, 6), ...items(1, 11)]).form.item).toBe(84);
  });

  it("never fall below what a hall reads: what does not fit goes on", () => {
    const plan = planList(items(7, 60));
    expect(plan.form.item).toBeGreaterThanOrEqual(LEAST_TYPE.item);
    expect(plan.parts.length).toBeGreaterThan(1);
    expect(plan.parts.reduce((sum, part) => sum + part)).toBe(7);
  });

  it("have title and text side by side where there are many short ones", () => {
    const rows = (count: number, width: number) => planList(list(Array.from({ length: count }, () => [strong(text("强产业、促转型")), text(` ${"长".repeat(width)}`)])).items as ListItem[]).form;
    expect(rows(6, 8)).toMatchObject({ beside: true });
    expect(rows(6, 20)).toMatchObject({ beside: false });
    expect(rows(4, 8)).toMatchObject({ beside: false });
  });

  it("count what has no number, but not where the list goes on", () => {
    const parts = items(9, 60);
    expect(htmlOf("bullets", "要点", [{ ...list([[text("古镇智慧消防")], [text("统筹疫情防控和经济社会发展")]]), form: { item: 104, text: 64, beside: false } }])).toMatch(/class="rows item-104 text-64 rows-counted"><li><span class="count" aria-hidden="true">1</);
    expect(planList(parts).parts.length).toBeGreaterThan(1);
    expect(htmlOf("bullets", "要点", [list([[text("长".repeat(9))]])], { part: { first: "a", number: 2, of: 2, fullest: 1 } })).toContain("rows-marked");
  });
});

describe("three short items", () => {
  it("are tiles as wide as the page, since names on high doors were half as large", () => {
    const tiles = (words: readonly string[]): string => htmlOf("bullets", "瞄准", [list(words.map((word) => [text(word)]))]);
    expect(tiles(["生物医药", "人工智能", "纳米技术应用"])).toContain("tiles cols-1 tile-160");
    expect(tiles(["门户枢纽", "产业高地", "宜居新城", "文旅胜地"])).toContain("tiles cols-2 tile-140");
  });
});

describe("commitments on blocks, in a theme without the bridge,", () => {
  const blockOf = (titles: readonly string[]): string => {
    const model = deck([section(1, "回顾", [slide("statement", "我们", titles.map((title) => card(title, [paragraph("动能")])))])]);
    return /statements [^"]*/.exec(renderDeckNow(model, { ...THEME, motif: "none" }, createRenderCache()).slides[0]!.html)![0];
  };

  it("are as large as their longest part allows, so that no character falls to a line of its own", () => {
    expect(blockOf(["“市级战略优势”", "“片区融合优势”", "“品牌魅力优势”"])).toContain("head-56");
    expect(blockOf(["稳中求进、发展为先", "改革创新、提质增效"])).toContain("head-120");
    expect(blockOf(Array.from({ length: 5 }, () => "稳中求进、发展为先"))).toContain("head-68");
  });
});

describe("a quote", () => {
  it("of three short clauses has a line for each", () => {
    const quote = (content: string): string => htmlOf("quote", "要求", [block("quote", { blocks: [paragraph(content)] })]);
    expect(quote("新的形势，新的任务，新的使命")).toContain(" verse");
    expect(quote("闻者向往、居者自豪")).not.toContain(" verse");
    expect(quote("立足新的更高起点，谋求更大作为，不断开创新局面")).not.toContain(" verse");
  });
});

describe("a project", () => {
  const project: Project = { name: "大桥", section: "交通", status: "建设", role: "配合", due: "上半年", photo: null, span: SPAN };
  const board = (title: string, caption: string): string => htmlOf("projects", "项目", [block("projects", { note: "", dense: false, small: false, groups: [{ status: "建设", title, caption, columns: 1, projects: [project] }] })]);

  it("does not repeat what the head of its group says", () => {
    expect(board("加快推进", "交通")).toMatch(/class="tag">配合<.*class="due">上半年</);
    expect(board("配合推进", "上半年")).not.toMatch(/class="(?:tag|due)"/);
  });
});

describe("two marks that meet", () => {
  it("share one blank, though a line may end between them", () => {
    expect(htmlOf("bullets", "要点", [list([[text("抓好“六稳”“六保”")]])])).toContain('”<span class="tight"></span><wbr>“');
  });
});

describe("a timeline", () => {
  it("of at most four entries with few words is as large as a hall reads", () => {
    const htmlWith = (count: number, words: string): string => htmlOf("timeline", "节点", [block("timeline", { open: true, entries: Array.from({ length: count }, () => ({ when: "一季度", title: "集中开工", text: words })) })]);
    expect(htmlWith(4, "中心小学")).toContain("timeline-brief");
    expect(htmlWith(5, "中心小学")).not.toContain("timeline-brief");
    expect(htmlWith(4, "中心小学教学楼".repeat(5))).not.toContain("timeline-brief");
  });
});
