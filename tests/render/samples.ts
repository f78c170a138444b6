/** Small decks made by hand: what the parser would return, without a parser. */
import { CENTRE, PLAIN_LOOK } from "../../src/model/photo.ts";
import type { Block, BlockOf, Deck, Inline, Layout, ListItem, Section, Settings, Slide } from "../../src/model/deck.ts";
import { parseFigure, type Figure } from "../../src/model/figure.ts";
import { parseGrowth, type Growth } from "../../src/model/growth.ts";
import type { Period } from "../../src/model/period.ts";
import type { Span } from "../../src/model/span.ts";
import { PLAIN_OFFICE } from "../../src/model/office-look.ts";
import { COLOUR_TOKENS, LEAST_TYPE, type ColourToken, type Theme } from "../../src/model/theme.ts";

export const SPAN: Span = { file: "slides/10-part.md", line: 1, column: 1, endLine: 1, endColumn: 1 };
export const YEAR: Period = { type: "year", year: 2021 };

export function text(content: string): Inline {
  return { type: "text", text: content, span: SPAN };
}

export function strong(...children: readonly Inline[]): Inline {
  return { type: "strong", children, span: SPAN };
}

export function reference(content: string): Inline {
  return { type: "figure", indicator: "gdp", field: "figure", period: YEAR, area: null, text: content, span: SPAN };
}

export const BREAK: Inline = { type: "break", span: SPAN };

export function figure(raw: string): Figure {
  const parsed = parseFigure(raw);
  if (parsed === null) throw new Error(`no figure: ${raw}`);
  return parsed;
}

export function grown(raw: string): Growth {
  const parsed = parseGrowth(raw, null);
  if (parsed === null) throw new Error(`no growth: ${raw}`);
  return parsed;
}

export function paragraph(content: string, step: number | null = null): BlockOf<"paragraph"> {
  return { type: "paragraph", inlines: [text(content)], step, span: SPAN };
}

export function list(items: readonly (readonly Inline[])[], steps: readonly (number | null)[] = []): BlockOf<"list"> {
  const entries: ListItem[] = items.map((inlines, index) => ({ inlines, ordinal: null, blocks: [], step: steps[index] ?? null, span: SPAN }));
  return { type: "list", ordered: false, form: null, items: entries, step: null, span: SPAN };
}

export function card(title: string, blocks: readonly Block[], step: number | null = null): BlockOf<"card"> {
  return { type: "card", title: [text(title)], blocks, step, span: SPAN };
}

export function block<T extends Block["type"]>(type: T, content: Omit<BlockOf<T>, "type" | "span" | "step">): BlockOf<T> {
  return { ...content, type, span: SPAN, step: null } as BlockOf<T>;
}

export function slide(layout: Layout, title: string, blocks: readonly Block[] = [], more: Partial<Slide> = {}): Slide {
  return {
    id: `${layout}-1`, layout, layoutReason: "", title: title === "" ? [] : [text(title)], kicker: "", number: "", variant: null, motif: null, blocks, notes: [], labels: [],
    seconds: null, long: null, backup: false, part: null, span: SPAN, ...more,
  };
}

export function section(number: number | null, title: string, slides: readonly Slide[], more: Partial<Section> = {}): Section {
  return { id: `part-${number ?? 0}`, number, title: title === "" ? [] : [text(title)], minutes: null, kiosk: true, backup: false, booklet: null, check: {}, exceptions: [], slides, span: SPAN, ...more };
}

const SETTINGS: Settings = {
  title: "政府工作报告", organisation: "平江镇", period: YEAR, plan: { type: "year", year: 2022 }, lang: "zh-CN", theme: "plain", treatment: "theme",
  speaker: null, meeting: null, date: null, status: "final", demo: false, protect: [], html: "escape", notes: "private", remarks: "private", booklet: "auto", hover: false, stage: { minutes: null, click: false },
  kiosk: { seconds: null, portrait: false, hours: null }, check: {}, places: new Map(), span: SPAN,
};

