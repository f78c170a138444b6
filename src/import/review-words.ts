/** The words of the page that shows an import to a person, in the document's language. */
import type { Decision, FoundMeasure } from "./decision.ts";

export interface ReviewWords {
  readonly heading: string;
  readonly file: (name: string) => string;
  readonly periods: (period: string, plan: string) => string;
  readonly summary: (written: number, doubtful: number, unread: number) => string;
  readonly sections: Readonly<Record<"doubtful" | "unread" | "lines" | "settled" | "unplaced" | "told" | "asides" | "replaced", { readonly title: string; readonly about: string; readonly count: (count: number) => string }>>;
  readonly place: (paragraph: number, line: number | null) => string;
  readonly table: string;
  readonly types: Readonly<Record<Decision["type"], string>>;
  readonly measures: Readonly<Record<FoundMeasure, string>>;
  readonly written: string;
  readonly open: string;
  readonly counted: string;
  readonly nameless: string;
  readonly period: (key: string) => string;
  readonly basis: (basis: string) => string;
  readonly copy: (table: string, count: number) => string;
  readonly sign: (sign: string, by: string) => string;
  readonly nothing: string;
  readonly joint: string;
}

const paragraphs = (count: number): string => `${count}段`;
const rows = (count: number): string => `${count}行`;
const places = (count: number): string => `${count}处`;

export function reviewWordsOf(lang: "zh-CN" | "en"): ReviewWords {
  return lang === "en" ? EN : ZH;
}

const ZH: ReviewWords = {
  heading: "导入核对",
  file: (name) => `原文：${name}`,
  periods: (period, plan) => `报告期：${period}${plan === "" ? "" : `，计划期：${plan}`}`,
  summary: (written, doubtful, unread) => `已写入数据表${written}处，存疑${doubtful}处${unread === 0 ? "" : `，另有${unread}段有数字没有认出`}。请先看存疑的，再看其余。`,
  sections: {
    doubtful: { title: "存疑", about: "拿不准的没有写进数据表，讲稿里仍是原文。最可疑的排在前面。", count: paragraphs },
    unread: { title: "有数字没有认出", about: "这些段落里有数字，但没有认出指标、目标或项目，讲稿里仍是原文。", count: paragraphs },
    lines: { title: "可以抄进数据表的行", about: "核对无误后，把需要的行复制到 data/ 里同名文件的末尾，再运行一次 check。", count: rows },
    settled: { title: "已写入", about: "这些写进了数据表；讲稿里的数字换成了引用，显示出来与原文一字不差。", count: paragraphs },
    unplaced: { title: "没有放进去的段落", about: "原有的讲稿里找不到它们的位置，请自己放。", count: paragraphs },
    told: { title: "请对照原文", about: "原文里的这些没有带过来、换了一种方式带过来，或与随附的表对不上。", count: places },
    asides: { title: "脚注、尾注和表格", about: "脚注、尾注的文字放进了讲稿，紧跟在所在的段落后面，原处标了同样的记号；页面放不下的表格也放在这里。念稿时可以跳过。", count: places },
    replaced: { title: "换掉的字符", about: "这些字符放映时看不见或会混淆，已换掉。", count: places },
  },
  place: (paragraph, line) => (paragraph === 0 ? "随附的指标表" : line === null ? `第${paragraph}段` : `第${paragraph}段（第${line}行）`),
  table: "表格",
  types: { figure: "数字", target: "目标", project: "项目", term: "用语", count: "计数" },
  measures: { level: "数值", growth: "增长", change: "增减", rank: "位次", none: "未定" },
  written: "已写入",
  open: "未写入",
  counted: "不写入",
  nameless: "没有名称",
  period: (key) => (/^\d{4}$/.test(key) ? `${key}年` : /^\d{4}-\d{4}$/.test(key) ? `${key.replace("-", "—")}年` : key),
  basis: (basis) => `比${basis.replace(/^(?:比|较)/, "")}`,
  copy: (table, count) => `${table}（${count}行）`,
  sign: (sign, by) => `${sign} ${by === "" ? "已去掉" : `换成“${by}”`}`,
  nothing: "没有。",
  joint: "、",
};

const EN: ReviewWords = {
  heading: "Import review",
  file: (name) => `Document: ${name}`,
  periods: (period, plan) => `Reported: ${period}${plan === "" ? "" : `, planned: ${plan}`}`,
  summary: (written, doubtful, unread) => `${written} written into the tables, ${doubtful} in doubt${unread === 0 ? "" : `, and ${unread} paragraphs with digits in which nothing was recognised`}. Look at the doubtful ones first.`,
  sections: {
    doubtful: { title: "In doubt", about: "What is unsure is in no table, and the notes have the words of the document. The most doubtful come first.", count: String },
    unread: { title: "Digits without a meaning", about: "These paragraphs have digits, but no indicator, target or project was recognised. The notes have their words.", count: String },
    lines: { title: "Rows to copy into the tables", about: "Compare them, copy the ones you need to the end of the file of that name in data/, and run check again.", count: String },
    settled: { title: "Written", about: "These are in the tables. The notes refer to them, and show the document’s words to the letter.", count: String },
    unplaced: { title: "Paragraphs without a place", about: "The notes have no place for them; put them where they belong.", count: String },
    told: { title: "Compare with the document", about: "These were not taken over, or in another way, or contradict the office’s workbook.", count: String },
    asides: { title: "Notes and tables", about: "Footnotes and endnotes are in the spoken text, right behind their paragraph, with the same mark at their place. So are tables that no slide can show. A speaker may skip them.", count: String },
    replaced: { title: "Characters that were replaced", about: "They cannot be seen on a slide, or look like others.", count: String },
  },
  place: (paragraph, line) => (paragraph === 0 ? "The office’s workbook" : line === null ? `Paragraph ${paragraph}` : `Paragraph ${paragraph} (line ${line})`),
  table: "Table",
  types: { figure: "Figure", target: "Target", project: "Project", term: "Term", count: "Count" },
  measures: { level: "value", growth: "growth", change: "change", rank: "rank", none: "open" },
  written: "written",
  open: "not written",
  counted: "left as text",
  nameless: "no name",
  period: (key) => key.replace("-", "–"),
  basis: (basis) => basis,
  copy: (table, count) => `${table} (${count} ${count === 1 ? "row" : "rows"})`,
  sign: (sign, by) => `${sign} ${by === "" ? "left out" : `replaced by “${by}”`}`,
  nothing: "None.",
  joint: ", ",
};
