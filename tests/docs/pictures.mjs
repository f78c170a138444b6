/** Makes the pictures of the documents again: `node tests/docs/pictures.mjs`; with names of steps, such as `phone`, only those. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer";
import sharp from "sharp";
import { findBrowser } from "../../src/world/find-browser.mjs";
import { startPresent } from "../support/present.mjs";
import { fencedBlocks, findInDecks, GUIDE, HOME } from "./guide.mjs";

const IMAGES = join(HOME, "docs/images");
const WIDTH = 960;
const HEIGHT = 540;
/** Maximum size of a picture in bytes. */
const LIMIT = 80_000;
/** Slides of the sample in the README's picture, by id, row by row. */
const BEST = ["cover-1", "figures", "growth", "commitments", "target-chart", "zones"];

const work = mkdtempSync(join(tmpdir(), "luduan-pictures-"));

/** Compiles a project and returns where the results are and which page each slide is on. */
function build(dir, name) {
  const out = isAbsolute(name) ? name : join(work, name);
  const run = spawnSync(process.execPath, [join(HOME, "build/cli.js"), "build", dir, "--out", out, "--print-deck", "--lang", "zh"], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
  const slides = JSON.parse(run.stdout).sections.flatMap((section) => section.slides);
  return { out, slides };
}

/** A page of slides.pdf as PNG, `width` pixels wide. */
function pageOf({ out }, page, width = WIDTH) {
  const run = spawnSync("pdftoppm", ["-png", "-f", `${page}`, "-l", `${page}`, "-scale-to-x", `${width}`, "-scale-to-y", `${Math.round((width * 9) / 16)}`, join(out, "slides.pdf")], { maxBuffer: 1 << 28 });
  if (run.status !== 0 || run.stdout.length === 0) throw new Error(`page ${page}: ${run.stderr}`);
  return run.stdout;
}

/** Writes a picture with as many colours as its size limit allows. */
async function save(name, image) {
  for (const colours of [64, 40, 24, 16, 12]) {
    const bytes = await sharp(image).flatten({ background: "#ffffff" }).png({ palette: true, colours, dither: 0, effort: 10, compressionLevel: 9 }).toBuffer();
    if (bytes.length > LIMIT && colours > 12) continue;
    writeFileSync(join(IMAGES, `${name}.png`), bytes);
    if (bytes.length > LIMIT) process.stderr.write(`${name}.png has ${bytes.length} bytes\n`);
    return;
  }
}

/** Pictures in rows and columns on a plain background; all tiles have the same size. */
async function sheet(tiles, columns, tile, gap) {
  const rows = Math.ceil(tiles.length / columns);
  const size = { width: columns * (tile.width + gap) + gap, height: rows * (tile.height + gap) + gap };
  const placed = await Promise.all(tiles.map(async (input, index) => ({
    input: await sharp(input).resize(tile.width, tile.height).png().toBuffer(),
    left: gap + (index % columns) * (tile.width + gap),
    top: gap + Math.floor(index / columns) * (tile.height + gap),
  })));
  return sharp({ create: { ...size, channels: 3, background: "#d9d9d6" } }).composite(placed).png().toBuffer();
}

/** Each example of the guide that has a picture after it, from the deck that holds it. */
async function saveExamples(decks) {
  for (const { language, text, image, line } of fencedBlocks(readFileSync(join(HOME, "README.zh-CN.md"), "utf8"))) {
    if (image === null || language !== "markdown") continue;
    const place = findInDecks(text);
    if (place === null) throw new Error(`README.zh-CN.md:${line}: no deck of docs/guide holds this example`);
    const deck = decks.get(place.deck);
    const page = deck.slides.findIndex(({ span }) => span.file === place.file && span.line === place.line);
    if (page === -1) throw new Error(`README.zh-CN.md:${line}: no slide begins at ${place.deck}/${place.file}:${place.line}`);
    await save(image.replace(/^.*\/|\.png$/g, ""), pageOf(deck, page + 1));
  }
}

/** The first two pages of a booklet, side by side. */
async function saveBooklet({ out }) {
  const size = { width: 450, height: 636 };
  const pages = [1, 2].map((page) => spawnSync("pdftoppm", ["-png", "-gray", "-f", `${page}`, "-l", `${page}`, "-r", "110", join(out, "booklet.pdf")], { maxBuffer: 1 << 28 }).stdout);
  await save("booklet", await sheet(pages, 2, size, 12));
}

/** The sample's best slides for the README, and its booklet. */
async function saveTop() {
  const sample = build(HOME, "sample");
  const tiles = BEST.map((id) => pageOf(sample, sample.slides.findIndex((slide) => slide.id === id) + 1, 1040));
  await save("deck", await sheet(tiles, 3, { width: 520, height: 293 }, 12));
  await saveBooklet(sample);
}

/** The first three pictures of the sample's long picture, side by side. */
async function saveLong() {
  const out = join(work, "long");
  const run = spawnSync(process.execPath, [join(HOME, "build/cli.js"), "build", HOME, "--only", "long", "--out", out, "--lang", "zh"], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  const slices = await Promise.all(["01", "02", "03"].map((name) => sharp(join(out, "long", `${name}.png`)).resize({ width: 296 }).toBuffer({ resolveWithObject: true })));
  const height = Math.max(...slices.map(({ info }) => info.height)) + 36;
  const ground = sharp({ create: { width: WIDTH, height, channels: 3, background: "#d9d9d6" } });
  await save("long", await ground.composite(slices.map(({ data }, index) => ({ input: data, left: 18 + index * 314, top: 18 }))).png().toBuffer());
}

/** A slide of each beginning, by id. */
const BEGINNINGS = { township: "projects", county: "progress", city: "structure", province: "growth", communique: "gdp", english: "figures" };

async function saveBeginnings() {
  const tiles = Object.entries(BEGINNINGS).map(([like, id]) => {
    const built = build(join(HOME, "src/template", like), `new-${like}`);
    return pageOf(built, built.slides.findIndex((slide) => slide.id === id) + 1);
  });
  await save("beginnings", await sheet(tiles, 3, { width: 310, height: 174 }, 8));
}

/** One deck in each theme: the guide's own, and those that come with Luduan. */
async function saveThemes() {
  const tiles = [];
  for (const theme of ["shuixiang", "hongqi", "qingci"]) {
    const dir = join(work, `theme-${theme}`);
    cpSync(join(GUIDE, "theme"), dir, { recursive: true });
    const settings = join(dir, "slides/deck.yaml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace(/^theme: .*$/m, `theme: ${theme}`));
    const built = build(dir, `built-${theme}`);
    tiles.push(...built.slides.map((_, index) => pageOf(built, index + 1)));
  }
  const count = tiles.length / 3;
  const rows = Array.from({ length: count }, (_, row) => [0, 1, 2].map((theme) => tiles[theme * count + row])).flat();
  await save("themes", await sheet(rows, 3, { width: 310, height: 174 }, 8));
}

/** The sheet that compares the guide's deck with itself before four changes. */
async function saveChanges() {
  const [old, now, file] = ["我的报告-原稿", "我的报告", "changes.pdf"].map((name) => join(work, name));
  for (const dir of [old, now]) cpSync(join(GUIDE, "town"), dir, { recursive: true });
  const change = (path, before, after) => writeFileSync(join(now, path), readFileSync(join(now, path), "utf8").replace(before, after));
  change("data/observations.csv", "gdp,2021,,88.4,8.6%", "gdp,2021,,88.4,8.7%");
  change("data/targets.csv", "gdp,2022,增长8%左右", "gdp,2022,增长8%以上");
  change("data/projects.csv", "精密机械二期,产业,建设", "精密机械二期,产业,交付");
  change("slides/10-review.md", "首先，回顾", "首先，简要回顾");
  // Only builds know their pages.
  for (const dir of [old, now]) build(dir, `${dir}/dist`);
  const run = spawnSync(process.execPath, [join(HOME, "build/cli.js"), "diff", "我的报告-原稿/dist", "我的报告/dist", "--lang", "zh", "--out", file], { cwd: work, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  const page = spawnSync("pdftoppm", ["-png", "-r", "102", "-f", "1", "-l", "1", file], { maxBuffer: 1 << 28 }).stdout;
  await save("diff", await sharp(page).extend({ top: 2, bottom: 2, left: 2, right: 2, background: "#d9d9d6" }).png().toBuffer());
}

/** A draft as `luduan import` makes it of an invented report, and the page that says what was taken for what. */
async function saveImport(browser) {
  const dir = join(work, "imported");
  const document = join(work, "政府工作报告.txt");
  cpSync(join(HOME, "tests/import/texts/county.txt"), document);
  const run = spawnSync(process.execPath, [join(HOME, "build/cli.js"), "import", document, dir, "--lang", "zh"], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  const draft = build(dir, "imported-built");
  await save("import", await sheet([1, 3, 4, 7, 11, 14].map((page) => pageOf(draft, page)), 3, { width: 310, height: 174 }, 8));
  const page = await browser.newPage();
  await page.setViewport({ width: 1200, height: 900 });
  await page.goto(pathToFileURL(join(dir, "导入核对.html")).href);
  await save("import-review", await sharp(await page.screenshot()).resize(WIDTH).png().toBuffer());
  await page.close();
}

/** Waits until the slide's motion ends. */
async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  });
}

/** A pressed figure and the row behind it, on the deck's slide of key figures. */
async function saveOrigin(page) {
  await page.evaluate(() => void (location.hash = `#/${document.querySelector(".layout-figures:has(.cell-hero)").id}`));
  await page.waitForSelector(".layout-figures.present");
  await page.click(".present .cell-hero data");
  await settle(page);
  await save("origin", await sharp(await page.screenshot()).resize(WIDTH, HEIGHT).png().toBuffer());
  await page.keyboard.press("Escape");
  await page.evaluate(() => void (location.hash = "#/figures-2"));
  await page.waitForSelector("#figures-2.present");
}

async function saveShow(browser, { out }) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 810 });
  await page.goto(`${pathToFileURL(join(out, "政府工作报告.html"))}#/figures-2`);
  await page.waitForSelector("html.started");
  await page.keyboard.press("o");
  await page.waitForSelector(".overview");
  await page.waitForNetworkIdle({ idleTime: 300 });
  await settle(page);
  await save("overview", await sharp(await page.screenshot()).resize(WIDTH, HEIGHT).png().toBuffer());
  await page.keyboard.press("Escape");
  await saveOrigin(page);
  const opened = new Promise((resolve) => page.once("popup", resolve));
  // One screen: the deck asks before notes open on it.
  await page.keyboard.press("s");
  await page.waitForSelector(".question");
  // Sooner the same key is taken for one that a worn clicker sends twice.
  await new Promise((done) => setTimeout(done, 200));
  await page.keyboard.press("s");
  const speaker = await opened;
  await speaker.setViewport({ width: 1440, height: 810 });
  await speaker.waitForFunction(() => document.querySelector(".speaker-count")?.textContent.includes("12") === true && document.querySelector(".speaker-now section") !== null);
  await settle(speaker);
  await save("speaker", await sharp(await speaker.screenshot()).resize(WIDTH, HEIGHT).png().toBuffer());
  await speaker.close();
  await page.close();
}

