/** Pictures are turned, scaled and re-encoded, the same every time; broken ones are reported at their slide. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImageFile } from "../../src/model/sources.ts";
import type { PictureBox } from "../../src/pictures/encode-picture.ts";
import { encodePictures, printBox, SCREEN_BOX } from "../../src/pictures/encode-pictures.ts";
import { composePage } from "../../src/print/handouts/print-page.ts";
import { placeImages, type EncodedImages } from "../../src/pictures/images.ts";
import { encodePage } from "../../src/web/page.ts";
import { onStage } from "../../src/print/handouts/stage.ts";
import type { RenderedDeck } from "../../src/render/rendered.ts";
import { createBench, deckOf, slide, type Bench } from "../support/rendered-sample.ts";

let bench: Bench;
const images = new Map<string, ImageFile>();
const deck = deckOf(["photo & bridge.jpg", "logo.png", "broken.jpg"].map((name, index) => slide(`p${index}`, index + 1, `<img src="asset:images/${name.replace("&", "&amp;")}" alt="">`)));

async function put(name: string, format: "jpeg" | "png" | "svg", bytes: Uint8Array): Promise<void> {
  const path = `images/${name}`;
  await writeFile(join(bench.dir, path), bytes);
  images.set(path, { path, size: { width: 1, height: 1, format }, hash: createHash("sha256").update(bytes).digest("hex") });
}

/** Pixels of every colour and transparency: too varied to be small as PNG. */
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

const encode = async (box: PictureBox, shown: RenderedDeck = deck): Promise<EncodedImages> => (await encodePictures(shown, [box], { files: images, dir: bench.dir, world: bench.world, report: bench.report }))(box);
const showing = (address: string): RenderedDeck => deckOf([slide("p", 1, `<img src="asset:${address}" alt="">`)]);
const sizeOf = async (encoded: EncodedImages, name: string): Promise<readonly (number | undefined)[]> => {
  const { width, height } = await sharp(encoded.get(`images/${name}`)!.bytes).metadata();
  return [width, height];
};

test("a photo on its side stands upright and fits a slide; transparency stays; a broken one is reported where it is shown", async () => {
  const encoded = await encode(SCREEN_BOX);
  const photo = await sharp(encoded.get("images/photo & bridge.jpg")!.bytes).metadata();
  expect([photo.format, photo.width, photo.height, photo.orientation]).toEqual(["jpeg", 1200, 1600, undefined]);
  const logo = await sharp(encoded.get("images/logo.png")!.bytes).metadata();
  expect([logo.format, logo.width, logo.hasAlpha]).toEqual(["png", 400, true]);
  expect(bench.found.map(({ code, span }) => [code, span?.line])).toEqual([["broken-image", 30]]);
});

test("an address in the HTML becomes what is asked for, its entities read", () => {
  expect(placeImages(`<img src="asset:images/a &amp; b.jpg" alt="asset:x">`, ({ path }) => `assets/${path.length}.jpg`)).toBe(`<img src="assets/16.jpg" alt="asset:x">`);
});

test.each([
  ["a slide of its own", (1280 * 25.4) / 96, [1556, 2075]],
  ["two a page", 156, [717, 956]],
  ["three a page", 108, [497, 663]],
  ["a thumbnail", 40, [497, 663]],
])("on paper 200 dots an inch: %s", async (_, width, expected) => {
  // A frame of 1120 of the slide's 1920 pixels; the shorter side fills it.
  expect(await sizeOf(await encode(printBox(width)), "photo & bridge.jpg")).toEqual(expected);
  bench.found.splice(0);
});

test("colours of a wide-gamut photo are the same on a page that knows sRGB only", async () => {
  const [red, green, blue] = [210, 60, 40];
  const patch = sharp({ create: { width: 64, height: 64, channels: 3, background: { r: red, g: green, b: blue } } });
  const tagged = await patch.withIccProfile("p3").png().toBuffer();
  const raw = await sharp(tagged, { ignoreIcc: true }).raw().toBuffer();
  // The values of Display P3 differ: without its profile the red would be paler.
  expect(Math.abs((raw[0] ?? 0) - red)).toBeGreaterThan(10);
  await put("wide.jpg", "jpeg", await patch.clone().withIccProfile("p3").jpeg({ quality: 95 }).toBuffer());
  const encoded = await encode(SCREEN_BOX, showing("images/wide.jpg"));
  const { bytes } = encoded.get("images/wide.jpg")!;
  expect((await sharp(bytes).metadata()).icc).toBeUndefined();
  const shown = await sharp(bytes).raw().toBuffer();
  for (const [index, value] of [red, green, blue].entries()) expect(Math.abs((shown[index] ?? 0) - value)).toBeLessThan(6);
});

