/** Reads the content of a paragraph: text, marks of notes, and what is drawn in it. */
import type { ParagraphStyle, CharacterLook } from "./styles.ts";
import { mergeLooks, readLook } from "./styles.ts";
import { collectDrawing } from "./drawings.ts";
import { endOf, type FieldEnd } from "./fields.ts";
import type { Context, Story } from "./story.ts";
import { findSymbol } from "./symbols.ts";
import { childOf, elementsOf, textOf, valueOf, type XmlElement } from "./xml.ts";

export interface Place {
  readonly context: Context;
  readonly story: Story;
  readonly style: ParagraphStyle;
}

interface Look {
  readonly bold: boolean;
  readonly heavy: boolean;
}

/** Elements that only hold others. */
const TRANSPARENT: ReadonlySet<string> = new Set(["w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml", "w:dir", "w:bdo", "w:rubyBase"]);
/** Typefaces of headings in official documents (GB/T 9704-2012, 7.3.3), which have no bold weight of their own. */
const HEAVY_FONT = /黑体|SimHei|STHeiti|小标宋/i;

/** Reads everything below a paragraph, or below an element in it. */
export function readRuns(element: XmlElement, place: Place): void {
  for (const child of elementsOf(element)) readInline(child, place);
}

function readInline(element: XmlElement, place: Place): void {
  const { told } = place.context;
  if (TRANSPARENT.has(element.name)) return readRuns(element, place);
  switch (element.name) {
    case "w:r":
      return readRun(element, place);
    case "w:ins":
    case "w:moveTo":
      if (textOf(element, "w:t") !== "") told.takenAs("insertions", place.context.paragraphs + 1);
      return readRuns(element, place);
    case "w:del":
    case "w:moveFrom": {
      const text = textOf(element, "w:delText") + textOf(element, "w:t");
      if (text !== "") told.leftOut("deletions", place.context.paragraphs + 1, text);
      return;
    }
    case "w:fldSimple":
      return readSimpleField(element, place);
    case "mc:AlternateContent":
      return readRuns(branchOf(element), place);
    case "m:oMath":
    case "m:oMathPara":
      told.notTaken("equation", place.context.paragraphs + 1);
      return addText(textOf(element, "m:t"), { bold: false, heavy: false }, place);
    default:
  }
}

/** The newest of the alternatives; the others show the same for old programs. */
export function branchOf(element: XmlElement): XmlElement {
  return childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback") ?? element;
}

function readSimpleField(element: XmlElement, place: Place): void {
  const before = place.story.length;
  readRuns(element, place);
  const shown = place.story.runs.map(({ text }) => text).join("").slice(before);
  finishField(endOf({ code: element.attributes.get("w:instr") ?? "", shown }), { bold: false, heavy: false }, place);
}

function finishField({ text, kind }: FieldEnd, look: Look, place: Place): void {
  const at = place.context.paragraphs + 1;
  if (kind === "broken") place.context.told.notTaken("broken-field", at);
  if (kind === "saved") place.context.told.takenAs("fields", at);
  if (kind === "contents") place.context.told.leftOut("contents", at);
  addText(text, look, place);
}

function readRun(element: XmlElement, place: Place): void {
  const properties = childOf(element, "w:rPr");
  const look = lookOf(properties, place);
  if (look === null) {
    const text = textOf(element, "w:t");
    if (text.trim() !== "") place.context.told.leftOut("hidden", place.context.paragraphs + 1, text);
  }
  for (const child of elementsOf(element)) {
    if (readFieldMark(child, look ?? { bold: false, heavy: false }, place)) continue;
    if (look !== null) readContent(child, look, place);
  }
}

/** Null for hidden text. Bold of a paragraph's style and of a character's style undo each other (ECMA-376-1, 17.7.3). */
function lookOf(properties: XmlElement | null, { context, style }: Place): Look | null {
  const own = readLook(properties);
  const character = context.styles.character(valueOf(properties, "w:rStyle"));
  const either = (key: "bold" | "hidden"): boolean => own[key] ?? ((style.look[key] ?? false) !== (character?.[key] ?? false) || (context.styles.defaults[key] ?? false));
  if (either("hidden")) return null;
  const looks: CharacterLook[] = [own, ...(character === null ? [] : [character]), style.look, context.styles.defaults];
  return { bold: either("bold"), heavy: HEAVY_FONT.test(mergeLooks(looks).font ?? "") };
}

/** Marks of fields count in hidden text too. */
function readFieldMark(element: XmlElement, look: Look, place: Place): boolean {
  const { fields } = place.context;
  if (element.name === "w:instrText") {
    fields.addCode(element.children.filter((child) => typeof child === "string").join(""));
    return true;
  }
  if (element.name !== "w:fldChar") return false;
  switch (element.attributes.get("w:fldCharType")) {
    case "begin":
      fields.begin();
      break;
    case "separate":
      fields.separate();
      break;
    default: {
      const end = fields.end();
      if (end !== null) finishField(end, look, place);
    }
  }
  return true;
}

function readContent(element: XmlElement, look: Look, place: Place): void {
  const { context, story } = place;
  switch (element.name) {
    case "w:t":
      return addText(plainText(element), look, place);
    case "w:tab":
    case "w:ptab":
      return addText("\t", look, place);
    case "w:br":
      return ["page", "column"].includes(element.attributes.get("w:type") ?? "") ? undefined : addText("\n", look, place);
    case "w:cr":
      return addText("\n", look, place);
    case "w:noBreakHyphen":
      return addText("-", look, place);
    case "w:sym":
      return addText(readSymbol(element, place), look, place);
    case "w:ruby":
      return readRuns(childOf(element, "w:rubyBase") ?? element, place);
    case "w:footnoteReference":
      return readNote("footnote", element, place);
    case "w:endnoteReference":
      return readNote("endnote", element, place);
    case "w:commentReference":
      return context.told.leftOut("comments", context.paragraphs + 1);
    case "mc:AlternateContent":
      return elementsOf(branchOf(element)).forEach((child) => readContent(child, look, place));
    case "w:drawing":
    case "w:pict":
    case "w:object":
      return context.fields.visible ? collectDrawing(element, context, story) : undefined;
    default:
  }
}

/** Blanks at the ends count only where the file says so. */
function plainText(element: XmlElement): string {
  const text = element.children.filter((child) => typeof child === "string").join("");
  return element.attributes.get("xml:space") === "preserve" ? text : text.replace(/^[ \t\n]+|(?<![ \t\n])[ \t\n]+$/g, "");
}

function readSymbol(element: XmlElement, { context }: Place): string {
  const code = Number.parseInt(element.attributes.get("w:char") ?? "", 16);
  const symbol = findSymbol(element.attributes.get("w:font") ?? "", code);
  if (symbol === null) context.told.notTaken("symbol", context.paragraphs + 1);
  return symbol ?? "□";
}

function readNote(kind: "footnote" | "endnote", element: XmlElement, { context, story }: Place): void {
  if (!context.fields.visible) return;
  const text = context.noteText(kind, element.attributes.get("w:id") ?? "");
  if (text === null) context.told.notTaken("note", context.paragraphs + 1);
  else story.notes.push({ after: story.length, text });
}

function addText(text: string, { bold, heavy }: Look, { context, story }: Place): void {
  if (!context.fields.visible) return;
  context.fields.addShown(text);
  story.add(text, bold, heavy);
}
