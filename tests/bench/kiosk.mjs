/**
 * What a loop costs a screen: the time to its first slide, memory over many changes of slides with nothing forced, and the processor's time of slides that stand still.
 * node tests/bench/kiosk.mjs FOLDER/kiosk.html [changes, 50000] [seconds for each slide at rest, 20]
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer";
import { findBrowser } from "../../src/setup.mjs";

const [file, changes = "50000", rest = "20"] = process.argv.slice(2);
/** A change follows the next as fast as the browser draws, in seconds. */
const STAY = 0.02;
/** Between two looks at the memory, in milliseconds. */
const PAUSE = 60_000;

const wait = (time) => new Promise((done) => setTimeout(done, time));
const shareOf = (ticks, time) => Number(((ticks * 1000) / time).toFixed(1));

/** The process of the page: of all renderers the one that worked most. */
async function findRenderer(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").toSorted((a, b) => b.cpuTime - a.cpuTime)[0].id;
}

/** Memory of a process that belongs to it alone, in MB (Linux). */
const memoryOf = (pid) => Math.round(Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024);

/** Hundredths of a second that a process has used. */
function ticksOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

async function openLoop(browser, dir, seconds, size, before) {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.evaluateOnNewDocument(before);
  const path = join(dir, "kiosk.html");
  writeFileSync(path, readFileSync(file, "utf8").replace(/"seconds":[\d.]+/g, `"seconds":${seconds}`));
  await page.goto(pathToFileURL(path).href);
  await page.waitForSelector("html.started .present");
  return page;
}

async function measureMemory(browser, dir) {
  const page = await openLoop(browser, dir, STAY, { width: 480, height: 270 }, () => {
    // At this speed each slide is caught while it fades in, which the page would take for a fault; it was loaded again just now, so it waits.
    Storage.prototype.getItem = () => String(Date.now());
    addEventListener("DOMContentLoaded", () => {
      window.changes = 0;
      new MutationObserver(() => (window.changes += 1)).observe(document.documentElement, { attributeFilter: ["data-slide"] });
    });
  });
  const pid = await findRenderer(browser);
  // Each question to the page leaves something behind in it, so there are few.
  for (let done = 0; done < Number(changes); ) {
    await wait(PAUSE);
    done = await page.evaluate(() => window.changes);
    console.log(`${done} changes: ${memoryOf(pid)} MB`);
  }
  await page.close();
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
  const pid = await findRenderer(browser);
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

const dir = mkdtempSync(join(tmpdir(), "luduan-bench-"));
const browser = await puppeteer.launch({ executablePath: findBrowser(), args: ["--hide-scrollbars", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])] });
try {
  console.log(await browser.version());
  await measureStart(browser, dir);
  if (Number(rest) > 0) await measureRest(browser, dir);
  if (Number(changes) > 0) await measureMemory(browser, dir);
} finally {
  await browser.close();
  rmSync(dir, { recursive: true, force: true });
}
