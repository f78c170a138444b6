/** What happens to a document that is imported: why it cannot be read, and what of it was left out or taken in another way. */
import type { Span } from "../../model/span.ts";
import { error, note, warning, type Diagnostic, type Text } from "../diagnostic.ts";

export type DocumentFault =
  | "empty" | "no-text" | "not-text" | "damaged" | "protected" | "too-large" | "hostile"
  | "old-word" | "pdf" | "ofd" | "open-document" | "rich-text" | "web-archive" | "workbook" | "slides" | "picture" | "archive";

const SAVE_AS_DOCX: Text = {
  zh: "请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”；只改文件名不行。",
  en: "open it in a word processor and save it as a Word document (.docx); renaming is not enough",
};

const FAULTS: Readonly<Record<DocumentFault, readonly [message: Text, hint: Text]>> = {
  empty: [
    { zh: "这个文件是空的。", en: "This file is empty." },
    { zh: "请确认文件已经保存好，再导入。", en: "make sure that the document has been saved" },
  ],
  "no-text": [
    { zh: "这份文档里没有读到文字。", en: "No text was found in this document." },
    { zh: "如果正文是扫描的图片，请先识别成文字，再存为 .docx 或 .txt。", en: "if its pages are scanned pictures, have them recognised first and save the text as .docx or .txt" },
  ],
  "not-text": [
    { zh: "这个文件不是文字文件，或编码不是 UTF-8、UTF-16、GB 18030。", en: "This file is no text, or its encoding is none of UTF-8, UTF-16 and GB 18030." },
    { zh: "请另存为 .docx，或用记事本另存为 UTF-8 的 .txt。", en: "save it as .docx, or as .txt in UTF-8" },
  ],
  damaged: [
    { zh: "这份文档打不开：文件已损坏或没有传完。", en: "This document cannot be opened: it is damaged or incomplete." },
    { zh: "请用 Word 或 WPS 打开检查，再另存为“Word 文档（*.docx）”。", en: "open it in a word processor and save it as a Word document (.docx) again" },
  ],
  protected: [
    { zh: "这份文档设了打开密码，读不了。", en: "This document is protected by a password and cannot be read." },
    { zh: "请在 Word 或 WPS 里去掉打开密码，再保存。", en: "take the password off in the word processor and save it again" },
  ],
  "too-large": [
    { zh: "这份文档太大（或展开后太大），没有读取。", en: "This document is too large, or unpacks to too much, and was not read." },
    { zh: "请删去与报告无关的内容、压缩图片，或把正文另存为一个文件。", en: "delete what the report does not need, compress its pictures, or save the text as a file of its own" },
  ],
  hostile: [
    { zh: "这份文档的内部结构不正常（层次过深或带有实体定义），没有读取。", en: "The inside of this document is not as word processors write it (nested too deeply, or with entity definitions), so it was not read." },
    { zh: "请用 Word 或 WPS 打开，把内容复制到新文档里再保存。", en: "open it in a word processor, copy the text into a new document and save that" },
  ],
  "old-word": [{ zh: "这是旧的 Word 或 WPS 格式（.doc、.wps），读不了。", en: "This is the old format of Word or WPS (.doc, .wps), which is not read." }, SAVE_AS_DOCX],
  pdf: [
    { zh: "PDF 里只有字的位置，没有段落和表格，不能可靠地读取。", en: "A PDF holds places of characters, not paragraphs and tables, and cannot be read reliably." },
    { zh: "请导入生成这份 PDF 的 Word 文档；找不到时，把正文复制到 .docx 或 .txt 里核对后再导入。", en: "import the document that it was made from; if that is lost, copy its text into a .docx or .txt file and compare it first" },
  ],
  ofd: [
    { zh: "OFD 是版式文件，没有段落和表格，不能可靠地读取。", en: "An OFD file holds places of characters, not paragraphs and tables, and cannot be read reliably." },
    { zh: "请导入生成这份 OFD 的 Word 或 WPS 文档（*.docx）。", en: "import the document (.docx) that it was made from" },
  ],
  "open-document": [{ zh: "OpenDocument（.odt）格式不读取。", en: "OpenDocument files (.odt) are not read." }, SAVE_AS_DOCX],
  "rich-text": [{ zh: "RTF 格式不读取。", en: "RTF files are not read." }, SAVE_AS_DOCX],
  "web-archive": [
    { zh: "单个文件的网页存档（.mht、.mhtml）不读取。", en: "Web archives in one file (.mht, .mhtml) are not read." },
    { zh: "请在浏览器里另存为“网页，仅 HTML”，或把正文复制到 .docx 里。", en: "save the page as “HTML only”, or copy its text into a .docx file" },
  ],
  workbook: [
    { zh: "这是表格文件，不是报告的正文。", en: "This is a workbook, not the text of a report." },
    { zh: "请导入报告的正文，表格用 --data 给出。", en: "import the text of the report, and name the workbook with --data" },
  ],
  slides: [
    { zh: "这是演示文稿，不是报告的正文。", en: "These are slides, not the text of a report." },
    { zh: "请导入报告的正文（*.docx）。", en: "import the text of the report (.docx)" },
  ],
  picture: [
    { zh: "这是图片，里面的文字读不了。", en: "This is a picture, whose words cannot be read." },
    { zh: "请先识别成文字，核对后存为 .docx 或 .txt。", en: "have its text recognised, compare it, and save it as .docx or .txt" },
  ],
  archive: [
    { zh: "这个压缩包不是 Word 文档。", en: "This archive is no Word document." },
    { zh: "请先解压，再导入里面的 .docx。", en: "unpack it and import the .docx inside" },
  ],
};

