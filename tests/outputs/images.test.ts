/** Pictures: turned, scaled, re-encoded, the same every time; broken ones are named at their slide. */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImageFile } from "../../src/model/sources.ts";
import { createPictureEncoder, placeImages, printBox, SCREEN_BOX, type EncodedImages, type PictureBox } from "../../src/outputs/images.ts";
import { createBench, deckOf, slide, type Bench } from "./sample.ts";

let bench: Bench;
const images = new Map<string, ImageFile>();
const deck = deckOf(["photo & bridge.jpg", "logo.png", "broken.jpg"].map((name, index) => slide(`p${index}`, index + 1, `<img src="asset:images/${name.replace("&", "&amp;")}" alt="">`)));

async function put(name: string, format: "jpeg" | "png", bytes: Uint8Array): Promise<void> {
  const path = `images/${name}`;
  await writeFile(join(bench.dir, path), bytes);
  images.set(path, { path, size: { width: 1, height: 1, format }, hash: createHash("sha256").update(bytes).digest("hex") });
}

/** Pixels of every colour and transparency: too rich to be small as PNG. */
function speckles(width: number, height: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: width * height * 4 }, () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16);
}

beforeAll(async () => {
  bench = await createBench("empty");
  await mkdir(join(bench.dir, "images"));
  const blank = (width: number, height: number, alpha: number): Sharp => sharp({ create: { width, height, channels: 4, background: { r: 20, g: 90, b: 90, alpha } } });
  await put("photo & bridge.jpg", "jpeg", await blank(4000, 3000, 1).jpeg().withMetadata({ orientation: 6 }).toBuffer());
  await put("logo.png", "png", await sharp(speckles(400, 300), { raw: { width: 400, height: 300, channels: 4 } }).png().toBuffer());
  await put("broken.jpg", "jpeg", new TextEncoder().encode("no picture"));
});
afterAll(() => bench.close());

const encode = (box: PictureBox): Promise<EncodedImages> => createPictureEncoder(deck, images, bench.dir, bench.world, bench.report)(box);
const sizeOf = async (encoded: EncodedImages, name: string): Promise<readonly (number | undefined)[]> => {
  const { width, height } = await sharp(encoded.get(`images/${name}`)!.bytes).metadata();
  return [width, height];
};

test("a photo on its side stands upright and fits a slide; transparency stays; a broken one is reported where it is shown", async () => {
  const encoded = await encode(SCREEN_BOX);
  const photo = await sharp(encoded.get("images/photo & bridge.jpg")!.bytes).metadata();
  expect([photo.format, photo.width, photo.height, photo.orientation]).toEqual(["jpeg", 1440, 1920, undefined]);
  const logo = await sharp(encoded.get("images/logo.png")!.bytes).metadata();
  expect([logo.format, logo.width, logo.hasAlpha]).toEqual(["png", 400, true]);
  expect(bench.found.map(({ code, span }) => [code, span?.line])).toEqual([["broken-image", 30]]);
});

test("an address in the HTML becomes what is asked for, its entities read", () => {
  expect(placeImages(`<img src="asset:images/a &amp; b.jpg" alt="asset:x">`, (path) => `assets/${path.length}.jpg`)).toBe(`<img src="assets/16.jpg" alt="asset:x">`);
});

test.each([
  ["a slide of its own", (1280 * 25.4) / 96, [1556, 2075]],
  ["two a page", 156, [717, 956]],
  ["three a page", 108, [497, 663]],
  ["a thumbnail", 40, [497, 663]],
])("on paper 200 dots an inch: %s", async (_, width, expected) => {
  // A frame of 1120 of the slide's 1920 pixels, filled by the shorter side.
  expect(await sizeOf(await encode(printBox(width)), "photo & bridge.jpg")).toEqual(expected);
  bench.found.splice(0);
});

test("colours of a wide-gamut photo are the same on a page that knows sRGB only", async () => {
  const [red, green, blue] = [210, 60, 40];
  const patch = sharp({ create: { width: 64, height: 64, channels: 3, background: { r: red, g: green, b: blue } } });
  const tagged = await patch.withIccProfile("p3").png().toBuffer();
  const raw = await sharp(tagged, { ignoreIcc: true }).raw().toBuffer();
  // The numbers of Display P3 differ: without its profile the red would be paler.
  expect(Math.abs((raw[0] ?? 0) - red)).toBeGreaterThan(10);
  await put("wide.jpg", "jpeg", await patch.clone().withIccProfile("p3").jpeg({ quality: 95 }).toBuffer());
  const one = deckOf([slide("p", 1, `<img src="asset:images/wide.jpg" alt="">`)]);
  const encoded = await createPictureEncoder(one, images, bench.dir, bench.world, bench.report)(SCREEN_BOX);
  const { bytes } = encoded.get("images/wide.jpg")!;
  expect((await sharp(bytes).metadata()).icc).toBeUndefined();
  const shown = await sharp(bytes).raw().toBuffer();
  for (const [index, value] of [red, green, blue].entries()) expect(Math.abs((shown[index] ?? 0) - value)).toBeLessThan(6);
});

test("what was encoded is kept by its content and its size", async () => {
  const first = await encode(printBox(108));
  await writeFile(join(bench.dir, "images/logo.png"), "changed behind the back: only what is cached can give the same");
  const again = await encode(printBox(108));
  expect(Buffer.compare(again.get("images/logo.png")!.bytes, first.get("images/logo.png")!.bytes)).toBe(0);
  bench.found.splice(0);
});
