/** Photos in the two colours of a theme, and cropped around what matters: made once, the same every time. */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImageFile } from "../../src/model/sources.ts";
import { encodePicture, type PictureBox } from "../../src/pictures/encode-picture.ts";
import { encodePictures, printBox, SCREEN_BOX } from "../../src/pictures/encode-pictures.ts";
import type { EncodedImage } from "../../src/pictures/images.ts";
import { readAddress, writeAddress } from "../../src/render/picture-address.ts";
import { createBench, deckOf, slide, type Bench } from "../support/rendered-sample.ts";

let bench: Bench;
const files = new Map<string, ImageFile>();
beforeAll(async () => {
  bench = await createBench("empty");
  await mkdir(join(bench.dir, "images"));
  // From black on the left to white on the right, with a red and a blue band below.
  const ramp = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><defs><linearGradient id="g"><stop stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient></defs><rect width="1600" height="700" fill="url(#g)"/><rect y="700" width="800" height="200" fill="#e02020"/><rect x="800" y="700" width="800" height="200" fill="#2040e0"/></svg>');
  await put("ramp.jpg", "jpeg", await sharp(ramp).jpeg({ quality: 95 }).toBuffer());
});
afterAll(() => bench.close());

async function put(name: string, format: "jpeg" | "png" | "webp", bytes: Uint8Array): Promise<void> {
  const path = `images/${name}`;
  await writeFile(join(bench.dir, path), bytes);
  files.set(path, { path, size: { width: 1600, height: 900, format }, hash: createHash("sha256").update(bytes).digest("hex") });
}

async function made(address: string, box: PictureBox = SCREEN_BOX): Promise<EncodedImage> {
  const deck = deckOf([slide("p", 1, `<img src="asset:${address}" alt="">`)]);
  return (await encodePictures(deck, [box], { files, dir: bench.dir, world: bench.world, report: bench.report }))(box).get(address)!;
}

async function pixelAt({ bytes }: EncodedImage, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * 4;
  return [...data.subarray(at, at + 4)];
}

const near = (found: readonly number[], wanted: readonly number[], by = 10): void => {
  for (const [index, value] of wanted.entries()) expect(Math.abs((found[index] ?? 0) - value), `${found.join(" ")} for ${wanted.join(" ")}`).toBeLessThanOrEqual(by);
};

test("an address says how its picture is made, and is read back", () => {
  const one = { path: "images/a ~1-2.jpg", frame: { width: 421.3, height: 432 }, focus: { x: 100, y: 0 }, tone: { dark: "#0F333A", light: "#F7F4EC" } };
  expect(writeAddress(one)).toBe("/421.3x432@100,0~0F333A-F7F4EC/images/a ~1-2.jpg");
  expect(readAddress(writeAddress(one))).toEqual(one);
  expect(readAddress(writeAddress({ ...one, frame: null }))).toEqual({ ...one, frame: null, focus: { x: 50, y: 50 } });
  expect(writeAddress({ path: "images/a.jpg", frame: null, focus: { x: 0, y: 0 }, tone: null })).toBe("images/a.jpg");
});

test("black becomes the dark colour, white the light one, everything else a shade between them", async () => {
  const toned = await made("/~0F333A-F7F4EC/images/ramp.jpg");
  near(await pixelAt(toned, 0.005, 0.2), [15, 51, 58]);
  near(await pixelAt(toned, 0.995, 0.2), [247, 244, 236]);
  near(await pixelAt(toned, 0.5, 0.2), [131, 148, 147], 14);
  // Red and blue are told apart by their lightness alone.
  const [red, blue] = [await pixelAt(toned, 0.25, 0.95), await pixelAt(toned, 0.75, 0.95)];
  for (const [r = 0, , b = 0] of [red, blue]) expect(Math.abs((r - 15) / 232 - (b - 58) / 178)).toBeLessThan(0.06);
  near(await pixelAt(await made("images/ramp.jpg"), 0.25, 0.95), [224, 32, 32], 14);
});

test("the same bytes each time, kept by content and colours", async () => {
  const [first, again, other] = [await made("/~0F333A-F7F4EC/images/ramp.jpg"), await made("/~0F333A-F7F4EC/images/ramp.jpg"), await made("/~3A110C-FCF6E9/images/ramp.jpg")];
  expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
  expect(Buffer.compare(first.bytes, other.bytes)).not.toBe(0);
  const source = await sharp(await sharp({ create: { width: 64, height: 64, channels: 3, background: "#808080" } }).jpeg().toBuffer()).toBuffer();
  const target = { box: SCREEN_BOX, frame: null, focus: { x: 50, y: 50 }, tone: { dark: "#000000", light: "#FFFFFF" } };
  const [once, twice] = [await encodePicture({ bytes: source, source: "jpeg", targets: [target] }), await encodePicture({ bytes: source, source: "jpeg", targets: [target] })];
  expect(once).toEqual(twice);
  // Fog stays fog: an even grey is spread to neither end.
  near(await pixelAt(once[0]!, 0.5, 0.5), [128, 128, 128], 4);
});

test("what is clear stays clear", async () => {
  await put("clear.webp", "webp", await sharp({ create: { width: 400, height: 300, channels: 4, background: { r: 255, g: 255, b: 255, alpha: 0 } } }).webp({ lossless: true }).toBuffer());
  expect((await pixelAt(await made("/~000000-FF0000/images/clear.webp"), 0.5, 0.5))[3]).toBe(0);
});

test.each([["/400x900/", 0.5], ["/400x900@0,50/", 0.125], ["/400x900@100,50/", 0.875], ["/400x900@30,50/", 0.35]])("a crop for paper keeps its focus in view: %s", async (how, middle) => {
  const image = await made(`${how}images/ramp.jpg`, printBox(156));
  const [shade = 0] = await pixelAt(image, 0.5, 0.2);
  expect(Math.abs(shade / 255 - middle)).toBeLessThan(0.03);
});
