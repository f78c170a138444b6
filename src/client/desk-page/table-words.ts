/** Words for the columns of tables, and for the words that these take. */

/** By the name of a table's file. */
export const TABLE_NAMES = {
  zh: { indicators: "指标", observations: "数值", targets: "目标", projects: "项目", terms: "用语" },
  en: { indicators: "Indicators", observations: "Figures", targets: "Targets", projects: "Projects", terms: "Terms" },
} as const;

const ZH: Readonly<Record<string, string>> = {
  id: "编号", name: "名称", unit: "单位", kind: "类型", basis: "对比基数", part_of: "属于", better: "向好", aliases: "别名", source: "来源",
  indicator: "指标", period: "时间", area: "地区", value: "数值", growth: "增长", rank: "位次", status: "状态", note: "备注",
  target: "目标", section: "部分", role: "分工", due: "完成时间", photo: "照片", credit: "摄影", wording: "写法", since: "起始年",
};
/** Above the numbers of the rows. */
export const ROW_HEAD = { zh: "行", en: "Row" } as const;
const ZH_CELLS: Readonly<Record<string, string>> = {
  flow: "流量：一段时间的总数", stock: "存量：某一天的总数", rate: "比率", rank: "位次", index: "指数、强度", nominal: "现价", constant: "可比价", up: "越高越好", down: "越低越好",
  flash: "快报", preliminary: "初步", final: "最终", phrase: "提法", order: "次序", person: "人名", place: "地名", short: "简称",
};
const EN: Readonly<Record<string, string>> = { part_of: "part of", id: "id" };

/** A column as a person calls it; one without a word as it is written. */
export function columnName(column: string, zh: boolean): string {
  return (zh ? ZH : EN)[column.trim()] ?? column;
}

/** A word that a column takes, as a person says it. */
export function cellWord(word: string, zh: boolean): string {
  return (zh ? ZH_CELLS[word] : undefined) ?? word;
}
