/** Encodes pictures as H.264 in a page of the browser, where the system has no ffmpeg; other bytes each time. */
import type { Page } from "puppeteer-core";
import type { FilmEncoder } from "./encode-with-ffmpeg.ts";
import { openOwnPage } from "./own-page.ts";
import { WorldError, type FilmFormat } from "./world.ts";

const BLANK = "<!doctype html><meta charset=\"utf-8\"><title></title>";

/** `page` is new and used for nothing else; `script` is the bundled encoder. Throws a WorldError if the browser has no encoder for H.264. */
export async function openBrowserEncoder(page: Page, script: string, { width, height, rate }: FilmFormat): Promise<FilmEncoder> {
  const { loaded } = await openOwnPage(page, new TextEncoder().encode(BLANK));
  await loaded;
  await page.evaluate(script);
  const size = JSON.stringify({ width, height, rate });
  if ((await page.evaluate(`window.filmEncoder.supports(${size})`)) !== true) throw new WorldError("missing-encoder", "", "");
  return {
    name: await page.browser().version(),
    async encode(pictures, hold) {
      const texts = pictures.map((picture) => Buffer.from(picture).toString("base64"));
      const stream: unknown = await page.evaluate(`window.filmEncoder.encode(${size}, ${JSON.stringify(texts)}, ${hold})`);
      return Buffer.from(String(stream), "base64");
    },
    end: () => undefined,
  };
}
