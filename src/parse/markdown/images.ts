/** Images: from the path an author writes to a picture in the project. */
import type { BlockOf, Step } from "../../model/deck.ts";
import type { PhotoLook } from "../../model/photo.ts";
import type { Span } from "../../model/span.ts";
import type { ImageFile } from "../../model/sources.ts";
import { findNearest } from "../../diagnostics/suggest.ts";
import { imageNotAnImage, imageNotFound, imageOutsideProject, missingAltText, remoteImage } from "../../diagnostics/messages/slides.ts";
import type { ParseContext } from "../context.ts";
import type { ImageDraft } from "./inline/draft.ts";

/** The image block of a draft; null after reporting a picture that cannot be shown. */
export function parseImage(draft: ImageDraft, look: PhotoLook & { readonly step: Step }, context: ParseContext): BlockOf<"image"> | null {
  const { href, span } = draft;
  const alt = draft.alt.trim();
  if (alt === "") context.report(missingAltText(span));
  else context.label([{ type: "text", text: draft.alt, span: draft.altSpan }]);
  const picture = findPicture(href, span, context);
  return picture === null ? null : { type: "image", ...picture, alt, ...look, span };
}

/** A picture of the project by the path that an author wrote; null after reporting one that cannot be shown. */
export function findPicture(href: string, span: Span, context: ParseContext): Pick<BlockOf<"image">, "file" | "width" | "height"> | null {
  const image = findImage(href, span, context);
  if (image === null || isRefused(image, href, span, context)) return null;
  if (image.size !== null) return { file: image.path, width: image.size.width, height: image.size.height };
  context.report(imageNotAnImage(span, image.path));
  return null;
}

function findImage(href: string, span: Span, { images, report }: ParseContext): ImageFile | null {
  if (/^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(href) && !/^file:/i.test(href)) {
    report(remoteImage(span, href));
    return null;
  }
  const folder = span.file.split("/").slice(0, -1);
  const candidates = [resolvePath(folder, href), resolvePath([], href)].filter((path) => path !== null);
  if (candidates.length === 0) {
    report(imageOutsideProject(span, href));
    return null;
  }
  const find = (path: string): ImageFile | undefined => images.get(path) ?? images.get(path.normalize("NFC")) ?? images.get(path.normalize("NFD"));
  const found = candidates.map(find).find((image) => image !== undefined) ?? candidates.flatMap(foldersOf).map(find).find((image) => image?.refused === "elsewhere");
  if (found === undefined) report(imageNotFound(span, href, nearestImage(candidates, [...images.values()].filter(({ size }) => size !== null).map(({ path }) => path))));
  return found ?? null;
}

/** The folders above a path, the deepest first: one of them may be a link. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join("/"));
}

/** Reports a picture that was not read. */
function isRefused({ path, refused }: ImageFile, href: string, span: Span, { report }: ParseContext): boolean {
  if (refused === undefined) return false;
  report(refused === "elsewhere" ? imageOutsideProject(span, href) : imageNotAnImage(span, path));
  return true;
}

/** A path relative to `folder`, rewritten relative to the project; null when it leads outside. */
function resolvePath(folder: readonly string[], href: string): string | null {
  const written = decodePath(href).replaceAll("\\", "/");
  if (/^(?:\/|[a-z]:|file:)/i.test(written)) return null;
  const parts = [...folder];
  for (const part of written.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function decodePath(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** A picture of the same file name, or else the one with the nearest path, or else the nearest name. Null for none. */
function nearestImage(candidates: readonly string[], known: readonly string[]): string | null {
  const name = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
  const sameName = known.find((path) => candidates.some((candidate) => name(candidate).toLowerCase() === name(path).toLowerCase()));
  if (sameName !== undefined) return sameName;
  const near = candidates.map((path) => findNearest(path, known)).find((path) => path !== null);
  if (near !== undefined) return near;
  const nearName = findNearest(name(candidates[0]!), known.map(name));
  return nearName === null ? null : (known.find((path) => name(path) === nearName) ?? null);
}
