/** A drawing as pixels, for programs that show no SVG. */
import type { EncodedImage } from "./images.ts";

/** Pixels of the longer side: a slide is 1920 wide. */
const LONGER = 1920;

/** A PNG of a cleaned drawing. */
export async function drawSvg({ bytes }: EncodedImage): Promise<EncodedImage> {
  const { default: sharp } = await import("sharp");
  const { width = LONGER, height = LONGER } = await sharp(bytes).metadata();
  const density = Math.min(2400, (72 * LONGER) / Math.max(width, height));
  const png = await sharp(bytes, { density }).resize(LONGER, LONGER, { fit: "inside", withoutEnlargement: true }).png({ compressionLevel: 9, palette: true }).toBuffer();
  return { bytes: png, format: "png" };
}
