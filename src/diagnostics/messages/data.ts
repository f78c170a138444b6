/** Mistakes in the tables of data/. */
import { cellsName, splitSheet, type Span } from "../../model/span.ts";
import { error, note, warning, type Diagnostic } from "../diagnostic.ts";
import { deckWords } from "../deck-words.ts";
import { knownHint, listHint } from "../known.ts";

/** `data/indicators.csv:2` or `data/report.xlsx indicators!A2:D2`, for messages that point to a second place. */
export function placeText(span: Span): string {
  const cells = cellsName(span);
  return cells === null ? `${span.file}:${span.line}` : `${splitSheet(span.file).file} ${cells}`;
}

export const missingTable = (span: Span, needed: string): Diagnostic =>
  error("missing-table", span, { zh: `缺少 ${needed}，不知道这张表里的指标是什么。`, en: `${needed} is missing, so the indicators of this table mean nothing.` }, {
    hint: { zh: `请新建 ${needed}，第一行写：id,name,unit,kind`, en: `add ${needed}; its first line is: id,name,unit,kind` },
  });

export const emptyTable = (span: Span, columns: readonly string[]): Diagnostic =>
  error("empty-table", span, { zh: "这张表是空的。", en: "This table is empty." }, {
    hint: { zh: `第一行应是列名：${columns.join(",")}`, en: `the first line holds the column names: ${columns.join(",")}` },
  });

export const similarTableName = (span: Span, name: string, near: string): Diagnostic =>
  warning("similar-table-name", span, { zh: `${name} 没有被当作 ${near} 读取。`, en: `${name} is not read as ${near}.` }, {
    hint: { zh: `如果它就是那张表，请改名为 ${near}。`, en: `rename it to ${near} if that is what it is` },
  });

export const invalidCsv = (span: Span, slip: "unclosed-quote" | "text-after-quote"): Diagnostic =>
  slip === "unclosed-quote"
    ? error("invalid-csv", span, { zh: "这个单元格的引号没有闭合。", en: "The quote of this cell is not closed." }, {
        hint: { zh: "在单元格末尾补上英文引号 \"，单元格里的引号写成 \"\"。", en: 'close the cell with ", and write "" for a quote inside it' },
      })
    : error("invalid-csv", span, { zh: "引号闭合之后还有文字。", en: "There is text after the closing quote of this cell." }, {
        hint: { zh: "单元格里的引号要写成 \"\"，或用中文引号“”。", en: 'write "" for a quote inside a quoted cell' },
      });

export const unknownColumn = (span: Span, name: string, known: readonly string[]): Diagnostic =>
  error("unknown-column", span, { zh: `没有“${name}”这一列。`, en: `There is no column "${name}" in this table.` }, {
    hint: /[，；]/.test(name)
      ? { zh: "列名之间请用半角逗号“,”。", en: "divide the column names with half-width commas" }
      : knownHint(name, known, { zh: "列", en: "columns" }),
  });

export const missingColumn = (span: Span, name: string, known: readonly string[]): Diagnostic =>
  error("missing-column", span, { zh: `缺少“${name}”这一列。`, en: `The column "${name}" is missing.` }, {
    hint: { zh: `这张表的列：${known.join("、")}；次序不限，列名一字不差。`, en: `columns of this table: ${known.join(", ")}, in any order` },
  });

export const duplicateColumn = (span: Span, name: string): Diagnostic =>
  error("duplicate-column", span, { zh: `“${name}”这一列出现了两次。`, en: `The column "${name}" is there twice.` }, {
    hint: { zh: "只保留一列。", en: "keep one of them" },
  });

/** `wideComma`: whether the row has a full-width comma. */
export const raggedRow = (span: Span, cells: number, columns: number, wideComma: boolean): Diagnostic =>
  error("ragged-row", span, { zh: `这一行有 ${cells} 个单元格，表头有 ${columns} 列。`, en: `This row has ${cells} cells where the head has ${columns} columns.` }, {
    hint: wideComma && cells < columns
      ? { zh: "单元格之间请用半角逗号“,”，不用全角“，”。", en: "divide the cells with half-width commas" }
      : cells > columns
        ? { zh: "单元格里有逗号时，请给整个单元格加英文引号，例如 \"1,234\"。", en: 'put quotes around a cell that holds a comma, for example "1,234"' }
        : { zh: "没有数据的单元格也要留出分隔符，例如 gdp,2021,,148", en: "keep the delimiters of empty cells, for example gdp,2021,,148" },
  });

