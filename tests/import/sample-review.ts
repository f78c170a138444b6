/** A review of an invented report, with everything that a review may have. */
import type { Decision, ImportReview, SpokenParagraph, TableLine } from "../../src/import/decision.ts";

const TEXTS: readonly (readonly [text: string, heading: number | null])[] = [
  ["云溪县2026年政府工作报告", null],
  ["一、2025年工作回顾", 1],
  ["全县地区生产总值完成286.4亿元，增长6.3%；一般公共预算收入18.7亿元，增长近9%，总量居全市第三。", null],
  ["（一）产业升级步伐加快", 2],
  ["固定资产投资和工业投资分别增长8.1%、12.4%。新建成高标准厂房12万平方米，新增规上企业23家，“专精特新”中小企业（以下简称专精特新企业）达41家。", null],
  ["云溪大桥建成通车，城东污水处理厂二期开工建设，客运枢纽前期工作加快推进。", null],
  ["五年来，累计完成技改投资96亿元，年均增长11%。", null],
  ["二、2026年工作安排", 1],
  ["主要预期目标是：地区生产总值增长6%左右；一般公共预算收入增长5%；城镇新增就业4200人以上；居民收入增长与经济增长同步。", null],
  ["办好10件民生实事，改造老旧小区14个。", null],
];

const paragraphs: readonly SpokenParagraph[] = TEXTS.map(([text, heading], index) => ({ paragraph: index + 1, line: null, text, heading, asides: index === 4 ? [{ after: text.indexOf("。"), mark: "〔注1〕", text: "不含农户投资。" }] : [] }));

interface Plan {
  readonly paragraph: number;
  readonly text: string;
  readonly certainty: Decision["certainty"];
  readonly reason: readonly [zh: string, en: string];
  readonly lines?: readonly TableLine[];
}

/** The part that every decision has. */
function base({ paragraph, text, certainty, reason: [zh, en], lines = [] }: Plan): Pick<Decision, "place" | "text" | "sentence" | "certainty" | "reason" | "lines"> {
  const whole = TEXTS[paragraph - 1]![0];
  const start = Math.max(whole.indexOf(text), 0);
  return { place: { paragraph, line: null, start, end: start + text.length }, text, sentence: whole, certainty, reason: { zh, en }, lines };
}

const ONE = ["句中只有一个主语，年份明确，写法与表格一致", "the sentence has one subject, its year is clear, and the table shows it to the letter"] as const;
const row = (line: string): readonly TableLine[] => [{ table: "observations.csv", line }];

type FigureParts = Partial<Extract<Decision, { type: "figure" }>>;
const figure = (plan: Plan, parts: FigureParts): Decision => ({ type: "figure", ...base(plan), name: "", indicator: "", measure: "level", value: plan.text, unit: "", basis: "", period: "2025", area: "", reference: "", ...parts });

