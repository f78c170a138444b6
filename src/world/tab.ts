/** One tab of the shared browser: it keeps the fonts it was given and lays out one document after the other. */
import type { Page } from "puppeteer-core";
import { hearErrors, leadsOut } from "./complaints.ts";
import { givePictures, SHOW_PICTURES, takePictures } from "./give-pictures.ts";
import { whilePageAnswers } from "./heartbeat.ts";
import { PATIENCE, type RunningBrowser } from "./running-browser.ts";
import type { FontedPage, PageComplaint, PdfRequest, PrintPaper, StagedPage, StageRequest } from "./world.ts";

const MILLIMETRES_PER_INCH = 25.4;

export interface Tab {
  readonly page: Page;
  /** Font sheets in the tab, in the order of its style elements. */
  readonly faces: string[];
  /** Complaints about its documents, collected until they are taken. */
  readonly complaints: PageComplaint[];
  /** The result of work that runs a script in the tab; given up if that never ends. */
  readonly attend: <T>(work: Promise<T>) => Promise<T>;
}

/** Nobody sees the tab: layout for a screen, before printing and again after it, would take a third of the time. */
const UNSEEN = "body { display: none }";

/** First comes the policy, which keeps documents from loading or running anything. */
const EMPTY = `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data: blob:">
<title></title>
<style></style>
<style media="screen">${UNSEEN}</style>
`;

export async function openTab(browser: RunningBrowser): Promise<Tab> {
  const page = await browser.newPage();
  const complaints = hearErrors(page);
  page.on("request", (request) => {
    if (leadsOut(request.url())) complaints.push({ type: "request", text: request.url() });
  });
  await page.setOfflineMode(true);
  await page.setContent(EMPTY, { waitUntil: "load", timeout: PATIENCE });
  return { page, faces: [], complaints, attend: (work) => whilePageAnswers(work, page, browser.effort) };
}

/**
 * Runs in the tab, as text. Fonts of other documents are switched off: a page looks the same whatever was printed
 * before it. Page margins do not wait for fonts that only they use, so all fonts are loaded before printing.
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

/** Prints a document. */
export async function printIn(tab: Tab, request: PdfRequest): Promise<Uint8Array> {
  await tab.attend(fill(tab, request));
  const pdf = await print(tab, request);
  await empty(tab, request);
  return pdf;
}

/** Shows a document on a screen, runs a script on it, and prints it if a paper is given. */
export async function measureIn(tab: Tab, { content, paper, width, height, style, script }: StageRequest): Promise<StagedPage> {
  tab.complaints.length = 0;
  await tab.page.setViewport({ width, height });
  await tab.attend(fill(tab, content));
  const answer: unknown = await tab.attend(tab.page.evaluate(`${showOnScreen(style)};\n${script}`));
  await tab.page.evaluate(`${showOnScreen(UNSEEN)}; document.adoptedStyleSheets = []; true`);
  const pdf = paper === null ? new Uint8Array() : await print(tab, paper);
  await empty(tab, content);
  return { answer, complaints: tab.complaints.splice(0), pdf };
}

function showOnScreen(style: string): string {
  return `document.querySelector("head > style[media]").textContent = ${JSON.stringify(style)}`;
}

async function fill({ page, faces: had }: Tab, { faces, pictures = new Map(), lang, title, style, bodyClass, body }: FontedPage): Promise<void> {
  const added = faces.filter((sheet) => !had.includes(sheet));
  had.push(...added);
  const used = faces.map((sheet) => had.indexOf(sheet));
  await givePictures(page, pictures);
  await page.evaluate(`(${FILL})(${JSON.stringify({ lang, title, style, bodyClass, body, added, used })})`);
}

function print({ page }: Tab, { width, height, scale }: PrintPaper): Promise<Uint8Array> {
  return page.pdf({
    width: `${width / MILLIMETRES_PER_INCH}in`,
    height: `${height / MILLIMETRES_PER_INCH}in`,
    scale,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: PATIENCE,
  });
}

async function empty({ page }: Tab, { pictures = new Map() }: FontedPage): Promise<void> {
  if (pictures.size > 0) await takePictures(page);
}
