/** The HTML that is printed: it loads nothing and runs nothing. */
import { escapeHtml } from "../../render/html.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import { inlineStyle, shortenCss } from "../page.ts";
import type { Composition } from "./document.ts";

/** Steps in their final state, unless a page says that they are later; nothing moves. */
const STILL = `
.fragment { visibility: visible !important; opacity: 1 !important; translate: none !important; transform: none !important }
.fragment.later { visibility: hidden !important }
*, *::before, *::after { animation: none !important; transition: none !important }
`;

/** One part of a document as a page of its own; `faces` are the `@font-face` rules with the fonts in them. */
export function renderPrintPage(deck: RenderedDeck, { body, css }: Composition, part: string, faces: string): string {
  return `<!doctype html>
<html lang="${deck.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeHtml(deck.title)}</title>
<style>${faces}${inlineStyle(shortenCss(css + deck.css + STILL))}</style>
</head>
<body class="${body}">
${part}
</body>
</html>
`;
}
