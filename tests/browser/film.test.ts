/** The film of the loop, played back by ffmpeg: what it says of itself, its pictures beside the loop's own, its seam; and what happens where it cannot be made. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, type Built } from "../../src/build.ts";
import { createWorld, type WorldOptions } from "../../src/world/node-world.ts";
import { WorldError } from "../../src/world/world.ts";
import { findBrowser } from "../../src/world/find-browser.mjs";
import { makeRoom, removeRoom, writeProject } from "../cli/luduan.ts";
import { HOME, THEMES } from "../support/project.ts";
import { sharedBrowser } from "./shared-browser.ts";

const browser = sharedBrowser();
let room: string;
beforeAll(() => void (room = makeRoom()));
afterAll(() => removeRoom(room));

const RATE = 25;
/** Pictures of a slide of 2 s. */
const FIRST = 2 * RATE;
const SLIDES = "## 主要指标 {#figures seconds=2}\n\n```figures\nhero: gdp\ncards: [invest]\n```\n\n## 增长情况 {#chart seconds=2}\n\n```chart\ntype: trend\nindicator: gdp\n```\n\n## 工作打算 {#words seconds=1}\n\n- 全年{{gdp}}\n- 稳中求进\n";
const OBSERVATIONS = "indicator,period,value,growth\ngdp,2019,120,\ngdp,2020,132,\ngdp,2021,148,11.6%\ninvest,2021,52.3,\n";
const INDICATORS = "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\ninvest,全社会固定资产投资,亿元,flow\n";
const SETTINGS = "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n";

/** Two slides of a second: where the pictures themselves do not matter. */
function shortProject(name: string, settings = ""): string {
  return writeProject(join(room, name), { "slides/10-part.md": "## 工作打算 {seconds=1}\n\n- 全年{{gdp}}\n\n## 工作回顾 {seconds=1}\n\n- 稳中求进\n", ...(settings === "" ? {} : { "slides/deck.yaml": settings }) });
}

function newProject(name: string): string {
  return writeProject(join(room, name), { "slides/deck.yaml": SETTINGS, "slides/10-part.md": `# 工作回顾 {seconds=1}\n\n${SLIDES}`, "data/indicators.csv": INDICATORS, "data/observations.csv": OBSERVATIONS });
}

async function film(dir: string, environment?: WorldOptions["environment"], only: readonly ("video" | "kiosk")[] = ["video"]): Promise<Built & { readonly shots: readonly string[] }> {
  const world = createWorld({ home: HOME, ...(environment === undefined ? {} : { environment }) });
  const shots: string[] = [];
  try {
    return { ...(await build({ dir, out: join(dir, "dist"), themes: [THEMES], only, steps: false, onShot: (done, all) => void shots.push(`${done}/${all}`), onOutput: () => undefined }, world)), shots };
  } finally {
    await world.close();
  }
}

/** A machine where no program is found but the browser. */
function withoutPath(): Readonly<Record<string, string | undefined>> {
  const { PATH: _path, ...environment } = process.env;
  return { ...environment, PUPPETEER_EXECUTABLE_PATH: findBrowser() ?? "" };
}

const errorsOf = ({ diagnostics }: Built): readonly string[] => diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);

function probe(path: string): Record<string, unknown> {
  const fields = "codec_name,width,height,pix_fmt,r_frame_rate,avg_frame_rate,color_range,color_space,color_transfer,color_primaries,nb_read_frames,duration,has_b_frames";
  const told = execFileSync("ffprobe", ["-v", "error", "-count_frames", "-show_entries", `stream=${fields}`, "-of", "json", path], { encoding: "utf8" });
  return (JSON.parse(told) as { streams: Record<string, unknown>[] }).streams[0]!;
}

/** Picture `at` of a film, as a player shows it. */
function pictureOf(path: string, at: number): Buffer {
  return execFileSync("ffmpeg", ["-v", "error", "-i", path, "-vf", `select=eq(n\\,${at}),scale=in_range=tv:in_color_matrix=bt709:out_range=pc:flags=accurate_rnd+full_chroma_int+full_chroma_inp,format=rgb24`, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "pipe:1"], { maxBuffer: 1 << 26 });
}

/** Mean difference of two pictures over all channels, in levels of 0–255. */
async function difference(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, two] = await Promise.all([a, b].map((bytes) => sharp(bytes).removeAlpha().raw().toBuffer()));
  expect(one!.length).toBe(two!.length);
  let sum = 0;
  for (let at = 0; at < one!.length; at += 1) sum += Math.abs(one![at]! - two![at]!);
  return sum / one!.length;
}

/** The slide in the loop itself, standing still. */
async function slideOf(dir: string, id: string, width: number, height: number): Promise<Uint8Array> {
  const { page } = await browser.open({ width, height, reducedMotion: true });
  await page.goto(`file://${join(dir, "dist/kiosk.html")}`);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction((wanted) => document.documentElement.dataset["slide"] === wanted, { polling: 20, timeout: 20_000 }, id);
  const shot = await page.screenshot();
  await page.close();
  return shot;
}

const EXPECTED = { codec_name: "h264", pix_fmt: "yuv420p", r_frame_rate: "25/1", avg_frame_rate: "25/1", color_range: "tv", color_space: "bt709", color_transfer: "bt709", color_primaries: "bt709", has_b_frames: 0 };
/** The divider of the part stays 1 s. */
const DIVIDER = RATE;
const ALL = DIVIDER + 5 * RATE;
/** The divider moves for 0.88 s, and the film begins when it stands still. */
const EARLIER = 22;
/** The chart stands still. The film begins with the divider standing still, so all pictures come some earlier than in the loop. */
const SETTLED = DIVIDER + 2 * FIRST - RATE - 1;

