/** Finds every picture below the project folder and reads its size from its bytes. */
import { createHash } from "node:crypto";
import type { Report } from "../diagnostics/diagnostic.ts";
import { tooManyFiles } from "../diagnostics/messages/settings.ts";
import type { ImageFile, RefusedImage } from "../model/sources.ts";
import { fileSpan } from "../model/span.ts";
import { unlessRefused } from "./refused.ts";
import { WorldError, type FolderEntry, type World } from "../world/world.ts";

type ImageSize = NonNullable<ImageFile["size"]>;
type Measure = (bytes: Uint8Array) => { readonly width: number; readonly height: number; readonly orientation?: number; readonly type?: string };

/** Names of files meant as pictures; their bytes decide whether they are. */
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|svg|heic|heif|bmp|tiff?)$/i;
const SKIPPED = new Set(["dist", "node_modules"]);
/** Nobody files pictures deeper than this. */
const DEEPEST = 8;
/** Files, folders and links below the project that are looked at: thirty towns with a thousand photos each are fewer. */
const MOST_ENTRIES = 50_000;
/** Largest picture in bytes: a photo of 100 megapixels has 50 MB. */
const LARGEST = 128 * 1024 * 1024;
const FORMATS: Readonly<Record<string, ImageSize["format"]>> = { jpg: "jpeg", png: "png", webp: "webp", avif: "avif", gif: "gif", svg: "svg" };
/** Sizes are near the start; only odd files need more bytes than this. */
const HEAD_BYTES = 512 * 1024;
/** Files read at the same time: photos come by the hundred, each with megabytes that are only hashed. */
const AT_ONCE = 4;

/** All pictures by path relative to `dir`. Reports `too-many-files`; a picture that is refused is reported where a slide shows it. */
export async function readImages(dir: string, world: World, report: Report): Promise<ReadonlyMap<string, ImageFile>> {
  const found = await findPictures(dir, world, report);
  if (found.size === 0) return new Map();
  const { imageSize } = await import("image-size");
  // A file with several names, through links, is read once.
  const contents = new Map<string, Content | null>([...found.values()].filter((place) => typeof place === "object").map(({ real }) => [real, null]));
  const waiting = [...contents.keys()];
  const work = async (): Promise<void> => {
    for (let real = waiting.shift(); real !== undefined; real = waiting.shift()) contents.set(real, await readContent(dir, real, world, imageSize));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const images = [...found].map(([path, place]): ImageFile | null => {
    const content = typeof place === "object" ? (contents.get(place.real) ?? null) : { size: null, hash: "", refused: place };
    return content === null ? null : { path, ...content };
  });
  return new Map(images.filter((image) => image !== null).map((image) => [image.path, image]));
}

type Content = Omit<ImageFile, "path">;

/** Where the file of a picture really is, relative to the project; or why it is not read. */
type Place = { readonly real: string } | RefusedImage;

/** A folder as the author writes it, and where it really is. */
interface Folder {
  readonly path: string;
  readonly real: string;
  /** Real paths of the folders above it: a link to one of them would lead round in a circle. */
  readonly above: readonly string[];
}

/** Pictures by path, level by level, so that a bound cuts off the deepest. */
async function findPictures(dir: string, world: World, report: Report): Promise<ReadonlyMap<string, Place>> {
  const found = new Map<string, Place>();
  let left = MOST_ENTRIES;
  let level: readonly Folder[] = [{ path: "", real: "", above: [] }];
  const listed = new Map<string, readonly FolderEntry[]>();
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth += 1) {
    const deeper: Folder[] = [];
    for (const folder of level) {
      const entries = listed.get(folder.real) ?? (await list(dir, folder.real, world, report));
      listed.set(folder.real, entries);
      left -= entries.length;
      if (left < 0) {
        report(tooManyFiles(fileSpan(folder.path === "" ? "." : folder.path), MOST_ENTRIES));
        return found;
      }
      for (const entry of entries) {
        if (entry.name.startsWith(".")) continue;
        const path = join(folder.path, entry.name);
        const real = entry.target ?? join(folder.real, entry.name);
        if (entry.type === "folder") {
          if (!SKIPPED.has(entry.name) && real !== folder.real && !folder.above.includes(real)) deeper.push({ path, real, above: [...folder.above, folder.real] });
        } else if (PICTURE.test(entry.name)) found.set(path, entry.type === "file" ? { real } : entry.type);
        // Whatever is behind a link that leads out of the project, nobody looks.
        else if (entry.type === "elsewhere") found.set(path, entry.type);
      }
    }
    level = deeper;
  }
  return found;
}

function join(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

async function list(dir: string, folder: string, world: World, report: Report): Promise<readonly FolderEntry[]> {
  return (await unlessRefused(world.listFolder(folder === "" ? dir : `${dir}/${folder}`, dir), [], report)) ?? [];
}

async function readContent(dir: string, real: string, world: World, measure: Measure): Promise<Content | null> {
  try {
    const bytes = await world.readFile(`${dir}/${real}`, dir, LARGEST);
    if (bytes === null) return null;
    const hash = createHash("sha256").update(bytes).digest("hex");
    return { size: sizeOf(bytes.subarray(0, HEAD_BYTES), measure) ?? (bytes.length > HEAD_BYTES ? sizeOf(bytes, measure) : null), hash };
  } catch (failure) {
    if (failure instanceof WorldError && failure.kind === "file-too-large") return { size: null, hash: "", refused: "too-large" };
    throw failure;
  }
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