/** A phone as remote, upright and flat, beside the same slide as in the other pictures of the show. */
async function savePhone(browser, { out }) {
  const show = await startPresent(out, join(HOME, "build/cli.js"));
  try {
    if (show.phone === null) throw new Error("This machine is in no network.");
    const deck = await browser.newPage();
    await deck.goto(`${show.deck}#/figures-2`);
    await deck.waitForSelector("html.started");
    const phone = await browser.newPage();
    // A phone has Chinese type of its own; this machine may have none.
    const type = readFileSync(join(HOME, "node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2"), "base64");
    await phone.setBypassCSP(true);
    await phone.goto(`http://127.0.0.1:${show.phone}/#${show.pin}`);
    await phone.addStyleTag({ content: `@font-face { font-family: Han; src: url(data:font/woff2;base64,${type}) } * { font-family: Han, system-ui !important }` });
    await phone.waitForSelector(".phone:not([hidden]):not(.idle) .phone-notes p");
    const shot = async (width, height, scale) => {
      await phone.setViewport({ width, height, deviceScaleFactor: 2 });
      await settle(phone);
      return sharp(await phone.screenshot()).resize({ height: Math.round(height * scale) }).png().toBuffer();
    };
    const [upright, flat] = [await shot(390, 844, 0.6), await shot(844, 390, 0.66)];
    const ground = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: "#d9d9d6" } });
    await save("phone", await ground.composite([{ input: upright, left: 60, top: 17 }, { input: flat, left: 350, top: 141 }]).png().toBuffer());
    for (const page of [deck, phone]) await page.close();
  } finally {
    await show.end();
  }
}

