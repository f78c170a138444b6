/** Heads of the tables that statistical bureaus send to offices: what each column holds, of which time and in which unit. */

export type ColumnKind = "name" | "unit" | "value" | "growth" | "points" | "rank";

export interface BureauColumn {
  readonly kind: ColumnKind;
  /** Key of the period that its head names (`2025`, `2025H1`, `2025-11`), `last` for the year before; null if it names none, `open` for a time that no key has (1—11月). */
  readonly period: string | null;
  /** In the head, as in `总量（亿元）`; empty for none. */
  readonly unit: string;
}

const NAME = /^(?:主要|经济|社会|统计|各项)*(?:指标|项目)(?:名称)?$|^名称$|^(?:indicators?|items?)$/i;
const UNIT = /^(?:计量)?单位$|^unit$/i;
const RANK = /位次|排名|名次|^rank/i;
/** Columns that hold other things; a share and a degree of fulfilment are no value of the indicator. */
const OTHER = /备注|说明|占|比重|序号|编码|代码|来源|部门|进度|目标|计划|任务|完成率|环比|年均|拉动|贡献|增加额|增减额|增量|^(?:note|share|source|remark)/i;
const GROWTH = /增长|增速|增幅|涨幅|同比|增减|升降|[比较](?:上年|去年|同期)|[±＋+][-－]?[%％]|growth|change/i;
const POINTS = /百分点|个点|points/i;
/** What makes a change a growth in per cent. */
const PERCENT = /增长|增速|增幅|涨幅|[%％]|growth/i;
const VALUE = /绝对[数量值额]|数值|总量|总额|完成|实绩|实际|累计|本年|本期|本月|上年|上期|今年|去年|全年|指标值|数量|金额|^(?:value|amount|total|level)|(?:19|20)\d{2}/i;
/** Words that say against what a growth is, where a year is no time of the column. */
const AGAINST = /[比较](?:(?:19|20)\d{2}年?|上年|去年|上一年)(?:同期|同月)?|(?:上年|去年|上一年)(?:同期|同月)?(?=增|[±＋+]|升|变)/g;
const BEHIND = /[（(]([^（）()]{1,12})[）)]$/;
/** Units of tables; words in brackets that are none are part of a name: （GDP）. */
const KNOWN_UNIT = /^(?:[%％‰]|[十百千万亿]*(?:美元|欧元|元|人次|人|户|家|个|吨|亩|公顷|平方米|平方公里|平方千米|立方米|千瓦时|千瓦|度|辆|件|公里|台|套|所|张|公斤|千克|标箱|标准箱|床|头|只|册|天|次|篇|条|座|处)|吨标准煤|万吨标准煤|TEU|微克\/立方米|.{1,6}\/.{1,4})$/;

/** What a column holds, by the texts of its head from top to bottom; null for a column of other things. `year` is that of the table. */
export function readHead(texts: readonly string[], year: number | null): BureauColumn | null {
  const parts = texts.map((text) => text.replace(/[\s\u3000]+/g, ""));
  const whole = parts.join(" ");
  const unit = parts.map((text) => unitIn(text)).findLast((found) => found !== "") ?? "";
  const bare = parts.map((text) => withoutUnit(text));
  if (bare.some((text) => NAME.test(text))) return { kind: "name", period: null, unit };
  if (bare.some((text) => UNIT.test(text))) return { kind: "unit", period: null, unit: "" };
  if (RANK.test(whole)) return { kind: "rank", period: periodIn(whole, year), unit: "" };
  if (OTHER.test(whole)) return null;
  if (GROWTH.test(whole)) {
    const period = periodIn(whole.replace(AGAINST, ""), year);
    if (POINTS.test(whole)) return { kind: "points", period, unit: "" };
    return PERCENT.test(whole) ? { kind: "growth", period, unit: "" } : null;
  }
  return VALUE.test(whole) ? { kind: "value", period: periodIn(whole, year), unit } : null;
}

/** The unit in brackets at the end, or behind 单位：; empty for none. */
export function unitIn(text: string): string {
  const written = BEHIND.exec(text)?.[1] ?? /^(?:计量)?单位[：:](.{1,12})$/.exec(text)?.[1] ?? "";
  const unit = written.replace(/^单位[：:]/, "");
  return KNOWN_UNIT.test(unit) ? unit.replace("％", "%") : "";
}

export function withoutUnit(text: string): string {
  return unitIn(text) === "" ? text : text.replace(BEHIND, "").trim();
}

/** The only year in a caption; null for none or several. */
export function yearIn(text: string): number | null {
  const years = new Set([...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|[-—.]|$|\s)/g)].map((match) => Number(match[1])));
  return years.size === 1 ? [...years][0]! : null;
}

/** See {@link BureauColumn.period}. */
function periodIn(text: string, own: number | null): string | null {
  const last = /上年|去年|上期/.test(text);
  const named = /(?<!\d)((?:19|20)\d{2})/.exec(text)?.[1];
  const part = partIn(text);
  const year = named ?? (own === null ? null : String(last ? own - 1 : own));
  if (part === "open") return "open";
  if (named === undefined && part === null) return last ? (own === null ? "open" : String(own - 1)) : /本年|今年|本期|全年/.test(text) && own !== null ? String(own) : null;
  return year === null ? "open" : `${year}${part ?? ""}`;
}

/** A part of a year as keys of periods write it: "" for the whole, null where none is named. */
function partIn(text: string): string | null {
  const months = /1[-—–~至](\d{1,2})月/.exec(text)?.[1];
  if (months !== undefined) return { "3": "Q1", "6": "H1", "12": "" }[months] ?? "open";
  const month = /(?<!\d)(1[0-2]|[1-9])月/.exec(text)?.[1];
  if (month !== undefined) return /累计/.test(text) ? "open" : `-${month.padStart(2, "0")}`;
  if (/上半年/.test(text)) return "H1";
  if (/下半年/.test(text)) return "H2";
  const quarter = /([一二三四1-4])季度/.exec(text)?.[1];
  if (quarter !== undefined) return `Q${"一二三四".indexOf(quarter) + 1 || quarter}`;
  return /前.{1,2}(?:季度|个月)|本月|当月|上月/.test(text) ? "open" : null;
}
