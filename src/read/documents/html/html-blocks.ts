/** Turns a tree of HTML into blocks: paragraphs, tables and the pictures that are inside the file. */
import type { DocumentBlock, DocumentCell, DocumentTable } from "../document.ts";
import { paragraphText } from "../document.ts";
import { findPicture } from "../pictures.ts";
import type { Told } from "../told.ts";
import { BLOCKS, CONTROLS, isBold, isHidden, isPlain, SILENT } from "./elements.ts";
import { ParagraphMaker } from "./paragraph-maker.ts";
import { allText, attributeOf, elementsBelow, isElement, lineOf, textIn, type HtmlElement, type HtmlNode } from "./parse-html.ts";

export interface HtmlReading {
  readonly told: Told;
  /** Texts of footnotes by their mark, as Markdown writes them: `[^1]`. */
  readonly notes: ReadonlyMap<string, string>;
  /** Added to the lines of the tree. */
  readonly lines: number;
  /** Of paragraphs before, from 0. */
  readonly paragraphs: number;
  /** Names of pictures that were taken before, from 0. */
  readonly pictures: number;
}

interface Look {
  readonly bold: boolean;
  /** Of the heading around; null for body text. */
  readonly level: number | null;
}

/** Longest cell of a table of figures; a longer one with sentences is a page laid out by a table. */
const LONGEST_CELL = 300;
const MARK = /\[\^([^\]\s]{1,40})\]/;

export class HtmlBlocks {
  readonly blocks: DocumentBlock[] = [];
  paragraphs: number;
  pictures: number;
  readonly #reading: HtmlReading;
  readonly #maker = new ParagraphMaker();
  #label = "";

  constructor(reading: HtmlReading) {
    this.#reading = reading;
    this.paragraphs = reading.paragraphs;
    this.pictures = reading.pictures;
  }

  readAll(nodes: readonly HtmlNode[], look: Look = { bold: false, level: null }): void {
    for (const node of nodes) this.#read(node, look);
  }

  /** Ends the paragraph that is open. */
  end(level: number | null): void {
    for (const { line, ...made } of this.#maker.take()) {
      const label = this.#label;
      this.#label = "";
      const notes = made.notes.map(({ after, text }) => ({ after: after + label.length, text }));
      this.blocks.push({ type: "paragraph", place: { paragraph: ++this.paragraphs, line: line + this.#reading.lines }, label, level, ...made, notes });
    }
  }

  #read(node: HtmlNode, look: Look): void {
    const text = textIn(node);
    if (text !== null) return this.#addText(text, look, node);
    if (!isElement(node) || SILENT.has(node.tagName)) return;
    if (isHidden(node)) return this.#leaveOut("hidden", node);
    if (CONTROLS.has(node.tagName)) return this.#leaveOut("furniture", node);
    const inside: Look = { bold: isPlain(node) ? false : look.bold || isBold(node), level: headingLevel(node) ?? look.level };
    switch (node.tagName) {
      case "br":
        return this.#maker.addBreak();
      case "img":
        return this.#takePicture(node, look);
      case "table":
        return this.#readTable(node, inside);
      case "pre":
        return this.#readLines(node, look);
      case "ol":
        return this.#readList(node, inside);
      default:
        if (!BLOCKS.has(node.tagName)) return this.readAll(node.childNodes, inside);
        this.end(look.level);
        this.readAll(node.childNodes, inside);
        this.end(inside.level);
    }
  }

  #addText(text: string, { bold }: Look, node: HtmlNode): void {
    let rest = text;
    for (let mark = MARK.exec(rest); mark !== null && this.#reading.notes.size > 0; mark = MARK.exec(rest)) {
      const note = this.#reading.notes.get(mark[1]!);
      this.#maker.addText(rest.slice(0, mark.index + (note === undefined ? mark[0].length : 0)), bold, lineOf(node) ?? 1);
      if (note !== undefined) this.#maker.addNote(note);
      rest = rest.slice(mark.index + mark[0].length);
    }
    this.#maker.addText(rest, bold, lineOf(node) ?? 1);
  }

  #leaveOut(what: "hidden" | "furniture", node: HtmlElement): void {
    const text = allText(node).trim();
    if (text !== "" && !/^[\s{}<>]*$/.test(text)) this.#reading.told.leftOut(what, this.#lineOf(node), text);
  }

