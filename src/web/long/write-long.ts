/** The long picture for phones (一图读懂): one page, its pictures cut between slides, and their words as a text file. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { pageError, pageRequest } from "../../diagnostics/messages/pages.ts";
import type { CutFace } from "../../fonts/cut-fonts.ts";
import { encodeText } from "../../model/encode-text.ts";
import type { Language } from "../../model/settings.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import { encodeSlice, type EncodedSlice } from "../../pictures/encode-slice.ts";
import type { EncodedImages } from "../../pictures/images.ts";
import type { World } from "../../world/world.ts";
import { writeLongPage } from "./long-page.ts";
import { planSlices, type Slice } from "./plan-slices.ts";
import { parseLongMeasure } from "./read-measure.ts";
import { textOfSlices } from "./slice-texts.ts";

/** The page is as wide as a phone; drawn threefold it has the 1,080 pixels that are customary. */
const WIDTH = 360;
const SCALE = 3;
/** Highest picture in pixels: taller ones are scaled down by phones that lack memory. */
const MOST_PIXELS = 4000;

export interface LongWork {
  readonly deck: RenderedDeck;
  /** From renderLongBody. */
  readonly body: string;
  /** As WOFF2. */
  readonly fonts: readonly CutFace[];
  readonly images: EncodedImages;
  /** The bundled script that measures the page. */
  readonly script: string;
  readonly world: World;
  readonly report: Report;
}

export interface LongFiles {
  /** By path: `long.html`, `long/01.png` …, `long/alt.txt`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Name and version of the browser that drew the pictures. */
  readonly browser: string;
}

/** All files of the output; reports what the page must not do. */
export async function writeLong({ deck, body, fonts, images, script, world, report }: LongWork): Promise<LongFiles> {
  const html = writeLongPage(body, deck, fonts, images);
  const most = Math.floor(MOST_PIXELS / SCALE);
  const drawn = await world.drawPage({ html, width: WIDTH, scale: SCALE, script: `${script}\n;window.measureLong()`, strips: (answer) => planSlices(parseLongMeasure(answer), most) });
  for (const { type, text } of drawn.complaints) report(type === "request" ? pageRequest("long.html", text) : pageError("long.html", text));
  const measure = parseLongMeasure(drawn.answer);
  const gaps = measure.parts.flatMap(({ top, gaps: inside }) => [top, ...inside]);
  const slices: (Slice & { readonly bytes: Uint8Array })[] = [];
  for (const [index, strip] of planSlices(measure, most).entries()) {
    const cuts = gaps.filter((gap) => gap > strip.top && gap < strip.bottom).map((gap) => (gap - strip.top) * SCALE);
    const encoded: readonly EncodedSlice[] = await encodeSlice({ bytes: drawn.pictures[index] ?? new Uint8Array(), cuts });
    slices.push(...encoded.map(({ bytes, top, bottom }) => ({ bytes, top: strip.top + top / SCALE, bottom: strip.top + bottom / SCALE })));
  }
  const names = nameSlices(slices.length);
  const text = textOfSlices(measure.parts, slices, names, { title: deck.title, lang: deck.lang satisfies Language });
  const files = new Map([["long.html", html], ...slices.map(({ bytes }, index) => [`long/${names[index]}`, bytes] as const), ["long/alt.txt", encodeText(text)]]);
  return { files, browser: drawn.browser };
}

/** `01.png`, `02.png` …: in the order of their names on every system. */
function nameSlices(count: number): readonly string[] {
  const digits = Math.max(2, `${count}`.length);
  return Array.from({ length: count }, (_, index) => `${`${index + 1}`.padStart(digits, "0")}.png`);
}
