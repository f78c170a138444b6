/** Pictures in the HTML of slides. */
import type { BlockOf } from "../model/deck.ts";
import { element } from "./html.ts";
import { withStep, type Scene } from "./scene.ts";

/**
 * The outputs replace `asset:` by the file or bytes that they ship. Paths are relative, so a
 * leading slash is free to mark the frame to which photos are cropped for paper. If the style
 * sheet cropped a photo, the PDF would hold the unseen part, or bare pixels instead of its JPEG.
 */
export function renderImage(image: BlockOf<"image">, scene: Scene): string {
  const { file, alt, width, height } = image;
  const frame = /\.svg$/iu.test(file) ? null : scene.frame;
  const address = frame === null ? file : `/${frame.width}x${frame.height}/${file}`;
  return element("img", withStep(image.step, scene, { src: `asset:${address}`, alt, width, height }), null);
}
