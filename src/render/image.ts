/** Pictures in the HTML of slides, with what their authors say of them. */
import type { BlockOf } from "../model/deck.ts";
import { isDrawing, isTreated } from "../model/photo.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { writeAddress } from "./picture-address.ts";
import { withStep, type Scene } from "./scene.ts";

/** A picture, with its caption and credit on a strip at its foot if it has any. */
export function renderImage(image: BlockOf<"image">, scene: Scene): string {
  const note = renderNote(image, scene);
  return note === "" ? renderPicture(image, scene) : element("div", withStep(image.step, scene, { class: "shot" }), renderPicture({ ...image, step: null }, scene) + note);
}

/**
 * The picture alone. The outputs replace `asset:` by the file or bytes that they ship. If the style
 * sheet cropped a photo for paper, the PDF would hold the unseen part, or bare pixels instead of its JPEG.
 */
export function renderPicture({ file, alt, width, height, focus, step, treatment }: BlockOf<"image">, scene: Scene): string {
  const { photo } = scene.theme;
  const address = writeAddress({
    path: file, focus,
    frame: isDrawing(file) ? null : scene.frame,
    tone: isTreated(file, treatment, scene.settings.treatment) ? photo : null,
  });
  return element("img", withStep(step, scene, { src: `asset:${address}`, alt, width, height, class: classes(focus.x !== 50 && `focus-x-${focus.x}`, focus.y !== 50 && `focus-y-${focus.y}`) }), null);
}

/** Caption and credit; empty if there is neither. */
export function renderNote({ caption, credit }: Pick<BlockOf<"image">, "caption" | "credit">, scene: Scene): string {
  if (caption === "" && credit === "") return "";
  const words = caption === "" ? "" : element("span", { class: "caption" }, renderText(caption, scene.setting));
  const source = credit === "" ? "" : element("span", { class: "credit" }, escapeHtml(credit));
  return element("p", { class: "photo-note" }, words + (words === "" || source === "" ? "" : " ") + source);
}
