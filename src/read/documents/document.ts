/**
 * A document as its reader sees it: what a .docx, .txt, .md or a saved web page shows, in order, before anyone asks what it means.
 * Readers of formats make it, `import/` reads it. It knows no report.
 */

/** Where a block stands, so that a person finds it again. */
export interface DocumentPlace {
  /** Number of the block's paragraph in the document as shown, from 1; a table has the number of its first cell's paragraph. */
  readonly paragraph: number;
  /** Line in the file, from 1, where the format has lines (.txt, .md, .html); null in a .docx. */
  readonly line: number | null;
}

/** A stretch of text in one style. */
export interface DocumentRun {
  readonly text: string;
  readonly bold: boolean;
}

/** A footnote or endnote: its text, and after how many UTF-16 units of {@link paragraphText} (the label included) its mark stands. */
export interface DocumentNote {
  readonly after: number;
  readonly text: string;
}

export interface DocumentParagraph {
  readonly type: "paragraph";
  readonly place: DocumentPlace;
  /** The automatic number as shown ("一、", "（一）", "1."), "" where there is none. It is not part of the runs. */
  readonly label: string;
  /** Outline level from a heading style or an outline setting, 1 to 9; null for body text. The title of the document has level 0. */
  readonly level: number | null;
  /** The text in order, without the label. A line break inside the paragraph is "\n". Leading indents (U+3000, blanks) are not part of it. */
  readonly runs: readonly DocumentRun[];
  readonly notes: readonly DocumentNote[];
}

/** A cell at the place where it starts; what it covers has no cell of its own. */
export interface DocumentCell {
  /** Paragraphs joined by "\n". */
  readonly text: string;
  /** Columns and rows that it covers, from 1. */
  readonly columns: number;
  readonly rows: number;
  /** Index of its first column, from 0. */
  readonly column: number;
}

export interface DocumentTable {
  readonly type: "table";
  readonly place: DocumentPlace;
  /** Cells of each row, from left to right. */
  readonly rows: readonly (readonly DocumentCell[])[];
}

export interface DocumentPicture {
  readonly type: "picture";
  readonly place: DocumentPlace;
  /** Name of the file to write, unique in the document, e.g. `image1.png`. */
  readonly name: string;
  /** Alternative text of the document, "" where it has none. */
  readonly alternative: string;
  readonly bytes: Uint8Array;
}

export type DocumentBlock = DocumentParagraph | DocumentTable | DocumentPicture;

export type DocumentKind = "docx" | "text" | "markdown" | "html";

export interface SourceDocument {
  /** Path as given. */
  readonly path: string;
  readonly kind: DocumentKind;
  readonly blocks: readonly DocumentBlock[];
}

/** The text of a paragraph as shown: its label and its runs. */
export function paragraphText(paragraph: DocumentParagraph): string {
  return paragraph.label + paragraph.runs.map((run) => run.text).join("");
}
