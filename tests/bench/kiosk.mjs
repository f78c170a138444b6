/**
 * What a loop costs a screen: the time to its first slide, how smoothly slides follow each other, memory over many changes of slides with nothing forced, and the processor's time of slides that stand still.
 * node tests/bench/kiosk.mjs FOLDER [changes, 50000] [seconds for each slide at rest, 20]
 */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer";
import { findBrowser } from "../../src/setup.mjs";

const [folder, changes = "50000", rest = "20"] = process.argv.slice(2);
/** A change follows the next as fast as the browser draws, in seconds. */
const STAY = 0.02;
/** Between two looks at the memory, in milliseconds. */
const PAUSE = 60_000;
/** How long most slides move when they come, in milliseconds. */
const MOTION = 800;

const wait = (time) => new Promise((done) => setTimeout(done, time));
const shareOf = (ticks, time) => Number(((ticks * 1000) / time).toFixed(1));

/** The processes of pages, that which worked most first. */
async function findRenderers(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").toSorted((a, b) => b.cpuTime - a.cpuTime).map(({ id }) => id);
}

/** Memory that belongs to the processes of pages alone, in MB (Linux). */
async function memoryOf(browser) {
  const sizes = (await findRenderers(browser)).map((pid) => Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}

/** Hundredths of a second that a process has used. */
function ticksOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

const loopOf = (seconds) => readFileSync(join(folder, "kiosk.html"), "utf8").replace(/"seconds":[\d.]+/g, `"seconds":${seconds}`);

async function openLoop(browser, dir, seconds, size, before) {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.evaluateOnNewDocument(before);
  const path = join(dir, "kiosk.html");
  writeFileSync(path, loopOf(seconds));
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector("html.started .present");
  return page;
}

/** The folder as a web server gives it, with a fast loop. */
async function serveFolder() {
  const loop = loopOf(STAY);
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  manifest.outputs["kiosk.html"] = createHash("sha256").update(loop).digest("hex");
  const files = new Map([["/kiosk.html", loop], ["/manifest.json", JSON.stringify(manifest)], ["/kiosk/", readFileSync(join(folder, "kiosk/index.html"))], ["/kiosk/worker.js", readFileSync(join(folder, "kiosk/worker.js"))]]);
  const server = createServer((request, response) => {
    const content = files.get(request.url);
    response.writeHead(content === undefined ? 404 : 200, { "content-type": request.url.endsWith(".js") ? "text/javascript" : "text/html" });
    response.end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}/kiosk/`, close: () => server.close() };
}

/** Through the player, as a screen shows it. */
async function measureMemory(browser) {
  const served = await serveFolder();
  const page = await browser.newPage();
  await page.setViewport({ width: 480, height: 270 });
  await page.evaluateOnNewDocument(() => {
    // At this speed each slide is caught while it fades in, which the loop would take for a fault; it was loaded again just now, so it waits.
    Object.defineProperty(window, "sessionStorage", { value: { getItem: () => String(Date.now()), setItem: () => undefined } });
    if (parent !== window) return;
    Object.assign(window, { changes: 0, fresh: 0 });
    let [slide, up] = ["", null];
    addEventListener("message", ({ data, source }) => {
      const frame = document.querySelector("iframe.up:not(.old)");
      if (frame === null || source !== frame.contentWindow) return;
      if (frame !== up) window.fresh += 1;
      if (data.slide !== slide) window.changes += 1;
      [slide, up] = [data.slide, frame];
    });
  });
  await page.goto(served.url);
  // Each question to the page leaves something behind in it, so there are few.
  for (let done = 0; done < Number(changes); ) {
    await wait(PAUSE);
    const [count, frames] = await page.evaluate(() => [window.changes, window.fresh]);
    done = count;
    console.log(`${done} changes in ${frames} frames: ${await memoryOf(browser)} MB`);
  }
  await page.close();
  served.close();
}

async function measureRest(browser, dir) {
  const page = await openLoop(browser, dir, 10, { width: 1920, height: 1080 }, () => {
    const Real = Date;
    let at = 1;
    window.Date = class extends Real {
      constructor(...parts) {
        if (parts.length === 0) super(at);
        else super(...parts);
      }
      static now() {
        return at;
      }
    };
    window.goTo = (time) => (at = time);
  });
  const [pid] = await findRenderers(browser);
  const count = await page.$$eval(".slides > section", (slides) => slides.length);
  const shares = new Map();
  for (let time = 1; shares.size < count; time += 5000) {
    await page.evaluate((now) => window.goTo(now), time);
    // The loop looks at the clock each second; then motion ends.
    await wait(3000);
    const id = await page.evaluate(() => document.documentElement.dataset.slide);
    if (shares.has(id)) continue;
    const [ticks, begun] = [ticksOf(pid), performance.now()];
    await wait(Number(rest) * 1000);
    shares.set(id, shareOf(ticksOf(pid) - ticks, performance.now() - begun));
  }
  const sorted = [...shares].toSorted((a, b) => b[1] - a[1]);
  console.log(`processor at rest, in % of a core: median ${sorted[Math.floor(count / 2)][1]}, most ${sorted.slice(0, 3).map(([id, share]) => `${share} (${id})`).join(", ")}`);
}

/** From the navigation to the first picture, in milliseconds. */
async function measureStart(browser, dir) {
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    const page = await openLoop(browser, dir, 10, { width: 1920, height: 1080 }, () => undefined);
    const painted = await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
    times.push(Math.round(await painted.jsonValue()));
    await page.close();
  }
  console.log(`first slide after ${Math.min(...times)} ms (five starts: ${times.join(", ")})`);
}

/** Pictures a second while slides follow each other. */
async function measureTransitions(browser, dir) {
  const page = await openLoop(browser, dir, 2, { width: 1920, height: 1080 }, () => undefined);
  const rates = await page.evaluate((time, count) => new Promise((done) => {
    const found = [];
    new MutationObserver(() => {
      const begun = performance.now();
      let pictures = 0;
      const next = () => {
        pictures += 1;
        if (performance.now() - begun < time) return requestAnimationFrame(next);
        found.push(Math.round((pictures * 1000) / (performance.now() - begun)));
        if (found.length === count) done(found);
      };
      requestAnimationFrame(next);
    }).observe(document.documentElement, { attributeFilter: ["data-slide"] });
  }), MOTION, 20);
  await page.close();
  const sorted = rates.toSorted((a, b) => a - b);
  console.log(`pictures a second in the ${MOTION} ms after a change: median ${sorted[10]}, least ${sorted[0]} (20 changes)`);
}

const dir = mkdtempSync(join(tmpdir(), "luduan-bench-"));
const browser = await puppeteer.launch({ executablePath: findBrowser(), args: ["--hide-scrollbars", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])] });
try {
  console.log(await browser.version());
  await measureStart(browser, dir);
  await measureTransitions(browser, dir);
  if (Number(rest) > 0) await measureRest(browser, dir);
  if (Number(changes) > 0) await measureMemory(browser);
} finally {
  await browser.close();
  rmSync(dir, { recursive: true, force: true });
}
