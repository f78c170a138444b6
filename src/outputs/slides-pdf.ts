/** slides.pdf: every slide in its final state on a page of its own, printed from the slides' own HTML. */
import { pageCount } from "../diagnostics/messages/outputs.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import { escapeHtml } from "../render/html.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import type { World } from "../world/world.ts";
import { fontDataUrl, renderFontFaces, type CutFace } from "./fonts/cut-fonts.ts";
import { imageDataUrl } from "./material.ts";
import type { EncodedImages } from "./images.ts";
import { inlineStyle, renderSlides, shortenCss } from "./page.ts";
import { countPages, finishPdf } from "./pdf-file.ts";

/** 1280 × 720 px in millimetres: 13⅓ × 7½ inches, the size of a 16:9 slide in presentation programs. */
const WIDTH = (1280 * 25.4) / 96;
const HEIGHT = (720 * 25.4) / 96;
/** 1920 px of slide on 1280 px of paper. */
const SCALE = 2 / 3;

/** Containment makes printing of a thousand pages twice as slow, so that it is off; nothing moves on paper. */
const PRINT_CSS = `
@page { margin: 0 }
html, body { margin: 0; padding: 0; background: none }
body > .slide { display: block; position: relative; visibility: visible; opacity: 1; width: 1920px; height: 1080px; margin: 0; overflow: hidden; contain: none; break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact }
body > .slide + .slide { break-before: page }
.fragment { visibility: visible !important; opacity: 1 !important; translate: none !important; transform: none !important }
*, *::before, *::after { animation: none !important; transition: none !important }
`;

/** `fonts` are TrueType; `version` goes into the document's properties. */
export async function writeSlidesPdf(deck: RenderedDeck, images: EncodedImages, fonts: readonly CutFace[], version: string, world: World, report: Report): Promise<Map<string, Uint8Array>> {
  const printed = await world.printPdf({ html: renderPrintPage(deck, images, fonts), width: WIDTH, height: HEIGHT, scale: SCALE });
  const pages = countPages(printed);
  if (pages !== deck.slides.length) report(pageCount(deck.slides.length, pages));
  return new Map([["slides.pdf", finishPdf(printed, { title: deck.title, author: deck.author ?? deck.organisation, lang: deck.lang, creator: `Luduan ${version}` })]]);
}

/** The document that is printed; it loads nothing and runs nothing. */
export function renderPrintPage(deck: RenderedDeck, images: EncodedImages, fonts: readonly CutFace[]): string {
  const style = inlineStyle(renderFontFaces(fonts, "truetype", (cut) => fontDataUrl(cut, "truetype")) + shortenCss(deck.css) + PRINT_CSS);
  return `<!doctype html>
<html lang="${deck.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeHtml(deck.title)}</title>
<style>${style}</style>
</head>
<body class="print">
${renderSlides(deck.slides, false, (path) => imageDataUrl(images, path))}
</body>
</html>
`;
}
