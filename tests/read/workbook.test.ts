/** Workbooks in data/: real files, written part by part as Excel and WPS write them, through the whole compiler. */
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { Compiled } from "../../src/build.ts";
import { formatDiagnostics, toJson } from "../../src/diagnostics/format.ts";
import { periodKey } from "../../src/model/period.ts";
import { drawFrom, mutate } from "../cli/mutate.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";
import { workbookParts, writeArchive, writeWorkbook, type CellPlan, type SheetPlan } from "../support/workbook.ts";

const HEAD = ["indicator", "period", "value", "growth"];
/** A slide that needs no data, so that a wrong cell is the only mistake. */
const SLIDES = { "slides/10-part.md": "# 回顾\n\n## 指标\n\n- 全年\n" };
const INDICATORS: SheetPlan = { rows: [["id", "name", "unit", "kind"], ["gdp", "地区生产总值", "亿元", "flow"]] };

/** The small project with this workbook in place of its CSV files. */
function compileBook(bytes: Uint8Array, files: Readonly<Record<string, string | null>> = {}): Promise<Compiled> {
  return withFolder(smallProject({ "data/indicators.csv": null, "data/observations.csv": null, "data/report.xlsx": bytes, ...SLIDES, ...files }), compileFolder);
}

function compileRows(rows: readonly (readonly CellPlan[])[], more: Omit<SheetPlan, "rows"> = {}): Promise<Compiled> {
  return compileBook(writeWorkbook({ sheets: { indicators: INDICATORS, observations: { rows: [HEAD, ...rows], ...more } } }));
}

/** Value and growth of the first row as published, or what is reported. */
async function published(value: CellPlan, growth: CellPlan = "11.6%", period: CellPlan = 2021): Promise<string> {
  const { model, diagnostics } = await compileRows([["gdp", period, value, growth]]);
  const row = model?.indicators[0]?.observations[0];
  return diagnostics.length > 0 ? brief(diagnostics) : `${row?.value?.raw ?? "none"} ${row?.growth?.raw ?? "none"}`;
}

function brief(diagnostics: Compiled["diagnostics"]): string {
  return toJson(diagnostics, "en").diagnostics.map(({ code, message }) => `${/^\S+!\S+(?=: )/.exec(message)?.[0] ?? ""} ${code}`.trim()).join(", ");
}

describe("a workbook means the same as CSV files", () => {
  const csv = {
    "data/indicators.csv": "id,name,unit,kind,aliases\ngdp,地区生产总值,亿元,flow,GDP|地区GDP\n",
    "data/observations.csv": 'indicator,period,value,growth,note\ngdp,2021,148,近9%,"一，""二"""\ngdp,2020,"1,132.6",-3.20%,\n',
    "data/targets.csv": "indicator,period,target\ngdp,2022,增长8%左右\n",
    "data/projects.csv": "name,section,status\n绿地,城建,建设\n",
  };
  const slides = { "slides/10-part.md": "# 回顾\n\n## 指标\n\n- 全年{{gdp}}，{{gdp.growth}}，明年{{gdp.target}}\n\n## 项目\n\n```projects\n```\n" };
  const rowsOf = (text: string): CellPlan[][] => text.trim().split("\n").map((line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, line.split(",").length).map((match) => match[1]!.replace(/^"(.*)"$/, "$1").replaceAll('""', '"')));

  it.each([["indicators", "observations", "targets", "projects"], ["指标", "数据", "目标", "项目"], [" Indicators", "OBSERVATIONS", "Targets ", "Projects"]])("sheets %s, %s, %s, %s", async (...names) => {
    const sheets = Object.values(csv).map((text, index) => [names[index]!, { rows: rowsOf(text) }] as const);
    const book = await compileBook(writeWorkbook({ sheets: Object.fromEntries(sheets) }), slides);
    const plain = await withFolder(smallProject({ ...csv, ...slides }), compileFolder);
    const told = (compiled: Compiled): string[] => compiled.diagnostics.map(({ code, severity }) => `${severity} ${code}`).sort();
    expect(told(book)).toEqual(told(plain));
    const bare = (compiled: Compiled): unknown => JSON.parse(JSON.stringify([compiled.model?.indicators, compiled.model?.projects], (key, value: unknown) => (key === "span" ? null : value)));
    expect(bare(book)).toEqual(bare(plain));
    expect(book.deck?.slides.map((slide) => slide.html)).toEqual(plain.deck?.slides.map((slide) => slide.html));
  });

  it("leaves the office's other sheets alone and may stand beside CSV files", async () => {
    const book = writeWorkbook({ sheets: { 草稿: { rows: [[{ error: "#REF!" }]], merges: ["A1:B9"] }, observations: { rows: [HEAD, ["gdp", 2021, 148, "11.6%"]] } } });
    const { diagnostics, model } = await compileBook(book, { "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\n" });
    expect(diagnostics).toEqual([]);
    expect(model?.indicators[0]?.observations).toHaveLength(1);
  });
});

