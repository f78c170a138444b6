/** The page that a film of the loop is drawn from; it goes into no output. */
import { fontDataUrl, renderFontFaces } from "../fonts/cut-fonts.ts";
import { uprightFootSource } from "../render/art/upright-foot.ts";
import { inlineScript, inlineStyle, policyHash } from "../render/page/inline.ts";
import { renderSlides } from "../render/page/slides.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import { loopOf, uprightSlides } from "./kiosk-page.ts";
import { slideFonts, type Material } from "./material.ts";
import { encodePage, renderDeckData, renderPage } from "./page.ts";
import type { ClientFiles } from "./tool-files.ts";

/** The slides of the loop with the script that shows one of them at one moment; `upright` has them as upright screens do. */
export async function writeFilmPage({ deck, model, images, fonts }: Omit<Material, "client">, client: ClientFiles, upright: boolean): Promise<Uint8Array> {
  const looped: RenderedDeck = loopOf(deck);
  const style = inlineStyle(renderFontFaces(slideFonts(fonts), "woff2", (cut) => fontDataUrl(cut, "woff2")) + client.style + deck.loopCss);
  const script = inlineScript(client.script);
  const slides = upright ? await uprightSlides(looped) : looped.slides;
  const page = renderPage({
    deck: looped,
    policy: { script: policyHash(script), style: policyHash(style), font: "data:" },
    head: `<style>${style}</style>`,
    slides: (upright ? uprightFootSource() : "") + renderSlides(slides, false),
    data: renderDeckData(looped, model.settings, { figures: {}, initials: {} }, ""),
    scripts: `<script>${script}</script>`,
    body: upright ? "kiosk portrait" : "kiosk",
  });
  return encodePage(page, images);
}
