/** Tables with an area a row: merged heads name the indicators, and below them stand total, growth and place. */
import { readHead, unitIn, withoutUnit, yearIn, type BureauColumn } from "./bureau-heads.ts";
import { fillGrid, type Grid } from "./bureau-grid.ts";
import type { BureauFigure, CellPlace } from "./bureau-figure.ts";
import { publishedGrowth, publishedRank, publishedValue } from "./bureau-cells.ts";
import { KNOWN_NAMES } from "./clean-name.ts";
import type { DocumentTable } from "../read/documents/document.ts";

/** What the column of areas is called. */
const AREA = /^(?:地区|区域|地域|行政区划?|县区|区县|市县|市州|县（市、区）|县\(市、区\)|县市区|市（州）|乡镇|镇街|街镇|镇（街道）|乡镇（街道）|乡（镇）|地区名称|区划名称|areas?|districts?|counties|regions?)$/i;
/** The whole of the areas in the rows below, which is the reporter's own. */
const WHOLE = /^(?:全[国省市区县州旗盟镇乡]|合计|总计|全域|total)$/i;
/** Rows in which a head is looked for, and rows of a head. */
const [HIGHEST, TALLEST] = [12, 4] as const;
/** What a head says of growth behind the name of its indicator: 地区生产总值增速. */
const MOVED = /(?:同比)?(?:增长率?|增速|增幅|涨幅)$/;

interface AreaColumn {
  readonly column: number;
  readonly name: string;
  readonly kind: "value" | "growth" | "points" | "rank";
  readonly period: string | null;
  readonly unit: string;
}

/** The figures of such a table, each with its area; none if no head names areas. `organisation` and 全县 are the reporter's own. */
export function readAreaTable(rows: DocumentTable["rows"], captions: readonly string[], year: number | null, organisation: string): readonly BureauFigure[] {
  const grid = fillGrid(rows);
  const start = grid.slice(0, HIGHEST).findIndex((row) => row.some((cell) => cell !== null && isArea(cell.text)));
  if (start === -1) return [];
  const from = grid[start]!.findIndex((cell) => cell !== null && isArea(cell.text));
  const end = grid.findIndex((row, index) => index > start && row[from]?.row === index && row[from].text !== "");
  if (end === -1 || end - start > TALLEST) return [];
  const above = [...captions, ...grid.slice(0, start).flatMap((row) => row.map((cell) => cell?.text ?? ""))];
  const own = above.map((text) => yearIn(text)).findLast((found) => found !== null) ?? year;
  const columns = columnsOf(grid.slice(start, end), from, above, own);
  return grid.slice(end).flatMap((row, index) => readRow(row, end + index, from, columns, organisation));
}

function isArea(text: string): boolean {
  return AREA.test(text.replace(/[\s\u3000]+/g, ""));
}

function columnsOf(head: Grid, from: number, above: readonly string[], year: number | null): readonly AreaColumn[] {
  const plain = year === null ? null : `${year}`;
  const caption = nameIn(above);
  const found: AreaColumn[] = [];
  for (let column = from + 1; column < (head[0]?.length ?? 0); column += 1) {
    const cells = head.map((row) => row[column] ?? null);
    const texts = cells.flatMap((cell, index) => (cell === null || cells[index - 1] === cell || cell.text === "" ? [] : [cell.text.replace(/[\s\u3000]+/g, "")]));
    const { name, kind } = readTexts(texts, year);
    const before = found.at(-1);
    if (kind?.kind === "rank" && !isOfLevel(texts, before)) continue;
    const whole = name !== "" ? name : kind?.kind === "rank" ? (before?.name ?? "") : caption;
    if (whole === "" || kind === null || kind.kind === "name" || kind.kind === "unit") continue;
    const period = kind.period === "open" ? null : (kind.period ?? plain);
    found.push({ column, name: whole, kind: kind.kind, period, unit: kind.unit || (kind.kind === "value" ? unitOf(texts, above) : "") });
  }
  return found;
}

