/** One picture in all the sizes that are asked for: decoded once, turned by EXIF, as sRGB, without what cameras add. */
import type { Sharp } from "sharp";
import type { PhotoFrame } from "../render/scene.ts";
import type { EncodedImage } from "./images.ts";

/** What a picture is scaled down to, in pixels. */
export interface PictureBox {
  /** Its longer and its shorter side. */
  readonly longer: number;
  readonly shorter: number;
  /** Pixels for each of the canvas, where it is cropped to its frame; null leaves it whole. */
  readonly density: number | null;
}

/** A box with the frame that the picture has on its slide. */
export interface PictureTarget {
  readonly box: PictureBox;
  readonly frame: PhotoFrame | null;
}

export interface PictureRequest {
  readonly bytes: Uint8Array;
  /** Its format. */
  readonly source: string;
  readonly targets: readonly PictureTarget[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Decoded pixels of eight bits, three or four channels. */
interface Pixels extends Size {
  readonly open: () => Sharp;
  readonly opaque: boolean;
}

/** Opaque drawings stay PNG while they are no larger than this, in bytes; beyond it they are photos in disguise. */
const LARGE_PNG = 400_000;
/** Of JPEG: differences are not seen above it, and thirty photos go into a mail below it. */
const JPEG = { quality: 80, mozjpeg: true, /* Takes a quarter of the time and saves a fiftieth of the bytes. */ optimiseScans: false } as const;

/** In the order of the targets. Throws where the bytes are no whole picture. */
export async function encodePicture({ bytes, source, targets }: PictureRequest): Promise<readonly EncodedImage[]> {
  const pixels = await decode(bytes, targets);
  const images: EncodedImage[] = [];
  for (const target of targets) images.push(await encode(pixels, source, target));
  return images;
}

/** No more pixels than the largest target takes: JPEG is then decoded at a part of its size. */
async function decode(bytes: Uint8Array, targets: readonly PictureTarget[]): Promise<Pixels> {
  const { default: sharp } = await import("sharp");
  // Every picture is decoded for one use: what is kept of it only fills memory.
  sharp.cache(false);
  const { autoOrient, hasAlpha } = await sharp(bytes, { failOn: "error" }).metadata();
  const share = Math.max(...targets.map((target) => shareOf(autoOrient, target)));
  const { width, height } = scaled(autoOrient, share);
  // A profile is read and its colours are told as sRGB, which is what pages and PDFs take pictures without one for.
  const decoded = sharp(bytes, { failOn: "error" }).autoOrient().resize(width, height, { fit: "fill" }).toColourspace("srgb");
  const { data, info } = await decoded.raw().toBuffer({ resolveWithObject: true });
  const { channels } = info;
  const open = (): Sharp => sharp(data, { raw: { width, height, channels } });
  return { width, height, open, opaque: !hasAlpha || (await open().stats()).isOpaque };
}

async function encode(pixels: Pixels, source: string, target: PictureTarget): Promise<EncodedImage> {
  const share = shareOf(pixels, target);
  const { width, height } = isCropped(target) ? cropped(pixels, target.frame, share) : scaled(pixels, share);
  const fitted = pixels.open().resize(width, height, { fit: "cover" });
  if (!pixels.opaque || source === "png" || source === "gif") {
    const png = await fitted.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    if (!pixels.opaque || png.length <= LARGE_PNG) return { bytes: png, format: "png" };
  }
  return { bytes: await fitted.jpeg(JPEG).toBuffer(), format: "jpeg" };
}

interface Cropped {
  readonly box: PictureBox & { readonly density: number };
  readonly frame: PhotoFrame;
}

function isCropped(target: PictureTarget): target is Cropped {
  return target.frame !== null && target.box.density !== null;
}

/** How much of a picture's own size it keeps: it is made smaller, never larger. */
function shareOf({ width, height }: Size, target: PictureTarget): number {
  if (isCropped(target)) {
    const { frame, box } = target;
    return Math.min(1, Math.max((frame.width * box.density) / width, (frame.height * box.density) / height));
  }
  const { longer, shorter } = target.box;
  return Math.min(1, longer / Math.max(width, height), shorter / Math.min(width, height));
}

function scaled({ width, height }: Size, share: number): Size {
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** The largest part of the scaled picture with the frame's proportions. */
function cropped({ width, height }: Size, frame: PhotoFrame, share: number): Size {
  const fill = Math.min((width * share) / frame.width, (height * share) / frame.height);
  return scaled(frame, fill);
}
