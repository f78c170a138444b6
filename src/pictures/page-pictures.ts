/** Pictures delivered beside a page. */
import type { PagePicture } from "../world/world.ts";
import { IMAGE_TYPES, imagesIn, type EncodedImages } from "./images.ts";

/** The pictures of a page, by their address in its HTML. One that could not be encoded is missing and has been reported: then nothing is written. */
export function picturesFor(html: string, images: EncodedImages): ReadonlyMap<string, PagePicture> {
  return new Map(
    imagesIn(html).flatMap(({ address }) => {
      const image = images.get(address);
      return image === undefined ? [] : [[`asset:${address}`, { type: IMAGE_TYPES[image.format], bytes: image.bytes }]];
    }),
  );
}
