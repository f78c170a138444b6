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

/** The longer side in pixels: a slide is 1920 wide. */
const LONGEST = 1920;
/** Opaque drawings stay PNG while they are no larger than this, in bytes; beyond it they are photos in disguise. */
const LARGE_PNG = 400_000;
/** Raised when the encoding changes. */
const ENCODING = 1;
const ASSET = /src="asset:([^"]*)"/g;

/** Encodes each picture that a slide shows once; reports those that cannot be decoded. */
export async function encodeImages(deck: RenderedDeck, files: ReadonlyMap<string, ImageFile>, dir: string, world: World, report: Report): Promise<EncodedImages> {
  const images = new Map<string, EncodedImage>();
  const wanted = new Map<string, RenderedSlide>();
  for (const slide of deck.slides) for (const path of pathsIn(slide)) if (!wanted.has(path)) wanted.set(path, slide);
  await Promise.all(
    [...wanted].map(async ([path, slide]) => {
      try {
        const image = await encodeCached(path, files.get(path) ?? null, dir, world);
        images.set(path, image);
      } catch (failure) {
        if (failure instanceof WorldError) throw failure;
        report(brokenImage(path, slide.span, failure instanceof Error ? failure.message : String(failure)));
      }
    }),
  );
  return images;
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

async function encodeCached(path: string, file: ImageFile | null, dir: string, world: World): Promise<EncodedImage> {
  if (file === null || file.size === null) throw new Error("not found");
  const key = (format: string): string => `image ${ENCODING} ${format} ${file.hash}`;
  for (const format of ["jpeg", "png"] as const) {
    const cached = await world.readCache(key(format));
    if (cached !== null) return { bytes: cached, format };
  }
  const bytes = await world.readFile(`${dir}/${path}`);
  if (bytes === null) throw new Error("not found");
  if (file.size.format === "svg") return { bytes, format: "svg" };
  const image = await encode(bytes, file.size.format);
  await world.writeCache(key(image.format), image.bytes);
  return image;
}

async function encode(bytes: Uint8Array, source: string): Promise<EncodedImage> {
  const { default: sharp } = await import("sharp");
  const scaled = sharp(bytes, { failOn: "error" }).rotate().resize(LONGEST, LONGEST, { fit: "inside", withoutEnlargement: true }).toColourspace("srgb");
  const { isOpaque } = await sharp(bytes).stats();
  if (!isOpaque || source === "png" || source === "gif") {
    const png = await scaled.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
    if (!isOpaque || png.length <= LARGE_PNG) return { bytes: png, format: "png" };
  }
  return { bytes: await scaled.jpeg({ quality: 84, mozjpeg: true }).toBuffer(), format: "jpeg" };
}
