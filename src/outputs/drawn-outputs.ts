/** Outputs whose pixels a browser draws: the long picture and the film. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { characterPlaces } from "../fonts/characters.ts";
import type { FontCutter } from "../fonts/cut-fonts.ts";
import { FONT_SETS, planFonts, type PlannedFace } from "../fonts/plan-fonts.ts";
import type { Deck } from "../model/deck.ts";
import type { OutputName } from "../model/output-names.ts";
import type { Theme } from "../model/theme.ts";
import { SCREEN_BOX, type EncodedBoxes } from "../pictures/encode-pictures.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import { writeFilmPage } from "../web/film-page.ts";
import { loopOf } from "../web/kiosk-page.ts";
import { readClientFiles, readClientScript } from "../web/tool-files.ts";
import { renderLongBody } from "../web/long/long-page.ts";
import { writeLong } from "../web/long/write-long.ts";
import type { Timer } from "../world/timer.ts";
import type { World } from "../world/world.ts";
import { writeFilm } from "./film/write-film.ts";

export interface DrawnShop {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly theme: Theme;
  /** Folders that hold themes. */
  readonly themes: readonly string[];
  readonly wanted: ReadonlySet<OutputName>;
  readonly faces: readonly PlannedFace[];
  readonly cutter: FontCutter;
  /** Called while the film is made. */
  readonly onShot: (done: number, all: number) => void;
  readonly pictures: EncodedBoxes;
  readonly timed: Timer;
  readonly world: World;
  readonly report: Report;
}

export interface DrawnOutputs {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The programs on which their bytes depend, by what they did; empty if nothing was drawn. */
  readonly programs: Readonly<Record<string, string>>;
}

/** Whether the wanted outputs include one that is drawn. */
export function hasDrawn(wanted: ReadonlySet<OutputName>): boolean {
  return wanted.has("long") || wanted.has("video");
}

const NOTHING: DrawnOutputs = { files: new Map(), programs: {} };

export async function writeDrawn(shop: DrawnShop): Promise<DrawnOutputs> {
  const long = shop.wanted.has("long") ? await shop.timed("long", () => drawLong(shop)) : NOTHING;
  const film = shop.wanted.has("video") ? await shop.timed("video", () => drawVideo(shop)) : NOTHING;
  return { files: new Map([...long.files, ...film.files]), programs: { ...long.programs, ...film.programs } };
}

/** A character that no font has was reported for the whole deck. */
async function drawLong({ deck, model, theme, themes, cutter, pictures, world, report }: DrawnShop): Promise<DrawnOutputs> {
  const body = await renderLongBody(deck, model, theme);
  const [first] = deck.slides;
  const shown = { ...deck, css: deck.longCss, slides: first === undefined ? [] : [{ ...first, html: body, notes: "" }] };
  const planned = await planFonts(shown, theme, themes, characterPlaces(shown, "", ""), [], world, () => undefined);
  const fonts = await cutter.cut(planned.filter(({ role }) => FONT_SETS.slides.includes(role)), "woff2");
  const { files, browser } = await writeLong({ deck, body, fonts, images: pictures(SCREEN_BOX), script: await readClientScript("long", world), world, report });
  return { files, programs: { drawnBy: browser } };
}

/** Upright where the loop is made for an upright screen. */
async function drawVideo({ deck, model, faces, cutter, pictures, onShot, world, report }: DrawnShop): Promise<DrawnOutputs> {
  const fonts = await cutter.cut(faces.filter(({ role }) => FONT_SETS.slides.includes(role)), "woff2");
  const upright = model.settings.kiosk.portrait === true;
  const page = await writeFilmPage({ deck, model, images: pictures(SCREEN_BOX), fonts }, await readClientFiles("film", world), upright);
  const { files, drawnBy, encodedBy } = await writeFilm({ page, slides: loopOf(deck).slides, upright, encoder: await readClientScript("film-encoder", world), onShot, world, report });
  return { files, programs: { drawnBy, encodedBy } };
}
