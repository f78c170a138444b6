/** Slices of a page as PNG of 256 colours: half the bytes of a JPEG, and sharper, since slides are flat colours and words. */

/** The largest picture that WeChat takes into an article, in bytes: "under 1 MB". */
export const LARGEST_SLICE = 1_000_000;
/** A picture of so many rows is smaller than {@link LARGEST_SLICE} at a byte for each of its pixels, even if nothing can be packed. */
const SAFE_ROWS = 900;

/** How carefully the 256 colours are chosen, of 10. With 4, errors were passed on from pixel to pixel until stretches of flat ground had another colour. */
const EFFORT = 7;

/** A strip of a drawn page; `cuts` are the rows below which it may be divided, from its top. */
export interface Strip {
  /** PNG. */
  readonly bytes: Uint8Array;
  readonly cuts: readonly number[];
}

/** One file: PNG of less than {@link LARGEST_SLICE} bytes, and the rows of its strip that it shows. */
export interface EncodedSlice {
  readonly bytes: Uint8Array;
  readonly top: number;
  readonly bottom: number;
}

/** The strip in one file, or in several where it has too many bytes (photos). At most 1,080 pixels wide. */
export async function encodeSlice({ bytes, cuts }: Strip): Promise<readonly EncodedSlice[]> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const encode = async (top: number, bottom: number): Promise<readonly EncodedSlice[]> => {
    const part = data.subarray(top * width * channels, bottom * width * channels);
    const png = await sharp(part, { raw: { width, height: bottom - top, channels } }).png({ palette: true, quality: 100, effort: EFFORT, compressionLevel: 9 }).toBuffer();
    if (png.length < LARGEST_SLICE || bottom - top <= SAFE_ROWS) return [{ bytes: png, top, bottom }];
    const cut = middleCut(top, bottom, cuts);
    return [...(await encode(top, cut)), ...(await encode(cut, bottom))];
  };
  return encode(0, height);
}

/** The free row nearest to the middle; in a photo that fills both halves the middle itself. */
function middleCut(top: number, bottom: number, cuts: readonly number[]): number {
  const middle = Math.round((top + bottom) / 2);
  const quarter = (bottom - top) / 4;
  const near = cuts.filter((cut) => Math.abs(cut - middle) <= quarter).toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return near[0] ?? middle;
}
