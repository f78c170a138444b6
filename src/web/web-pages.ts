/** What a browser shows of a deck: web deck, single file and kiosk, made with shared fonts and pictures, and measured on request. */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deck } from "../model/deck.ts";
import type { Theme } from "../model/theme.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import type { World } from "../world/world.ts";
import type { FontCutter } from "../fonts/cut-fonts.ts";
import { narrowBold } from "../fonts/narrow-bold.ts";
import { FONT_SETS, type FontSet, type PlannedFace } from "../fonts/plan-fonts.ts";
import { SCREEN_BOX, type EncodedBoxes } from "../pictures/encode-pictures.ts";
import { writeKioskPage } from "./kiosk-page.ts";
import type { Material } from "./material.ts";
import type { OutputName } from "../model/output-names.ts";
import { checkOutputs, type Viewing } from "./pages/check-outputs.ts";
import { writeSingleFile } from "./single-file.ts";
import type { Timer } from "../world/timer.ts";
import { writeWebDeck } from "./web-deck.ts";

export interface Measuring extends Pick<Viewing, "script" | "stage"> {
  /** Waits for this before measuring; rejects if no measuring is needed. */
  readonly before: () => Promise<unknown>;
}

export interface WebShop {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly theme: Theme;
  readonly client: Material["client"];
  readonly wanted: ReadonlySet<OutputName>;
  /** How the browser measures pages; null if it measures none. */
  readonly measuring: Measuring | null;
  readonly faces: readonly PlannedFace[];
  readonly cutter: FontCutter;
  readonly pictures: EncodedBoxes;
  readonly timed: Timer;
  readonly world: World;
  readonly report: Report;
}

/** Files by name; reports faults found on the pages. */
export async function writeWebPages(shop: WebShop): Promise<Map<string, Uint8Array>> {
  const { deck, model, measuring, timed, world, report } = shop;
  const files = await writePages(shop);
  if (measuring === null) return files;
  await measuring.before();
  await timed("pages", () => checkOutputs(files, { deck, model, ...measuring, world, report }));
  return files;
}

/** Whether the wanted outputs include a web page. */
export function hasWebPages(wanted: ReadonlySet<OutputName>): boolean {
  return wanted.has("deck") || wanted.has("single") || wanted.has("kiosk");
}

async function writePages({ deck, model, theme, client, wanted, faces, cutter, pictures, timed }: WebShop): Promise<Map<string, Uint8Array>> {
  if (!hasWebPages(wanted)) return new Map();
  const set: FontSet = wanted.has("single") || model.settings.notes === "public" ? "notes" : "slides";
  const needed = faces.filter(({ role }) => FONT_SETS[set].includes(role));
  const fonts = await timed("web fonts", () => cutter.cut(narrowBold(needed, deck, theme.css), "woff2"));
  const material: Material = { deck, model, images: pictures(SCREEN_BOX), fonts, client };
  return new Map([
    ...(wanted.has("deck") ? await timed("deck", () => writeWebDeck(material)) : []),
    ...(wanted.has("single") ? await timed("single", () => writeSingleFile(material)) : []),
    ...(wanted.has("kiosk") ? await timed("kiosk", () => writeKioskPage(material)) : []),
  ]);
}
