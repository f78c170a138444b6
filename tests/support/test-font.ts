/** A font for pages that tests print without a theme: a font of the machine may be one that PDF embeds as Type 3, or there may be none. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cutFont } from "../../src/fonts/font-work.ts";
import { HOME } from "./project.ts";

const FILE = "node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2";
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join("");

/** Styles that set every word of a page in it: basic Latin and the bullet of a list. */
export async function testFontCss(): Promise<string> {
  const bytes = await cutFont({ font: readFileSync(join(HOME, FILE)), text: `${ASCII}•`, axes: { wght: 400 }, format: "truetype" });
  return `@font-face { font-family: Test; src: url(data:font/ttf;base64,${Buffer.from(bytes).toString("base64")}) } :root { font-family: Test } h1, h2, h3, th { font-weight: 400 }`;
}

const HAN = "node_modules/@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff2";

/** The same for a page of Chinese text: how its lines break must not follow the machine's fonts. */
export async function testFontCssFor(text: string): Promise<string> {
  const bytes = await cutFont({ font: readFileSync(join(HOME, HAN)), text: `${ASCII}${text}`, axes: {}, format: "woff2" });
  return `@font-face { font-family: Han; src: url(data:font/woff2;base64,${Buffer.from(bytes).toString("base64")}) } :root { font-family: Han }`;
}
