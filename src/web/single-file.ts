/** The stage copy: one file with everything inside, including notes; it opens from a memory stick without a network. */
import { fontDataUrl, renderFontFaces } from "../fonts/cut-fonts.ts";
import { findsOf } from "./finds.ts";
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
  return new Map([[singleFileName(deck.title), encodePage(page, images)]]);
}

/** Names of other outputs, and names that Windows reserves for devices. */
const TAKEN = /^(index|kiosk|audit|con|prn|aux|nul|com\d|lpt\d)$/i;

/** File systems allow 255 bytes for a name with its extension. */
const LONGEST_NAME = 240;

/** The title without characters that file systems refuse or hide, shortened if it is too long for them. */
export function singleFileName(title: string): string {
  let safe = "";
  for (const character of title.replace(/[\\/:*?"<>|\p{C}]/gu, " ").replace(/\s+/g, " ")) {
    if (Buffer.byteLength(safe + character) > LONGEST_NAME) break;
    safe += character;
  }
  const name = safe.replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, "");
  return `${name === "" || TAKEN.test(name.split(".", 1)[0] ?? "") ? `deck-${name}` : name}.html`;
}