describe("with ffmpeg", () => {
  let dir: string;
  let path: string;
  beforeAll(async () => {
    dir = newProject("flat");
    path = join(dir, "dist/kiosk.mp4");
    const { shots, ...built } = await film(dir, undefined, ["video", "kiosk"]);
    expect(errorsOf(built)).toEqual([]);
    expect(shots).toEqual(["1/5", "2/5", "3/5", "4/5", "5/5"]);
  }, 120_000);

  it("is H.264 of 1920 × 1080 in limited range BT.709, 25 pictures a second, as long as all slides together", () => {
    expect(probe(path)).toMatchObject({ ...EXPECTED, width: 1920, height: 1080, nb_read_frames: `${ALL}`, duration: (ALL / RATE).toFixed(6) });
  });

  it("names the programs that its bytes depend on, and has the same bytes again", async () => {
    const { drawnBy, encodedBy } = JSON.parse(readFileSync(join(dir, "dist/manifest.json"), "utf8")) as { drawnBy: string; encodedBy: string };
    expect(drawnBy).toMatch(/Chrome\/\d+/);
    expect(encodedBy).toMatch(/^ffmpeg version \S+ libx264$/);
    const before = readFileSync(path);
    await film(dir, undefined, ["video", "kiosk"]);
    expect(readFileSync(path).equals(before)).toBe(true);
  }, 120_000);

  it("shows what the loop shows: less than 2 of 255 levels apart", async () => {
    for (const [id, at] of [["figures", DIVIDER + RATE], ["chart", SETTLED], ["words", DIVIDER + 2 * FIRST - 1]] as const) {
      expect(await difference(pictureOf(path, at), await slideOf(dir, id, 1920, 1080)), id).toBeLessThan(2);
    }
  }, 120_000);

  it("its charts grow: at first something is missing that is there at the end", async () => {
    const begin = pictureOf(path, DIVIDER + FIRST - EARLIER + 8);
    expect(await difference(begin, pictureOf(path, SETTLED))).toBeGreaterThan(0.5);
  });

  it("has no seam: its last picture is its first", async () => {
    expect(await difference(pictureOf(path, 0), pictureOf(path, ALL - 1))).toBeLessThan(1);
  });
});

it("upright for an upright screen: 1080 × 1920", async () => {
  const dir = shortProject("upright", `${SETTINGS}kiosk: {portrait: true}\n`);
  const built = await film(dir);
  expect(errorsOf(built)).toEqual([]);
  expect(probe(join(dir, "dist/kiosk.mp4"))).toMatchObject({ ...EXPECTED, width: 1080, height: 1920, nb_read_frames: "50" });
}, 120_000);

it("without ffmpeg the browser encodes: the same length, the same colours, the same pictures", async () => {
  const dir = shortProject("browser");
  expect(errorsOf(await film(dir, withoutPath()))).toEqual([]);
  const own = readFileSync(join(dir, "dist/kiosk.mp4"));
  expect(JSON.parse(readFileSync(join(dir, "dist/manifest.json"), "utf8"))).toMatchObject({ encodedBy: expect.stringMatching(/Chrome\/\d+/) });
  expect(probe(join(dir, "dist/kiosk.mp4"))).toMatchObject({ ...EXPECTED, width: 1920, height: 1080, nb_read_frames: "50" });
  expect(errorsOf(await film(dir))).toEqual([]);
  writeFileSync(join(room, "browser.mp4"), own);
  expect(await difference(pictureOf(join(room, "browser.mp4"), 20), pictureOf(join(dir, "dist/kiosk.mp4"), 20))).toBeLessThan(2);
}, 120_000);

describe("where it cannot be made", () => {
  it("nothing here encodes H.264: says so before anything is drawn", async () => {
    const world = createWorld({ home: HOME, environment: withoutPath() });
    const request = { html: new TextEncoder().encode("<!doctype html>"), format: { width: 1920, height: 1080, rate: RATE }, shots: [], encoder: "window.filmEncoder = { supports: async () => false }", onShot: () => undefined };
    const failure = await world.drawFilm(request).catch((reason: unknown) => reason);
    await world.close();
    expect(failure).toBeInstanceOf(WorldError);
    expect(failure).toMatchObject({ kind: "missing-encoder" });
  }, 30_000);

  it("an ffmpeg that ends midway: told with its own words, and the last good build stays", async () => {
    const dir = shortProject("broken");
    await build({ dir, out: join(dir, "dist"), themes: [THEMES], only: ["data"], steps: false, onOutput: () => undefined }, createWorld({ home: HOME }));
    const before = readdirSync(join(dir, "dist"));
    const bin = join(room, "bin");
    mkdirSync(bin);
    writeFileSync(join(bin, "ffmpeg"), '#!/bin/sh\ncase "$*" in *-encoders*) echo " V..... libx264"; exit 0;; *-version*) echo "ffmpeg version 1"; exit 0;; esac\necho "no memory left" >&2\nexit 1\n');
    chmodSync(join(bin, "ffmpeg"), 0o755);
    const built = await film(dir, { ...process.env, PATH: `${bin}:${process.env["PATH"]}` });
    expect(built.diagnostics.filter(({ severity }) => severity === "error").map(({ code, message }) => [code, message.en])).toEqual([["encoder-failed", expect.stringContaining("no memory left")]]);
    expect(readdirSync(join(dir, "dist"))).toEqual(before);
    expect(existsSync(join(dir, "dist/kiosk.mp4"))).toBe(false);
  }, 60_000);
});
