/** Reads lines as people type them: the mark of the notes, the marks and indents of word processors. What is left is Markdown. */
import { editExcerpt, splitLines, type Edit, type Excerpt } from "./excerpt.ts";
import { readNotesMark } from "./notes-mark.ts";
import type { Lead, TypedLine } from "./typed-line.ts";
import { findTypedItems } from "./typed-lists.ts";
import { findParagraphs } from "./typed-paragraphs.ts";

/** The mark as the rest of the parser knows it. */
export const NOTES_MARK = "备注：";

const FENCE = /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})/;
const NEW_SLIDE = /^[\s\u200B]*(?:#{1,2}(?:\s|$)|(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$)/;
/** Blanks of a word processor before a mark of Markdown or behind it; `>` written wide. */
const WIDE_MARK = /^(?<indent>[^\S\n]*)(?<mark>#{1,6}|[-+*]|\d{1,9}[.)]|[>＞])(?<blank>[\s\u200B]+|$)/;
const WIDE_BLANK = /[\u3000\u00A0\u2000-\u200B\uFEFF]/;
/** Other marks that an indent would hide. */
const INDENTED_MARK = /^[\s\u200B]*(?=[|｜]|[>＞]|`{3}|~{3}|!\[|<!--)/;

/** Lines of one slide that are all shown or all spoken. */
interface Part {
  readonly spoken: boolean;
  /** Blanks before the mark of notes; the lines below it may be indented like it. */
  readonly indent: number;
  readonly lines: TypedLine[];
}

/** The body of a section in Markdown. What takes the place of a mark has its place in the file. */
export function readTypedLines(body: Excerpt): Excerpt {
  const edits: Edit[] = [];
  for (const { spoken, indent, lines } of divideParts(body.text, edits)) {
    const own = spoken && indent > 0 ? lines.map((line) => dedent(line, indent, edits)) : lines;
    edits.push(...editPart(own, spoken ? findParagraphs(own) : findTypedItems(own)));
    if (!spoken) edits.push(...own.flatMap(editBars));
  }
  return edits.length === 0 ? body : editExcerpt(body, edits.toSorted((a, b) => a.from - b.from));
}

/** The same for what stands in a quote, once its own marks are taken away. */
export function readQuotedLines(content: Excerpt, spoken: boolean): Excerpt {
  const lines = findLines(content.text);
  const edits = editPart(lines, spoken ? findParagraphs(lines) : findTypedItems(lines));
  return edits.length === 0 ? content : editExcerpt(content, edits.toSorted((a, b) => a.from - b.from));
}

/** Divides a section at its slides and at the marks of its notes, which `edits` make uniform. */
function divideParts(text: string, edits: Edit[]): readonly Part[] {
  const parts: Part[] = [{ spoken: false, indent: 0, lines: [] }];
  for (const line of findLines(text)) {
    const { spoken, lines } = parts.at(-1)!;
    const mark = spoken || NEW_SLIDE.test(line.text) ? null : readNotesMark(line.text);
    if (NEW_SLIDE.test(line.text)) parts.push({ spoken: false, indent: 0, lines: [line] });
    else if (mark?.kind === "sure") {
      const rest = line.text.slice(mark.to);
      const style = line.start + mark.from + mark.style;
      edits.push({ from: line.start, to: line.start + mark.from, text: `\n${NOTES_MARK}` }, { from: style, to: line.start + mark.to, text: rest === "" ? "\n" : "" });
      parts.push({ spoken: true, indent: mark.from, lines: [{ start: line.start + mark.to, text: rest }] });
    } else lines.push(line);
  }
  return parts;
}

function dedent({ start, text }: TypedLine, indent: number, edits: Edit[]): TypedLine {
  const length = Math.min(indent, /^ */.exec(text)![0].length);
  if (length > 0) edits.push({ from: start, to: start + length, text: "" });
  return { start: start + length, text: text.slice(length) };
}

/** All lines; those in code and comments are blank, since they are left as they are. */
function findLines(text: string): TypedLine[] {
  let fence: string | null = null;
  let comment = false;
  const lastEnd = text.lastIndexOf("-->");
  return splitLines(text).map((line) => {
    const blank = { start: line.start, text: "" };
    const mark = FENCE.exec(line.text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true && line.text.trim().replaceAll(mark.charAt(0), "").replaceAll(/[> \t]/g, "") === "") fence = null;
      return blank;
    }
    if (comment) {
      comment = !line.text.includes("-->");
      return blank;
    }
    if (mark !== undefined) {
      fence = mark;
      return blank;
    }
    const opens = line.text.lastIndexOf("<!--");
    comment = opens !== -1 && !line.text.includes("-->", opens) && lastEnd > line.start + opens;
    return line;
  });
}

/** The edits of a slide's part: leads found for its lines, then what every line may need. */
function editPart(lines: readonly TypedLine[], leads: ReadonlyMap<TypedLine, Lead>): Edit[] {
  return lines.flatMap((line, index) => {
    const lead = leads.get(line) ?? plainLead(line.text);
    if (lead === null) return [];
    const before = lines[index - 1];
    const parted: readonly Edit[] = lead.apart && before !== undefined && before.text.trim() !== "" ? [{ from: line.start, to: line.start, text: "\n" }] : [];
    return lead.text === line.text.slice(0, lead.length) ? parted : [...parted, { from: line.start, to: line.start + lead.length, text: lead.text }];
  });
}

/** A lead with plain blanks; null where nothing has to change. */
function plainLead(text: string): Lead | null {
  // A line of wide blanks, as web pages put it between paragraphs, is a blank line.
  if (text.trim() === "" && WIDE_BLANK.test(text)) return { length: text.length, text: "", apart: false };
  const wide = WIDE_MARK.exec(text);
  if (wide !== null) {
    const { indent = "", mark = "", blank = "" } = wide.groups!;
    const spread = WIDE_BLANK.test(indent + blank) || mark === "＞";
    return spread ? { length: wide[0].length, text: `${WIDE_BLANK.test(indent) ? "" : indent}${mark.replace("＞", ">")}${blank === "" ? "" : " "}`, apart: false } : null;
  }
  const hidden = INDENTED_MARK.exec(text)?.[0] ?? "";
  return WIDE_BLANK.test(hidden) ? { length: hidden.length, text: "", apart: false } : null;
}

/** Tables typed with wide bars, or with dashes that a program made long. */
function editBars({ start, text }: TypedLine): Edit[] {
  if (!/^\s*[|｜]/.test(text)) return [];
  const divider = /^[\s|｜:：\-–—―－−]*$/.test(text) && /[-–—―－−]/.test(text);
  const wide: Readonly<Record<string, string>> = divider ? { "｜": "|", "：": ":", "–": "-", "—": "-", "―": "-", "－": "-", "−": "-" } : { "｜": "|" };
  return [...text.matchAll(/[｜：–—―－−]/g)].flatMap(({ 0: sign, index }) => (wide[sign] === undefined ? [] : [{ from: start + index, to: start + index + 1, text: wide[sign] }]));
}
