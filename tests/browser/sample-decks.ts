/** The repository's own sample in a theme, built as the command line builds it, and pages that watch it closely. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "puppeteer";
import { build as bundle, type Rollup } from "vite";
import { build } from "../../src/build.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { serve, watch } from "./shared-browser.ts";

const HOME = fileURLToPath(new URL("../../", import.meta.url));

export interface SampleDeck {
  /** The web deck over HTTP, under its strict policy. */
  readonly web: string;
  /** `file://` addresses. */
  readonly single: string;
  readonly kiosk: string;
  readonly audit: string;
  readonly close: () => void;
}

/** Builds the sample in a theme. The loop is fast and made for upright screens. */
export async function buildSample(theme: string): Promise<SampleDeck> {
  const dir = mkdtempSync(join(tmpdir(), "luduan-sample-"));
  for (const folder of ["slides", "data"]) cpSync(join(HOME, folder), join(dir, folder), { recursive: true });
  const settings = join(dir, "slides", "deck.yaml");
  change(settings, { "theme: shuixiang": `theme: ${theme}`, "portrait: auto": "portrait: true" });
  const out = join(dir, "dist");
  const world = createWorld({ home: HOME });
  const { diagnostics, files } = await build({ dir, out, themes: [join(HOME, "themes")], only: ["deck", "single", "kiosk", "audit"], steps: false, onOutput: () => undefined }, world);
  await world.close();
  if (files.size === 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  hurry(join(out, "kiosk.html"));
  const web = await serve(await webFiles(out, [...files.keys()]));
  const single = (await readdir(out)).find((name) => name.endsWith(".html") && !["index.html", "kiosk.html", "audit.html"].includes(name)) ?? "";
  const address = (name: string): string => pathToFileURL(join(out, name)).href;
  const close = (): void => {
    web.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { web: web.url, single: address(single), kiosk: address("kiosk.html"), audit: address("audit.html"), close };
}

/** Throws if the words are missing, since the test would then look at something else. */
function change(path: string, replacements: Readonly<Record<string, string>>): void {
  let text = readFileSync(path, "utf8");
  for (const [old, next] of Object.entries(replacements)) {
    if (!text.includes(old)) throw new Error(`${path} does not say ${old}`);
    text = text.replace(old, next);
  }
  writeFileSync(path, text);
}

/** A slide may not be shown for less than a second; a test does not wait so long. */
function hurry(kiosk: string): void {
  writeFileSync(kiosk, readFileSync(kiosk, "utf8").replace(/"seconds":\d+/g, '"seconds":0.05'));
}

async function webFiles(out: string, names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = names.filter((name) => name === "index.html" || name.startsWith("assets/"));
  return new Map(await Promise.all(wanted.map(async (name) => [name === "index.html" ? "/" : `/${name}`, await readFile(join(out, name))] as const)));
}

/** The script that measures slides from within a page. */
export async function bundleInspector(): Promise<string> {
  const output = { format: "iife", name: "inspection" } as const;
  const input = fileURLToPath(new URL("inspect/page.ts", import.meta.url));
  const result = (await bundle({ configFile: false, root: HOME, logLevel: "warn", publicDir: false, build: { write: false, modulePreload: false, rolldownOptions: { input, output } } })) as Rollup.RollupOutput;
  return result.output[0].code;
}

/** Everything a quiet, closed deck must not do: console messages, failures, requests to other places. */
export function watchClosely(page: Page, home: string): string[] {
  const complaints = watch(page);
  page.on("console", (message) => {
    if (!["error", "warn"].includes(message.type())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(home) && !/^(data:|about:blank)/.test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}

/** Elements that never hold words of their own: most of a slide's elements, each of which would be asked for. */
const WORDLESS = "defs, use, path, rect, circle, ellipse, line, polyline, polygon, image, pattern, clipPath, linearGradient, radialGradient, stop, img, br, :empty";

/** Finds fonts that are not the deck's own below a selector of a page, with the words that use them. */
export async function createFaceFinder(page: Page): Promise<(selector: string) => Promise<string[]>> {
  const session = await page.createCDPSession();
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const findForeign = async (nodeId: number): Promise<string[]> => {
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    const foreign = fonts.filter((font) => !font.isCustomFont).map(({ familyName, glyphCount }) => `${familyName} × ${glyphCount}`);
    return foreign.length === 0 ? [] : [`${foreign.join(", ")}: ${(await session.send("DOM.getOuterHTML", { nodeId })).outerHTML.slice(0, 90)}`];
  };
  const findAll = async (selector: string): Promise<string[]> => {
    const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: `:is(${selector}) :not(.notes, .notes *, title, desc, ${WORDLESS})` });
    return (await Promise.all(nodeIds.map(findForeign))).flat();
  };
  // The page's clock keeps running: if a node was replaced meanwhile, look at all nodes once more.
  return (selector) => findAll(selector).catch((failure: unknown) => (/Could not find node/.test(String(failure)) ? findAll(selector) : Promise.reject(failure)));
}