export const unreadableDocument = (span: Span, fault: DocumentFault): Diagnostic => {
  const [message, hint] = FAULTS[fault];
  return error("unreadable-document", span, message, { hint });
};

/** What of a document cannot be taken over: a person may have to add it. */
export type NotTaken = "picture" | "picture-format" | "linked-picture" | "chart" | "diagram" | "object" | "equation" | "symbol" | "broken-field" | "note" | "unshown-picture";

const NOT_TAKEN: Readonly<Record<NotTaken, Text>> = {
  picture: { zh: "图片文件不在文档里", en: "pictures whose file is not in the document" },
  "picture-format": { zh: "幻灯片放不了的图片格式（如 EMF、WMF、TIFF）", en: "pictures in formats that no slide shows (EMF, WMF, TIFF)" },
  "linked-picture": { zh: "图片在文档之外", en: "pictures that are outside the document" },
  chart: { zh: "图表", en: "charts" },
  diagram: { zh: "SmartArt 图形", en: "SmartArt diagrams" },
  object: { zh: "嵌入的对象（如表格、公式编辑器）", en: "embedded objects such as sheets" },
  equation: { zh: "公式（只取了其中的字）", en: "equations, of which only the characters were taken" },
  symbol: { zh: "符号字体里的字符（写成了 □）", en: "characters of symbol fonts, written as □" },
  "broken-field": { zh: "没有结果或出错的域", en: "fields without a result, or with an error" },
  "unshown-picture": { zh: "没有放到页面上的图片", en: "pictures that are on no slide" },
  note: { zh: "找不到内容的脚注、尾注", en: "footnotes and endnotes without a text" },
};

/** `count` of them; `span` is the place of the first. */
export const documentNotTaken = (span: Span, what: NotTaken, count: number): Diagnostic =>
  warning("document-not-taken", span, { zh: `没能读入：${NOT_TAKEN[what].zh}，共 ${count} 处，这里是第一处。`, en: `Not taken over: ${NOT_TAKEN[what].en}. There are ${count}, this is the first.` }, {
    hint: { zh: "请对照原文，需要的话在草稿里补上。", en: "compare the draft with the document, and add what is needed" },
  });

/** What a reader of a document does not see, or what belongs to the page and not to the text. */
export type LeftOut = "deletions" | "hidden" | "contents" | "comments" | "margins" | "furniture" | "front-matter";

const LEFT_OUT: Readonly<Record<LeftOut, Text>> = {
  deletions: { zh: "修订中已删除的内容", en: "text that a tracked change deletes" },
  hidden: { zh: "隐藏文字", en: "hidden text" },
  contents: { zh: "目录", en: "the table of contents" },
  comments: { zh: "批注", en: "comments" },
  margins: { zh: "页眉、页脚里的文字", en: "words of headers and footers" },
  furniture: { zh: "网页上正文以外的内容（导航、按钮、页脚等）", en: "parts of the page beside its text, such as navigation, buttons and the footer" },
  "front-matter": { zh: "文件开头的设置（front matter）", en: "settings at the top of the file (front matter)" },
};

