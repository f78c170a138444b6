/** What --fix binds to data reads as it was typed, character by character: on slides, in the notes and in the booklet. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openTheme } from "../../src/build.ts";
import { checkDeck } from "../../src/check/check-deck.ts";
import { findOutsideWordings, findPassages } from "../../src/check/passages.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { planFixes, type Edit } from "../../src/fix/plan-fixes.ts";
import { rewriteBytes } from "../../src/fix/rewrite-bytes.ts";
import type { Deck } from "../../src/model/deck.ts";
import type { Theme } from "../../src/model/theme.ts";
import { parseDeck } from "../../src/parse/deck.ts";
import { createParseCache } from "../../src/parse/memo.ts";
import { renderBooklet } from "../../src/render/booklet/render-booklet.ts";
import { createRenderCache } from "../../src/render/render-cache.ts";
import { renderDeckNow } from "../../src/render/render-deck.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, THEMES } from "../support/project.ts";
import { editsOf, mend } from "./fixing.ts";

const DATA = {
  "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2024\nplan: 2025\n",
  "data/indicators.csv": [
    "id,name,unit,kind,basis,aliases",
    "gdp,地区生产总值,亿元,flow,constant,GDP", "jobs,城镇新增就业,万人,flow,,", "unemp,城镇调查失业率,%,rate,,", "people,常住人口,万人,stock,,", "rank,全国百强镇,,rank,,", "",
  ].join("\n"),
  "data/observations.csv": "indicator,period,value,growth,rank\ngdp,2023,120,5.5%,\ngdp,2024,148,近9%,\njobs,2024,120,,\nunemp,2024,5.5%,,\npeople,2024,8余,,\nrank,2024,,,60\n",
  "data/targets.csv": "indicator,period,target\ngdp,2024,增长8%左右\ngdp,2025,增长5%左右\njobs,2025,60万人以上\nunemp,2024,5%以内\nunemp,2025,5.5%左右\n",
};
const SLIDES = "slides/10-part.md";

/** Parses and checks the slides in memory; `references` are the fixes that bind figures. */
function check(text: string): { readonly deck: Deck; readonly references: readonly Edit[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const file = (path: keyof typeof DATA): { readonly path: string; readonly text: string } => ({ path, text: DATA[path] });
  const tables = [file("data/indicators.csv"), file("data/observations.csv"), file("data/targets.csv")];
  const { deck } = parseDeck({ settings: file("slides/deck.yaml"), slides: [{ path: SLIDES, text }], tables, images: new Map(), themes: new Map() }, report, createParseCache());
  checkDeck(deck!, report);
  return { deck: deck!, references: planFixes(diagnostics, new Map([[SLIDES, text]]), "reference") };
}

/** What people see and hear: the texts of the deck, the slides as drawn and the booklet. */
function readOf(deck: Deck, theme: Theme): readonly string[] {
  const words = (html: string): string => html.replaceAll(/<(style|svg)\b.*?<\/\1>/gs, "").replaceAll(/<[^>]*>/g, "");
  return [...[...findPassages(deck), ...findOutsideWordings(deck)].map(({ text }) => text), ...renderDeckNow(deck, theme, createRenderCache()).slides.map(({ html }) => words(html)), words(renderBooklet(deck))];
}

const name = fc.constantFrom("地区生产总值", "GDP", "城镇新增就业", "城镇调查失业率", "常住人口", "在全国百强镇中位列", "人均地区生产总值");
const time = fc.constantFrom("", "2023—2024年，", "建议2025年", "2024年，", "2025年，", "2023年，", "全年", "五年来，", "2025年目标是：", "预期目标：", "二〇二四年，", "截至2024年末，");
const verb = fc.constantFrom("", "", "增长", "达到", "完成", "控制在", "下降", "为", "由");
/** Figures of the tables, and larger ones that begin or end with them. */
const figure = fc.constantFrom(
  "148亿元", "5.5%", "近9%", "8余万人", "第60位", "120万人", "5.5%左右", "60万人以上", "8%左右", "增长8%左右", "增长5%左右", "120亿元",
  "5%左右", "15.5%左右", "25%左右", "3120万人", "3,120万人", "3，120万人", "260万人以上", "1.60万人以上", "近19%", "18余万人", "第160位", "148亿美元", "2148亿元", "2.148亿元", "百148亿元", "5%—8%左右", "58%左右", "3·120万人", "三千120万人", "**3**120万人", "3 120万人", "2万5000人", "120万件次", "1.20亿人", "5至5.5%左右",
);
const right = fc.constantFrom("地区生产总值148亿元", "地区生产总值增长近9%", "城镇新增就业120万人", "城镇调查失业率5.5%", "常住人口8余万人", "在全国百强镇中位列第60位", "城镇调查失业率5.5%左右", "城镇新增就业60万人以上");
const clause = fc.oneof(right, right, fc.tuple(name, verb, figure).map((parts) => parts.join("")));
const sentence = fc.tuple(time, fc.array(clause, { minLength: 1, maxLength: 3 })).map(([when, clauses]) => `${when}${clauses.join("，")}。`);
const title = fc.constantFrom("2024年工作回顾", "2023", "2026 年工作", "2023—2024", "主要指标", "2025年目标", "工作安排");

describe("what --fix binds", () => {
  it("reads as it was typed", async () => {
    const world = createWorld({ home: HOME });
    const theme = await openTheme("shuixiang", [THEMES], world);
    await world.close();
    let bound = 0;
    fc.assert(fc.property(title, fc.array(sentence, { minLength: 1, maxLength: 6 }), (head, sentences) => {
      const source = `# ${head}\n\n## 情况\n\n- ${sentences[0]}\n\n备注：\n${sentences.join("\n\n")}\n`;
      const { deck, references } = check(source);
      bound += references.length;
      const mended = new TextDecoder().decode(rewriteBytes(new TextEncoder().encode(source), references)!);
      expect(readOf(check(mended).deck, theme!)).toEqual(readOf(deck, theme!));
      expect(mended).not.toMatch(/[\d.，,]\{\{/);
    }), { numRuns: 100 });
    expect(bound).toBeGreaterThan(20);
  });

  it.each([
    ["2024年，城镇调查失业率5.5%左右。", []],
    ["2024年，地区生产总值预期目标增长5%左右。", []],
    ["2024年，地区生产总值预期目标增长8%左右。", ["A11 增长8%左右 → {{gdp.target@2024}}"]],
    ["2025年，城镇新增就业260万人以上。", []],
    ["2024年，城镇新增就业61万人。", []],
    ["2025年，城镇新增就业60万人以上，城镇调查失业率5.5%左右。", ["A11 60万人以上 → {{jobs.target}}", "A11 5.5%左右 → {{unemp.target}}"]],
    ["城镇新增就业3120万人，地区生产总值2,148亿元。", []],
  ])("is the whole figure of the same year: %s", async (text, expected) => {
    await mend({ ...DATA, [SLIDES]: `# 工作\n\n## 情况\n\n- 略\n\n备注：\n${text}\n` }, ({ result }) => expect(editsOf(result)).toEqual(expected));
  });

  it.each(["2023", "2023 年工作", "2023—2024"])("is no target of another year below the title %s", async (head) => {
    await mend({ ...DATA, [SLIDES]: `# ${head}\n\n## 情况\n\n- 略\n\n备注：\n地区生产总值增长5%左右。\n` }, ({ result }) => expect(editsOf(result).filter((edit) => edit.startsWith("A11"))).toEqual([]));
  });
});