/** 总量位次, and a place right behind the level: a row has one place, and a growth's is another. */
function isOfLevel(texts: readonly string[], before: AreaColumn | undefined): boolean {
  const own = texts.at(-1) ?? "";
  return /总量|绝对/.test(own) || (before?.kind === "value" && !/增/.test(own));
}

/** 地区生产总值 above 总量（亿元）; a single text holds both: 地区生产总值增速（%）. */
function readTexts(texts: readonly string[], year: number | null): { readonly name: string; readonly kind: BureauColumn | null } {
  const named = texts.map((text) => ({ text, own: withoutUnit(text).replace(/^(?:19|20)\d{2}年(?:度)?/, "") })).filter(({ own }) => own !== "" && readHead([own], null) === null && !/^[甲乙]$/.test(own));
  const last = named.at(-1);
  const rest = texts.filter((text) => text !== last?.text);
  if (rest.length > 1 || (last !== undefined && rest.length > 0)) return { name: last?.own ?? "", kind: readHead(rest, year) };
  if (last !== undefined) return { name: last.own, kind: { kind: "value", period: null, unit: unitIn(last.text) } };
  const [only = ""] = texts;
  const bare = withoutUnit(only);
  return { name: MOVED.test(bare) ? bare.replace(MOVED, "") : KNOWN_NAMES.has(bare) ? bare : "", kind: KNOWN_NAMES.has(bare) ? { kind: "value", period: null, unit: unitIn(only) } : readHead([only], year) };
}

/** 2025年各县区地区生产总值: the only indicator of a table whose heads name none. */
function nameIn(above: readonly string[]): string {
  return [...KNOWN_NAMES].filter((name) => above.some((text) => text.includes(name))).toSorted((a, b) => b.length - a.length)[0] ?? "";
}

function unitOf(texts: readonly string[], above: readonly string[]): string {
  return [...above, ...texts].map((text) => unitIn(text.replace(/[\s\u3000]+/g, ""))).findLast((unit) => unit !== "") ?? "";
}

function readRow(row: Grid[number], index: number, from: number, columns: readonly AreaColumn[], organisation: string): readonly BureauFigure[] {
  const cell = row[from];
  const written = cell?.row === index ? cell.text.replace(/[\s\u3000]+/g, "").replace(/^其中[：:]/, "") : "";
  if (written === "" || /\d/.test(written)) return [];
  const area = written === organisation || WHOLE.test(written) ? "" : written;
  const keys = [...new Set(columns.map(({ name, period }) => `${name}\n${period}`))];
  return keys.flatMap((key): readonly BureauFigure[] => {
    const own = columns.filter(({ name, period }) => `${name}\n${period}` === key);
    const pick = (kinds: readonly AreaColumn["kind"][], read: (text: string, kind: AreaColumn["kind"]) => string): { readonly text: string; readonly place: CellPlace } | null => {
      const told = own.filter(({ kind }) => kinds.includes(kind)).flatMap(({ column, kind }) => {
        const text = row[column]?.row === index ? read(row[column].text, kind) : "";
        return text === "" ? [] : [{ text, place: { row: index, column } }];
      });
      return told.length === 1 ? told[0]! : null;
    };
    const [value, growth, rank] = [pick(["value"], publishedValue), pick(["growth", "points"], (text, kind) => publishedGrowth(text, kind === "points")), pick(["rank"], publishedRank)];
    if (value === null && growth === null && rank === null) return [];
    const { name, period } = own[0]!;
    const unit = own.find(({ kind }) => kind === "value")?.unit ?? "";
    return [{ name, parent: "", area, unit, period, value: value?.text ?? "", growth: growth?.text ?? "", rank: rank?.text ?? "", valuePlace: value?.place ?? null, growthPlace: growth?.place ?? null }];
  });
}
