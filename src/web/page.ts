/** What every page with a script has: policy, slides, data for the scripts, pictures inside it. */
import { createHash } from "node:crypto";
import type { DeckData } from "../model/deck-data.ts";
import { DECK_DATA_ID } from "../model/page-ids.ts";
import type { Settings } from "../model/deck.ts";
import { renderHead } from "../render/page/head.ts";
import { wordsOf } from "../model/words.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import { IMAGE_TYPES, splitAtImages, type EncodedImages } from "../pictures/images.ts";

/** Sources for three of the policy's seven directives; `self` and `data:` are the only addresses ever named. */
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

/** Until the script has started, slides below the first are not laid out: this halves the time to the first paint of a long deck. */
export const FIRST_PAINT = "html:not(.started) .slides > section + section { content-visibility: auto; contain-intrinsic-size: 1920px 1080px }\n";

/** The whole page. */
export function renderPage({ deck, policy, head, slides, data, scripts, body }: Page): string {
  const { lang, title, author } = deck;
  const sources = [`script-src ${policy.script}`, `style-src ${policy.style}`, `font-src ${policy.font}`, "img-src 'self' data:"];
  return `${renderHead({ lang, title, author, description: descriptionOf(deck), policy: sources, rest: head })}<body class="${body}">
<main class="reveal"><div class="slides">
${slides}
</div></main>
${data}
${scripts}
</body>
</html>
`;
}

/** One sentence for search engines and previews. */
export function descriptionOf(deck: RenderedDeck): string {
  const { demo } = wordsOf(deck.lang);
  const mark = deck.lang === "en" ? ` (${demo})` : `（${demo}）`;
  const named = deck.title.startsWith(deck.organisation) ? deck.title : deck.lang === "en" ? `${deck.title}, ${deck.organisation}` : `${deck.organisation}${deck.title}`;
  return named + (deck.demo ? mark : "");
}

/** What a loop has no use for: the figures that can be pressed, and the letters by which slides are found. */
export type DeckFinds = Pick<DeckData, "figures" | "initials">;

/** `#deck-data`: the deck's data for the scripts; `build` is from `buildOf`. */
export function renderDeckData(deck: RenderedDeck, settings: Settings, found: DeckFinds, build: string): string {
  const data: DeckData = {
    title: deck.title,
    build,
    click: settings.stage.click,
    lang: deck.lang,
    minutes: settings.stage.minutes,
    hours: settings.kiosk.hours,
    sections: deck.sections.map(({ id, number, title, minutes, kiosk, backup }) => ({ id, number, title, minutes, kiosk, backup })),
    slides: deck.slides.map(({ id, title, section, seconds, steps }) => ({ id, title, section, seconds, steps })),
    run: deck.slides.filter(({ backup }) => backup === null).length,
    ...found,
  };
  return `<script type="application/json" id="${DECK_DATA_ID}">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>`;
}

/** The name of a build: the same as long as no word of slides and notes changes. */
export function buildOf(deck: RenderedDeck): string {
  return shortHash(JSON.stringify(deck.slides.map(({ id, title, html, notes }) => [id, title, html, notes])));
}

/** First eight hex digits of a file's hash: a changed file gets a new name, so caches may keep the old one for ever. */
export function shortHash(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 8);
}

/** A page as UTF-8 with its pictures inside. They are written straight into the bytes: as text they would take many times their size. */
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