export const missingCell = (span: Span, column: string): Diagnostic =>
  error("missing-cell", span, { zh: `“${column}”不能空着。`, en: `"${column}" must not be empty.` }, {
    hint: { zh: "请补上这一格，或删去这一行。", en: "fill the cell or delete the row" },
  });

export const invalidFocus = (span: Span, written: string): Diagnostic =>
  error("invalid-cell", span, { zh: `“focus”不能是“${written}”。`, en: `"focus" cannot be "${written}".` }, {
    hint: { zh: "写横向、纵向的百分数（整十），如 30 40；或写方位，如 左上。", en: "give per cent across and down, in tens, such as 30 40, or a side, such as left top" },
  });

export const unknownCellWord = (span: Span, column: string, written: string, known: readonly string[]): Diagnostic =>
  error("invalid-cell", span, { zh: `“${column}”不能是“${written}”。`, en: `"${column}" cannot be "${written}".` }, {
    hint: knownHint(written, known, { zh: "词", en: "words" }),
  });

export const invalidId = (span: Span, id: string): Diagnostic =>
  error("invalid-cell", span, { zh: `“${id}”不能用作指标的 id。`, en: `"${id}" cannot be the id of an indicator.` }, {
    hint: { zh: "id 用字母、数字和连字符，例如 revenue-general。", en: "use letters, digits and hyphens, for example revenue-general" },
  });

export const invalidRank = (span: Span, written: string): Diagnostic =>
  error("invalid-cell", span, { zh: `名次“${written}”应是 1 以上的整数。`, en: `The rank "${written}" has to be a whole number from 1.` }, {
    hint: { zh: "只写数字，例如 60；名单的名称写在 note 列。", en: "write the number alone, for example 60; the list's name goes to the column note" },
  });

export const rankInValue = (span: Span): Diagnostic =>
  error("invalid-cell", span, { zh: "这个指标是名次（kind 为 rank），数字要写在 rank 列。", en: "This indicator is a place (kind rank): its number belongs in the column rank." }, {
    hint: { zh: "把它移到 rank 列，value 列留空。", en: "move it to the column rank and leave value empty" },
  });

export const formulaError = (span: Span, written: string): Diagnostic =>
  error("formula-error", span, { zh: `单元格里是公式错误“${written}”。`, en: `The cell holds the formula error "${written}".` }, {
    hint: { zh: "请在表格软件里改正公式，再重新保存。", en: "mend the formula in the spreadsheet and save it again" },
  });

/** Forms of figures and targets to copy. */
const FIGURES = deckWords("148、10.89%、近9%、6800多万、5—7、-3.2%", "148, 10.89%, nearly 9%, 5–7, -3.2%");
const TARGETS = deckWords(
  "增长5%左右、增长5%—5.5%、下降3%以上、达到150亿元、控制在5%以内、提高1个百分点、与gdp同步",
  "growth of around 5%, growth of 5–5.5%, a drop of at least 3%, reach 150 bn, no more than 5%, up 1 percentage point, in step with gdp",
);

export const invalidFigure = (span: Span, column: string, written: string): Diagnostic =>
  error("invalid-figure", span, { zh: `“${column}”里的“${written}”不是数字。`, en: `"${written}" in the column ${column} is not a figure.` }, {
    hint: {
      zh: `按公布的样子写：${FIGURES}；单位写在 indicators.csv；没有数据就空着，不写“-”或“无”；数字用半角。`,
      en: `write it as published: ${FIGURES}; the unit belongs in indicators.csv; leave the cell empty where nothing was published`,
    },
  });

export const missingPercentSign = (span: Span, written: string): Diagnostic =>
  error("missing-percent-sign", span, { zh: `增长“${written}”没有写 %。`, en: `The growth "${written}" has no per cent sign.` }, {
    hint: { zh: `增长按公布的样子写，带上 %；请核对是 ${written}%，还是表格软件把百分数存成了小数（8% 存成 0.08）。`, en: `write it as published, with the sign: is it ${written}%, or did a spreadsheet save per cents as fractions (8% as 0.08)?` },
  });

export const invalidPeriod = (span: Span, written: string): Diagnostic =>
  error("invalid-period", span, { zh: `“${written}”不是时期。`, en: `"${written}" is not a period.` }, {
    hint: { zh: "写作 2021、2021H1（上半年）、2021Q3（三季度）或 2021-09（9月）。", en: "write 2021, 2021H1, 2021Q3 or 2021-09" },
  });

export const duplicateIndicator = (span: Span, id: string, first: Span): Diagnostic =>
  error("duplicate-indicator", span, { zh: `指标“${id}”已在 ${placeText(first)} 登记。`, en: `The indicator "${id}" is already at ${placeText(first)}.` }, {
    hint: { zh: "删去一行，或换一个 id。", en: "delete one row or give it another id" },
  });

