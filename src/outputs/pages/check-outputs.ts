/** Which pages of a build are looked at, made ready for it: the stage, the single file on a telephone, the loop upright. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Deck } from "../../model/deck.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { World } from "../../world/world.ts";
import type { FontCutter } from "../fonts/cut-fonts.ts";
import type { PlannedFace } from "../fonts/plan-fonts.ts";
import { inlineFaces } from "../handouts/print-documents.ts";
import type { EncodedImages } from "../images.ts";
import { singleFileName } from "../single-file.ts";
import { checkPages, type ViewedPage } from "./check-pages.ts";
import { PHONE, PORTRAIT, renderStage, STAGE } from "./views.ts";

export interface Viewing {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly images: EncodedImages;
  readonly faces: readonly PlannedFace[];
  readonly cutter: FontCutter;
  readonly world: World;
  readonly report: Report;
}

/** `files` are the finished ones by name; what is not among them is not looked at, but for the stage. */
export async function checkOutputs(files: ReadonlyMap<string, Uint8Array>, viewing: Viewing): Promise<void> {
  const { deck, model, images, world, report } = viewing;
  const facesOf = await inlineFaces(["slides"], viewing);
  const pages: ViewedPage[] = [{ view: STAGE, file: "slides", ...renderStage(deck, images, facesOf("slides")) }];
  const single = singleFileName(deck.title);
  for (const [view, file] of [[PHONE, single], ...(model.settings.kiosk.portrait ? [[PORTRAIT, "kiosk.html"] as const] : [])] as const) {
    const bytes = files.get(file);
    if (bytes !== undefined) pages.push({ view, file, html: bytes, pictures: new Map() });
  }
  await checkPages(pages, deck, model, world, report);
}