const DECISIONS: readonly Decision[] = [
  figure({ paragraph: 3, text: "286.4亿元", certainty: "sure", reason: ONE, lines: row("gdp,2025,286.4,6.3%") }, { name: "地区生产总值", indicator: "gdp", value: "286.4", unit: "亿元", reference: "{{gdp}}" }),
  figure({ paragraph: 3, text: "6.3%", certainty: "sure", reason: ONE }, { name: "地区生产总值", indicator: "gdp", measure: "growth", reference: "{{gdp.growth}}" }),
  figure({ paragraph: 3, text: "近9%", certainty: "sure", reason: ONE }, { name: "一般公共预算收入", indicator: "revenue-general", measure: "growth", reference: "{{revenue-general.growth}}" }),
  figure({ paragraph: 3, text: "第三", certainty: "unsure", reason: ["句中另有其他主语或别的年份，不能确定是谁的数", "the sentence has another subject or another year, so it is open whose figure this is"], lines: row("revenue-general,2025,18.7,近9%,3") }, { name: "一般公共预算收入", indicator: "revenue-general", measure: "rank", value: "3" }),
  figure({ paragraph: 5, text: "8.1%", certainty: "sure", reason: ONE, lines: row("investment,2025,,8.1%") }, { name: "固定资产投资", indicator: "investment", measure: "growth", reference: "{{investment.growth}}" }),
  figure({ paragraph: 5, text: "12.4%", certainty: "sure", reason: ONE, lines: row("investment-industry,2025,,12.4%") }, { name: "工业投资", indicator: "investment-industry", measure: "growth", reference: "{{investment-industry.growth}}" }),
  { type: "count", ...base({ paragraph: 5, text: "23家", certainty: "unsure", reason: ["是计数，不是指标", "it counts things and is no indicator"] }), name: "规上企业", value: "23", unit: "家" },
  { type: "term", ...base({ paragraph: 5, text: "专精特新企业", certainty: "sure", reason: ["原文写明了简称", "the text gives the short form"], lines: [{ table: "terms.csv", line: "“专精特新”中小企业|专精特新企业" }] }), kind: "short", wording: "“专精特新”中小企业|专精特新企业", explanation: "" },
  { type: "project", ...base({ paragraph: 6, text: "云溪大桥", certainty: "sure", reason: ["原文写明了项目名称和阶段", "the text names the project and its stage"], lines: [{ table: "projects.csv", line: "云溪大桥,产业升级步伐加快,竣工" }] }), name: "云溪大桥", section: "产业升级步伐加快", status: "竣工" },
  { type: "project", ...base({ paragraph: 6, text: "客运枢纽", certainty: "unsure", reason: ["项目的阶段没有写明", "the project's stage is open"], lines: [{ table: "projects.csv", line: "客运枢纽,产业升级步伐加快," }] }), name: "客运枢纽", section: "产业升级步伐加快", status: "" },
  figure({ paragraph: 7, text: "96亿元", certainty: "unsure", reason: ["年份不明（累计、上半年、历年等）", "the time is open (a sum, half a year, several years)"], lines: row("i001,2021-2025,96,") }, { name: "技改投资", indicator: "i001", value: "96", unit: "亿元", period: "2021-2025" }),
  figure({ paragraph: 7, text: "11%", certainty: "unsure", reason: ["年份不明（累计、上半年、历年等）", "the time is open (a sum, half a year, several years)"] }, { name: "技改投资", indicator: "i001", measure: "growth", period: "" }),
  { type: "target", ...base({ paragraph: 9, text: "增长6%左右", certainty: "sure", reason: ["目标句中的一项，计划的写法读得懂", "an item of a sentence of targets whose plan is understood"], lines: [{ table: "targets.csv", line: "gdp,2026,增长6%左右" }] }), name: "地区生产总值", indicator: "gdp", period: "2026", wording: "增长6%左右" },
  { type: "target", ...base({ paragraph: 9, text: "增长与经济增长同步", certainty: "unsure", reason: ["计划的写法没有读懂，仍照原文", "the plan's words are not understood and stay as they are"], lines: [{ table: "targets.csv", line: "income,2026,增长与经济增长同步" }] }), name: "居民收入", indicator: "income", period: "2026", wording: "增长与经济增长同步" },
];

export function sampleReview(lang: ImportReview["lang"] = "zh-CN"): ImportReview {
  return {
    document: "云溪县报告.docx", title: "云溪县2026年政府工作报告", organisation: "云溪县人民政府", period: "2025", plan: "2026", lang, paragraphs, decisions: DECISIONS,
    replacements: [{ place: { paragraph: 3, line: null, start: 0, end: 1 }, sign: "U+200B", by: "" }], unplaced: [],
    told: [{ paragraph: 5, line: null, cell: "", message: { zh: "没有读入：批注，共 2 处。", en: "Left out: comments, 2 in all." } }, { paragraph: null, line: null, cell: "综合!D2", message: { zh: "“地区生产总值”在表里是 6.1%，正文第 3 段写的是“6.3%”，两个数对不上。", en: "“地区生产总值” is 6.1% in this table, but paragraph 3 of the text says “6.3%”: both cannot be right." } }],
  };
}
