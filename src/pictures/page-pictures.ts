/** Pictures that travel beside a page. */
import type { PagePicture } from "../world/world.ts";
import { IMAGE_TYPES, imagesIn, type EncodedImages } from "./images.ts";

/** What a page shows, by what stands in its HTML. A picture that could not be encoded has been reported: nothing is written then. */
export function picturesFor(html: string, images: EncodedImages): ReadonlyMap<string, PagePicture> {
  return new Map(
    imagesIn(html).flatMap(({ address }) => {
      const image = images.get(address);
      return image === undefined ? [] : [[`asset:${address}`, { type: IMAGE_TYPES[image.format], bytes: image.bytes }]];
    }),
  );
}
