/** All shown pictures for screens and paper: each file is read and decoded once, and results are cached by content. */
import { brokenImage } from "../diagnostics/messages/outputs.ts";
import type { Report } from "../diagnostics/diagnostic.ts";
import type { ImageFile } from "../model/sources.ts";
import type { RenderedDeck, RenderedSlide } from "../render/rendered.ts";
import { WorldError, type World } from "../world/world.ts";
import { encodePicture, type PictureBox, type PictureRequest, type PictureTarget } from "./encode-picture.ts";
import { findShown, type EncodedImage, type EncodedImages, type ShownImage } from "./images.ts";

/**
 * On screens a slide is 1920 px wide and a frame 1120 × 1080 px, filled with
 * a tenth to spare. Photos are not cropped, since phones show them whole.
 */
export const SCREEN_BOX: PictureBox = { longer: 1920, shorter: 1200, density: null };
/** Pixels per inch on paper: nobody sees more at arm's length. */
const PRINT_DENSITY = 200;
/** Widths of printed slides, in millimetres, for which pictures are encoded; narrower slides use the smallest. */
const PRINT_WIDTHS = [(1280 * 25.4) / 96, 156, 108] as const;
/** An uncropped picture has the slide's whole width of 1920 px, or a frame of 1120 px. */
const CANVAS = 1920;
const SIDE = 1120 / CANVAS;
/** Files encoded at once: each holds a decoded photo, about 20 MB, and as much again to encode it. */
const AT_ONCE = 2;
/** Raise this when the encoding changes. */
const ENCODING = 5;

/** The box for slides printed at this width, in millimetres. */
export function printBox(width: number): PictureBox {
  const fitting = PRINT_WIDTHS.findLast((one) => one >= width) ?? PRINT_WIDTHS[0];
  const pixels = (fitting / 25.4) * PRINT_DENSITY;
  const longer = Math.ceil(pixels);
  return { longer, shorter: Math.ceil(longer * SIDE), density: pixels / CANVAS };
}

/** All shown pictures for one of the requested boxes. */
export type EncodedBoxes = (box: PictureBox) => EncodedImages;

export interface Album {
  readonly files: ReadonlyMap<string, ImageFile>;
  /** Folder of the project. */
  readonly dir: string;
  readonly world: World;
  readonly report: Report;
}

/** Encodes for all boxes, a few files at a time; reports files that cannot be decoded. */
export async function encodePictures(deck: RenderedDeck, boxes: readonly PictureBox[], album: Album): Promise<EncodedBoxes> {
  const shown = findShown(deck);
  const encoded = new Map(boxes.map((box) => [nameOf(box), new Map<string, EncodedImage>()]));
  const waiting = boxes.length === 0 ? [] : [...groupByFile(shown)];
  const helper = album.world.createHelper("picture-worker");
  const make: Make = async (request) => (helper === null ? encodePicture(request) : ((await helper.ask(request)) as readonly EncodedImage[]));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [path, images] = next;
      try {
        await encodeFile(path, wishesFor(images, boxes, encoded), album, make);
      } catch (failure) {
        if (failure instanceof WorldError) throw failure;
        const slide = images.map((image) => shown.get(image)).find((one) => one !== undefined);
        if (slide !== undefined) album.report(brokenImage(path, slide.span, failure instanceof Error ? failure.message : String(failure)));
      }
    }
  };
  const works = Array.from({ length: AT_ONCE }, work);
  try {
    await Promise.all(works);
  } finally {
    // After a failure the others start no further picture: a request after the end would start a process that nobody ends.
    waiting.length = 0;
    await Promise.allSettled(works);
    helper?.end();
  }
  return (box) => inOrder(encoded.get(nameOf(box)), shown);
}

function groupByFile(shown: ReadonlyMap<ShownImage, RenderedSlide>): ReadonlyMap<string, readonly ShownImage[]> {
  const files = new Map<string, ShownImage[]>();
  for (const image of shown.keys()) files.set(image.path, [...(files.get(image.path) ?? []), image]);
  return files;
}

/** In the order of the slides, whichever was finished first. */
function inOrder(encoded: EncodedImages | undefined, shown: ReadonlyMap<ShownImage, RenderedSlide>): EncodedImages {
  return new Map(
    [...shown.keys()].flatMap(({ address }) => {
      const image = encoded?.get(address);
      return image === undefined ? [] : [[address, image]];
    }),
  );
}

function nameOf({ longer, shorter, density }: PictureBox): string {
  return `${longer} ${shorter} ${density ?? ""}`;
}

/** An image to make from a file, and who wants it. */
interface Wish {
  readonly target: PictureTarget;
  readonly keep: ((image: EncodedImage) => void)[];
}

/** Wishes keyed by what makes them differ: an image that two boxes or two slides share is made once. */
function wishesFor(images: readonly ShownImage[], boxes: readonly PictureBox[], encoded: ReadonlyMap<string, Map<string, EncodedImage>>): ReadonlyMap<string, Wish> {
  const wishes = new Map<string, Wish>();
  for (const box of boxes) {
    for (const { address, frame, focus, tone } of images) {
      const { longer, shorter, density } = box;
      const size = frame === null || density === null ? `${longer} ${shorter}` : `${frame.width} ${frame.height} ${density} ${focus.x} ${focus.y}`;
      const name = tone === null ? size : `${size} ${tone.dark} ${tone.light}`;
      const wish = wishes.get(name) ?? { target: { box, frame, focus, tone }, keep: [] };
      wish.keep.push((image) => void encoded.get(nameOf(box))?.set(address, image));
      wishes.set(name, wish);
    }
  }
  return wishes;
}

type Make = (request: PictureRequest) => Promise<readonly EncodedImage[]>;

async function encodeFile(path: string, wishes: ReadonlyMap<string, Wish>, { files, dir, world }: Album, make: Make): Promise<void> {
  const file = files.get(path);
  if (file === undefined || file.size === null) throw new Error("not found");
  const { hash, size } = file;
  const keyOf = (name: string, format: string): string => `image ${ENCODING} ${format} ${name} ${hash}`;
  const missing: (readonly [string, Wish])[] = [];
  for (const [name, wish] of wishes) {
    const cached = await readCached((format) => keyOf(name, format), world);
    if (cached === null) missing.push([name, wish]);
    else for (const keep of wish.keep) keep(cached);
  }
  if (missing.length === 0) return;
  const bytes = await world.readFile(`${dir}/${path}`, dir);
  if (bytes === null) throw new Error("not found");
  const made = await make({ bytes, source: size.format, targets: missing.map(([, { target }]) => target) });
  for (const [index, image] of made.entries()) {
    const [name, wish] = missing[index] ?? ["", null];
    wish?.keep.forEach((keep) => keep(image));
    await world.writeCache(keyOf(name, image.format), image.bytes);
  }
}

async function readCached(keyOf: (format: string) => string, world: World): Promise<EncodedImage | null> {
  for (const format of ["jpeg", "png", "svg"] as const) {
    const bytes = await world.readCache(keyOf(format));
    if (bytes !== null) return { bytes, format };
  }
  return null;
}
