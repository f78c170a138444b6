/** Building blocks of handout pages: sheets, small slides, notes, lines to write on, the stamp on drafts. */
import { CANVAS } from "../../model/canvas.ts";
import type { Language } from "../../model/deck.ts";
import { wordsOf } from "../../model/words.ts";
import { classes, element, escapeHtml } from "../../render/html.ts";
import type { RenderedSlide } from "../../render/rendered.ts";
import type { Composition, PrintMaterial } from "./document.ts";
import { PIXELS, slideHeight } from "./geometry.ts";
import handouts from "./handouts.css?raw";
import { renderRunningLines } from "./running.ts";

/** Content that begins on a new page. */
export interface Sheet {
  /** Index of the section named in its head. */
  readonly section: number;
  readonly html: string;
}

/** Sheets on A4 with running lines, and slides of this width; `css` is the document's own. */
export function composeSheets(material: PrintMaterial, sheets: readonly Sheet[], slide: number, css: string, pages: number | null): Composition {
  const { deck, theme } = material;
  const html = sheets.map((sheet) => element("div", { class: `sheet of-part-${sheet.section}` }, sheet.html));
  return {
    body: "print handout ink-saving",
    css: renderRunningLines(deck, theme) + handouts + renderSlideCss(slide) + css,
    parts: [renderStamp(material) + html.join("\n")],
    slides: "small",
    pages,
  };
}

/** The slide's own HTML, scaled into a box of its size on paper. */
export function renderSmallSlide(slide: RenderedSlide): string {
  return element("div", { class: "small" }, slide.html);
}

/** The same for a document with its notes: a press on the slide leads to them, unless the slide has links of its own. */
export function renderSpokenSlide(slide: RenderedSlide, lang: Language): string {
  const link = slide.notes === "" || slide.html.includes("<a ") ? "" : element("a", { class: "to-notes", href: `#${notesId(slide)}`, "aria-label": wordsOf(lang).notesOf(nameOf(slide, lang)) }, "");
  return element("div", { class: "small" }, link + slide.html);
}

/** The page number of a slide, as a link to it; a slide kept for questions has the number that its own foot gives. */
export function renderNumber(slide: RenderedSlide, lang: Language): string {
  const number = slide.backup === null ? String(slide.page) : wordsOf(lang).backup(slide.backup);
  return element("p", { class: classes("number-of", slide.backup !== null && "kept") }, element("a", { href: `#${slide.id}` }, escapeHtml(number)));
}

/** The notes of a slide, as in `html`; empty if there are none. Notes that leave the slide's page end with a link back. */
export function renderNotes(slide: RenderedSlide, html: string, lang: Language, leavesPage: boolean): string {
  if (html === "") return "";
  const back = leavesPage ? element("p", { class: "back" }, element("a", { href: `#${slide.id}` }, escapeHtml(wordsOf(lang).backTo(nameOf(slide, lang))))) : "";
  return element("div", { class: "spoken", id: notesId(slide), "data-slide": slide.id }, html + back);
}

/** What its own foot calls it. */
function nameOf({ page, backup }: RenderedSlide, lang: Language): string {
  return backup === null ? wordsOf(lang).slide(page) : wordsOf(lang).backup(backup);
}

/** The author's ids have no dots. */
function notesId({ id }: RenderedSlide): string {
  return `${id}.notes`;
}

/** The section named in a page's head: that of the first slide in a numbered section. */
export function sectionOf(slides: readonly RenderedSlide[], { deck }: PrintMaterial): number {
  const numbered = slides.find((slide) => deck.sections[slide.section]?.number != null);
  return (numbered ?? slides[0])?.section ?? 0;
}

/** Lines to write on, `pitch` millimetres apart from top to bottom; screen readers skip them. */
export function renderLines(width: number, count: number, pitch: number): string {
  const path = Array.from({ length: count }, (_, index) => `M0 ${((index + 1) * pitch - 0.15).toFixed(2)}h${width}`).join("");
  const height = (count * pitch).toFixed(2);
  return `<svg class="lines" aria-hidden="true" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"><path d="${path}"/></svg>`;
}

/** Scales the canvas to the width, in millimetres. */
function renderSlideCss(width: number): string {
  const scale = ((width * PIXELS) / CANVAS.width).toFixed(6);
  return `.handout { --slide-width: ${width}mm; --slide-height: ${slideHeight(width)}mm }
.small > .slide { transform: scale(${scale}) }
`;
}

/** 讨论稿 on drafts: a fixed box appears on every printed page. */
export function renderStamp({ settings }: PrintMaterial): string {
  return settings.status === "draft" ? element("p", { class: "watermark", "aria-hidden": "true" }, escapeHtml(wordsOf(settings.lang).draft)) : "";
}
