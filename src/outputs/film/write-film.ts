/** `kiosk.mp4`: the loop as a film without sound, for walls of LEDs, players that take only a file, and video channels. */
import { pageError, pageRequest } from "../../diagnostics/messages/pages.ts";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { RenderedSlide } from "../../render/rendered.ts";
import type { World } from "../../world/world.ts";
import { joinStreams } from "./h264.ts";
import { writeMp4 } from "./mp4.ts";
import { planShots, RATE } from "./plan-shots.ts";

/** The name of the file, below the output folder. */
const FILM = "kiosk.mp4";
const LONG_SIDE = 1920;
const SHORT_SIDE = 1080;

export interface FilmWork {
  /** From writeFilmPage. */
  readonly page: Uint8Array;
  /** Those of the loop, in its order. */
  readonly slides: readonly RenderedSlide[];
  readonly upright: boolean;
  /** The bundled script that encodes in a browser. */
  readonly encoder: string;
  readonly onShot: (done: number, all: number) => void;
  readonly world: World;
  readonly report: Report;
}

export interface FilmFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly drawnBy: string;
  readonly encodedBy: string;
}

/** The file; reports what the page must not do. */
export async function writeFilm({ page, slides, upright, encoder, onShot, world, report }: FilmWork): Promise<FilmFiles> {
  const format = { width: upright ? SHORT_SIDE : LONG_SIDE, height: upright ? LONG_SIDE : SHORT_SIDE, rate: RATE };
  const shown = slides.map(({ id, seconds }) => ({ id, seconds: seconds > 0 ? seconds : 1 }));
  const { streams, complaints, drawnBy, encodedBy } = await world.drawFilm({ html: page, format, shots: planShots(shown), encoder, onShot });
  for (const { type, text } of complaints) report(type === "request" ? pageRequest(FILM, text) : pageError(FILM, text));
  return { files: new Map([[FILM, writeMp4(joinStreams(streams), format)]]), drawnBy, encodedBy };
}
