/** What every HTML output has: head, slides, data for the scripts, and the care that inlining needs. */
import { createHash } from "node:crypto";
import type { DeckData } from "../client/deck-data.ts";
import type { Settings } from "../model/deck.ts";
import { escapeHtml } from "../render/html.ts";
import type { RenderedDeck, RenderedSlide } from "../render/rendered.ts";
import { IMAGE_TYPES, splitAtImages, type EncodedImages } from "./images.ts";

/** Seven sources of what a page may load; `self` and `data:` are the only ones ever named. */
export interface Policy {
  readonly script: string;
  readonly style: string;
  readonly font: string;
}

export interface Page {
  readonly deck: RenderedDeck;
  readonly policy: Policy;
  /** Links and styles, after the meta elements. */
  readonly head: string;
  readonly slides: string;
  readonly data: string;
  /** Scripts at the end of the body. */
  readonly scripts: string;
  readonly body: string;
}

/** Until the script has begun, slides below the first are not laid out: of a long deck that halves the time to the first paint. */
export const FIRST_PAINT = "html:not(.started) .slides > section + section { content-visibility: auto; contain-intrinsic-size: 1920px 1080px }\n";

/** The whole page. */
export function renderPage({ deck, policy, head, slides, data, scripts, body }: Page): string {
  return `<!doctype html>
<html lang="${deck.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${policy.script}; style-src ${policy.style}; font-src ${policy.font}; img-src 'self' data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Luduan">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escapeHtml(descriptionOf(deck))}">
${deck.author === null ? "" : `<meta name="author" content="${escapeHtml(deck.author)}">\n`}<title>${escapeHtml(deck.title)}</title>
${head}
</head>
<body class="${body}">
<div class="reveal"><div class="slides">
${slides}
</div></div>
${data}
${scripts}
</body>
</html>
`;
}

function descriptionOf(deck: RenderedDeck): string {
  if (deck.title.startsWith(deck.organisation)) return deck.title;
  return deck.lang === "en" ? `${deck.title}, ${deck.organisation}` : `${deck.organisation}${deck.title}`;
}

/** Slides, their pictures not placed yet; notes go into the end of each section, where the speaker window finds them. */
export function renderSlides(slides: readonly RenderedSlide[], notes: boolean): string {
  return slides
    .map((slide) => {
      const { html } = slide;
      if (!notes || slide.notes === "") return html;
      const end = html.lastIndexOf("</section>");
      return `${html.slice(0, end)}<aside class="notes">${slide.notes}</aside>${html.slice(end)}`;
    })
    .join("\n");
}

/** `#deck-data`: what the scripts know of the deck; `figures` are those that can be pressed. */
export function renderDeckData(deck: RenderedDeck, settings: Settings, figures: DeckData["figures"]): string {
  const data: DeckData = {
    title: deck.title,
    lang: deck.lang,
    minutes: settings.stage.minutes,
    hours: settings.kiosk.hours,
    sections: deck.sections.map(({ id, number, title, minutes, kiosk }) => ({ id, number, title, minutes, kiosk })),
    slides: deck.slides.map(({ id, title, section, seconds, steps }) => ({ id, title, section, seconds, steps })),
    figures,
  };
  return `<script type="application/json" id="deck-data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
}

/** A script that can stand between tags: what would end or open one is written with an escape that means the same. */
export function inlineScript(script: string): string {
  return script.replace(/<(\/script|!--)/gi, "\\x3c$1");
}

/** A style sheet that can stand between tags. */
export function inlineStyle(style: string): string {
  return style.replace(/<\/(style)/gi, "<\\/$1");
}

/** CSS without comments and the white space that says nothing; strings stay as they are. */
export function shortenCss(css: string): string {
  const kept = /("(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|\/\*[\s\S]*?\*\//g;
  const spaces = /("(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|\s*([{};,])\s*|(:)\s+|\s+/g;
  return css
    .replace(kept, (_, text: string | undefined) => text ?? "")
    .replace(spaces, (_, text?: string, mark?: string, colon?: string) => text ?? mark ?? colon ?? " ")
    .replaceAll(";}", "}");
}

/** `'sha256-…'` of an inline script or style, for the page's policy. */
export function policyHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** First eight hex digits of a file's hash: a changed file gets a new name, so that caches may keep the old one for ever. */
export function shortHash(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 8);
}

/** A page as UTF-8 with its pictures inside it. They are written straight into the bytes: as text they would take many times their size. */
export function encodePage(html: string, images: EncodedImages): Uint8Array {
  const chunks: Buffer[] = [];
  for (const { text, address } of splitAtImages(html)) {
    const image = address === null ? undefined : images.get(address);
    chunks.push(Buffer.from(text));
    if (image !== undefined) chunks.push(Buffer.from(`data:${IMAGE_TYPES[image.format]};base64,`), encodeBase64(image.bytes));
  }
  return Buffer.concat(chunks);
}

function encodeBase64(bytes: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"), "latin1");
}

/** Text as UTF-8. */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
