/** Which pages of a build are looked at: the stage, the single file on a telephone, the loop upright. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Deck } from "../../model/deck.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { InspectedPage, World } from "../../world/world.ts";
import type { FontCutter } from "../fonts/cut-fonts.ts";
import type { PlannedFace } from "../fonts/plan-fonts.ts";
import { inlineFaces } from "../handouts/print-documents.ts";
import { composePage } from "../handouts/print-page.ts";
import { onStage } from "../handouts/stage.ts";
import type { EncodedImages } from "../images.ts";
import { renderSlides } from "../page.ts";
import { singleFileName } from "../single-file.ts";
import { checkPages, type LookedPage } from "./check-pages.ts";
import { measuringScript, PHONE, PORTRAIT, STAGE, type View } from "./views.ts";

export interface Viewing {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly images: EncodedImages;
  readonly faces: readonly PlannedFace[];
  readonly cutter: FontCutter;
  /** The bundled script that measures. */
  readonly script: string;
  /** What is found where the slides are printed; empty where they are not. */
  readonly printed: () => Promise<readonly InspectedPage[]>;
  readonly world: World;
  readonly report: Report;
}

/** Pages of more bytes than this are looked at one after the other: each takes a browser many times as much. */
const HEAVY = 4_000_000;

/** `files` are the finished ones by name; what is not among them is not looked at, but for the stage. */
export async function checkOutputs(files: ReadonlyMap<string, Uint8Array>, viewing: Viewing): Promise<void> {
  const { deck, model, report } = viewing;
  const windows = [[PHONE, singleFileName(deck.title)], ...(model.settings.kiosk.portrait ? [[PORTRAIT, "kiosk.html"] as const] : [])] as const;
  const looks: (() => Promise<LookedPage>)[] = [
    async () => ({ view: STAGE, file: "slides", parts: await lookAtStage(viewing) }),
    ...windows.flatMap(([view, file]) => {
      const html = files.get(file);
      return html === undefined ? [] : [async () => ({ view, file, parts: [await lookAt(html, view, viewing)] })];
    }),
  ];
  const pages: LookedPage[] = [];
  if ([...files.values()].some(isHeavy)) for (const look of looks) pages.push(await look());
  else pages.push(...(await Promise.all(looks.map((look) => look()))));
  checkPages(pages, deck, model, report);
}

/** As they are printed, or all of them in one document for this alone. */
async function lookAtStage(viewing: Viewing): Promise<readonly InspectedPage[]> {
  const { deck, images, script, world } = viewing;
  const printed = await viewing.printed();
  if (printed.length > 0) return printed;
  const faces = (await inlineFaces(["slides"], viewing))("slides");
  const content = { ...composePage(deck, { body: "", css: "" }, renderSlides(deck.slides, false), images), faces };
  return [await world.measurePage(onStage(content, measuringScript(script, STAGE), null))];
}

function isHeavy({ length }: Uint8Array): boolean {
  return length > HEAVY;
}

function lookAt(html: Uint8Array, view: View, { script, world }: Viewing): Promise<InspectedPage> {
  const { width, height } = view;
  return world.inspectPage({ html, heavy: isHeavy(html), width, height, phone: view === PHONE, script: measuringScript(script, view) });
}
