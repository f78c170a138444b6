/** Writes real .xlsx files for tests, part by part, as Excel and WPS write them. It uses none of the reader's own code. */
import { crc32, deflateRawSync } from "node:zlib";

/** A number or a text, or more: a format, a formula, an error, or a date by its day number. */
export type CellPlan =
  | string
  | number
  | boolean
  | null
  | {
      /** Null if a formula was never calculated. */
      readonly value?: string | number | boolean | null;
      readonly format?: string;
      readonly formula?: string;
      readonly error?: string;
    };

export interface SheetPlan {
  readonly rows: readonly (readonly CellPlan[])[];
  /** `A2:A3` */
  readonly merges?: readonly string[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly state?: "hidden" | "veryHidden";
}

export interface WorkbookPlan {
  readonly sheets: Readonly<Record<string, SheetPlan>>;
  /** Whether days are counted from 1904, as in old Excel for Mac. */
  readonly date1904?: boolean;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of a workbook. */
export function writeWorkbook(plan: WorkbookPlan): Uint8Array {
  return writeArchive(workbookParts(plan));
}

/** The XML parts of a workbook by path, for tests that change one of them. */
export function workbookParts({ sheets, date1904 = false }: WorkbookPlan): Record<string, string> {
  const names = Object.keys(sheets);
  const texts: string[] = [];
  const formats: string[] = [];
  const parts = Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheets[name]!, texts, formats)]));
  const list = names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${sheets[name]!.state === undefined ? "" : ` state="${sheets[name]!.state}"`}/>`).join("");
  const links = names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("");
  return {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${list}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links}<Relationship Id="rIdS" Type="${LINKS}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": stylesXml(formats),
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`,
    ...parts,
  };
}

function sheetXml(plan: SheetPlan, texts: string[], formats: string[]): string {
  const columns = (plan.hiddenColumns ?? []).map((column) => `<col min="${column}" max="${column}" width="9" hidden="1"/>`).join("");
  const rows = plan.rows.map((cells, index) => {
    const hidden = plan.hiddenRows?.includes(index + 1) === true ? ' hidden="1"' : "";
    return `<row r="${index + 1}"${hidden}>${Object.entries(cells).map(([column, cell]) => cellXml(cell, `${lettersOf(Number(column))}${index + 1}`, texts, formats)).join("")}</row>`;
  });
  const merges = (plan.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `${HEAD}<worksheet xmlns="${MAIN}">${columns === "" ? "" : `<cols>${columns}</cols>`}<sheetData>${rows.join("")}</sheetData>${merges === "" ? "" : `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

/** The letters of a zero-based column: A, Z, AA, XFD. */
export function lettersOf(column: number): string {
  return (column < 26 ? "" : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
}

function cellXml(cell: CellPlan, ref: string, texts: string[], formats: string[]): string {
  if (cell === null) return "";
  const { value = null, format, formula, error } = typeof cell === "object" ? cell : { value: cell };
  const style = format === undefined ? "" : ` s="${indexOf(formats, format) + 1}"`;
  const sum = formula === undefined ? "" : `<f>${escapeXml(formula)}</f>`;
  if (error !== undefined) return `<c r="${ref}"${style} t="e">${sum}<v>${error}</v></c>`;
  switch (typeof value) {
    case "string":
      return formula === undefined ? `<c r="${ref}"${style} t="s"><v>${indexOf(texts, value)}</v></c>` : `<c r="${ref}"${style} t="str">${sum}<v>${escapeXml(value)}</v></c>`;
    case "boolean":
      return `<c r="${ref}"${style} t="b">${sum}<v>${value ? 1 : 0}</v></c>`;
    default:
      return `<c r="${ref}"${style}>${sum}${value === null ? "" : `<v>${value}</v>`}</c>`;
  }
}

function stylesXml(formats: readonly string[]): string {
  const declared = formats.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(format)}"/>`).join("");
  const used = formats.map((_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("");
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${declared}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${used}</cellXfs></styleSheet>`;
}

function indexOf(list: string[], entry: string): number {
  const known = list.indexOf(entry);
  return known === -1 ? list.push(entry) - 1 : known;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** A zip archive (APPNOTE.TXT) of these files. */
export function writeArchive(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(parts)) {
    const raw = Buffer.from(content as string);
    const packed = deflateRawSync(raw);
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(raw.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\0", "latin1"), common, place, name);
    const body = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, name, packed]);
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
