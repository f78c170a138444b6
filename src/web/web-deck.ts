/** The public web deck: index.html and hashed assets for any static host, under a policy without inline code. */
import { renderFontFaces, type CutFace } from "../fonts/cut-fonts.ts";
import { findsOf } from "./finds.ts";
import { placeImages } from "../pictures/images.ts";
import { slideFonts, type Material } from "./material.ts";
import { encodeText } from "../model/encode-text.ts";
import { buildOf, FIRST_PAINT, renderDeckData, renderPage, shortHash } from "./page.ts";
import { renderSlides } from "../render/page/slides.ts";

/** Files by path below the output folder. Notes stay out unless deck.yaml publishes them. */
export function writeWebDeck(material: Material): Map<string, Uint8Array> {
  const { deck, model, images, client } = material;
  const files = new Map<string, Uint8Array>();
  const add = (stem: string, ending: string, bytes: Uint8Array): string => {
    const path = `assets/${stem}-${shortHash(bytes)}.${ending}`;
    files.set(path, bytes);
    return path;
  };
  const notes = model.settings.notes === "public";
  const fonts = notes ? material.fonts : slideFonts(material.fonts);
  const addresses = new Map(fonts.map((cut) => [cut, add(`${cut.face.role}-${cut.face.weight}`, "woff2", cut.bytes)]));
  const faces = renderFontFaces(fonts, "woff2", (cut) => (addresses.get(cut) ?? "").replace("assets/", ""));
  const style = add("deck", "css", encodeText(faces + client.deck.style + FIRST_PAINT + deck.css));
  const script = add("deck", "js", encodeText(client.deck.script));
  const pictures = new Map([...images].map(([address, image]) => [address, add("image", image.format === "jpeg" ? "jpg" : image.format, image.bytes)]));
  const page = renderPage({
    deck,
    policy: { script: "'self'", style: "'self'", font: "'self'" },
    head: `${preloads(addresses)}<link rel="stylesheet" href="${style}">\n<script src="${script}" defer></script>`,
    slides: placeImages(renderSlides(deck.slides, notes), ({ address }) => pictures.get(address) ?? ""),
    data: renderDeckData(deck, model.settings, findsOf(model, deck), buildOf(deck)),
    scripts: "",
    body: "deck",
  });
  files.set("index.html", encodeText(page));
  return files;
}

/** Preloads the faces of the first slide while the style sheet is still loading. */
function preloads(addresses: ReadonlyMap<CutFace, string>): string {
  const first = [...addresses].filter(([{ face }]) => face.range === null && ((face.role === "serif" && face.weight === 900) || (face.role === "sans" && face.weight === 500)));
  return first.map(([, path]) => `<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>\n`).join("");
}
