/** Finds every picture below the project folder and reads its size from its bytes. */
import { createHash } from "node:crypto";
import type { ImageFile } from "../model/sources.ts";
import type { World } from "../world/world.ts";

type ImageSize = NonNullable<ImageFile["size"]>;
type Measure = (bytes: Uint8Array) => { readonly width: number; readonly height: number; readonly orientation?: number; readonly type?: string };

/** Names of files meant as pictures; their bytes decide whether they are. */
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|svg|heic|heif|bmp|tiff?)$/i;
const SKIPPED = new Set(["dist", "node_modules"]);
/** A link to a parent folder would loop for ever. */
const DEEPEST = 8;
const FORMATS: Readonly<Record<string, ImageSize["format"]>> = { jpg: "jpeg", png: "png", webp: "webp", avif: "avif", gif: "gif", svg: "svg" };
/** Sizes are near the start; only odd files need more bytes than this. */
const HEAD_BYTES = 512 * 1024;
/** Files read at the same time: photos come by the hundred, each with megabytes that are only hashed. */
const AT_ONCE = 4;

/** All pictures by path relative to `dir`. */
export async function readImages(dir: string, world: World): Promise<ReadonlyMap<string, ImageFile>> {
  const paths = await findPictures(dir, "", world, 0);
  if (paths.length === 0) return new Map();
  const { imageSize } = await import("image-size");
  const images = new Map<string, ImageFile | null>(paths.map((path) => [path, null]));
  const waiting = [...paths];
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) images.set(path, await readImage(dir, path, world, imageSize));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return new Map([...images].filter((entry): entry is [string, ImageFile] => entry[1] !== null));
}

async function findPictures(dir: string, folder: string, world: World, depth: number): Promise<string[]> {
  const entries = (await world.listFolder(`${dir}/${folder}`, dir)) ?? [];
  const found = await Promise.all(
    entries.map(async ({ name, type }): Promise<string[]> => {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (name.startsWith(".")) return [];
      if (type === "file") return PICTURE.test(name) ? [path] : [];
      return SKIPPED.has(name) || depth === DEEPEST ? [] : findPictures(dir, path, world, depth + 1);
    }),
  );
  return found.flat();
}

async function readImage(dir: string, path: string, world: World, measure: Measure): Promise<ImageFile | null> {
  const bytes = await world.readFile(`${dir}/${path}`);
  if (bytes === null) return null;
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { path, size: sizeOf(bytes.subarray(0, HEAD_BYTES), measure) ?? (bytes.length > HEAD_BYTES ? sizeOf(bytes, measure) : null), hash };
}

function sizeOf(bytes: Uint8Array, measure: Measure): ImageSize | null {
  try {
    const { width, height, orientation = 1, type = "" } = measure(bytes);
    const format = FORMATS[type];
    if (format === undefined || !(width > 0 && height > 0)) return null;
    // EXIF orientations 5 to 8 lie on their side.
    return orientation >= 5 && orientation <= 8 ? { width: height, height: width, format } : { width, height, format };
  } catch {
    return null;
  }
}
