/** A slice of the long picture is a PNG below 1 MB, whatever it shows. */
import sharp from "sharp";
import { expect, it } from "vitest";
import { encodeSlice, LARGEST_SLICE } from "../../src/pictures/encode-slice.ts";

const WIDTH = 1080;

/** Noise, which nothing can pack: worse than any photo, and slow to choose colours for. */
function noise(width: number, height: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  let seed = 1;
  for (let at = 0; at < data.length; at += 1) data[at] = (seed = (seed * 48271) % 2147483647) & 255;
  return sharp(data, { raw: { width, height, channels: 3 } }).png({ compressionLevel: 1 }).toBuffer();
}

it("divides what has too many bytes at the free row nearest to the middle, and loses no row", async () => {
  const slices = await encodeSlice({ bytes: await noise(540, 2000), cuts: [300, 1100, 1900] });
  expect(slices.map(({ top, bottom }) => [top, bottom])).toEqual([[0, 1100], [1100, 2000]]);
  for (const { bytes, top, bottom } of slices) {
    expect(bytes.length).toBeLessThan(LARGEST_SLICE);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "png", width: 540, height: bottom - top });
  }
});

it("keeps flat colours exactly, in one picture", async () => {
  const flat = await sharp({ create: { width: WIDTH, height: 3999, channels: 3, background: "#0f333a" } }).png().toBuffer();
  const [only, ...more] = await encodeSlice({ bytes: flat, cuts: [] });
  expect(more).toEqual([]);
  const { data } = await sharp(only!.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([0x0f, 0x33, 0x3a]);
});

/** Many colours beside flat ground: hatching, edges, two hundred dots. */
const BUSY = `<svg xmlns="http://www.w3.org/2000/svg" width="540" height="900"><rect width="540" height="900" fill="#f7f4ec"/><rect x="20" y="20" width="300" height="60" fill="#bc3521"/>${[
  ...Array.from({ length: 40 }, (_, index) => `<path d="M${index * 14} 100l90 158" stroke="#4c8a8c" stroke-width="3.14"/>`),
  ...Array.from({ length: 360 }, (_, index) => `<circle cx="${(index * 296) % 540}" cy="${420 + ((index * 53) % 300)}" r="${3 + (index % 9)}" fill="hsl(${(index * 56) % 360} 50% ${30 + (index % 50)}%)"/>`),
].join("")}</svg>`;

it("keeps the ground its colour beside more colours than a picture may have", async () => {
  const [{ bytes } = { bytes: new Uint8Array() }] = await encodeSlice({ bytes: await sharp(Buffer.from(BUSY)).png().toBuffer(), cuts: [] });
  const { data } = await sharp(bytes).removeAlpha().extract({ left: 0, top: 760, width: 540, height: 140 }).raw().toBuffer({ resolveWithObject: true });
  const other = data.filter((value, at) => Math.abs(value - [0xf7, 0xf4, 0xec][at % 3]!) > 3).length;
  expect(other).toBe(0);
});
