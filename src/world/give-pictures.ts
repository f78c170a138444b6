/** Pictures on their way to a tab: each by itself, so that no text ever holds all of them. */
import type { Page } from "puppeteer-core";
import type { PagePicture } from "./world.ts";

/** Runs in the tab, as text: bytes become a picture at an address of the tab's own. */
const KEEP = `({ address, type, data }) => {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  (window.pictures ??= new Map()).set(address, URL.createObjectURL(new Blob([bytes], { type })));
}`;

/** Runs in the tab: a document that is printed shows nothing any more. */
const FORGET = `(() => {
  document.body.replaceChildren();
  for (const url of window.pictures.values()) URL.revokeObjectURL(url);
  window.pictures.clear();
})()`;

/** Part of a script in the tab: HTML with the given pictures in place, before it is shown. Nothing else is at these addresses. */
export const SHOW_PICTURES = `(html) => {
  const shown = document.createElement("template");
  shown.innerHTML = html;
  for (const image of shown.content.querySelectorAll("img")) image.src = window.pictures?.get(image.getAttribute("src")) ?? image.getAttribute("src");
  return shown.content;
}`;

/** Gives pictures to a tab, by the addresses that stand in its document. */
export async function givePictures(page: Page, pictures: ReadonlyMap<string, PagePicture>): Promise<void> {
  for (const [address, { type, bytes }] of pictures) {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
    await page.evaluate(`(${KEEP})(${JSON.stringify({ address, type, data })})`);
  }
}

/** Takes the pictures and the document with them out of a tab. */
export async function takePictures(page: Page): Promise<void> {
  await page.evaluate(FORGET);
}
