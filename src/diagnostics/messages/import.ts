/** What stops an import, and what it says about the folder it writes. */
import { fileSpan } from "../../model/span.ts";
import { error, type Diagnostic } from "../diagnostic.ts";

/** Characters of a paragraph that a message quotes. */
const QUOTED = 24;

/** The draft's spoken text is not the document's. `source` and `spoken` are the paragraphs that differ. */
export const importLost = (document: string, paragraph: number | null, source: string | null, spoken: string | null): Diagnostic => {
  const [one, other] = [source, spoken].map((text) => (text === null ? null : text.slice(0, QUOTED)));
  return error("import-lost-text", { ...fileSpan(document), line: paragraph ?? 1, endLine: paragraph ?? 1 }, {
    zh: `讲稿与原文不一致，导入停止，什么都没有写：原文“${one ?? "（没有）"}”，讲稿“${other ?? "（没有）"}”。`,
    en: `The spoken text differs from the document, so the import stops and writes nothing: the document has "${one ?? "nothing"}", the draft "${other ?? "nothing"}".`,
  }, { hint: { zh: "把这一段里的特殊符号改成普通文字后再导入，并把这份文件发给 Luduan 的维护者。", en: "replace the unusual signs in this paragraph with plain text and import again, and send this file to the maintainers of Luduan" } });
};

export const importUnfinished = (document: string): Diagnostic =>
  error("import-unfinished", fileSpan(document), { zh: "草稿里有改不掉的错误，导入停止，什么都没有写。", en: "The draft has errors that the import cannot mend, so it stops and writes nothing." }, {
    hint: { zh: "下面列出了这些错误；在原稿里改正后再导入。", en: "they are listed below; correct them in the document and import again" },
  });
