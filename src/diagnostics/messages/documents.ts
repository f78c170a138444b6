/** What happens to a document that is imported: why it cannot be read. */
import type { Span } from "../../model/span.ts";
import { error, type Diagnostic, type Text } from "../diagnostic.ts";

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
