/** The head of a slide in the places of its layout: kicker, title, lead. */
import type { Block, Inline, Step } from "../../model/deck.ts";
import { plainText } from "../../model/plain-text.ts";
import { chooseSize, longestPhrase, type HeadlineSize } from "../../render/head.ts";
import type { Ink } from "../ink.ts";
import type { Box } from "../units.ts";
import { INDEX } from "./layout-specs.ts";
import { headlineLines } from "./lines.ts";
import { breakerOf, fillPlace, headlineRuns, inlineRuns, laterOf, placeOf, plainHeadline, type Sheet } from "./sheet.ts";
import type { Paragraph } from "./text.ts";

/** Pitch of lines of titles in em, as the layouts set them. */
const PITCH = 1.22;

export interface TitleOptions {
  /** As the page chooses among them. */
  readonly sizes: readonly HeadlineSize[];
  /** Pixels of each. */
  readonly pixels: readonly number[];
  readonly inlines?: readonly Inline[];
  readonly box?: Box;
  /** Where it lies on another ground than the layout's. */
  readonly ink?: Ink;
}

/** What a title came out as. */
export interface TitleForm {
  readonly size: number;
  readonly lines: number;
  /** Pixels that its lines take. */
  readonly height: number;
}

/** The form of a title in a width, without writing it. */
export function titleForm(sheet: Sheet, { sizes, pixels, inlines = sheet.scene.slide.title }: TitleOptions, width: number): TitleForm {
  const text = plainText(inlines);
  const { className } = chooseSize(text, sizes, longestPhrase(text, sheet.scene));
  const size = pixels[Number(className.slice(-1)) - 1] ?? pixels.at(-1)!;
  const lines = text === "" ? 0 : headlineLines(text, width / size, breakerOf(sheet.scene)).length;
  return { size, lines, height: lines * size * PITCH };
}

/** Writes the title in its place; a size that differs from the layout's is its own. */
export function addTitle(sheet: Sheet, options: TitleOptions): TitleForm {
  const { inlines = sheet.scene.slide.title, box, ink } = options;
  const place = placeOf(sheet, null);
  const { width } = box ?? place.box;
  const form = titleForm(sheet, options, width);
  const style = { ...(form.size === place.style.size ? {} : { size: form.size }), ...(ink === undefined ? {} : { ink }) };
  fillPlace(sheet, null, [{ runs: headlineRuns(sheet, inlines, form.size, width, style) }], box ?? null);
  return form;
}

/** `ink` where it lies on another ground than the layout's. */
export function addKicker(sheet: Sheet, text = sheet.scene.slide.kicker, box: Box | null = null, ink?: Ink): void {
  if (text !== "") fillPlace(sheet, INDEX.kicker, [{ runs: plainHeadline(sheet, text, 36, (box ?? placeOf(sheet, INDEX.kicker).box).width, ink === undefined ? {} : { ink }) }], box);
}

/** Paragraphs of blocks that only say something, each with its step. */
export function paragraphsOf(sheet: Sheet, blocks: readonly Block[], style: Parameters<typeof inlineRuns>[2] = {}): readonly Paragraph[] {
  return blocks.flatMap((block) => withinStep(block.step, ownParagraphs(sheet, block, style)));
}

function withinStep(step: Step, paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  return step === null ? paragraphs : paragraphs.map((paragraph) => ({ ...paragraph, step: laterOf(step, paragraph.step ?? null) }));
}

function ownParagraphs(sheet: Sheet, block: Block, style: Parameters<typeof inlineRuns>[2] = {}): readonly Paragraph[] {
  switch (block.type) {
    case "paragraph":
      return [{ runs: inlineRuns(sheet, block.inlines, style) }];
    case "html":
      return [{ runs: [{ type: "text", text: block.html.replaceAll(/<[^>]*>/g, ""), style, link: null }] }];
    case "code":
      return [{ runs: [{ type: "text", text: block.text, style: { ...style, face: "numeral" }, link: null }] }];
    case "list":
      return block.items.flatMap((item) => withinStep(item.step, [{ runs: [...(item.ordinal === null ? [] : [{ type: "text", text: `${item.ordinal}. `, style, link: null } as const]), ...inlineRuns(sheet, item.inlines, style)] }, ...paragraphsOf(sheet, item.blocks, style)]));
    case "card":
      return [...(block.title.length === 0 ? [] : [{ runs: inlineRuns(sheet, block.title, { ...style, bold: true }) }]), ...paragraphsOf(sheet, block.blocks, style)];
    case "quote":
      return paragraphsOf(sheet, block.blocks, style);
    default:
      return [];
  }
}

/** The lead in its place; nothing for a slide without one. */
export function addLead(sheet: Sheet, blocks: readonly Block[], box: Box | null = null, size?: number): void {
  const own = placeOf(sheet, INDEX.lead).style.size;
  const paragraphs = paragraphsOf(sheet, blocks, size === undefined || size === own ? {} : { size });
  if (paragraphs.length > 0) fillPlace(sheet, INDEX.lead, paragraphs, box);
}