export function deck(sections: readonly Section[], settings: Partial<Settings> = {}): Deck {
  return { settings: { ...SETTINGS, ...settings }, sections, indicators: [], projects: [], terms: [], cells: [], exceptions: [] };
}

const COLOURS = Object.fromEntries(COLOUR_TOKENS.map((token) => [token, "#123456"])) as Record<ColourToken, string>;

export const THEME: Theme = { name: "plain", title: "素", colours: COLOURS, fonts: { serif: [], sans: [], numeral: [], notes: [], fangsong: [], kaiti: [], latin: [] }, motif: "bridge", photo: null, office: PLAIN_OFFICE, type: LEAST_TYPE, css: "" };

/** One slide of every layout, with its usual content. */
export function slideOfEveryLayout(): readonly Slide[] {
  const cards = [card("稳中求进、发展为先", [paragraph("综合实力跃上新台阶")]), card("改革创新、提质增效", [paragraph("转型升级取得新突破")])];
  const kpi = { indicator: "gdp", name: "地区生产总值", value: figure("148"), unit: "亿元", growth: grown("11.6%"), basis: null, rank: null, hero: true };
  const chart = {
    type: "growth", title: "增速", statement: "地区生产总值增长11.6%。", highlight: "gdp", source: null, demo: false, period: YEAR,
    bars: [{ indicator: "gdp", name: "地区生产总值", growth: grown("11.6%"), value: figure("148"), unit: "亿元" }], reference: null,
  } as const;
  return [
    slide("cover", ""),
    slide("agenda", ""),
    slide("section", "工作回顾"),
    slide("statement", "我们致力于", cards),
    slide("figures", "主要指标", [block("figures", { period: YEAR, cards: [kpi, { ...kpi, indicator: "b", growth: grown("近9%"), hero: false }] })]),
    slide("chart", "增速", [block("chart", { chart })]),
    slide("bullets", "六个持续", [list([[strong(text("强产业")), text("，经济实力持续攀升")]])]),
    slide("columns", "两列", cards),
    slide("cards", "爆发点", cards, { number: "01" }),
    slide("picture", "水乡客厅", [block("image", { file: "images/a.jpg", alt: "石桥", width: 1200, height: 900, ...PLAIN_LOOK })]),
    slide("table", "完成情况", [block("table", { form: null, align: [null, "right"], head: [[text("指标")], [text("值")]], rows: [[[text("总值")], [text("148")]]] })]),
    slide("zones", "三个片区", [block("zones", { note: "示意", zones: [{ name: "田园", where: "西部", phrases: ["慢城"], symbol: "fields" }] })]),
    slide("projects", "项目", [block("projects", { note: "示意", dense: false, small: false, groups: [{ status: "开工", title: "开工", caption: "", columns: 1, projects: [{ name: "大桥", section: "x", status: "开工", role: "配合", due: null, photo: null, span: SPAN }] }] })]),
    slide("photos", "项目进展", [block("photos", { entries: [{ name: "大桥", status: "开工", due: null, picture: { file: "images/b.jpg", width: 800, height: 600, focus: CENTRE, credit: "", treatment: null } }, { name: "泵站", status: "启动", due: null, picture: null }] })]),
    slide("units", "重点项目", [block("units", { kind: "boats", counted: { name: "重点项目", figure: figure("31"), unit: "个", text: "31个", origin: { indicator: "gdp", period: YEAR, field: "figure" } }, lit: null, plan: { each: 1, whole: 31, rest: 0, vague: 0 } })]),
    slide("review", "五年回顾", [block("review", { from: { type: "year", year: 2016 }, to: YEAR, rows: [{ indicator: "gdp", name: "地区生产总值", unit: "亿元", before: figure("95"), now: figure("148"), growth: null, direction: "up" }], form: null })]),
    slide("timeline", "历程", [block("timeline", { open: true, entries: [{ when: "2021年", title: "收官", text: "完成" }] })]),
    slide("quote", "", [block("quote", { blocks: [paragraph("一张蓝图绘到底")] })]),
    slide("closing", "谢谢"),
  ];
}
