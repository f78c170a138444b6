/** Reads the body of a document into blocks, in the order in which they are shown. */
import type { DocumentNote } from "../document.ts";
import { Fault } from "../fault.ts";
import { branchOf, readRuns } from "./runs.ts";
import { Story, type Context, type DraftBlock, type PictureLink, type StyledRun } from "./story.ts";
import { readTable } from "./tables.ts";
import { childOf, elementsOf, findAll, numberOf, textOf, valueOf, type XmlElement } from "./xml.ts";

/** Most paragraphs: a report of 200 pages has 3,000. */
const MOST_PARAGRAPHS = 30_000;

export class BlockReader {
  readonly blocks: DraftBlock[] = [];
  readonly #context: Context;
  /** What stands before a mark of a paragraph that is deleted or hidden: it runs into the next paragraph. */
  #pending: { readonly story: Story; readonly label: string | null; readonly level: number | null } | null = null;

  /** Whether a number without a text is kept, as in a column of numbers. */
  readonly #bareLabels: boolean;

  constructor(context: Context, bareLabels = false) {
    this.#context = context;
    this.#bareLabels = bareLabels;
  }

  read(element: XmlElement): void {
    switch (element.name) {
      case "w:p":
        return this.#readParagraph(element);
      case "w:tbl":
        return this.#readTable(element);
      case "w:sdt":
        return this.#readControl(element);
      case "w:ins":
      case "w:moveTo":
      case "w:customXml":
      case "w:sdtContent":
      case "w:txbxContent":
        return this.readAll(element);
      case "w:del":
      case "w:moveFrom":
        return this.#context.told.leftOut("deletions", this.#next, textOf(element, "w:delText"));
      case "mc:AlternateContent":
        return this.readAll(branchOf(element));
      case "w:altChunk":
        return this.#context.told.notTaken("object", this.#next);
      case "m:oMath":
      case "m:oMathPara":
        return this.#readParagraph({ name: "w:p", attributes: new Map(), children: [element] });
      default:
    }
  }

  readAll(element: XmlElement): void {
    for (const child of elementsOf(element)) this.read(child);
  }

  /** After the last element: text before a mark that runs into nothing is a paragraph all the same. */
  end(): void {
    if (this.#pending === null) return;
    const { story, label, level } = this.#pending;
    this.#pending = null;
    this.#add(story, label ?? "", level);
  }

  get #next(): number {
    return this.#context.paragraphs + 1;
  }

  #readControl(element: XmlElement): void {
    const gallery = findAll(element, "w:docPartGallery")[0]?.attributes.get("w:val") ?? "";
    if (/table of contents/i.test(gallery)) this.#context.told.leftOut("contents", this.#next);
    else this.readAll(childOf(element, "w:sdtContent") ?? element);
  }

  #readTable(element: XmlElement): void {
    this.end();
    const { table, after } = readTable(element, this.#context, (cell) => {
      const inner = new BlockReader(this.#context, true);
      inner.readAll(cell);
      inner.end();
      return inner.blocks;
    });
    if (table !== null) this.blocks.push(table);
    this.blocks.push(...after);
  }

  #readParagraph(element: XmlElement): void {
    const { styles, fields, told } = this.#context;
    const properties = childOf(element, "w:pPr");
    const style = styles.paragraph(valueOf(properties, "w:pStyle"));
    const inContents = fields.contents;
    const story = this.#pending?.story ?? new Story();
    readRuns(element, { context: this.#context, story, style });
    if (style.contents && !inContents && !fields.contents && story.length > 0) {
      this.#pending = null;
      return told.leftOut("contents", this.#next);
    }
    const outline = numberOf(valueOf(properties, "w:outlineLvl"), 9);
    const level = this.#pending?.level ?? (outline === null ? style.level : outline === 9 ? null : outline + 1);
    const mark = childOf(properties, "w:rPr");
    const gone = ["w:del", "w:moveFrom"].some((name) => childOf(mark, name) !== null);
    const hidden = ["w:vanish", "w:specVanish"].some((name) => childOf(mark, name) !== null);
    // A hidden mark shows its paragraph's number, a deleted one has none.
    const label = this.#pending?.label ?? (gone || (hidden && story.length === 0) ? null : this.#label(properties, style));
    if (gone || hidden) this.#pending = { story, label, level: gone ? null : level };
    else {
      this.#pending = null;
      this.#add(story, label ?? "", level);
    }
  }

  #label(properties: XmlElement | null, style: ReturnType<Context["styles"]["paragraph"]>): string {
    const { counters } = this.#context;
    const own = childOf(properties, "w:numPr");
    const id = valueOf(own, "w:numId") ?? style.list?.id ?? "0";
    if (id === "0") return "";
    const level = numberOf(valueOf(own, "w:ilvl"), 8) ?? style.list?.level ?? (style.list === null ? null : counters.levelOf(id, style.list.style)) ?? 0;
    return counters.next(id, level);
  }

  /** The paragraph, then what hangs on it. */
  #add(story: Story, label: string, level: number | null): void {
    const trimmed = trimStory(story, label.length);
    if (trimmed.runs.length > 0 || (this.#bareLabels && label !== "")) {
      if (++this.#context.paragraphs > MOST_PARAGRAPHS) throw new Fault("too-large");
      this.blocks.push({ type: "paragraph", place: { paragraph: this.#context.paragraphs, line: null }, label: trimmed.runs.length > 0 ? label : label.trim(), level, ...trimmed });
    }
    // A mark without words around it: its note is a paragraph of its own.
    else for (const { text } of trimmed.notes) this.blocks.push({ type: "paragraph", place: { paragraph: ++this.#context.paragraphs, line: null }, label: "", level: null, runs: [{ text, bold: false, heavy: false }], notes: [] });
    this.blocks.push(...story.pictures.map(({ id, alternative }): PictureLink => ({ type: "picture-link", place: { paragraph: Math.max(this.#context.paragraphs, 1), line: null }, id, alternative })));
    for (const box of story.boxes) this.#readBox(box);
  }

  #readBox(box: XmlElement): void {
    const inner = new BlockReader(this.#context);
    inner.readAll(box);
    inner.end();
    if (inner.blocks.some(({ type }) => type === "paragraph")) this.#context.told.takenAs("boxes", Math.max(this.#context.paragraphs, 1));
    this.blocks.push(...inner.blocks);
  }
}

/** Without blanks at both ends; marks of notes move with the text. */
function trimStory({ runs, notes }: Story, label: number): { readonly runs: readonly StyledRun[]; readonly notes: readonly DocumentNote[] } {
  const text = runs.map((run) => run.text).join("");
  const start = text.length - text.trimStart().length;
  const end = Math.max(text.trimEnd().length, start);
  let at = 0;
  const kept = runs.flatMap((run) => {
    const own = run.text.slice(Math.max(start - at, 0), Math.max(end - at, 0));
    at += run.text.length;
    return own === "" ? [] : [{ ...run, text: own }];
  });
  return { runs: kept, notes: notes.map(({ after, text: note }) => ({ after: label + Math.min(Math.max(after - start, 0), end - start), text: note })) };
}
