/** What a person waits for: the first paint of a built deck, and the time from saving an edit to seeing it. */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import puppeteer from "puppeteer";
import { findBrowser } from "../../src/setup.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml" };

/** Runs an action with a browser of its own. */
export async function withBrowser(action) {
  const browser = await puppeteer.launch({ executablePath: findBrowser(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    return await action(browser);
  } finally {
    await browser.close();
  }
}

/** Milliseconds to the first contentful paint of index.html over loopback, in a fresh browser context each time. */
export async function firstPaint(dir, runs) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    readFile(join(dir, path === "/" ? "index.html" : path)).then(
      (bytes) => response.writeHead(200, { "content-type": TYPES[extname(path)] ?? TYPES[".html"] }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${server.address().port}/`;
  try {
    return await withBrowser(async (browser) => {
      const times = [];
      for (let i = 0; i <= runs; i += 1) {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.setViewport({ width: 1920, height: 1080 });
        await page.goto(url);
        const time = await page.evaluate(
          () =>
            new Promise((done) => {
              new PerformanceObserver((list) => {
                const entry = list.getEntriesByName("first-contentful-paint")[0];
                if (entry) done(entry.startTime);
              }).observe({ type: "paint", buffered: true });
            }),
        );
        if (i > 0) times.push(time);
        await context.close();
      }
      return times;
    });
  } finally {
    server.close();
  }
}

/** Milliseconds from writing a changed slide until the page shows the new text. */
export async function editToSeen(dir, cli, runs) {
  const server = spawn(process.execPath, [cli, "dev", dir, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const url = await new Promise((done, fail) => {
      let text = "";
      server.stdout.on("data", (chunk) => {
        text += chunk;
        const found = /http:\/\/\S+/.exec(text);
        if (found) done(found[0]);
      });
      server.on("exit", (code) => fail(new Error(`dev server ended with ${code}`)));
    });
    return await withBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForSelector(".reveal.ready");
      const files = (await readdir(join(dir, "slides"))).filter((name) => name.endsWith(".md")).toSorted();
      const file = join(dir, "slides", files[0]);
      const original = await readFile(file, "utf8");
      const times = [];
      for (let i = 0; i <= runs; i += 1) {
        const mark = `改动${i}号`;
        const seen = page.waitForFunction((text) => document.querySelector(".slides").textContent.includes(text), { polling: "mutation", timeout: 10_000 }, mark);
        const started = performance.now();
        await writeFile(file, original.replace(/^## (.*)$/m, `## ${mark}$1`));
        await seen;
        if (i > 0) times.push(performance.now() - started);
      }
      await writeFile(file, original);
      return times;
    });
  } finally {
    server.kill();
  }
}