/** `count` places; `span` is the first of them, `sample` some words of it, "" where there are none. */
export const documentLeftOut = (span: Span, what: LeftOut, count: number, sample: string): Diagnostic =>
  note("document-left-out", span, {
    zh: `没有读入：${LEFT_OUT[what].zh}，共 ${count} 处${sample === "" ? "" : `，如“${sample}”`}。`,
    en: `Left out: ${LEFT_OUT[what].en}, ${count} in all${sample === "" ? "" : `, such as “${sample}”`}.`,
  }, { hint: { zh: "如果其中有要念的话，请在原文档里改成正文，再导入。", en: "if words of it are to be spoken, make them plain text in the document and import it again" } });

/** What was taken as the document shows it, though it may be out of date or not final. */
export type TakenAs = "insertions" | "fields" | "boxes" | "table-notes";

const TAKEN_AS: Readonly<Record<TakenAs, Text>> = {
  insertions: { zh: "修订中插入的内容，按接受读取", en: "insertions of tracked changes were taken as accepted" },
  fields: { zh: "域，按文档里保存的结果读取，没有更新", en: "fields were taken with the result that is saved in the document" },
  boxes: { zh: "文本框，放在所在段落之后", en: "text boxes were put after the paragraph that holds them" },
  "table-notes": { zh: "表格里的脚注，放在表格之后", en: "notes in tables were put after the table" },
};

/** `count` of them; `span` is the place of the first. */
export const documentTakenAs = (span: Span, what: TakenAs, count: number): Diagnostic =>
  note("document-taken-as", span, { zh: `${TAKEN_AS[what].zh}（共 ${count} 处，这里是第一处）。`, en: `Here and below, ${count} in all, ${TAKEN_AS[what].en}.` }, {
    hint: { zh: "请对照原文看一眼。", en: "compare them with the document" },
  });

export const joinedLines = (span: Span, count: number): Diagnostic =>
  note("joined-lines", span, { zh: `文件里的行是按宽度折断的，把 ${count} 处折行接回了段落，这里是第一处。`, en: `The lines of this file are broken at one width: ${count} breaks were joined into paragraphs, the first one here.` }, {
    hint: { zh: "接错时，请在段落之间空一行，再导入。", en: "where paragraphs were joined, put an empty line between them and import it again" },
  });

export const wrappedLines = (span: Span, count: number): Diagnostic =>
  warning("wrapped-lines", span, { zh: `有 ${count} 行像是一段话折成的，但不能肯定，没有接起来；这里是第一处。`, en: `${count} lines look like parts of broken paragraphs. That is not certain, so they were left apart; this is the first.` }, {
    hint: { zh: "请在文本里把同一段接成一行，段与段之间空一行，再导入。", en: "put each paragraph on one line with an empty line between paragraphs, and import it again" },
  });

/** `count` cells of a sheet hold a formula without a value, or a number that the sheet cannot show; `span` is the first. */
export const dataCellsLeft = (span: Span, count: number): Diagnostic =>
  warning("data-cells-left", span, { zh: `有 ${count} 个单元格的数看不清是怎样公布的，没有读入，这里是第一个。`, en: `${count} cells have a number of which it is unclear how it is published. They were left out; this is the first.` }, {
    hint: { zh: "请在表格软件里给这些单元格设好小数位数并保存，或直接填写公布的数。", en: "give these cells a number format with the published decimals, or type the published number" },
  });

export const dataWithoutFigures = (span: Span): Diagnostic =>
  warning("data-without-figures", span, { zh: "在这个工作簿里没有找到指标表，没有用上。", en: "No table of indicators was found in this workbook, so nothing of it was used." }, {
    hint: { zh: "表头要有“指标”（或“项目”）一列，以及“绝对数”“增长%”或年份等列；也可以用 luduan 自己的格式（工作表 indicators、observations）。", en: "a head needs a column 指标 (or 项目, indicator) and columns such as 绝对数, 增长% or years; sheets in our own format (indicators, observations) are read as well" },
  });

/** A figure of the office's table and one of the text that cannot both be right; `paragraph` is where the text has it, `said` its words there. */
export const dataContradictsText = (span: Span, name: string, published: string, paragraph: number, said: string): Diagnostic =>
  warning("data-contradicts-text", span, {
    zh: `“${name}”在表里是 ${published}，正文第 ${paragraph} 段写的是“${said}”，两个数对不上。`,
    en: `“${name}” is ${published} in this table, but paragraph ${paragraph} of the text says “${said}”: both cannot be right.`,
  }, { hint: { zh: "请核对哪一个是公布的数，改正另一个再导入。", en: "find out which one is published, mend the other and import again" } });
