/** Indicator tables of a document: a head row with 指标 and 单位, 绝对数 or 增长, and a row for each indicator. */
import { parseGrowth } from "../model/growth.ts";
import { parsePublished } from "../model/published.ts";
import type { DocumentTable, SourceDocument } from "../read/documents/document.ts";

/** A row as a table publishes it. */
export interface TableFigure {
  readonly paragraph: number;
  readonly line: number | null;
  readonly name: string;
  readonly unit: string;
  /** Null is the report's own year. */
  readonly year: number | null;
  readonly value: string;
  readonly growth: string;
}

const NAME_HEAD = /^(?:主要)?(?:经济)?(?:指标|项目|名称|指标名称|主要指标|Indicator|Item)$/i;
const UNIT_HEAD = /^(?:计量)?单位$|^Unit$/i;
const GROWTH_HEAD = /增长|增速|同比|增幅|增减|比上年|[±+]|growth|change/i;
const VALUE_HEAD = /绝对[数量值]|数值|完成|实绩|实际|总量|全年|累计|指标值|value|amount/i;
const YEAR = /((?:19|20)\d{2})年?/;
/** 地区生产总值（亿元）: the unit behind the name. */
const NAME_WITH_UNIT = /^(.*?)\s?[（(]([^（）()]{1,8})[）)]$/;

/** The figures of all indicator tables; a table with another head has none. */
export function readTables({ blocks }: SourceDocument): TableFigure[] {
  return blocks.flatMap((block) => (block.type === "table" ? readTable(block) : []));
}

/** What a column holds. */
type Column = { readonly type: "name" | "unit" | "growth" } | { readonly type: "value"; readonly year: number | null; readonly unit: string };

function readTable({ rows, place }: DocumentTable): TableFigure[] {
  const [head = [], ...body] = rows;
  const columns = new Map(head.flatMap(({ text, column }): [number, Column][] => {
    const type = columnOf(text.replace(/\s/g, ""));
    return type === null ? [] : [[column, type]];
  }));
  const types = [...columns.values()].map(({ type }) => type);
  if (!types.includes("name") || !(types.includes("value") || types.includes("growth")) || !types.some((type) => type === "unit" || type === "growth" || type === "value")) return [];
  return body.flatMap((cells) => {
    const at = (type: Column["type"]): string => cells.find(({ column }) => columns.get(column)?.type === type)?.text.trim() ?? "";
    const written = at("name").replace(/\s/g, "");
    const [, bare = written, behind = ""] = NAME_WITH_UNIT.exec(written) ?? [];
    const name = bare.replace(/^(?:其中[：:]?|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、．]|[＃#*])/, "");
    if (name.length < 2 || !/^[\p{L}\d().（）&·-]+$/u.test(name)) return [];
    const growth = growthCell(at("growth"));
    if (!types.includes("value")) return growth === "" ? [] : [{ ...place, name, unit: "", year: null, value: "", growth }];
    return cells.flatMap(({ column, text }, index): TableFigure[] => {
      const type = columns.get(column);
      if (type?.type !== "value") return [];
      const value = text.trim();
      const unit = at("unit") || behind || type.unit;
      const last = !cells.slice(index + 1).some((cell) => columns.get(cell.column)?.type === "value");
      if (parsePublished(value) === null && (growth === "" || !last)) return [];
      return [{ paragraph: place.paragraph, line: place.line, name, unit, year: type.year, value: parsePublished(value)?.value == null ? "" : value, growth: last ? growth : "" }];
    });
  });
}

function columnOf(head: string): Column | null {
  if (NAME_HEAD.test(head)) return { type: "name" };
  if (UNIT_HEAD.test(head)) return { type: "unit" };
  if (GROWTH_HEAD.test(head)) return { type: "growth" };
  const year = YEAR.exec(head);
  if (year === null && !VALUE_HEAD.test(head)) return null;
  return { type: "value", year: year === null ? null : Number(year[1]), unit: NAME_WITH_UNIT.exec(head)?.[2] ?? "" };
}

/** A bare number below a head that says per cent. */
function growthCell(text: string): string {
  const bare = text.trim().replace(/^\+/, "");
  const cell = /^[-−]?\d+(?:\.\d+)?$/.test(bare) ? `${bare}%` : bare;
  return parseGrowth(cell, null) === null ? "" : cell;
}
