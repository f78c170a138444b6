/** The loop for screens in a hall: one file, without notes and without sections that are excluded from the loop. */
import { fontDataUrl, renderFontFaces } from "../fonts/cut-fonts.ts";
import { slideFonts, type Material } from "./material.ts";
import { encodePage, FIRST_PAINT, renderDeckData, renderPage } from "./page.ts";
import { PLAIN_PLAYER, renderPlayer } from "./kiosk-shell.ts";
import { encodeText } from "../model/encode-text.ts";
import { stuckStyle } from "./stuck.ts";
import { uprightFootSource } from "../render/art/upright-foot.ts";
import { inlineScript, inlineStyle, policyHash } from "../render/page/inline.ts";
import { renderSlides } from "../render/page/slides.ts";
import type { RenderedDeck, RenderedSlide } from "../render/rendered.ts";

/** The deck with the slides that the loop shows; all of them where it would show none. */
export function loopOf(deck: RenderedDeck): RenderedDeck {
  const slides = deck.slides.filter((slide) => slide.seconds > 0 && deck.sections[slide.section]?.kiosk !== false);
  return { ...deck, slides: slides.length === 0 ? deck.slides : slides };
}

/** The slides of a loop as an upright screen has them. */
export function uprightSlides({ slides }: RenderedDeck): Promise<readonly RenderedSlide[]> {
  return Promise.all(slides.map(async (slide) => ({ ...slide, html: (await slide.upright?.()) ?? slide.html })));
}

/** `kiosk.html`, and the player around it in `kiosk/`. Excluded slides are not in the file at all. */
export async function writeKioskPage(material: Material): Promise<Map<string, Uint8Array>> {
  const { deck, model, images, client } = material;
  const looped = loopOf(deck);
  const style = inlineStyle(renderFontFaces(slideFonts(material.fonts), "woff2", (cut) => fontDataUrl(cut, "woff2")) + client.kiosk.style + FIRST_PAINT + deck.loopCss);
  const stuck = stuckStyle(deck.lang);
  const script = inlineScript(client.kiosk.script);
  const upright = model.settings.kiosk.portrait !== false;
  const page = renderPage({
    deck: looped,
    policy: { script: policyHash(script), style: `${policyHash(stuck)} ${policyHash(style)}`, font: "data:" },
    head: `<style>${stuck}</style>\n<style>${style}</style>`,
    slides: (upright ? uprightFootSource() : "") + renderSlides(await uprightSlides(looped), false),
    data: renderDeckData(looped, model.settings, { figures: {}, initials: {} }, ""),
    scripts: `<script>${script}</script>`,
    body: upright ? "kiosk portrait" : "kiosk",
  });
  const player = renderPlayer(deck.lang, deck.title, client.player.page, { ...PLAIN_PLAYER, decks: [{ base: "../", hours: null }] });
  return new Map([["kiosk.html", encodePage(page, images)], ["kiosk/index.html", encodeText(player)], ["kiosk/worker.js", encodeText(client.player.worker)]]);
}
