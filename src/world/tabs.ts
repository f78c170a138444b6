/** A few tabs that print one document after the other: fonts are sent and read once a tab, and memory stays bounded. */
import { availableParallelism } from "node:os";
import type { Page } from "puppeteer";
import { givePictures, SHOW_PICTURES, takePictures } from "./give-pictures.ts";
import { PATIENCE, type RunningBrowser } from "./running-browser.ts";
import type { PdfRequest } from "./world.ts";

/** Each tab holds the fonts, one document and its pages. */
const MOST = 3;
const MILLIMETRES_PER_INCH = 25.4;

export interface Tabs {
  print(request: PdfRequest): Promise<Uint8Array>;
}

interface Tab {
  readonly page: Page;
  /** Sheets of fonts that it has, in the order of its style elements. */
  readonly faces: string[];
}

/** Opens tabs at once, while what they will print is still made: as many as there are documents or processors; others when they are needed. */
export function createTabs(browser: RunningBrowser, documents: number): Tabs {
  const most = Math.max(1, Math.min(MOST, availableParallelism()));
  const idle = Array.from({ length: Math.min(most, documents) }, () => openTab(browser));
  // A failure stays in the promise, where `print` finds it.
  for (const tab of idle) tab.catch(() => undefined);
  const waiting: (() => void)[] = [];
  let free = most;
  const take = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((done) => void waiting.push(done));
  };
  const giveBack = (): void => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return {
    async print(request) {
      await take();
      try {
        const tab = await (idle.pop() ?? openTab(browser));
        const pdf = await printIn(tab, request);
        // One that failed is not used again.
        idle.push(Promise.resolve(tab));
        return pdf;
      } finally {
        giveBack();
      }
    },
  };
}

/**
 * Before anything else comes the policy that keeps documents from loading or running anything. Nobody looks at the tab: what it
 * would lay out for a screen before printing, and once more after it, takes a third of the time.
 */
const EMPTY = `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:">
<title></title>
<style></style>
<style media="screen">body { display: none }</style>
`;

async function openTab(browser: RunningBrowser): Promise<Tab> {
  const page = await browser.newPage();
  await page.setOfflineMode(true);
  await page.setContent(EMPTY, { waitUntil: "load", timeout: PATIENCE });
  return { page, faces: [] };
}

/**
 * Runs in the tab, as text. Fonts of other documents are switched off: a page looks the same whatever was printed before it.
 * Page margins do not wait for the fonts that only they are set in: all are loaded before printing.
 */
const FILL = `({ added, used, lang, title, style, bodyClass, body }) => {
  for (const css of added) document.head.append(Object.assign(document.createElement("style"), { className: "faces", textContent: css }));
  document.querySelectorAll("style.faces").forEach((sheet, index) => { if (sheet.disabled === used.includes(index)) sheet.disabled = !used.includes(index); });
  document.documentElement.lang = lang;
  document.title = title;
  document.querySelector("head > style").textContent = style;
  document.body.className = bodyClass;
  document.body.replaceChildren((${SHOW_PICTURES})(body));
  const fonts = Array.from(document.fonts, (font) => font.load());
  const images = Array.from(document.images, (image) => image.complete || new Promise((done) => image.onload = image.onerror = done));
  return Promise.allSettled([...fonts, ...images]).then(() => true);
}`;

async function printIn({ page, faces: had }: Tab, { faces, width, height, scale, pictures = new Map(), ...content }: PdfRequest): Promise<Uint8Array> {
  const added = faces.filter((sheet) => !had.includes(sheet));
  had.push(...added);
  const used = faces.map((sheet) => had.indexOf(sheet));
  await givePictures(page, pictures);
  await page.evaluate(`(${FILL})(${JSON.stringify({ ...content, added, used })})`);
  const pdf = await page.pdf({
    width: `${width / MILLIMETRES_PER_INCH}in`,
    height: `${height / MILLIMETRES_PER_INCH}in`,
    scale,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: PATIENCE,
  });
  if (pictures.size > 0) await takePictures(page);
  return pdf;
}
