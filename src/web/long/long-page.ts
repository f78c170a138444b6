/** The long picture as a page: everything inside, no script, no request. It is what the pictures are drawn from. */
import { fontDataUrl, renderFontFaces, type CutFace } from "../../fonts/cut-fonts.ts";
import type { Deck } from "../../model/deck.ts";
import type { Theme } from "../../model/theme.ts";
import type { EncodedImages } from "../../pictures/images.ts";
import { renderLongFoot, renderLongHead } from "../../render/long.ts";
import { renderHead } from "../../render/page/head.ts";
import { inlineStyle, policyHash } from "../../render/page/inline.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import { descriptionOf, encodePage } from "../page.ts";

/** Everything between the tags of the body. */
export async function renderLongBody(rendered: RenderedDeck, deck: Deck, theme: Theme): Promise<string> {
  const slides = await Promise.all(rendered.slides.flatMap((slide) => slide.long?.() ?? []));
  return `<main class="long-page">\n${[renderLongHead(deck, theme), ...slides, renderLongFoot(deck, theme)].join("\n")}\n</main>`;
}

/** `long.html`, from its body. */
export function writeLongPage(body: string, deck: RenderedDeck, fonts: readonly CutFace[], images: EncodedImages): Uint8Array {
  const { lang, title, author, longCss } = deck;
  const style = inlineStyle(renderFontFaces(fonts, "woff2", (cut) => fontDataUrl(cut, "woff2")) + longCss);
  const policy = [`style-src ${policyHash(style)}`, "font-src data:", "img-src data:"];
  return encodePage(`${renderHead({ lang, title, author, description: descriptionOf(deck), policy, rest: `<style>${style}</style>` })}<body class="reading long">\n${body}\n</body>\n</html>\n`, images);
}
