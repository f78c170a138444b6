/** Photos in a printed deck: upright, in their colours, and as the JPEG they were encoded to. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { adobeToSrgb, tagAdobeRgb } from "./adobe-rgb.ts";
import { luduan, makeRoom, removeRoom, writeProject } from "../cli/luduan.ts";

// Whole builds, on a machine that may be running others.
vi.setConfig({ testTimeout: 120_000 });

/** Photos in their own colours. */
const AS_TAKEN = { "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\ntreatment: none\n" };

let room: string;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => removeRoom(room));

/** Pixels of a printed page as poppler draws it at 72 dpi: 960 × 540. */
async function pageOf(pdf: string, page: number): Promise<(x: number, y: number) => readonly number[]> {
  const stem = join(room, `page-${page}`);
  execFileSync("pdftoppm", ["-png", "-r", "72", "-f", String(page), "-l", String(page), "-singlefile", pdf, stem]);
  const { data, info } = await sharp(`${stem}.png`).raw().toBuffer({ resolveWithObject: true });
  return (x, y) => [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)];
}

test("a photo taken with the camera on its side stands upright in the PDF, a transparent drawing lets the page through", async () => {
  const red = { r: 200, g: 30, b: 30 };
  const green = { r: 20, g: 150, b: 60 };
  // Upright, red is above green. The camera stored the photo on its side and said so.
  const half = (background: object): Promise<Buffer> => sharp({ create: { width: 600, height: 800, channels: 3, background: background as { r: number; g: number; b: number } } }).png().toBuffer();
  const lying = sharp({ create: { width: 1200, height: 800, channels: 3, background: "white" } }).composite([{ input: await half(red), left: 0, top: 0 }, { input: await half(green), left: 600, top: 0 }]);
  const ring = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="100" height="400" fill="#123456"/></svg>`);
  const project = writeProject(join(room, "turned"), {
    ...AS_TAKEN,
    "images/photo.jpg": fresh(await lying.jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer()),
    "images/wide.jpg": await sharp({ create: { width: 3600, height: 2400, channels: 3, background: green } }).jpeg().toBuffer(),
    "images/ring.png": await sharp(ring).png().toBuffer(),
    "slides/10-part.md": "## 照片 {layout=picture}\n\n![照片](images/photo.jpg)\n\n## 图形 {layout=picture}\n\n![图形](images/ring.png)\n\n## 风景 {layout=picture}\n\n![风景](images/wide.jpg)\n",
  });
  const ended = await luduan(["build", project, "--only", "slides"]);
  expect(ended.code, ended.stderr).toBe(0);
  const pdf = join(project, "dist/slides.pdf");
  const photo = await pageOf(pdf, 1);
  // In the middle and in the corners of its frame of 560 × 540, since it fills the frame.
  for (const [x, y, wanted] of [[250, 40, [200, 30, 30]], [250, 430, [20, 150, 60]], [3, 3, [200, 30, 30]], [555, 535, [20, 150, 60]]] as const) {
    for (const [index, value] of photo(x, y).entries()) expect(Math.abs(value - wanted[index]!)).toBeLessThan(12);
  }
  const images = execFileSync("pdfimages", ["-list", pdf], { encoding: "utf8" });
  expect(images).toMatch(/smask/);
  // Photos extend past their frame: their JPEG is embedded unchanged, and where it is large enough it has 200 dots an inch.
  expect(images).toMatch(/^ +1 .* jpeg /m);
  const [, ppi] = /^ +3 .* jpeg .* (\d+) +\d+ +\S+ +\S+$/m.exec(images) ?? [];
  expect(Number(ppi)).toBeGreaterThanOrEqual(200);
  expect(Number(ppi)).toBeLessThan(215);
});

/** The same photo, but new to every cache: any bytes may follow the end of a JPEG. */
function fresh(jpeg: Uint8Array): Buffer {
  return Buffer.concat([jpeg, randomBytes(8)]);
}

/** Rows of `pdfimages -list`, one a picture: page, width, height, encoding, dots an inch. */
function picturesIn(pdf: string): { page: number; width: number; height: number; encoding: string; ppi: number }[] {
  const rows = execFileSync("pdfimages", ["-list", pdf], { encoding: "utf8" }).trim().split("\n").slice(2).map((row) => row.trim().split(/\s+/));
  return rows.map(([page, , , width, height, , , , encoding, , , , ppi]) => ({ page: Number(page), width: Number(width), height: Number(height), encoding: encoding ?? "", ppi: Number(ppi) }));
}

/** A photo with grain, so that it is far too large as PNG. */
function grain(width: number, height: number): ReturnType<typeof sharp> {
  return sharp({ create: { width, height, channels: 3, background: "grey", noise: { type: "gaussian", mean: 128, sigma: 60 } } });
}

const QUARTERS = { "left top": [200, 30, 30], "right top": [20, 150, 60], "left bottom": [30, 60, 190], "right bottom": [220, 190, 40] } as const;

/** A picture of four quarters, stored as a camera stores it with an instruction to turn it (TIFF 6.0, Orientation). */
async function takenWith(orientation: number): Promise<Buffer> {
  const quarter = ([r, g, b]: readonly [number, number, number]): Promise<Buffer> => sharp({ create: { width: 450, height: 300, channels: 3, background: { r, g, b } } }).png().toBuffer();
  const places = Object.entries(QUARTERS).map(async ([name, colour]) => ({ input: await quarter(colour), left: name.startsWith("right") ? 450 : 0, top: name.endsWith("bottom") ? 300 : 0 }));
  const upright = sharp({ create: { width: 900, height: 600, channels: 3, background: "white" } }).composite(await Promise.all(places));
  const whole = await upright.png().toBuffer();
  // This undoes the turn: a quarter turn, then a mirror.
  const turned = await sharp(whole).rotate({ 3: 180, 5: 90, 6: 270, 7: 270, 8: 90 }[orientation] ?? 0).png().toBuffer();
  const mirrored = orientation === 4 ? sharp(turned).flip() : [2, 5, 7].includes(orientation) ? sharp(turned).flop() : sharp(turned);
  return fresh(await mirrored.jpeg({ quality: 95 }).withMetadata({ orientation }).toBuffer());
}

test("a photo stands upright however the camera was held and mirrored: the eight orientations of EXIF", async () => {
  const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
  const photos = await Promise.all(orientations.map(async (orientation) => [`images/${orientation}.jpg`, await takenWith(orientation)] as const));
  const project = writeProject(join(room, "held"), {
    ...AS_TAKEN,
    ...Object.fromEntries(photos),
    "slides/10-part.md": orientations.map((one) => `## 第${one}张 {layout=picture}\n\n![照片](images/${one}.jpg)\n`).join("\n"),
  });
  const ended = await luduan(["build", project, "--only", "slides"]);
  expect(ended.code, ended.stderr).toBe(0);
  for (const orientation of orientations) {
    const colourAt = await pageOf(join(project, "dist/slides.pdf"), orientation);
    for (const [name, colour] of Object.entries(QUARTERS)) {
      const shown = colourAt(name.startsWith("right") ? 420 : 140, name.endsWith("bottom") ? 420 : 120);
      for (const [index, value] of shown.entries()) expect(Math.abs(value - (colour[index] ?? 0)), `${orientation}, ${name}: ${shown.join(" ")}`).toBeLessThan(12);
    }
  }
});

