/** The words of the audit of figures, in the deck's language. */
import type { FigureUse } from "../check/audit.ts";
import type { Language, ReferenceField } from "../model/deck.ts";

export interface AuditWords {
  readonly heading: string;
  /** The number of figures by origin. */
  readonly count: (bound: number, derived: number, literal: number) => string;
  readonly page: (page: number) => string;
  readonly columns: Readonly<Record<"figure" | "what" | "where" | "row" | "checks", string>>;
  readonly fields: Readonly<Record<ReferenceField, string>>;
  readonly surfaces: Readonly<Record<FigureUse["surface"], string>>;
  readonly origins: Readonly<Record<FigureUse["origin"], string>>;
  readonly none: string;
  readonly noFigures: string;
  /** The text below the tables. */
  readonly legend: string;
}

export function auditWordsOf(lang: Language): AuditWords {
  return lang === "en" ? EN : ZH;
}

const ZH: AuditWords = {
  heading: "数字出处清单",
  count: (bound, derived, literal) => `共${bound + derived + literal}处数字：${[`引自数据表${bound}处`, ...(derived === 0 ? [] : [`推算${derived}处`]), ...(literal === 0 ? [] : [`正文手写${literal}处`])].join("，")}。`,
  page: (page) => `第${page}页`,
  columns: { figure: "数字", what: "指标", where: "出现在", row: "出处", checks: "已核对" },
  fields: { figure: "", value: "", unit: "", growth: "同比", rank: "位次", name: "", target: "目标" },
  surfaces: { title: "标题", slide: "正文", notes: "讲稿", chart: "图表", figures: "数字卡", targets: "目标卡" },
  origins: { bound: "引自数据表", derived: "推算", literal: "手写" },
  none: "—",
  noFigures: "没有数字。",
  legend: "出处是数据表的文件名和行号。“已核对”列出拿来比较的规则和另一方所在的行，各规则见 docs/diagnostics.md。讲稿里的数字只列到页，不列原句。",
};

const EN: AuditWords = {
  heading: "Audit of figures",
  count: (bound, derived, literal) => `${bound + derived + literal} figures: ${[`${bound} from the tables`, ...(derived === 0 ? [] : [`${derived} derived`]), ...(literal === 0 ? [] : [`${literal} typed`])].join(", ")}.`,
  page: (page) => `Slide ${page}`,
  columns: { figure: "Figure", what: "Indicator", where: "Stands in", row: "Comes from", checks: "Checked against" },
  fields: { figure: "", value: "", unit: "", growth: "growth", rank: "rank", name: "", target: "target" },
  surfaces: { title: "title", slide: "text", notes: "notes", chart: "chart", figures: "card", targets: "target card" },
  origins: { bound: "from the tables", derived: "derived", literal: "typed" },
  none: "—",
  noFigures: "No figures.",
  legend: "A figure comes from a file and line of data/. “Checked against” names the rule and the row on the other side; docs/diagnostics.md has the rules. Figures in the notes are listed by slide, without their sentence.",
};
