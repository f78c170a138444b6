/** The author's pictures, made fit for a slide: turned by EXIF, scaled, re-encoded without what cameras add. */
import { brokenImage } from "../diagnostics/messages/outputs.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { ImageFile } from "../model/sources.ts";
import type { RenderedDeck, RenderedSlide } from "../render/rendered.ts";
import { WorldError, type World } from "../world/world.ts";

export interface EncodedImage {
  readonly bytes: Uint8Array;
  readonly format: "jpeg" | "png" | "svg";
}
/** By project path. */
export type EncodedImages = ReadonlyMap<string, EncodedImage>;

/** What a picture is scaled down to, in pixels: its longer and its shorter side. */
export interface PictureBox {
  readonly longer: number;
  readonly shorter: number;
}

/** On screens a slide is 1920 wide. */
export const SCREEN_BOX: PictureBox = { longer: 1920, shorter: 1920 };
/** Pixels an inch on paper: more is not seen at an arm's length. */
const PRINT_DENSITY = 200;
/** Widths of printed slides in millimetres that pictures are encoded for; smaller ones take the smallest. */
const PRINT_WIDTHS = [(1280 * 25.4) / 96, 156, 108] as const;
/** Layouts give a picture the slide's whole width of 1920, or a frame of 1120. */
const FRAME = 1120 / 1920;
/** Encoded at once: each holds a photo of 20 megapixels in the making, some 100 MB. */
const AT_ONCE = 2;
/** Opaque drawings stay PNG while they are no larger than this, in bytes; beyond it they are photos in disguise. */
const LARGE_PNG = 400_000;
/** Of JPEG: differences are not seen above it, and thirty photos go into a mail below it. */
const QUALITY = 80;
/** Raised when the encoding changes. */
const ENCODING = 2;
const ASSET = /src="asset:([^"]*)"/g;

/** The box for slides that are printed this wide, in millimetres. */
export function printBox(width: number): PictureBox {
  const fitting = PRINT_WIDTHS.findLast((one) => one >= width) ?? PRINT_WIDTHS[0];
  const longer = Math.ceil((fitting / 25.4) * PRINT_DENSITY);
  return { longer, shorter: Math.ceil(longer * FRAME) };
}

/** Pictures that the slides show, each with the first slide that shows it. */
export function findShown(deck: RenderedDeck): ReadonlyMap<string, RenderedSlide> {
  const shown = new Map<string, RenderedSlide>();
  for (const slide of deck.slides) for (const path of pathsIn(slide)) if (!shown.has(path)) shown.set(path, slide);
  return shown;
}

/** All shown pictures for one box; a box that is asked for again costs nothing. */
export type PictureEncoder = (box: PictureBox) => Promise<EncodedImages>;

/** Encodes each picture once a box, a few at a time; reports those that cannot be decoded. */
export function createPictureEncoder(deck: RenderedDeck, files: ReadonlyMap<string, ImageFile>, dir: string, world: World, report: Report): PictureEncoder {
  const boxes = new Map<string, Promise<EncodedImages>>();
  const shown = findShown(deck);
  const encodeAll = async (box: PictureBox): Promise<EncodedImages> => {
    const images = new Map<string, EncodedImage>();
    const waiting = [...shown];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [path, slide] = next;
        try {
          images.set(path, await encodeCached(path, files.get(path) ?? null, box, dir, world));
        } catch (failure) {
          if (failure instanceof WorldError) throw failure;
          report(brokenImage(path, slide.span, failure instanceof Error ? failure.message : String(failure)));
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    // In the order of the slides, whichever was done first.
    return new Map([...shown.keys()].flatMap((path) => (images.has(path) ? [[path, images.get(path) as EncodedImage]] : [])));
  };
  let last: Promise<unknown> = Promise.resolve();
  return (box) => {
    const key = `${box.longer} ${box.shorter}`;
    const known = boxes.get(key);
    if (known !== undefined) return known;
    // One box after the other, so that what is held at once stays the same.
    const encoded = last.then(() => encodeAll(box));
    last = encoded.catch(() => undefined);
    boxes.set(key, encoded);
    return encoded;
  };
}

/** Replaces `asset:` addresses; `urlOf` gives what each picture is shown from. */
export function placeImages(html: string, urlOf: (path: string) => string): string {
  return hasImages(html) ? html.replace(ASSET, (_, path: string) => `src="${urlOf(unescapeHtml(path))}"`) : html;
}

export const IMAGE_TYPES: Readonly<Record<EncodedImage["format"], string>> = { jpeg: "image/jpeg", png: "image/png", svg: "image/svg+xml" };

/** Whether pictures have to be placed. */
export function hasImages(html: string): boolean {
  return html.includes("asset:");
}

function pathsIn(slide: RenderedSlide): readonly string[] {
  return hasImages(slide.html) ? [...slide.html.matchAll(ASSET)].map((match) => unescapeHtml(match[1] ?? "")) : [];
}

function unescapeHtml(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

async function encodeCached(path: string, file: ImageFile | null, box: PictureBox, dir: string, world: World): Promise<EncodedImage> {
  if (file === null || file.size === null) throw new Error("not found");
  const key = (format: string): string => `image ${ENCODING} ${format} ${box.longer} ${box.shorter} ${file.hash}`;
  for (const format of ["jpeg", "png"] as const) {
    const cached = await world.readCache(key(format));
    if (cached !== null) return { bytes: cached, format };
  }
  const bytes = await world.readFile(`${dir}/${path}`);
  if (bytes === null) throw new Error("not found");
  if (file.size.format === "svg") return { bytes, format: "svg" };
  const image = await encode(bytes, file.size.format, box);
  await world.writeCache(key(image.format), image.bytes);
  return image;
}

async function encode(bytes: Uint8Array, source: string, { longer, shorter }: PictureBox): Promise<EncodedImage> {
  const { default: sharp } = await import("sharp");
  // Every picture is decoded for one use: what is kept of it only fills memory.
  sharp.cache(false);
  const { autoOrient, hasAlpha } = await sharp(bytes, { failOn: "error" }).metadata();
  const [width, height] = autoOrient.width >= autoOrient.height ? [longer, shorter] : [shorter, longer];
  // A profile is read and its colours are told as sRGB, which is what pages and PDFs take pictures without one for.
  const scaled = sharp(bytes, { failOn: "error" }).autoOrient().resize(width, height, { fit: "inside", withoutEnlargement: true }).toColourspace("srgb");
  const isOpaque = !hasAlpha || (await sharp(bytes).stats()).isOpaque;
  if (!isOpaque || source === "png" || source === "gif") {
    const png = await scaled.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    if (!isOpaque || png.length <= LARGE_PNG) return { bytes: png, format: "png" };
  }
  return { bytes: await scaled.jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer(), format: "jpeg" };
}
