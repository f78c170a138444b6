/** Chooses which pages of a build to check: the stage, the single file on a phone, the upright loop. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Deck } from "../../model/deck.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { InspectedPage, World } from "../../world/world.ts";
import { titleFileName } from "../../model/title-file-name.ts";
import { checkPages, type LookedPage } from "./check-pages.ts";
import { measuringScript, PHONE, PORTRAIT, STAGE, type View } from "./views.ts";

export interface Viewing {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  /** The bundled script that measures. */
  readonly script: string;
  /** Results for the slides themselves, on their canvas. */
  readonly stage: () => Promise<readonly InspectedPage[]>;
  readonly world: World;
  readonly report: Report;
}

/** Pages of more bytes than this are checked one after the other: each takes a browser many times its size. */
const HEAVY = 4_000_000;

/** `files` are the finished pages by name; only these are checked, plus the stage. */
export async function checkOutputs(files: ReadonlyMap<string, Uint8Array>, viewing: Viewing): Promise<void> {
  const { deck, model, stage, report } = viewing;
  const windows = [[PHONE, titleFileName(deck.title, "html")], ...(model.settings.kiosk.portrait === true ? [[PORTRAIT, "kiosk.html"] as const] : [])] as const;
  const looks: (() => Promise<LookedPage>)[] = [
    async () => ({ view: STAGE, file: "slides", parts: await stage() }),
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

function isHeavy({ length }: Uint8Array): boolean {
  return length > HEAVY;
}

function lookAt(html: Uint8Array, view: View, { script, world }: Viewing): Promise<InspectedPage> {
  const { width, height } = view;
  return world.inspectPage({ html, heavy: isHeavy(html), width, height, phone: view === PHONE, script: measuringScript(script, view) });
}
