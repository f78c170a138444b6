/** A paragraph while it is put together, and what reading a document needs at every place. */
import type { DocumentNote, DocumentParagraph, DocumentPlace, DocumentRun, DocumentTable } from "../document.ts";
import type { Told } from "../told.ts";
import type { Counters } from "./counters.ts";
import type { Fields } from "./fields.ts";
import type { Styles } from "./styles.ts";
import type { XmlElement } from "./xml.ts";

/** A picture before its file is unpacked. */
export interface PictureLink {
  readonly type: "picture-link";
  readonly place: DocumentPlace;
  /** Relationship that names its part. */
  readonly id: string;
  readonly alternative: string;
}

/** A stretch of text; whether a heavy typeface means bold, only the whole document tells. */
export interface StyledRun extends DocumentRun {
  readonly heavy: boolean;
}

/** A block before its picture is unpacked and its heavy typefaces are judged. */
export type DraftBlock = (Omit<DocumentParagraph, "runs"> & { readonly runs: readonly StyledRun[] }) | DocumentTable | PictureLink;

export class Story {
  readonly runs: StyledRun[] = [];
  readonly notes: DocumentNote[] = [];
  /** Contents of text boxes, in order. */
  readonly boxes: XmlElement[] = [];
  readonly pictures: { readonly id: string; readonly alternative: string }[] = [];
  length = 0;

  add(text: string, bold: boolean, heavy: boolean): void {
    if (text === "") return;
    const last = this.runs.at(-1);
    if (last !== undefined && last.bold === bold && last.heavy === heavy) this.runs[this.runs.length - 1] = { ...last, text: last.text + text };
    else this.runs.push({ text, bold, heavy });
    this.length += text.length;
  }
}

export interface Context {
  readonly styles: Styles;
  readonly counters: Counters;
  readonly fields: Fields;
  readonly told: Told;
  /** Text of a footnote or an endnote by its id; null if there is none. */
  readonly noteText: (kind: "footnote" | "endnote", id: string) => string | null;
  /** Number of paragraphs that were seen, from 0. */
  paragraphs: number;
}
