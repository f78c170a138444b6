/** Photos in a printed deck: upright, whole in colour, small in bytes and memory, whatever the camera made of them. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { luduan, makeRoom, removeRoom, runCommand, writeProject, CLI } from "../cli/luduan.ts";

// Thirty photos of twenty megapixels take a while, on a machine that may have others to run.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

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
    "images/ring.png": await sharp(ring).png().toBuffer(),
    "slides/10-part.md": "## 照片 {layout=picture}\n\n![照片](images/photo.jpg)\n\n## 图形 {layout=picture}\n\n![图形](images/ring.png)\n",
  });
  const ended = await luduan(["build", project, "--only", "slides"]);
  expect(ended.code, ended.stderr).toBe(0);
  const pdf = join(project, "dist/slides.pdf");
  const photo = await pageOf(pdf, 1);
  for (const [y, wanted] of [[40, [200, 30, 30]], [430, [20, 150, 60]]] as const) {
    for (const [index, value] of photo(250, y).entries()) expect(Math.abs(value - wanted[index]!)).toBeLessThan(12);
  }
  const images = execFileSync("pdfimages", ["-list", pdf], { encoding: "utf8" });
  expect(images).toMatch(/jpeg/);
  expect(images).toMatch(/smask/);
});

test("thirty photos of twenty megapixels: less than 20 MB of PDF, less than 1 GB of memory", async () => {
  const folder = writeProject(join(room, "thirty"));
  mkdirSync(join(folder, "images"));
  // Clouds with the grain of a sensor: as rich as a landscape.
  let state = 7;
  const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const clouds = (size: number): Uint8Array => Uint8Array.from({ length: size * size * 3 }, () => Math.floor(random() * 256));
  const grain = await sharp(clouds(1024), { raw: { width: 1024, height: 1024, channels: 3 } }).blur(1).linear(0.35, 83).png().toBuffer();
  const photos = await Promise.all([1, 2, 3, 4].map(() => {
    const base = sharp(clouds(12), { raw: { width: 12, height: 12, channels: 3 } }).resize(5472, 3648, { fit: "fill", kernel: "cubic" });
    return base.composite([{ input: grain, tile: true, blend: "soft-light" }]).jpeg({ quality: 90 }).withMetadata({ orientation: 1 }).toBuffer();
  }));
  // Each of the four as it lies with each of the eight orientations: no two look the same.
  const parts = Array.from({ length: 30 }, (_, index) => {
    writeFileSync(join(folder, `images/${index}.jpg`), turned(photos[index % 4]!, 1 + Math.floor(index / 4)));
    return `## 照片${index} {layout=picture}\n\n![照片](images/${index}.jpg)\n`;
  });
  writeFileSync(join(folder, "slides/10-part.md"), parts.join("\n"));
  const script = "process.on('exit',()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))";
  const ended = await runCommand(process.execPath, [`--import=data:text/javascript,${encodeURIComponent(script)}`, CLI, "build", folder, "--only", "slides,handout-6"], { env: { XDG_CACHE_HOME: join(room, "cache") } });
  expect(ended.code, ended.stderr).toBe(0);
  expect(ended.stderr).not.toContain("warning");
  expect(Number(/peak (\d+)/.exec(ended.stderr)?.[1]) / 1024).toBeLessThan(1000);
  const sizes = execFileSync("ls", ["-l", join(folder, "dist")], { encoding: "utf8" });
  const bytes = [...sizes.matchAll(/ (\d+) \S+ \S+ \S+ (slides|handout-6)\.pdf/g)].map((match) => Number(match[1]));
  expect(bytes).toHaveLength(2);
  for (const size of bytes) expect(size).toBeLessThan(20_000_000);
});

/** The same file with another EXIF orientation (tag 0x0112, a short). */
function turned(photo: Buffer, orientation: number): Buffer {
  const copy = Buffer.from(photo);
  const big = copy.indexOf(Buffer.from([0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00]));
  const little = copy.indexOf(Buffer.from([0x12, 0x01, 0x03, 0x00, 0x01, 0x00, 0x00, 0x00]));
  expect(Math.max(big, little)).toBeGreaterThan(0);
  copy[big > 0 ? big + 9 : little + 8] = orientation;
  return copy;
}