describe("a cell is published as its sheet shows it", () => {
  it.each<[string, CellPlan, CellPlan, string]>([
    ["a number", 148, "11.6%", "148 11.6%"],
    ["a number stored as text", "148", "11.6%", "148 11.6%"],
    ["a qualifier", "近9", "近9%", "近9 近9%"],
    ["a per cent format", 148, { value: 0.116, format: "0.0%" }, "148 11.6%"],
    ["a per cent format that shows the closing zero", 148, { value: 0.11, format: "0.00%" }, "148 11.00%"],
    ["binary noise under a format", 148, { value: 0.11600000000000001, format: "0.0%" }, "148 11.6%"],
    ["half a digit, rounded as a sheet does", { value: 1.005, format: "0.00" }, { value: 0.0445, format: "0.0%" }, "1.01 4.5%"],
    ["binary noise without a format", 11.600000000001, "11.6%", "11.6 11.6%"],
    ["the noise of a sum", { value: 0.1 + 0.2, formula: "A1+A2" }, "11.6%", "0.3 11.6%"],
    ["thousands", { value: 1132.6, format: "#,##0.0" }, "-3.2%", "1,132.6 -3.2%"],
    ["the accountants' format of WPS", { value: 148.2, format: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ' }, "11.6%", "148.20 11.6%"],
    ["a negative number in red", { value: -3.2, format: "0.0_ ;[Red]-0.0 " }, { value: -0.032, format: "0.0%;[Red]-0.0%" }, "-3.2 -3.2%"],
    ["words in the format", { value: 31, format: '"约"0' }, { value: 11.6, format: '0.0"%"' }, "约31 11.6%"],
    ["the general format in the Chinese of WPS", { value: 148.5, format: "G/通用格式" }, "11.6%", "148.5 11.6%"],
    ["a formula by its stored value", { value: 148, formula: "SUM(X1:X9)" }, { value: "11.6%", formula: 'TEXT(X1,"0.0%")' }, "148 11.6%"],
    ["a formula that gives nothing", { value: "", formula: 'IF(1,"")' }, "11.6%", "none 11.6%"],
    ["blanks and breaks around", " 148\n", "\t11.6% ", "148 11.6%"],
    ["a large whole number", 12345678901, "11.6%", "12345678901 11.6%"],
    ["zero", 0, { value: 0, format: "0.0%" }, "0 0.0%"],
  ])("%s", async (_name, value, growth, expected) => {
    expect(await published(value, growth)).toBe(expected);
  });

  it.each<[string, CellPlan, CellPlan, string]>([
    ["a third is no published figure", 1 / 3, "11.6%", "observations!C2 unclear-number"],
    ["a fraction is no per cent", 148, 0.116, "observations!D2 missing-percent-sign"],
    ["a format that hides", { value: 148, format: ";;;" }, "11.6%", "observations!C2 unclear-number"],
    ["Chinese numerals by format", { value: 148, format: "[DBNum1]0" }, "11.6%", "observations!C2 unclear-number"],
    ["a date among figures", { value: 44257, format: "m/d/yyyy" }, "11.6%", "observations!C2 date-cell"],
    ["a formula error", { error: "#REF!", formula: "A1" }, { error: "#DIV/0!" }, "observations!C2 formula-error, observations!D2 formula-error"],
    ["a formula that was never calculated", { formula: "B2*2" }, "11.6%", "observations!C2 formula-without-value"],
    ["a truth value", true, "11.6%", "observations!C2 invalid-figure"],
  ])("%s", async (_name, value, growth, expected) => {
    expect(await published(value, growth)).toBe(expected);
  });
});

describe("periods", () => {
  it.each<[string, CellPlan, string]>([
    ["a year", 2021, "2021"],
    ["text", "2021Q3", "2021Q3"],
    ["a date that shows year and month", { value: 44440, format: "yyyy-mm" }, "2021-09"],
    ["a date that shows them in Chinese", { value: 44440, format: '[$-804]yyyy"年"m"月";@' }, "2021-09"],
    ["a date that shows the year", { value: 44440, format: "yyyy" }, "2021"],
    ["a date with a day", { value: 44440, format: "yyyy/m/d" }, "observations!B2 date-cell"],
  ])("%s", async (_name, period, expected) => {
    const { model, diagnostics } = await compileRows([["gdp", period, 148, "1%"]]);
    const read = model?.indicators[0]?.observations[0]?.period;
    expect(read === undefined ? brief(diagnostics) : periodKey(read)).toBe(expected);
  });

  it("counts days from 1904 where the workbook does", async () => {
    const rows = [HEAD, ["gdp", { value: 44440 - 1462, format: "yyyy-mm" }, 148, "1%"]];
    const { model } = await compileBook(writeWorkbook({ date1904: true, sheets: { indicators: INDICATORS, observations: { rows } } }));
    expect(periodKey(model!.indicators[0]!.observations[0]!.period)).toBe("2021-09");
  });

  it("dates in other columns follow a format in words, and are plain elsewhere", async () => {
    const due = (value: number, format: string): CellPlan => ({ value, format });
    const rows = [["name", "section", "status", "due"], ["甲", "城建", "建设", due(44926, 'yyyy"年"m"月"')], ["乙", "城建", "建设", due(44926, "m/d/yy")], ["丙", "城建", "建设", "年底"]];
    const { model, diagnostics } = await compileBook(writeWorkbook({ sheets: { 项目: { rows } } }));
    expect(diagnostics).toEqual([]);
    expect(model?.projects.map((project) => project.due)).toEqual(["2022年12月", "2022-12-31", "年底"]);
  });
});

describe("what only workbooks have", () => {
  const rows: CellPlan[][] = [["gdp", 2021, 148, "1%"], ["gdp", 2018, 132, "2%"]];

  it("merged cells are an error, an empty frame is none", async () => {
    expect(brief((await compileRows(rows, { merges: ["A2:A3", "F8:H9"] })).diagnostics)).toBe("observations!A2:A3 merged-cells");
  });

  it("hidden rows, columns and sheets are read, and told", async () => {
    const { diagnostics, model } = await compileRows(rows, { hiddenRows: [3, 9], hiddenColumns: [4], state: "hidden" });
    expect(brief(diagnostics)).toBe("observations!A1:D1 hidden-cells, observations!D1 hidden-cells, observations!A3:D3 hidden-cells");
    expect(model?.indicators[0]?.observations).toHaveLength(2);
  });

  it("rows keep their numbers below blank ones, and a wrong cell is shown in its row", async () => {
    const { diagnostics, sources } = await compileRows([[null], ["gdp", 2021, 148, "1%", null], [null], ["gdp", 2020, { value: 132, format: "0.0" }, "多"], [""]]);
    expect(formatDiagnostics(diagnostics, sources, { lang: "zh", colour: false }).split("\n").slice(0, 4)).toEqual([
      "data/report.xlsx:5:4 错误 invalid-figure",
      "  observations!D5：“growth”里的“多”不是数字。",
      "    5 | gdp | 2020 | 132.0 | 多",
      "      |                      ^^",
    ]);
    expect(toJson(diagnostics, "en").diagnostics[0]).toMatchObject({ file: "data/report.xlsx", line: 5, column: 4, endLine: 5, endColumn: 5 });
  });

  it("a second place is named by sheet and cell too", async () => {
    const { diagnostics } = await compileRows([["gdp", 2021, 148, "1%"], ["gdp", 2021, 149, "1%"]]);
    expect(diagnostics[0]?.message.en).toBe('The data for "gdp 2021" are already at data/report.xlsx observations!A2:D2.');
  });

  it("a table stands in one place", async () => {
    const book = writeWorkbook({ sheets: { 数据: { rows: [HEAD, ...rows] }, observations: { rows: [HEAD, ...rows] } } });
    const { diagnostics } = await compileBook(book, { "data/indicators.csv": "id,name,unit,kind\ngdp,总值,亿元,flow\n", "data/observations.csv": "indicator,period\n" });
    expect(diagnostics.map(({ code, message }) => `${code}: ${message.en}`)).toEqual(Array.from({ length: 2 }, () => "table-twice: The table observations is there twice: also in data/observations.csv."));
  });

  it("a sheet with a name much like a table's is not passed over in silence", async () => {
    expect(brief((await compileBook(writeWorkbook({ sheets: { indicators: INDICATORS, observation: { rows } } }))).diagnostics)).toBe("observation!A1 similar-table-name");
  });
});

describe("the parts that Excel and WPS write", () => {
  const plain = workbookParts({ sheets: { indicators: INDICATORS, observations: { rows: [HEAD, ["gdp", 2021, 148, "近9%"]] } } });
  const withPart = (path: string, change: (xml: string) => string): Uint8Array => writeArchive({ ...plain, [path]: change(plain[path]!) });
  const SHEET = "xl/worksheets/sheet2.xml";

  it.each<[string, Uint8Array]>([
    ["as they stand", writeArchive(plain)],
    ["reading aids beside Chinese text", withPart("xl/sharedStrings.xml", (xml) => xml.replace("近9%</t>", '近9%</t><rPh sb="0" eb="1"><t>jìn</t></rPh><phoneticPr fontId="1"/>'))],
    ["text in runs of several fonts", withPart("xl/sharedStrings.xml", (xml) => xml.replace(/<t [^>]*>近9%<\/t>/, '<r><rPr><b/></rPr><t>近</t></r><r><t xml:space="preserve">9%</t></r>'))],
    ["text inside the cell", withPart(SHEET, (xml) => xml.replace(/<c r="D2" t="s"><v>\d+<\/v><\/c>/, '<c r="D2" t="inlineStr"><is><r><t>近</t></r><r><t>9%</t></r></is></c>'))],
    ["a dimension, views and column styles", withPart(SHEET, (xml) => xml.replace("<sheetData>", '<dimension ref="A1:ZZ99"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14"/><sheetData>'))],
    ["cells without references", withPart(SHEET, (xml) => xml.replaceAll(/<c r="[A-Z]+\d+"/g, "<c").replaceAll(/<row r="\d+"/g, "<row"))],
    ["a namespace prefix", withPart(SHEET, (xml) => xml.replace("xmlns=", "xmlns:x=").replaceAll(/<(\/?)(?=[a-z])/g, "<$1x:"))],
    ["a mark of byte order and padding cells", withPart(SHEET, (xml) => `\uFEFF${xml.replace("</row></sheetData>", '<c r="E2" s="0"/><c r="F2" s="0"/></row><row r="3"><c r="A3" s="0"/></row></sheetData>')}`)],
  ])("%s", async (_name, bytes) => {
    const { model, diagnostics } = await compileBook(bytes);
    expect(diagnostics).toEqual([]);
    const row = model?.indicators[0]?.observations[0];
    expect([row?.value?.raw, row?.growth?.raw]).toEqual(["148", "近9%"]);
  });

  it("a formula shared over cells counts by what is stored", async () => {
    const bytes = withPart(SHEET, (xml) => xml.replace("<v>148</v>", '<f t="shared" ref="C2:C9" si="0">A2*2</f><v>148</v>').replace("</row></sheetData>", '</row><row r="3"><c r="A3" t="inlineStr"><is><t>gdp</t></is></c><c r="B3"><v>2018</v></c><c r="C3"><f t="shared" si="0"/><v>132</v></c><c r="D3" t="inlineStr"><is><t>2%</t></is></c></row></sheetData>'));
    const { model, diagnostics } = await compileBook(bytes);
    expect(diagnostics).toEqual([]);
    expect(model?.indicators[0]?.observations.map((row) => row.value?.raw)).toEqual(["132", "148"]);
  });
});

describe("files that cannot be read are told, in bounded time and memory", () => {
  const good = writeWorkbook({ sheets: { indicators: INDICATORS } });
  const bomb = writeArchive({ ...workbookParts({ sheets: { indicators: INDICATORS } }), "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${" ".repeat(300 * 1024 * 1024)}</sheetData></worksheet>` });
  const numbers = (row: number): string => Array.from({ length: 1000 }, (_, column) => `<c><v>${(row * 7919 + column * 31) % 97}</v></c>`).join("");
  const crowd = writeArchive({ ...workbookParts({ sheets: { indicators: INDICATORS } }), "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${Array.from({ length: 5000 }, (_, row) => `<row>${numbers(row % 97)}</row>`).join("")}</sheetData></worksheet>` });
  /** Its directory claims that its parts are small. */
  const liar = Buffer.from(bomb);
  for (let at = liar.indexOf("PK\u0001\u0002"); at !== -1; at = liar.indexOf("PK\u0001\u0002", at + 4)) if (liar.readUInt32LE(at + 24) > 1e6) liar.writeUInt32LE(1000, at + 24);

  it.each<[string, Uint8Array, string]>([
    ["text", Buffer.from("gdp,2021"), "damaged"],
    ["an empty file", new Uint8Array(), "damaged"],
    ["half a workbook", good.subarray(0, good.length / 2), "damaged"],
    ["an archive of something else", writeArchive({ "a.txt": "x" }), "damaged"],
    ["a flipped byte", Uint8Array.from(good, (byte, index) => (index === 200 ? byte ^ 0xff : byte)), "damaged"],
    ["XML that ends early", writeArchive({ ...workbookParts({ sheets: { indicators: INDICATORS } }), "xl/workbook.xml": "<workbook><sheets>" }), "damaged"],
    ["the old format", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "old .xls"],
    ["a bomb", bomb, "too large"],
    ["five million cells", crowd, "too large"],
    ["a bomb that hides its size", liar, "damaged"],
  ])("%s", async (_name, bytes, expected) => {
    const { diagnostics } = await compileBook(bytes);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.code).toBe("unreadable-workbook");
    expect(diagnostics[0]?.message.en).toContain(expected);
  });

  it("a password", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "observations", rows: [HEAD] }], encryption: { password: "甪直", spinCount: 1 } });
    expect((await compileBook(bytes)).diagnostics.map(({ code, message }) => `${code} ${message.en}`)).toEqual(["unreadable-workbook This workbook is protected by a password and cannot be read."]);
  });

  it("other formats are not passed over in silence, and a lock file is noted", async () => {
    const { diagnostics } = await compileBook(good, { "data/old.xls": "x", "data/~$report.xlsx": "x", "data/.~lock.report.xlsx#": "x" });
    expect(diagnostics.map(({ code, span }) => `${span?.file} ${code}`)).toEqual(["data/old.xls unread-format", "data/~$report.xlsx open-workbook"]);
  });
});

it("spoilt parts are complained about, never fallen over", async () => {
  const parts = workbookParts({ sheets: { indicators: INDICATORS, observations: { rows: [HEAD, ["gdp", 2021, { value: 148.2, format: "0.0" }, { value: 0.116, format: "0.0%" }], ["gdp", { value: 44440, format: "yyyy-mm" }, { formula: "C2", value: 1 }, "近9%"]], merges: ["F1:G1"] } } });
  const paths = Object.keys(parts);
  for (let seed = 1; seed <= 60; seed += 1) {
    const draw = drawFrom(seed);
    const path = paths[draw(paths.length)]!;
    const spoilt = mutate(Buffer.from(parts[path]!), Buffer.from(parts[paths[draw(paths.length)]!]!), draw);
    const { diagnostics, sources } = await compileBook(writeArchive({ ...parts, [path]: spoilt }));
    const text = formatDiagnostics(diagnostics, sources, { lang: "zh", colour: false });
    expect(text, `mutant ${seed} of ${path}`).not.toMatch(/undefined|NaN|\[object/);
  }
}, 60_000);
