/** Words for the columns of tables. */

const ZH: Readonly<Record<string, string>> = {
  id: "编号", name: "名称", unit: "单位", kind: "类型", basis: "对比基数", part_of: "属于", better: "向好", aliases: "别名", source: "来源",
  indicator: "指标", period: "时间", area: "地区", value: "数值", growth: "增长", rank: "位次", status: "状态", note: "备注",
  target: "目标", section: "部分", role: "分工", due: "完成时间", photo: "照片", credit: "摄影", wording: "写法", since: "起始年",
};
const EN: Readonly<Record<string, string>> = { part_of: "part of", id: "id" };

/** A column as a person calls it; one without a word as it is written. */
export function columnName(column: string, zh: boolean): string {
  return (zh ? ZH : EN)[column.trim()] ?? column;
}