/** A time zone where it is between eleven and noon: inside the opening hours, whatever the clock says here. */
function zoneBeforeNoon() {
  const east = 11 - new Date().getUTCHours();
  return `Etc/GMT${east < 0 ? "+" : "-"}${Math.abs(east)}`;
}

/** The same slide on a phone and on an upright screen. */
async function saveShapes(browser, { out }) {
  const shots = [];
  for (const { file, width, height, hash } of [
    { file: "index.html", width: 400, height: 711, hash: "#/figures-2" },
    { file: "kiosk.html", width: 1080, height: 1920, hash: "" },
  ]) {
    const page = await browser.newPage();
    await page.setViewport({ width, height, deviceScaleFactor: file === "index.html" ? 2 : 1 });
    await page.emulateTimezone(zoneBeforeNoon());
    await page.goto(pathToFileURL(join(out, file)) + hash);
    await page.waitForSelector("html.started");
    if (file === "kiosk.html") {
      await page.evaluate(() => {
        document.querySelector(".present")?.classList.remove("present");
        document.getElementById("figures-2").classList.add("present");
      });
    }
    await settle(page);
    shots.push(await sharp(await page.screenshot()).resize({ height: HEIGHT - 32 }).png().toBuffer());
    await page.close();
  }
  const sizes = await Promise.all(shots.map((shot) => sharp(shot).metadata()));
  const left = [WIDTH / 4, (WIDTH * 3) / 4].map((middle, index) => Math.round(middle - sizes[index].width / 2));
  const ground = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: "#d9d9d6" } });
  await save("shapes", await ground.composite(shots.map((input, index) => ({ input, left: left[index], top: 16 }))).png().toBuffer());
}

