/** Short text is set large, long text is set where it fits; text that is already in a head is not repeated. */
import { describe, expect, it } from "vitest";
import type { Project } from "../../src/model/indicator.ts";
import { createRenderCache, renderDeck } from "../../src/render/render-deck.ts";
import { block, card, deck, list, paragraph, section, slide, SPAN, strong, text, THEME } from "./samples.ts";

function htmlOf(...parameters: Parameters<typeof slide>): string {
  return renderDeck(deck([section(1, "回顾", [slide(...parameters)])]), THEME, createRenderCache()).slides[0]!.html;
}

describe("columns", () => {
  it("stand on the waterline with a title and a few words, or a list of at most three", () => {
    const short = [card("做强", [paragraph("文旅产业")]), card("提升", [list([[text("客栈")], [text("酒店")]])])];
    expect(htmlOf("columns", "点位", short)).toContain("columns-short cols-2 titles-l");
    expect(htmlOf("columns", "点位", [...short, card("其他", [paragraph("长".repeat(27))])])).not.toContain("columns-short");
    expect(htmlOf("columns", "点位", [...short, card("其他", [list(["一", "二", "三", "四"].map((word) => [text(word)]))])])).not.toContain("columns-short");
  });

  it("have smaller titles where one is long", () => {
    expect(htmlOf("columns", "点位", [card("六个字的标题", []), card("甲", []), card("乙", [])])).toContain("titles-m");
    expect(htmlOf("columns", "点位", [card("八个字那么长的标题呀", []), card("甲", []), card("乙", [])])).toContain("titles-xs");
  });
});

describe("rows", () => {
  it("are titles where each item is a few words", () => {
    const row = [text("古镇智慧消防")];
    expect(htmlOf("bullets", "要点", [list([row, row])])).toContain('"rows rows-2 rows-short"');
    expect(htmlOf("bullets", "要点", [list([row, [text("统筹疫情防控和经济社会发展")]])])).toContain("rows-short rows-wide");
    expect(htmlOf("bullets", "要点", [list([row, [text("统筹疫情防控和经济社会高质量发展")]])])).toContain('"rows rows-2"');
  });

  it("have title and text side by side where there are many short ones", () => {
    const rows = Array.from({ length: 6 }, () => [strong(text("强产业、促转型")), text(" 经济实力持续攀升")]);
    expect(htmlOf("bullets", "六个持续", [list(rows)])).toContain("rows-beside");
    expect(htmlOf("bullets", "六个持续", [list([...rows.slice(1), [strong(text("强产业")), text("长".repeat(12))]])])).not.toContain("rows-beside");
  });

  it("are larger where titles and texts keep their lines", () => {
    expect(htmlOf("cards", "任务", [card("优规划", [paragraph("新一轮空间规划")])])).toContain("rows-roomy");
    expect(htmlOf("cards", "任务", [card("优规划", [paragraph("长".repeat(21))])])).not.toContain("rows-roomy");
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
