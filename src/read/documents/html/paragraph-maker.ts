/** Puts paragraphs together from the pieces of text between the marks of HTML, with blanks as a browser shows them. */
import type { DocumentNote, DocumentRun } from "../document.ts";

export interface MadeParagraph {
  readonly runs: readonly DocumentRun[];
  readonly notes: readonly DocumentNote[];
  readonly line: number;
}

/** Between signs of Chinese texts, the end of a line in the file is no blank. */
const WIDE = /[\u2E80-\u9FFF\u3000-\u303F\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u2014\u2018\u2019\u201C\u201D\u2026]/;
/** Old pages divide paragraphs by breaks, and indent them. */
const INDENT = /^(?:\u3000|[\u00A0\u2003 ]{2})/;
const BLANKS = /^[\s\u3000]+|[\s\u3000]+$/gu;

export class ParagraphMaker {
  #pieces: { text: string; bold: boolean }[] = [];
  #notes: { readonly after: number; readonly text: string }[] = [];
  #length = 0;
  #line = 0;
  /** A blank that shows only if a word follows. */
  #blank: "" | " " | "\n" = "";

  /** `line` is where it stands in the file. */
  addText(text: string, bold: boolean, line: number): void {
    for (const part of text.split(/([ \t\n\r\f]+)/)) {
      if (part === "") continue;
      if (/^[ \t\n\r\f]/.test(part)) {
        if (this.#length > 0 && !this.#endsWith("\n")) this.#blank = this.#blank === " " || !part.includes("\n") ? " " : "\n";
      } else this.#addWord(part, bold, line);
    }
  }

  addBreak(): void {
    this.#blank = "";
    if (this.#length > 0) this.#append("\n", false);
  }

  addNote(text: string): void {
    this.#notes.push({ after: this.#length, text });
  }

  /** The paragraphs so far, and begins anew. */
  take(): readonly MadeParagraph[] {
    const paragraphs = splitParagraphs(this.#pieces, this.#notes, Math.max(this.#line, 1));
    this.#pieces = [];
    this.#notes = [];
    this.#length = 0;
    this.#line = 0;
    this.#blank = "";
    return paragraphs;
  }

  #addWord(word: string, bold: boolean, line: number): void {
    if (this.#line === 0 && word.replace(BLANKS, "") !== "") this.#line = line;
    if (this.#blank === " " || (this.#blank === "\n" && !(WIDE.test(this.#last) && WIDE.test(word[0]!)))) this.#append(" ", bold);
    this.#blank = "";
    this.#append(word, bold);
  }

  get #last(): string {
    return this.#pieces.at(-1)?.text.at(-1) ?? "";
  }

  #endsWith(character: string): boolean {
    return this.#last === character;
  }

  #append(text: string, bold: boolean): void {
    const last = this.#pieces.at(-1);
    if (last?.bold === bold) last.text += text;
    else this.#pieces.push({ text, bold });
    this.#length += text.length;
  }
}

/** Parts at empty lines and before indented ones; other breaks stay inside. */
function splitParagraphs(pieces: readonly DocumentRun[], notes: readonly DocumentNote[], line: number): readonly MadeParagraph[] {
  const text = pieces.map((piece) => piece.text).join("");
  const lines = text.split("\n");
  const ranges: { start: number; end: number }[] = [];
  let at = 0;
  lines.forEach((own, index) => {
    const apart = index === 0 || INDENT.test(own) || lines[index - 1]!.replace(BLANKS, "") === "";
    if (apart) ranges.push({ start: at, end: at + own.length });
    else ranges.at(-1)!.end = at + own.length;
    at += own.length + 1;
  });
  return ranges.flatMap(({ start, end }) => {
    const own = text.slice(start, end);
    const from = start + own.length - own.replace(/^[\s\u3000]+/u, "").length;
    const to = from + own.replace(BLANKS, "").length;
    if (to <= from) return [];
    return [{ runs: cut(pieces, from, to), notes: notes.filter(({ after }) => after >= start && after <= end).map(({ after, text: note }) => ({ after: Math.min(Math.max(after - from, 0), to - from), text: note })), line }];
  });
}

function cut(pieces: readonly DocumentRun[], from: number, to: number): readonly DocumentRun[] {
  let at = 0;
  return pieces.flatMap(({ text, bold }) => {
    const own = text.slice(Math.max(from - at, 0), Math.max(to - at, 0));
    at += text.length;
    return own === "" ? [] : [{ text: own, bold }];
  });
}