test("a photo in a frame is cropped to it on paper, of what it shows nothing is made larger; on screens it is whole", async () => {
  const scene = sharp({ create: { width: 3000, height: 2000, channels: 3, background: "white" } });
  const stripe = await sharp({ create: { width: 100, height: 2000, channels: 3, background: "black" } }).png().toBuffer();
  await put("scene.jpg", "jpeg", await scene.composite([{ input: stripe, left: 1450, top: 0 }]).jpeg().toBuffer());
  await put("small.jpg", "jpeg", await sharp({ create: { width: 300, height: 200, channels: 3, background: "white" } }).jpeg().toBuffer());
  const shape = async (box: PictureBox, address: string): Promise<readonly number[]> => {
    const { width, height } = await sharp((await encode(box, showing(address))).get(address)!.bytes).metadata();
    return [width, height];
  };
  expect(await shape(printBox(156), "/1120x1080/images/scene.jpg")).toEqual([717, 691]);
  expect(await shape(printBox((1280 * 25.4) / 96), "/832x360/images/small.jpg")).toEqual([300, 130]);
  expect(await shape(SCREEN_BOX, "/1120x1080/images/scene.jpg")).toEqual([1800, 1200]);
  const cropped = (await encode(printBox(156), showing("/1120x1080/images/scene.jpg"))).get("/1120x1080/images/scene.jpg")!;
  const { data, info } = await sharp(cropped.bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const row = [...data.subarray(345 * info.width * info.channels, 346 * info.width * info.channels)].filter((_, index) => index % info.channels === 0);
  // The stripe stays in the middle and keeps its width: 100 of 2000 pixels of height.
  const dark = row.flatMap((value, x) => (value < 128 ? [x] : []));
  expect(Math.abs((dark[0]! + dark.at(-1)! + 1) / 2 - info.width / 2)).toBeLessThan(1.5);
  expect(Math.abs(dark.length - (100 * info.height) / 2000)).toBeLessThan(2);
});

test("a file that two slides crop differently is decoded once and encoded for both", async () => {
  const both = deckOf(["/1120x1080/images/scene.jpg", "/544x360/images/scene.jpg"].map((address, index) => slide(`p${index}`, index + 1, `<img src="asset:${address}" alt="">`)));
  let reads = 0;
  const world = { ...bench.world, readFile: (path: string, root: string) => ((reads += 1), bench.world.readFile(path, root)), readCache: async () => null };
  const boxes = [SCREEN_BOX, printBox(156), printBox(108), printBox(84)];
  const of = await encodePictures(both, boxes, { files: images, dir: bench.dir, world, report: bench.report });
  expect(reads).toBe(1);
  for (const box of boxes) expect([...of(box).keys()]).toEqual(["/1120x1080/images/scene.jpg", "/544x360/images/scene.jpg"]);
});

test("what was encoded is kept by its content and its size", async () => {
  const first = await encode(printBox(108));
  await writeFile(join(bench.dir, "images/logo.png"), "changed behind the back: only what is cached can give the same");
  const again = await encode(printBox(108));
  expect(Buffer.compare(again.get("images/logo.png")!.bytes, first.get("images/logo.png")!.bytes)).toBe(0);
  bench.found.splice(0);
});

const patchOf = async (width: number): Promise<Buffer> => sharp({ create: { width, height: 40, channels: 3, background: "teal" } }).jpeg().toBuffer();

test("in a single file pictures are inside, byte for byte, and the text around them is what it was", async () => {
  const bytes = await patchOf(60);
  const page = encodePage(`<p>桥 “asset:x”</p><img src="asset:/1x2/a &amp; b.jpg" alt="桥"><img src="asset:none.jpg">`, new Map([["/1x2/a & b.jpg", { bytes, format: "jpeg" }]]));
  expect(new TextDecoder().decode(page)).toBe(`<p>桥 “asset:x”</p><img src="data:image/jpeg;base64,${bytes.toString("base64")}" alt="桥"><img src="">`);
});

test("a document is handed over without its pictures inside; those of the next one in the same tab are its own", async () => {
  const address = "/1120x1080/images/a & b.jpg";
  const shown = showing(address.replace("&", "&amp;"));
  const print = async (width: number): Promise<readonly string[]> => {
    const encoded = new Map([[address, { bytes: await patchOf(width), format: "jpeg" as const }]]);
    const page = composePage(shown, { body: "", css: "" }, shown.slides[0]!.html, encoded);
    expect(page.body).not.toContain("base64");
    const file = join(bench.dir, "printed.pdf");
    await writeFile(file, await bench.world.printPdf({ ...page, faces: [], width: 200, height: 100, scale: 1 }));
    return execFileSync("pdfimages", ["-list", file], { encoding: "utf8" }).trim().split("\n").slice(2).map((row) => row.trim().split(/\s+/).slice(3, 5).join(" × "));
  };
  expect(await print(60)).toEqual(["60 × 40"]);
  expect(await print(70)).toEqual(["70 × 40"]);
});

test("the stage that is measured shows its pictures, and asks for nothing else", async () => {
  const encoded = new Map([["images/a.jpg", { bytes: await patchOf(80), format: "jpeg" as const }]]);
  const shown = showing("images/a.jpg");
  const content = { ...composePage(shown, { body: "", css: "" }, shown.slides[0]!.html, encoded), faces: [] };
  const { answer, complaints, pdf } = await bench.world.measurePage(onStage(content, "Array.from(document.images, (image) => image.naturalWidth)", null));
  expect([answer, complaints, pdf.length]).toEqual([[80], [], 0]);
});

test("a drawing reaches screens and paper without what runs in it; one that is too much to draw is reported where it is shown", async () => {
  const svg = (content: string): Uint8Array => new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="x()">${content}</svg>`);
  await put("plan.svg", "svg", svg("<script>x()</script><rect width='9' height='9'/>"));
  for (const box of [SCREEN_BOX, printBox(156)]) {
    const drawn = (await encode(box, showing("images/plan.svg"))).get("images/plan.svg")!;
    expect([drawn.format, new TextDecoder().decode(drawn.bytes)]).toEqual(["svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>']);
  }
  const bomb = Array.from({ length: 9 }, (_, level) => `<g id="n${level + 1}">${`<use href="#n${level}"/>`.repeat(10)}</g>`).join("");
  await put("bomb.svg", "svg", svg(`<defs><path id="n0" d="M0 0"/>${bomb}</defs><use href="#n9"/>`));
  bench.found.splice(0);
  expect((await encode(SCREEN_BOX, showing("images/bomb.svg"))).size).toBe(0);
  expect(bench.found.map(({ code, message }) => [code, message.en.includes("draws more than 200000 elements")])).toEqual([["broken-image", true]]);
  bench.found.splice(0);
});
