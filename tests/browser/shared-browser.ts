/** One Chromium for all tests of a file, and pages that record every complaint of the browser. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { launch, type Browser, type BrowserContext, type Page } from "puppeteer";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { findBrowser } from "../../src/world/find-browser.mjs";

export interface WatchedPage {
  readonly page: Page;
  /** Console errors and warnings, uncaught exceptions, policy violations, failed requests. */
  readonly complaints: string[];
}

export interface SharedBrowser {
  /** A page in its own context. One that a test opens closes after it: a deck that plays on takes its share of the processor from all that follow. Others close with the browser. */
  readonly open: (options?: { width?: number; height?: number; reducedMotion?: boolean }) => Promise<WatchedPage>;
  readonly browser: () => Browser;
}

/** Call at the top of a test file. */
export function sharedBrowser(): SharedBrowser {
  let browser: Browser | null = null;
  beforeAll(async () => {
    const root = process.getuid?.() === 0;
    browser = await launch({ executablePath: findBrowser() ?? "", args: [...(root ? ["--no-sandbox"] : []), "--hide-scrollbars"] });
  });
  afterAll(async () => browser?.close());
  let ofTest: BrowserContext[] | null = null;
  beforeEach(() => void (ofTest = []));
  afterEach(async () => {
    const contexts = ofTest ?? [];
    ofTest = null;
    // One that a test has closed, or whose browser it has killed, is gone already.
    await Promise.all(contexts.map((context) => context.close().catch(() => undefined)));
  });
  const running = (): Browser => {
    if (browser === null) throw new Error("The browser has not started.");
    return browser;
  };
  return {
    browser: running,
    open: async ({ width = 1280, height = 720, reducedMotion = false } = {}) => {
      const context = await running().createBrowserContext();
      ofTest?.push(context);
      const page = await context.newPage();
      await page.setViewport({ width, height });
      if (reducedMotion) await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
      return { page, complaints: watch(page) };
    },
  };
}

/** Collects what a page complains of. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (failure) => complaints.push(String(failure)));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  return complaints;
}

const POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = { css: "text/css", js: "text/javascript" };

/** Serves files from memory under the web deck's strict policy. */
export async function serve(files: ReadonlyMap<string, string | Uint8Array>): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const content = files.get(path);
    const type = TYPES[path.split(".").pop() ?? ""] ?? "text/html";
    response.writeHead(content === undefined ? 404 : 200, { "content-type": `${type}; charset=utf-8`, "content-security-policy": POLICY });
    response.end(content ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}
