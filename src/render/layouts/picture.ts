/** Picture: a photo beside the words or over the whole slide, or the theme's motif. */
import type { BlockOf } from "../../model/deck.ts";
import type { MotifChoice } from "../../model/motif.ts";
import { plainText } from "../../model/plain-text.ts";
import { textWidth } from "../../model/text-width.ts";
import { waterlineArt } from "../art/ground.ts";
import { motifArt } from "../art/motifs/motif.ts";
import { blocksOf, renderBlocks } from "../blocks.ts";
import { renderImage, renderNote, renderPicture as renderPhoto } from "../image.ts";
import { renderKicker, renderTitle, type HeadlineSize } from "../head.ts";
import { element } from "../html.ts";
import type { LayoutParts, PhotoFrame, Scene } from "../scene.ts";
import { blockText } from "../slide-text.ts";

/** Titles of 120, 84, 64 and 52 px beside a picture 1120 px wide. */
export const PICTURE_TITLE: readonly HeadlineSize[] = [
  { holds: 10.5, line: 5 }, { holds: 21, line: 7.2 }, { holds: 36, line: 9.4 }, { holds: Infinity, line: 11.6 },
];
/** Titles of 132, 104 and 80 px on a photo as wide as the slide, one or two lines. */
export const FULL_TITLE: readonly HeadlineSize[] = [{ holds: 12.5, line: 12.5 }, { holds: 16, line: 16 }, { holds: Infinity, line: 20.8 }];

/** A photo fills its side; a wide one stands on the waterline, and a drawing is never cropped. */
function pictureForm(image: BlockOf<"image">): string {
  if (/\.(?:svg|png|gif)$/iu.test(image.file) && image.treatment !== "theme") return "picture-whole";
  return image.width / image.height > 1.6 ? "picture-wide" : "picture-full";
}

/** The frame that a photo fills, by form, as in picture.css. */
const FRAMES: Readonly<Record<string, PhotoFrame>> = { "picture-full": { width: 1120, height: 1080 }, "picture-wide": { width: 1120, height: 640 } };
const PAGE: PhotoFrame = { width: 1920, height: 1080 };

/** The motif in place of a photo, or water below a photo that stands on the line. */
function renderGround(form: string, motif: MotifChoice | null): string {
  if (motif !== null) return motifArt(motif);
  return form === "picture-wide" ? waterlineArt({ waterline: 640, depth: 400, clear: [{ x: 1050, width: 870 }], seed: 17 }) : "";
}

/** The panel where a theme without the motif has no picture. */
const BLANK = element("div", { class: "blank", "aria-hidden": "true" }, "");

export function renderPicture(scene: Scene): LayoutParts {
  const { blocks } = scene.slide;
  const image = blocksOf(blocks, "image")[0];
  const words = blocks.filter((block) => block.type !== "image");
  if (image !== undefined && scene.variant === "full") return renderPage(image, words, scene);
  const form = image === undefined ? "picture-motif" : pictureForm(image);
  const html =
    (scene.theme.motif !== "none" ? renderGround(form, scene.motif) : image === undefined ? BLANK : "") +
    (image === undefined ? "" : element("div", { class: "photo" }, renderImage(image, { ...scene, frame: FRAMES[form] ?? null }))) +
    renderWords(words, PICTURE_TITLE, scene);
  return { classes: [form], ground: "paper", footer: "page", html };
}

function renderWords(words: Scene["slide"]["blocks"], title: readonly HeadlineSize[], scene: Scene): string {
  const text = renderBlocks(words, scene);
  const size = TEXT.sizes.find((pixels) => heightOf(words, pixels) <= TEXT.height) ?? TEXT.sizes.at(-1)!;
  return element("header", { class: "picture-head" }, renderKicker(scene) + renderTitle(scene, title)) + (text === "" ? "" : element("div", { class: `picture-text text-${size}` }, text));
}

/** The words beside a picture, as in picture.css: their sizes, and the room between the waterline and the page number, in pixels. */
const TEXT = { sizes: [64, 56, 48, 44, 40, 36], width: 608, height: 310, line: 1.4, gap: 16 } as const;
/** The browser's widths differ a little from the estimate; where there are several lines, they end between phrases. */
const CAUTION = { one: 1.03, more: 1.12 } as const;

function heightOf(words: Scene["slide"]["blocks"], size: number): number {
  const lines = words.flatMap((block) => (block.type === "list" ? block.items.map((item) => plainText(item.inlines)) : [blockText(block)]));
  const linesOf = (width: number): number => (width * CAUTION.one <= TEXT.width ? 1 : Math.ceil((width * CAUTION.more) / TEXT.width));
  return lines.reduce((sum, line) => sum + linesOf(textWidth(line) * size) * size * TEXT.line + TEXT.gap, 0);
}

/** A photo over the whole slide. The scrim, a veil of the dark ground, makes the words on it legible; the measurement of the finished page proves it. */
function renderPage(image: BlockOf<"image">, words: Scene["slide"]["blocks"], scene: Scene): LayoutParts {
  const photo = element("div", { class: "photo" }, renderPhoto(image, { ...scene, frame: PAGE }));
  const scrim = element("div", { class: "scrim", "aria-hidden": "true" }, "");
  return { classes: ["picture-page"], ground: "deep", footer: "page", html: photo + element("div", { class: "photo-words" }, scrim + renderWords(words, FULL_TITLE, scene) + renderNote(image, scene)) };
}
