/** Photos in a printed deck: upright, whatever the camera made of them. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { luduan, makeRoom, removeRoom, writeProject } from "../cli/luduan.ts";

// Whole builds, on a machine that may have others to run.
vi.setConfig({ testTimeout: 120_000 });

let room: string;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => removeRoom(room));

/** Pixels of a printed page, as poppler draws it at 72 dpi: 960 × 540. */
async function pageOf(pdf: string, page: number): Promise<(x: number, y: number) => readonly number[]> {
  const stem = join(room, `page-${page}`);
  execFileSync("pdftoppm", ["-png", "-r", "72", "-f", String(page), "-l", String(page), "-singlefile", pdf, stem]);
  const { data, info } = await sharp(`${stem}.png`).raw().toBuffer({ resolveWithObject: true });
  return (x, y) => [...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3)];
}

test("a photo taken with the camera on its side stands upright in the PDF, a transparent drawing lets the page through", async () => {
  const red = { r: 200, g: 30, b: 30 };
  const green = { r: 20, g: 150, b: 60 };
  // Upright, red is above green; the camera wrote it lying, and said so.
  const half = (background: object): Promise<Buffer> => sharp({ create: { width: 600, height: 800, channels: 3, background: background as { r: number; g: number; b: number } } }).png().toBuffer();
  const lying = sharp({ create: { width: 1200, height: 800, channels: 3, background: "white" } }).composite([{ input: await half(red), left: 0, top: 0 }, { input: await half(green), left: 600, top: 0 }]);
  const ring = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="100" height="400" fill="#123456"/></svg>`);
  const project = writeProject(join(room, "turned"), {
    "images/photo.jpg": await lying.jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer(),
    "images/wide.jpg": await sharp({ create: { width: 3600, height: 2400, channels: 3, background: green } }).jpeg().toBuffer(),
    "images/ring.png": await sharp(ring).png().toBuffer(),
    "slides/10-part.md": "## 照片 {layout=picture}\n\n![照片](images/photo.jpg)\n\n## 图形 {layout=picture}\n\n![图形](images/ring.png)\n\n## 风景 {layout=picture}\n\n![风景](images/wide.jpg)\n",
  });
  const ended = await luduan(["build", project, "--only", "slides"]);
  expect(ended.code, ended.stderr).toBe(0);
  const pdf = join(project, "dist/slides.pdf");
  const photo = await pageOf(pdf, 1);
  // In the middle, and in the corners of its frame of 560 × 540: it fills it.
  for (const [x, y, wanted] of [[250, 40, [200, 30, 30]], [250, 430, [20, 150, 60]], [3, 3, [200, 30, 30]], [555, 535, [20, 150, 60]]] as const) {
    for (const [index, value] of photo(x, y).entries()) expect(Math.abs(value - wanted[index]!)).toBeLessThan(12);
  }
  const images = execFileSync("pdfimages", ["-list", pdf], { encoding: "utf8" });
  expect(images).toMatch(/smask/);
  // Photos hang over their frame: their JPEG goes in as it is, and where it is large enough at 200 dots an inch.
  expect(images).toMatch(/^ +1 .* jpeg /m);
  const [, ppi] = /^ +3 .* jpeg .* (\d+) +\d+ +\S+ +\S+$/m.exec(images) ?? [];
  expect(Number(ppi)).toBeGreaterThanOrEqual(200);
  expect(Number(ppi)).toBeLessThan(215);
});
