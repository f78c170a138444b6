/** The workbook inside a chart, for 编辑数据: one sheet with names in the first column and a column for each series. */
import { encodeText } from "../../../model/encode-text.ts";
import { writePackage } from "../../package.ts";
import type { Part } from "../../parts.ts";
import { escapeXml, xml, XML_HEAD } from "../../xml.ts";

/** `formula` stands where the deck tells no figure; a program that opens the workbook computes it. `value` is decimal text. */
export type Cell =
  | { readonly type: "number"; readonly value: string; readonly format: string }
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "formula"; readonly formula: string; readonly value: string; readonly format: string };

/** Null is an empty cell; cells stand below the heads, which begin in column B. */
export interface TableRow {
  readonly name: string;
  readonly cells: readonly (Cell | null)[];
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows below that no series draws: the whole of a pie. */
  readonly after?: readonly TableRow[];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** The first number of a format of one's own. */
const OWN_FORMAT = 164;

/** A, B … Z, AA. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCodePoint(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** The same table gives the same bytes. */
export function writeWorkbook(table: Table): Uint8Array {
  const formats = [...new Set([...table.rows, ...(table.after ?? [])].flatMap(({ cells }) => cells.flatMap((cell) => (cell === null || cell.type === "text" ? [] : [cell.format]))))];
  const part = (path: string, kind: string, bytes: string, relations: Part["relations"] = []): Part => ({ path, type: `${SHEET_TYPE}.${kind}+xml`, bytes: encodeText(XML_HEAD + bytes), relations });
  const book = xml(
    "workbook", { xmlns: MAIN, "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="0" fullCalcOnLoad="1"/>',
  );
  const relations = [{ id: "rId1", type: "worksheet", target: "/xl/worksheets/sheet1.xml" }, { id: "rId2", type: "styles", target: "/xl/styles.xml" }];
  return writePackage(
    [part("/xl/workbook.xml", "sheet.main", book, relations), part("/xl/worksheets/sheet1.xml", "worksheet", renderSheet(table, formats)), part("/xl/styles.xml", "styles", renderStyles(formats))],
    [{ id: "rId1", type: "officeDocument", target: "/xl/workbook.xml" }],
  );
}

function renderSheet({ head, rows, after = [] }: Table, formats: readonly string[]): string {
  const lines = [
    renderRow(1, ["", ...head].map((words) => (words === "" ? null : { type: "text", text: words } as const)), formats),
    ...[...rows, ...after].map(({ name, cells }, index) => renderRow(index + 2, [{ type: "text", text: name }, ...cells], formats)),
  ];
  return xml("worksheet", { xmlns: MAIN }, '<cols><col min="1" max="1" width="32" customWidth="1"/><col min="2" max="26" width="18" customWidth="1"/></cols>', `<sheetData>${lines.join("")}</sheetData>`);
}

function renderRow(number: number, cells: readonly (Cell | null)[], formats: readonly string[]): string {
  return xml("row", { r: number }, ...cells.map((cell, column) => (cell === null ? "" : renderCell(cell, `${columnName(column)}${number}`, formats))));
}

function renderCell(cell: Cell, r: string, formats: readonly string[]): string {
  switch (cell.type) {
    case "text":
      return xml("c", { r, t: "inlineStr" }, `<is><t xml:space="preserve">${escapeXml(cell.text)}</t></is>`);
    case "number":
      return xml("c", { r, s: formats.indexOf(cell.format) + 1 }, `<v>${cell.value}</v>`);
    case "formula":
      return xml("c", { r, s: formats.indexOf(cell.format) + 1 }, `<f>${escapeXml(cell.formula)}</f>`);
  }
}

function renderStyles(formats: readonly string[]): string {
  const plain = { fontId: 0, fillId: 0, borderId: 0 };
  const own = formats.length === 0 ? "" : xml("numFmts", { count: formats.length }, ...formats.map((formatCode, index) => xml("numFmt", { numFmtId: OWN_FORMAT + index, formatCode })));
  const styles = formats.map((_, index) => xml("xf", { numFmtId: OWN_FORMAT + index, ...plain, xfId: 0, applyNumberFormat: 1 }));
  return xml(
    "styleSheet", { xmlns: MAIN }, own,
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>",
    xml("cellStyleXfs", { count: 1 }, xml("xf", { numFmtId: 0, ...plain })),
    xml("cellXfs", { count: formats.length + 1 }, xml("xf", { numFmtId: 0, ...plain, xfId: 0 }), ...styles),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  );
}
