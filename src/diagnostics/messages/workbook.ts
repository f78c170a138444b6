/** Mistakes in the workbooks of data/ that CSV files cannot have. The printed place names the sheet and the cell. */
import type { Span } from "../../model/span.ts";
import { error, warning, type Diagnostic, type Text } from "../diagnostic.ts";

export type WorkbookFault = "damaged" | "protected" | "old-format" | "too-large";

const FAULTS: Readonly<Record<WorkbookFault, readonly [message: Text, hint: Text]>> = {
  damaged: [
    { zh: "这个工作簿打不开：文件已损坏，或不是 .xlsx。", en: "This workbook cannot be opened: it is damaged or no .xlsx file." },
    { zh: "请用 Excel 或 WPS 打开检查，再另存为“Excel 工作簿（*.xlsx）”。", en: "open it in a spreadsheet program and save it as an Excel workbook (.xlsx) again" },
  ],
  protected: [
    { zh: "这个工作簿设了打开密码，读不了。", en: "This workbook is protected by a password and cannot be read." },
    { zh: "请在表格软件里去掉打开密码，再保存。", en: "take the password off in the spreadsheet program and save it again" },
  ],
  "old-format": [
    { zh: "这个文件是旧的 .xls 格式，只是名字叫 .xlsx。", en: "This file has the old .xls format, whatever its name says." },
    { zh: "请另存为“Excel 工作簿（*.xlsx）”；只改文件名不行。", en: "save it as an Excel workbook (.xlsx); renaming is not enough" },
  ],
  "too-large": [
    { zh: "这个工作簿展开后太大，没有读取。", en: "Unpacked, this workbook is too large to be read." },
    { zh: "请删去与报告无关的工作表和空白的格式行，或把大表另存为 CSV。", en: "delete sheets and empty formatted rows that the report does not need, or save large tables as CSV" },
  ],
};

export const unreadableWorkbook = (span: Span, fault: WorkbookFault): Diagnostic => {
  const [message, hint] = FAULTS[fault];
  return error("unreadable-workbook", span, message, { hint });
};

/** `most` columns are read; `last` is the last of them, in the letters of a sheet. */
export const tooWide = (span: Span, most: number, last: string): Diagnostic =>
  error("too-wide", span, { zh: `这张表写到了第 ${most} 列（${last}）以后，那里的内容没有读。`, en: `This table goes on after column ${most} (${last}): what stands there is not read.` }, {
    hint: { zh: "一张表只有几列：删去右边多余的内容，或把它移到别的工作表。", en: "a table has a few columns: delete what stands on the right, or move it to another sheet" },
  });

export const unreadFormat = (span: Span, ending: string): Diagnostic =>
  warning("unread-format", span, { zh: `.${ending} 文件不读取。`, en: `Files of the kind .${ending} are not read.` }, {
    hint: { zh: "请另存为 .xlsx 或 CSV；与报告无关的话，请移出 data/。", en: "save it as .xlsx or CSV; move it out of data/ if the report does not need it" },
  });

export const noTableSheet = (span: Span, known: readonly string[]): Diagnostic =>
  warning("no-table-sheet", span, { zh: "这个工作簿里没有一张要读取的工作表。", en: "No sheet of this workbook is one that is read." }, {
    hint: { zh: `工作表要叫 ${known.join("、")}（或 指标、数据、目标、项目、用语）。`, en: `the sheets that are read are called ${known.join(", ")} (or 指标, 数据, 目标, 项目, 用语)` },
  });

export const tableTwice = (span: Span, table: string, first: string): Diagnostic =>
  error("table-twice", span, { zh: `${table} 这张表有两份：另一份在 ${first}。`, en: `The table ${table} is there twice: also in ${first}.` }, {
    hint: { zh: "哪一份算数不能猜；请核对后只留一份。", en: "neither is preferred; compare them and keep one" },
  });

export const mergedCells = (span: Span): Diagnostic =>
  error("merged-cells", span, { zh: "这里合并了单元格，只有第一格有内容，其余各格是空的。", en: "Cells are merged here: the first one holds the content, the others are empty." }, {
    hint: { zh: "请取消合并，每一格都填上自己的内容。", en: "unmerge them and fill each cell" },
  });

export const formulaWithoutValue = (span: Span): Diagnostic =>
  error("formula-without-value", span, { zh: "单元格里的公式没有存下结果。", en: "The formula in this cell has no stored value." }, {
    hint: { zh: "公式不会重新计算；请用 Excel 或 WPS 打开，待算出结果后保存。", en: "formulas are not calculated here; open the workbook in a spreadsheet program and save it" },
  });

/** `shown` is the date as text, such as 2021-09-01. */
export const dateCell = (span: Span, shown: string): Diagnostic =>
  error("date-cell", span, { zh: `单元格存成了日期（${shown}）。`, en: `The cell was stored as a date (${shown}).` }, {
    hint: {
      zh: "请把单元格格式改为“文本”，再照公布的样子重新输入，例如 2021-09。",
      en: "give the cell the format Text and type it again as published, for example 2021-09",
    },
  });

/** `held` is the content of the cell, which shows less of it, or nothing. */
export const unclearNumber = (span: Span, held: string, why: "too-many-digits" | "shown-as-nothing" | "unknown-format"): Diagnostic => {
  const texts: Readonly<Record<typeof why, Text>> = {
    "too-many-digits": { zh: `单元格里是没有取整的“${held}”，该公布到第几位看不出来。`, en: `The cell holds the unrounded ${held}: how many digits are published cannot be told.` },
    "shown-as-nothing": { zh: `单元格里有“${held}”，但格式让它什么也不显示。`, en: `The cell holds ${held}, but its format shows nothing of it.` },
    "unknown-format": { zh: `单元格里是“${held}”，它的数字格式读不懂。`, en: `The cell holds ${held} in a number format that cannot be read.` },
  };
  return error("unclear-number", span, texts[why], {
    hint: { zh: "请设数字格式，让单元格显示的正是要公布的样子（例如一位小数），或直接输入公布的数字。", en: "give it the number format that shows it as published (one decimal, say), or type the published figure" },
  });
};

export const hiddenCells = (span: Span, what: "sheet" | "rows" | "columns"): Diagnostic => {
  const texts: Readonly<Record<typeof what, Text>> = {
    sheet: { zh: "这张工作表是隐藏的，但照样读取。", en: "This sheet is hidden, and is read all the same." },
    rows: { zh: "这里有隐藏或筛掉的行，但照样读取。", en: "Rows here are hidden or filtered out, and are read all the same." },
    columns: { zh: "这里有隐藏的列，但照样读取。", en: "Columns here are hidden, and are read all the same." },
  };
  return warning("hidden-cells", span, texts[what], {
    hint: { zh: "请取消隐藏，看清都有什么；不要的请删去。", en: "unhide them to see what they hold; delete what is not meant" },
  });
};
