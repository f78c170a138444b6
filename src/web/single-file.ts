/** The stage copy: one file with everything inside, including notes; it opens from a memory stick without a network. */
import { fontDataUrl, renderFontFaces } from "../fonts/cut-fonts.ts";
import { findsOf } from "./finds.ts";
import { titleFileName } from "../model/title-file-name.ts";
import type { Material } from "./material.ts";
import { buildOf, encodePage, FIRST_PAINT, renderDeckData, renderPage } from "./page.ts";
import { inlineScript, inlineStyle, policyHash } from "../render/page/inline.ts";
import { renderSlides } from "../render/page/slides.ts";

/** One entry, named after the deck's title. */
export function writeSingleFile(material: Material): Map<string, Uint8Array> {
  const { deck, model, images, fonts, client } = material;
  const style = inlineStyle(renderFontFaces(fonts, "woff2", (cut) => fontDataUrl(cut, "woff2")) + client.deck.style + FIRST_PAINT + deck.css);
  const script = inlineScript(client.deck.script);
  const page = renderPage({
    deck,
    policy: { script: policyHash(script), style: policyHash(style), font: "data:" },
    head: `<style>${style}</style>`,
    slides: renderSlides(deck.slides, true),
    data: renderDeckData(deck, model.settings, findsOf(model, deck), buildOf(deck)),
    scripts: `<script>${script}</script>`,
    body: "deck",
  });
  return new Map([[titleFileName(deck.title, "html"), encodePage(page, images)]]);
}
