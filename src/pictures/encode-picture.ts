/** One picture in all requested sizes: decoded once, rotated by EXIF, as sRGB, without camera metadata. */
import type { Sharp } from "sharp";
import type { PhotoFrame } from "../render/scene.ts";
import type { PictureAddress, Tone } from "../render/picture-address.ts";
import type { EncodedImage } from "./images.ts";

/** The size that a picture is scaled down to, in pixels. */
export interface PictureBox {
  /** Its longer and its shorter side. */
  readonly longer: number;
  readonly shorter: number;
  /** Pixels per canvas pixel, if the picture is cropped to its frame; null leaves it whole. */
  readonly density: number | null;
}

/** A box with how the picture is made for its slide. */
export interface PictureTarget extends Omit<PictureAddress, "path"> {
  readonly box: PictureBox;
}

export interface PictureRequest {
  readonly bytes: Uint8Array;
  /** Format of the bytes. */
  readonly source: string;
  readonly targets: readonly PictureTarget[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Decoded pixels of eight bits, three or four channels. */
interface Pixels extends Size {
  readonly data: Uint8Array;
  readonly channels: 1 | 2 | 3 | 4;
  readonly open: () => Sharp;
  readonly opaque: boolean;
}

/** Opaque drawings stay PNG up to this size, in bytes; a larger one is a photo in disguise. */
const LARGE_PNG = 400_000;
/** For JPEG: above this quality nobody sees a difference, and below it thirty photos fit into a mail. */
const JPEG = { quality: 80, mozjpeg: true, /* Would cost a quarter of the time to save a fiftieth of the bytes. */ optimiseScans: false } as const;

/** Encoded images in the order of the targets; a drawing is cleaned and stays a drawing. Throws when the bytes are not a complete picture. */
export async function encodePicture({ bytes, source, targets }: PictureRequest): Promise<readonly EncodedImage[]> {
  if (source === "svg") {
    const { cleanSvg } = await import("./svg/clean-svg.ts");
    const image: EncodedImage = { bytes: await cleanSvg(bytes), format: "svg" };
    return targets.map(() => image);
  }
  const pixels = await decode(bytes, targets);
  const images: EncodedImage[] = [];
  const toned = new Map<string, Pixels>();
  for (const target of targets) images.push(await encode(await inTone(pixels, target.tone, toned), source, target));
  return images;
}

/** Decodes no more pixels than the largest target needs: JPEG is then decoded at a fraction of its size. */
async function decode(bytes: Uint8Array, targets: readonly PictureTarget[]): Promise<Pixels> {
  const { default: sharp } = await import("sharp");
  // Every picture is decoded for one use: a cache would only fill memory.
  sharp.cache(false);
  const { autoOrient, hasAlpha } = await sharp(bytes, { failOn: "error" }).metadata();
  const share = Math.max(...targets.map((target) => shareOf(autoOrient, target)));
  const { width, height } = scaled(autoOrient, share);
  // Converts the colours of a profile to sRGB, which pages and PDFs assume for pictures without a profile.
  const decoded = sharp(bytes, { failOn: "error" }).autoOrient().resize(width, height, { fit: "fill" }).toColourspace("srgb");
  const { data, info } = await decoded.raw().toBuffer({ resolveWithObject: true });
  const { channels } = info;
  const open = (): Sharp => sharp(data, { raw: { width, height, channels } });
  return { width, height, data, channels, open, opaque: !hasAlpha || (await open().stats()).isOpaque };
}

/** The same pixels in two colours; made once for all targets. */
async function inTone(pixels: Pixels, tone: Tone | null, made: Map<string, Pixels>): Promise<Pixels> {
  if (tone === null || pixels.channels < 3) return pixels;
  const name = `${tone.dark} ${tone.light}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const [{ default: sharp }, { toneOf }] = await Promise.all([import("sharp"), import("./tone.ts")]);
  const { width, height, channels } = pixels;
  const data = toneOf(pixels.data, channels, tone);
  const toned = { ...pixels, data, open: () => sharp(data, { raw: { width, height, channels } }) };
  made.set(name, toned);
  return toned;
}

async function encode(pixels: Pixels, source: string, target: PictureTarget): Promise<EncodedImage> {
  const share = shareOf(pixels, target);
  const { width, height } = isCropped(target) ? cropped(pixels, target.frame, share) : scaled(pixels, share);
  const fitted = isCropped(target) ? cut(pixels, { width, height }, target) : pixels.open().resize(width, height, { fit: "cover" });
  if (!pixels.opaque || source === "png" || source === "gif") {
    const png = await fitted.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    if (!pixels.opaque || png.length <= LARGE_PNG) return { bytes: png, format: "png" };
  }
  return { bytes: await fitted.jpeg(JPEG).toBuffer(), format: "jpeg" };
}

/** The part of the frame's proportions around the focus, as CSS places it (object-position), in the wanted size. */
function cut(pixels: Pixels, wanted: Size, { focus }: Cropped): Sharp {
  const fill = Math.min(pixels.width / wanted.width, pixels.height / wanted.height);
  const width = Math.min(pixels.width, Math.max(1, Math.round(wanted.width * fill)));
  const height = Math.min(pixels.height, Math.max(1, Math.round(wanted.height * fill)));
  const left = Math.round(((pixels.width - width) * focus.x) / 100);
  const top = Math.round(((pixels.height - height) * focus.y) / 100);
  return pixels.open().extract({ left, top, width, height }).resize(wanted.width, wanted.height, { fit: "fill" });
}

interface Cropped extends PictureTarget {
  readonly box: PictureBox & { readonly density: number };
  readonly frame: PhotoFrame;
}

function isCropped(target: PictureTarget): target is Cropped {
  return target.frame !== null && target.box.density !== null;
}

/** Share of the picture's own size that it keeps: it may shrink, never grow. */
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