export const duplicateObservation = (span: Span, key: string, first: Span): Diagnostic =>
  error("duplicate-observation", span, { zh: `“${key}”的数据已在 ${placeText(first)}。`, en: `The data for "${key}" are already at ${placeText(first)}.` }, {
    hint: { zh: "一个指标在一个时期、一个地区只能有一行；请核对后删去一行。", en: "one row for an indicator, period and area; compare them and delete one" },
  });

export const duplicateTarget = (span: Span, key: string, first: Span): Diagnostic =>
  error("duplicate-target", span, { zh: `“${key}”的目标已在 ${placeText(first)}。`, en: `The target for "${key}" is already at ${placeText(first)}.` }, {
    hint: { zh: "一个指标在一个时期只能有一个目标；请核对后删去一行。", en: "one target for an indicator and period; compare them and delete one" },
  });

export const duplicateProject = (span: Span, name: string, first: Span): Diagnostic =>
  error("duplicate-project", span, { zh: `项目“${name}”已在 ${placeText(first)}。`, en: `The project "${name}" is already at ${placeText(first)}.` }, {
    hint: { zh: "同一板块、同一状态里一个项目只登记一次；请删去一行。", en: "list a project once in a section and status; delete one row" },
  });

/** `near` is the closest known id, or the id whose name or alias is the word, with its place. */
export const unknownIndicator = (span: Span, word: string, near: { readonly id: string; readonly span: Span } | null, known: readonly string[]): Diagnostic =>
  error("unknown-indicator", span, { zh: `没有叫“${word}”的指标。`, en: `No indicator is called "${word}".` }, {
    hint:
      /[，、；]/.test(word)
        ? { zh: "几个指标之间请用半角逗号“,”分隔。", en: "divide indicators with half-width commas" }
        : near !== null
          ? { zh: `是不是“${near.id}”（${placeText(near.span)}）？`, en: `did you mean "${near.id}" (${placeText(near.span)})?` }
          : known.length === 0
            ? { zh: "data/indicators.csv 里还没有读到任何指标。", en: "no indicators were read from data/indicators.csv" }
            : listHint(known, { zh: "指标", en: "indicators" }),
  });

export const partOfCycle = (span: Span, id: string): Diagnostic =>
  error("part-of-cycle", span, { zh: `“${id}”成了它自己的一部分。`, en: `"${id}" is a part of itself.` }, {
    hint: { zh: "part_of 列写它所属的整体，不能绕回自己；没有整体就空着。", en: "part_of names the whole it belongs to and must not lead back; leave it empty where there is none" },
  });

/** One wording with the figures of several indicators. */
export const unreadableTarget = (span: Span, written: string): Diagnostic =>
  error("unreadable-target", span, { zh: `“${written}”里有几个指标的目标。`, en: `"${written}" holds the targets of several indicators.` }, {
    hint: {
      zh: `每个指标一行，各写各的目标：${TARGETS}${deckWords("、完成上级下达任务", ", meet the target")}。`,
      en: `write one row for each indicator: ${TARGETS}${deckWords("、完成上级下达任务", ", meet the target")}`,
    },
  });

/** Wordings that no form explains, in table order. */
export const targetAsWords = (span: Span, written: readonly string[]): Diagnostic =>
  note("target-as-words", span, { zh: `${written.length} 个目标照原文显示，不参与计算：${quoteSome(written, "“", "”", "、")}。`, en: `${written.length === 1 ? "1 target is" : `${written.length} targets are`} shown as written, and nothing is computed with ${written.length === 1 ? "it" : "them"}: ${quoteSome(written, '"', '"', ", ")}.` }, {
    hint: {
      zh: `本来就没有数字的目标不必改；有数字的，可以写作：${TARGETS}。`,
      en: `a target without a number may stay so; others can be written as: ${TARGETS}`,
    },
  });

function quoteSome(words: readonly string[], open: string, close: string, mark: string): string {
  const short = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}…` : word);
  return words.slice(0, 5).map((word) => `${open}${short(word)}${close}`).join(mark) + (words.length > 5 ? " …" : "");
}

export const unitMismatch = (span: Span, written: string, unit: string, name: string): Diagnostic =>
  error("unit-mismatch", span, { zh: `目标的单位“${written}”与指标“${name}”的单位“${unit}”不同。`, en: `The target's unit "${written}" differs from "${unit}", the unit of "${name}".` }, {
    hint: { zh: "两处用同一个单位；数字不会自动换算。", en: "use one unit in both places; figures are not converted" },
  });
