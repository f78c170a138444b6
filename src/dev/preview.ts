/** The deck as a developer's browser gets it: first a page, then patches. */
import type { DeckData } from "../model/deck-data.ts";
import type { DeckPatch } from "../model/deck-patch.ts";
import { FONTS_ID, STYLE_ID } from "../model/page-ids.ts";
import { hasImages, placeImages, type ShownImage } from "../pictures/images.ts";
import { findsOf } from "../web/finds.ts";
import { renderDeckData } from "../web/page.ts";
import { renderSlides } from "../render/page/slides.ts";
import { escapeHtml } from "../render/html.ts";
import type { Deck } from "../model/deck.ts";
import type { ImageFile } from "../model/sources.ts";
import type { Theme } from "../model/theme.ts";
import type { RenderedDeck, RenderedSlide } from "../render/rendered.ts";
import { renderDevFonts } from "./fonts.ts";
import { NONCE } from "./nonce.ts";

interface PreviewSlide {
  readonly rendered: RenderedSlide;
  readonly html: string;
}

/** One good compilation, ready to send. */
export interface Preview {
  readonly revision: number;
  readonly title: string;
  readonly lang: string;
  readonly order: readonly string[];
  readonly slides: ReadonlyMap<string, PreviewSlide>;
  readonly css: string;
  readonly fonts: string;
  /** The `<script>` of the deck's data. */
  readonly data: string;
}

/** Address of the page's own script and styles, without their ending. */
export const PAGE = "/@luduan/page";
/** Address from which the dev server serves pictures. */
export const ASSETS = "/@luduan/asset/";

/** Parts of a preview, from one compilation. */
export interface PreviewParts {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly theme: Theme;
  readonly images: ReadonlyMap<string, ImageFile>;
}

/** The preview that follows `before`; unchanged slides are taken from there. */
export function renderPreview({ deck, model, theme, images }: PreviewParts, before: Preview | null): Preview {
  // The content is part of the address, so the browser treats a replaced picture as a new one.
  const urlOf = ({ path }: ShownImage): string => escapeHtml(`${ASSETS}${path.split("/").map(encodeURIComponent).join("/")}?${images.get(path)?.hash.slice(0, 12) ?? ""}`);
  const renderOne = (rendered: RenderedSlide): PreviewSlide => {
    const old = before?.slides.get(rendered.id);
    const same = old !== undefined && old.rendered.html === rendered.html && old.rendered.notes === rendered.notes;
    if (same && !hasImages(rendered.html)) return old;
    const html = placeImages(renderSlides([rendered], true), urlOf);
    return same && old.html === html ? old : { rendered, html };
  };
  return {
    revision: (before?.revision ?? 0) + 1,
    title: deck.title,
    lang: deck.lang,
    order: deck.slides.map((slide) => slide.id),
    slides: new Map(deck.slides.map((slide) => [slide.id, renderOne(slide)])),
    css: deck.css,
    fonts: renderDevFonts(theme, deck.lang),
    data: renderDeckData(deck, model.settings, findsOf(model, deck), ""),
  };
}

/** The changes from one preview to another; everything if there was none. */
export function patchOf(before: Preview | null, after: Preview): DeckPatch {
  const sameOrder = before !== null && before.order.length === after.order.length && before.order.every((id, index) => id === after.order[index]);
  return {
    revision: after.revision,
    order: sameOrder ? null : after.order,
    slides: [...after.slides].filter(([id, slide]) => before?.slides.get(id) !== slide).map(([id, { html }]) => ({ id, html })),
    css: before?.css === after.css ? null : after.css,
    fonts: before?.fonts === after.fonts ? null : after.fonts,
    data: before?.data === after.data ? null : parseData(after.data),
  };
}

/** Whether a patch would change nothing. */
export function isEmpty({ order, slides, css, fonts, data }: DeckPatch): boolean {
  return order === null && slides.length === 0 && css === null && fonts === null && data === null;
}

function parseData(script: string): DeckData {
  return JSON.parse(script.slice(script.indexOf(">") + 1, script.lastIndexOf("<"))) as DeckData;
}

/** The page; if there is no preview (the first compilation has errors) it waits for one. `page` is the address of its script and styles, without their ending. */
export function renderDevPage(preview: Preview | null, page: string = PAGE): string {
  const style = (id: string, css: string): string => `<style id="${id}" nonce="${NONCE}">${css.replace(/<\/(style)/gi, "<\\/$1")}</style>`;
  return `<!doctype html>
<html lang="${preview?.lang ?? "zh-CN"}" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="luduan-revision" content="${preview?.revision ?? 0}">
<title>${escapeHtml(preview?.title ?? "Luduan")}</title>
<link rel="icon" href="data:,">
${style(FONTS_ID, preview?.fonts ?? "")}
<link rel="stylesheet" href="${page}.css">
${style(STYLE_ID, preview?.css ?? "")}
</head>
<body class="deck">
<main class="reveal"><div class="slides">
${[...(preview?.slides.values() ?? [])].map(({ html }) => html).join("\n")}
</div></main>
${preview?.data ?? ""}
<script type="module" src="${page}.js"></script>
</body>
</html>
`;
}