/** The desk as a clerk sees it: the page before it, and a report open in it. */
async function saveDesk(browser) {
  const dir = join(work, "desk");
  cpSync(join(HOME, "src/template/county"), dir, { recursive: true });
  const server = spawn(process.execPath, [join(HOME, "build/cli.js"), "desk", dir, "--no-open", "--lang", "zh"], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, HOME: "/home/office", XDG_STATE_HOME: join(work, "state"), XDG_CACHE_HOME: join(work, "cache") } });
  try {
    const url = await new Promise((done, fail) => {
      server.stdout.on("data", (text) => /http:\S+/.test(text) && done(/http:\S+/.exec(text)[0]));
      server.on("exit", (code) => fail(new Error(`the desk ended with ${code}`)));
    });
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    await page.setViewport({ width: 1366, height: 768 });
    const shoot = async (name) => {
      await page.waitForNetworkIdle({ idleTime: 1000, timeout: 120_000 });
      await save(name, await sharp(await page.screenshot()).resize({ width: WIDTH }).png().toBuffer());
    };
    await page.goto(new URL("../../", url).href);
    await page.waitForSelector(".begin-card");
    // Where it lay while the picture was made is nobody's business.
    await page.waitForSelector(".begin-project span");
    await page.$eval(".begin-project span", (node) => (node.textContent = "/home/office/报告"));
    await shoot("desk-begin");
    await page.goto(url);
    const slides = await page.waitForFrame((frame) => frame.url().endsWith("/slides"));
    // A desk's machine has Chinese type of its own; this one may have none in bold.
    const type = readFileSync(join(HOME, "node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-600-normal.woff2"), "base64");
    await slides.addStyleTag({ content: `@font-face { font-family: Han; src: url(data:font/woff2;base64,${type}) } h2 { font-family: Han !important }` });
    await (await slides.waitForSelector('[data-id="progress"]')).click();
    await page.waitForSelector(".desk-form .desk-form-block");
    await shoot("desk");
    await page.close();
  } finally {
    server.kill();
  }
}

/** What is drawn, by the name of its step; each gets a browser and the built decks of the guide. */
const STEPS = {
  examples: (_, decks) => saveExamples(decks),
  top: saveTop,
  long: saveLong,
  themes: saveThemes,
  beginnings: saveBeginnings,
  changes: saveChanges,
  import: saveImport,
  desk: saveDesk,
  show: (browser, decks) => saveShow(browser, decks.get("town")),
  phone: (browser, decks) => savePhone(browser, decks.get("town")),
  shapes: (browser, decks) => saveShapes(browser, decks.get("town")),
};

async function main(names) {
  mkdirSync(IMAGES, { recursive: true });
  const decks = new Map(["town", "text"].map((name) => [name, build(join(GUIDE, name), name)]));
  const browser = await puppeteer.launch({ executablePath: findBrowser() ?? undefined, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    for (const name of names) await STEPS[name](browser, decks);
  } finally {
    await browser.close();
  }
}

try {
  const prepared = spawnSync(process.execPath, [join(HOME, "src/setup.mjs")], { stdio: "inherit" });
  if (prepared.status !== 0) process.exit(prepared.status ?? 1);
  const wanted = process.argv.slice(2).filter((name) => Object.hasOwn(STEPS, name));
  await main(wanted.length === 0 ? Object.keys(STEPS) : wanted);
} finally {
  rmSync(work, { recursive: true, force: true });
}
