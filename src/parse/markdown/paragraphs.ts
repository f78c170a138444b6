/** Paragraphs: text, and images on lines of their own. */
import type { Block, Step } from "../../model/deck.ts";
import { PLAIN_LOOK, type PhotoLook } from "../../model/photo.ts";
import { headingWithoutSpace, inlineImage, misplacedBlock, notInNotes, tableNotRead } from "../../diagnostics/messages/slides.ts";
import { takeAttributes } from "./attributes.ts";
import { readImageAttributes, readStep } from "./part-attributes.ts";
import type { Draft, ImageDraft } from "./inline/draft.ts";
import { scanInlines } from "./inline/scan.ts";
import { settleInlines } from "./inline/settle.ts";
import { parseImage } from "./images.ts";
import { sliceExcerpt, spanAt, splitLines, trimExcerpt, type Excerpt } from "./excerpt.ts";
import { PLACE_NAMES, type BlockScope } from "./scope.ts";

const IMAGE = { zh: "图片", en: "an image" };

/** The blocks of a paragraph: images on lines of their own are separate from the text around them. */
export function buildParagraph(source: Excerpt, scope: BlockScope): Block[] {
  const { text } = source;
  if (text.includes("\n") && looksLikeTable(text)) {
    scope.loss.happened = true;
    scope.context.report(tableNotRead(spanAt(trimExcerpt(source))));
    return [];
  }
  if (!/!\[|[#＃]/.test(text)) return buildText(source, scope);
  const blocks: Block[] = [];
  let start = 0;
  const addText = (end: number): void => {
    if (text.slice(start, end).trim() !== "") blocks.push(...buildText(sliceExcerpt(source, start, end), scope));
  };
  for (const line of splitLines(text)) {
    const mark = /^ {0,3}(#{1,6}|＃{1,6})[^#＃\s]/.exec(line.text)?.[1];
    if (mark !== undefined) scope.context.report(headingWithoutSpace(spanAt(source, line.start, line.start + line.text.trimEnd().length), mark));
    if (!/^\s*!\[.*[)\]}]\s*$/.test(line.text)) continue;
    const end = line.start + line.text.length;
    const image = buildImageLine(sliceExcerpt(source, line.start, end), scope);
    if (image === null) continue;
    addText(line.start);
    blocks.push(...image);
    start = end;
  }
  addText(text.length);
  return blocks;
}

/** Rows of bars or, copied out of a spreadsheet, of tabs: two lines at least that are divided alike. */
function looksLikeTable(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 2) return false;
  if (lines.slice(0, 2).every((line) => /^\s*[|｜]/.test(line))) return true;
  return [/(?<!\\)[|｜]/g, /\t/g].some((divider) => {
    const counts = lines.map((line) => line.trim().match(divider)?.length ?? 0);
    return counts[0]! > 0 && counts.every((count) => count === counts[0]);
  });
}

/** The image on a line that holds nothing else, or no block after a mistake; null when the line is text. */
function buildImageLine(line: Excerpt, scope: BlockScope): Block[] | null {
  const context = { ...scope.context, report: () => undefined };
  const tried = scanInlines(takeAttributes(line, context).content, { ...scope, context });
  if (tried[0]?.type !== "image" || tried.length > 1) return null;
  const { content, attributes } = takeAttributes(line, scope.context);
  const [draft] = scanInlines(content, scope);
  if (draft?.type !== "image") return null;
  return placeImage(draft, readImageAttributes(attributes, scope.steps, scope.context.report), scope);
}

function placeImage(draft: ImageDraft, look: PhotoLook & { readonly step: Step }, scope: BlockScope): Block[] {
  const { place, context, loss } = scope;
  if (place === "notes") context.report(notInNotes(draft.span, IMAGE));
  else if (place !== "slide") context.report(misplacedBlock(draft.span, IMAGE, PLACE_NAMES[place]));
  const block = place === "slide" ? parseImage(draft, look, context) : null;
  loss.happened ||= block === null;
  return block === null ? [] : [block];
}

/** A paragraph of text; an image in it is reported and placed after it. */
function buildText(source: Excerpt, scope: BlockScope): Block[] {
  const { content, attributes } = takeAttributes(source, scope.context);
  const step = readStep(attributes, scope.steps, scope.context.report);
  const span = spanAt(trimExcerpt(source));
  const drafts = scanInlines(content, scope);
  const images = drafts.filter((draft): draft is ImageDraft => draft.type === "image");
  // Images with only other images beside them are not a slip: several may share a line.
  const alone = drafts.every((draft) => draft.type === "image" || isBlank(draft));
  if (alone && images.length > 0) return images.flatMap((image) => placeImage(image, { ...PLAIN_LOOK, step }, scope));
  const inlines = settleInlines(drafts, (image) => {
    scope.loss.happened = true;
    scope.context.report(inlineImage(image.span));
  });
  return inlines.length === 0 ? [] : [{ type: "paragraph", inlines, step, span }];
}

function isBlank(draft: Draft): boolean {
  if (draft.type === "soft") return true;
  return draft.type === "leaf" && (draft.inline.type === "break" || (draft.inline.type === "text" && draft.inline.text.trim() === ""));
}