test("a photo that means Adobe RGB has the same colours in the PDF, in its JPEG and on the page", async () => {
  const numbers = [120, 170, 90] as const;
  const wanted = adobeToSrgb(numbers);
  // Read as sRGB, its values would show another red.
  expect(Math.abs(wanted[0] - numbers[0])).toBeGreaterThan(20);
  const [r, g, b] = numbers;
  const plain = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: { r, g, b } } }).jpeg({ quality: 95 }).toBuffer();
  const project = writeProject(join(room, "colours"), { ...AS_TAKEN, "images/photo.jpg": fresh(tagAdobeRgb(plain)), "slides/10-part.md": "## 照片 {layout=picture}\n\n![照片](images/photo.jpg)\n" });
  const ended = await luduan(["build", project, "--only", "slides"]);
  expect(ended.code, ended.stderr).toBe(0);
  const pdf = join(project, "dist/slides.pdf");
  execFileSync("pdfimages", ["-j", pdf, join(room, "colours")]);
  const inside = await sharp(readFileSync(join(room, "colours-000.jpg")), { ignoreIcc: true }).resize(1, 1).raw().toBuffer();
  const onPage = (await pageOf(pdf, 1))(280, 270);
  for (const [index, value] of wanted.entries()) {
    expect(Math.abs((inside[index] ?? 0) - value), `JPEG ${[...inside].join(" ")}`).toBeLessThan(3);
    expect(Math.abs((onPage[index] ?? 0) - value), `page ${onPage.join(" ")}`).toBeLessThan(6);
  }
});

test("wherever a photo stands, its JPEG goes into the PDF as it is, at 200 dots an inch of what is seen", async () => {
  const project = writeProject(join(room, "places"), {
    "images/lying.jpg": await grain(3000, 2000).jpeg().toBuffer(),
    "images/standing.webp": await grain(1600, 2400).webp().toBuffer(),
    "images/scan.png": await grain(1800, 1300).png().toBuffer(),
    "images/panorama.jpg": await grain(4000, 1300).jpeg().toBuffer(),
    "slides/10-part.md": [
      "## 两栏 {layout=columns}\n\n### 一\n\n![照片](images/lying.jpg)\n\n一项工作\n\n### 二\n\n![照片](images/standing.webp)\n\n又一项工作",
      "## 三栏 {layout=columns}\n\n### 一\n\n![照片](images/scan.png)\n\n### 二\n\n![照片](images/panorama.jpg)\n\n### 三\n\n![照片](images/lying.jpg)",
      "## 宽幅 {layout=picture}\n\n![照片](images/panorama.jpg)",
      "## 整幅 {layout=picture}\n\n![照片](images/scan.png)",
    ].join("\n\n"),
  });
  const ended = await luduan(["build", project, "--only", "slides,handout"]);
  expect(ended.code, ended.stderr).toBe(0);
  const pictures = picturesIn(join(project, "dist/slides.pdf"));
  expect(pictures.map(({ page, encoding }) => `${page} ${encoding}`)).toEqual(["1 jpeg", "1 jpeg", "2 jpeg", "2 jpeg", "2 jpeg", "3 jpeg", "4 jpeg"]);
  for (const { page, width, height, ppi } of pictures.filter((picture) => picture.page < 4)) {
    expect(ppi, `${page}: ${width} × ${height}`).toBeGreaterThanOrEqual(199);
    expect(ppi, `${page}: ${width} × ${height}`).toBeLessThanOrEqual(201);
  }
  for (const name of ["handout-2", "handout-3", "handout-6"]) {
    // The scan is a PNG, and small enough here to stay one; it is shown twice.
    expect(picturesIn(join(project, `dist/${name}.pdf`)).filter(({ encoding }) => encoding === "jpeg").length, name).toBeGreaterThanOrEqual(5);
  }
});
