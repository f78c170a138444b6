/** What the pages of handouts are put together from: sheets, small slides, notes, lines to write on, the stamp of drafts. */
import { CANVAS } from "../../model/canvas.ts";
import type { Language } from "../../model/deck.ts";
import { wordsOf } from "../../model/words.ts";
import { element, escapeHtml } from "../../render/html.ts";
import type { RenderedSlide } from "../../render/rendered.ts";
import type { Composition, PrintMaterial } from "./document.ts";
import { PIXELS, slideHeight } from "./geometry.ts";
import handouts from "./handouts.css?raw";
import { renderRunningLines } from "./running.ts";

/** What begins on a new page. */
export interface Sheet {
  /** Index of the section that its head names. */
  readonly section: number;
  readonly html: string;
}

/** Sheets on A4 with running lines, with slides of this width; `css` is the document's own. */
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

/** The same where its notes are in the document: a press on it leads to them, unless it has links of its own. */
export function renderSpokenSlide(slide: RenderedSlide, lang: Language): string {
  const link = slide.notes === "" || slide.html.includes("<a ") ? "" : element("a", { class: "to-notes", href: `#${notesId(slide)}`, "aria-label": wordsOf(lang).notesOf(slide.page) }, "");
  return element("div", { class: "small" }, link + slide.html);
}

/** The page number of a slide, which leads to it. */
export function renderNumber(slide: RenderedSlide): string {
  return element("p", { class: "number-of" }, element("a", { href: `#${slide.id}` }, String(slide.page)));
}

/** The notes of a slide, as `html` has them; empty where there are none. At the end of those that leave its page stands the way back. */
export function renderNotes(slide: RenderedSlide, html: string, lang: Language, leavesPage: boolean): string {
  if (html === "") return "";
  const back = leavesPage ? element("p", { class: "back" }, element("a", { href: `#${slide.id}` }, escapeHtml(wordsOf(lang).backTo(slide.page)))) : "";
  return element("div", { class: "spoken", id: notesId(slide), "data-slide": slide.id }, html + back);
}

/** Ids of authors have no dots. */
function notesId({ id }: RenderedSlide): string {
  return `${id}.notes`;
}

/** The section that a page's head names: of its first slide that stands in a numbered one. */
export function sectionOf(slides: readonly RenderedSlide[], { deck }: PrintMaterial): number {
  const numbered = slides.find((slide) => deck.sections[slide.section]?.number != null);
  return (numbered ?? slides[0])?.section ?? 0;
}

/** Lines to write on, `pitch` millimetres apart from top to bottom; readers pass them by. */
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

/** 讨论稿 on drafts: a fixed box stands on every printed page. */
export function renderStamp({ settings }: PrintMaterial): string {
  return settings.status === "draft" ? element("p", { class: "watermark", "aria-hidden": "true" }, escapeHtml(wordsOf(settings.lang).draft)) : "";
}
