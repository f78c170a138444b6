/** Sends pictures to a tab one at a time, so that no text ever holds all of them. */
import type { Page } from "puppeteer-core";
import type { PagePicture } from "./world.ts";

/** Runs in the tab, as text: turns bytes into a picture at an address of the tab's own. */
const KEEP = `({ address, type, data }) => {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  (window.pictures ??= new Map()).set(address, URL.createObjectURL(new Blob([bytes], { type })));
}`;

/** Runs in the tab: a printed document needs to show nothing any more. */
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

/** Gives pictures to a tab, by their addresses in its document. */
export async function givePictures(page: Page, pictures: ReadonlyMap<string, PagePicture>): Promise<void> {
  for (const [address, { type, bytes }] of pictures) {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
    await page.evaluate(`(${KEEP})(${JSON.stringify({ address, type, data })})`);
  }
}

/** Removes the pictures from a tab, together with the document. */
export async function takePictures(page: Page): Promise<void> {
  await page.evaluate(FORGET);
}