  #lineOf(node: HtmlNode): number {
    return (lineOf(node) ?? 1) + this.#reading.lines;
  }

  /** The number of an item is its label. */
  #readList(list: HtmlElement, look: Look): void {
    this.end(look.level);
    let number = Number.parseInt(attributeOf(list, "start") ?? "1", 10) || 1;
    for (const node of list.childNodes) {
      if (isElement(node) && node.tagName === "li" && !isHidden(node)) this.#label = `${number++}.`;
      this.#read(node, look);
      this.#label = "";
    }
  }

  #readLines(node: HtmlElement, look: Look): void {
    this.end(look.level);
    for (const [index, line] of allText(node).split("\n").entries()) {
      this.#maker.addText(line, look.bold, (lineOf(node) ?? 1) + index);
      this.end(look.level);
    }
  }

  #takePicture(node: HtmlElement, look: Look): void {
    const source = attributeOf(node, "src") ?? "";
    const data = /^data:image\/[a-z.+-]{1,20};base64,/i.exec(source.slice(0, 60));
    if (data === null) return source === "" || source.startsWith("data:") ? undefined : this.#reading.told.notTaken("linked-picture", this.#lineOf(node));
    const bytes = Buffer.from(source.slice(data[0].length), "base64");
    const ending = findPicture(bytes);
    // Pages count their visitors with pictures of one dot.
    if (bytes.length < 100) return;
    if (ending === null) return this.#reading.told.notTaken("picture-format", this.#lineOf(node));
    this.end(look.level);
    const place = { paragraph: Math.max(this.paragraphs, 1), line: this.#lineOf(node) };
    this.blocks.push({ type: "picture", place, name: `image${++this.pictures}.${ending}`, alternative: (attributeOf(node, "alt") ?? "").trim(), bytes: new Uint8Array(bytes) });
  }

  #readTable(node: HtmlElement, look: Look): void {
    this.end(look.level);
    const first = this.paragraphs + 1;
    const rows = elementsBelow(node).filter(({ tagName }) => tagName === "tr");
    if (isLayout(node, rows)) {
      this.readAll(node.childNodes, look);
      return this.end(look.level);
    }
    const captions = elementsBelow(node).filter(({ tagName }) => tagName === "caption");
    this.readAll(captions, look);
    const table: DocumentTable = { type: "table", place: { paragraph: first + captions.length, line: this.#lineOf(node) }, rows: this.#readRows(rows) };
    if (table.rows.some((cells) => cells.some(({ text }) => text !== ""))) this.blocks.push(table);
  }

  #readRows(rows: readonly HtmlElement[]): readonly (readonly DocumentCell[])[] {
    /** Rows that a cell above still covers, by column. */
    const covered: number[] = [];
    return rows.map((row) => {
      let column = 0;
      const cells = row.childNodes.filter((node) => isElement(node)).filter(({ tagName }) => tagName === "td" || tagName === "th").map((cell): DocumentCell => {
        while ((covered[column] ?? 0) > 0) column += 1;
        const [columns, height] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
        const made = { text: this.#readCell(cell), columns, rows: height, column };
        for (let over = 0; over < columns; over += 1) covered[column + over] = height;
        column += columns;
        return made;
      });
      covered.forEach((left, index) => (covered[index] = Math.max(left - 1, 0)));
      return cells;
    }).filter((cells) => cells.length > 0);
  }

  #readCell(cell: HtmlElement): string {
    const inner = new HtmlBlocks({ ...this.#reading, paragraphs: this.paragraphs, pictures: this.pictures });
    inner.readAll(cell.childNodes);
    inner.end(null);
    this.paragraphs = inner.paragraphs;
    return inner.blocks.flatMap((block) => (block.type === "paragraph" ? [paragraphText(block)] : [])).join("\n");
  }
}

function headingLevel({ tagName }: HtmlElement): number | null {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : null;
}

/** Old pages are laid out by tables: tables in tables, or cells with whole paragraphs. */
function isLayout(table: HtmlElement, rows: readonly HtmlElement[]): boolean {
  const below = elementsBelow(table);
  const cells = below.filter(({ tagName }) => tagName === "td" || tagName === "th");
  return below.some(({ tagName }) => tagName === "table" || /^h[1-3]$/.test(tagName)) || rows.length < 2 || cells.length <= rows.length || cells.some((cell) => allText(cell).trim().length > LONGEST_CELL);
}

/** At most 200 columns or rows. */
function spanOf(cell: HtmlElement, name: "colspan" | "rowspan"): number {
  return Math.min(Math.max(Number.parseInt(attributeOf(cell, name) ?? "1", 10) || 1, 1), 200);
}
