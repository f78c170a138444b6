/** luduan setup: gets a browser for PDFs where the machine has none. */
import { fileURLToPath } from "node:url";
import { getBrowser } from "../world/get-browser.mjs";
import type { Output, Place } from "./output.ts";
import { words } from "./words.ts";

/** 0 with the browser's path, 2 if none could be had. */
export function runSetup(place: Place, output: Output): number {
  const say = (zh: string, en: string): void => output.warn(`${output.lang === "zh" ? zh : en}\n`);
  const browser = getBrowser({ home: fileURLToPath(place.home), insist: true, again: `${place.luduan} setup`, say });
  if (browser !== null) output.print(words(output.lang).ready(browser));
  return browser === null ? 2 : 0;
}
