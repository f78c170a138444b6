/** Turns a rendered deck into all files of `dist/`; slow parts run in parallel. */
import type { Report } from "../diagnostics/diagnostic.ts";
import type { Deck } from "../model/deck.ts";
import type { SourceFile, Sources } from "../model/sources.ts";
import type { Theme } from "../model/theme.ts";
import type { RenderedDeck } from "../render/rendered.ts";
import { renderLongWords } from "../render/long.ts";
import { renderBooklet } from "../render/booklet/render-booklet.ts";
import type { InspectedPage, World } from "../world/world.ts";
import { writeAudit } from "./audit-files.ts";
import { writeDataFiles } from "./data-files.ts";
import { characterPlaces } from "../fonts/characters.ts";
import { hasDrawn, writeDrawn } from "./drawn-outputs.ts";
import { createFontCutter, type FontCutter } from "../fonts/cut-fonts.ts";
import { figureRecords } from "../web/figure-records.ts";
import { planFonts } from "../fonts/plan-fonts.ts";
import type { PrintedDocument } from "../print/handouts/document.ts";
import { DOCUMENTS } from "../print/handouts/documents.ts";
import { printDocuments } from "../print/handouts/print-documents.ts";
import { printedWords } from "../print/handouts/running.ts";
import { measureStage } from "../print/handouts/stage.ts";
import { encodePictures, printBox, SCREEN_BOX } from "../pictures/encode-pictures.ts";
import { findShown } from "../pictures/images.ts";
import { writeLicenses } from "./licenses.ts";
import { writePresentation } from "./presentation-file.ts";
import { findCommit, hashInputs, saltOf, writeManifest } from "./manifest.ts";
import type { Material } from "../web/material.ts";
import { DEFAULT_OUTPUTS, type OutputName } from "../model/output-names.ts";
import { shortenCss } from "../render/page/shorten-css.ts";
import { measuringScript, stageFor } from "../web/pages/views.ts";
import { createTimer } from "../world/timer.ts";
import { joinClientFiles, readClientFiles, readClientScript, readPlayerFiles, readToolVersion } from "../web/tool-files.ts";
import { hasWebPages, writeWebPages } from "../web/web-pages.ts";

export type { OutputName } from "../model/output-names.ts";

export interface OutputOptions {
  /** Project folder, from which pictures are read. */
  readonly dir: string;
  /** Folders that hold themes; a theme may have its own fonts. */
  readonly themes: readonly string[];
  /** Null writes the default outputs. */
  readonly only: readonly OutputName[] | null;
  /** Whether slides.pdf has a page for each step. */
  readonly steps: boolean;
  /** Whether pages are measured in the browser even if it prints nothing. */
  readonly pages: boolean;
  readonly read: Sources;
  readonly model: Deck;
  /** Called while the film is made, with its stretches done and to do. */
  readonly onShot?: (done: number, all: number) => void;
  /** Called when an output is done, with the milliseconds it took. */
  readonly onOutput: (name: string, milliseconds: number) => void;
}

/**
 * Documents to print, and whether pages are measured. A browser that prints
 * also measures, if there are slides: what is sent out must be whole as well.
 */
function planPrinting(wanted: ReadonlySet<OutputName>, pages: boolean): { readonly documents: readonly PrintedDocument[]; readonly measured: boolean } {
  const documents = DOCUMENTS.filter(({ name }) => wanted.has(name));
  return { documents, measured: pages || documents.some(({ slide }) => slide !== null) || (documents.length > 0 && hasWebPages(wanted)) };
}

/** Starts the browser if something is printed or measured, so that it is ready when the deck is compiled. */
export function startBrowser({ only, pages }: Pick<OutputOptions, "only" | "pages">, world: World): void {
  const wanted = new Set<OutputName>(only ?? DEFAULT_OUTPUTS);
  const { documents, measured } = planPrinting(wanted, pages);
  if (measured || documents.length > 0 || hasDrawn(wanted)) world.startBrowser(documents.length);
}

/** Files by path below the output folder. After a reported error the result is incomplete and must not be written. */
export async function writeOutputs(deck: RenderedDeck, theme: Theme, options: OutputOptions, world: World, report: Report): Promise<ReadonlyMap<string, Uint8Array>> {
  const cutter = createFontCutter(world);
  try {
    return await writeWanted({ deck, theme, options, world, report, cutter });
  } finally {
    await cutter.close();
  }
}

interface Work {
  readonly deck: RenderedDeck;
  readonly theme: Theme;
  readonly options: OutputOptions;
  readonly world: World;
  readonly report: Report;
  readonly cutter: FontCutter;
}

async function writeWanted({ deck: rendered, theme, options, world, report, cutter }: Work): Promise<ReadonlyMap<string, Uint8Array>> {
  // Shortened once for all pages.
  const deck = { ...rendered, css: shortenCss(rendered.css), longCss: shortenCss(rendered.longCss) };
  const wanted = new Set<OutputName>(options.only ?? defaultOutputs(options.model));
  const { documents, measured } = planPrinting(wanted, options.pages);
  const timed = createTimer(world, options.onOutput);
  const boxes = [...(hasWebPages(wanted) || wanted.has("pptx") || hasDrawn(wanted) ? [SCREEN_BOX] : []), ...documents.flatMap(({ slide }) => (slide === null ? [] : [printBox(slide)]))];
  const [client, script, version, commit, pictures] = await Promise.all([
    readClients(options.model.settings.hover, world),
    measured ? readClientScript("measure", world) : null,
    readToolVersion(world),
    findCommit(options.dir, world),
    timed("images", () => encodePictures(deck, boxes, { files: options.read.images, dir: options.dir, world, report })),
  ]);
  const booklet = wanted.has("booklet") ? renderBooklet(options.model) : "";
  const characters = characterPlaces(deck, client.deck.script + client.kiosk.script + printedWords(deck.lang) + (wanted.has("long") ? renderLongWords(options.model, theme) : "") + JSON.stringify(figureRecords(options.model, deck.slides)), booklet);
  const faces = await timed("fonts", () => planFonts(deck, theme, options.themes, characters, sourcesOf(options.read), world, report));
  const printed = { deck, settings: options.model.settings, indicators: options.model.indicators, theme, booklet, steps: options.steps };
  const measuring = script === null ? null : measuringScript(script, stageFor(theme.type));
  const printing = printDocuments(documents, printed, { faces, cutter, pictures, numbered: wanted.has("data"), timed, version, measuring, world, report });
  // Measuring uses pictures that are made anyway.
  const stage = async (): Promise<readonly InspectedPage[]> => {
    const { looked } = await printing;
    return looked.length > 0 || measuring === null ? looked : measureStage(deck, { faces, cutter, images: pictures(boxes[0] ?? SCREEN_BOX), measuring, world });
  };
  // Pages with photos take a browser as much memory as documents with photos, so not both at
  // once. If printing has failed nothing is measured: another browser would be started for it.
  const before = findShown(deck).size > 0 ? () => printing : () => Promise.race([printing, Promise.resolve()]);
  const shop = { deck, model: options.model, theme, client, wanted, measuring: script === null ? null : { script, stage, before }, faces, cutter, pictures, timed, world, report };
  const [pdf, web, licenses] = await Promise.all([printing, writeWebPages(shop), writeLicenses(faces, options.model.settings.hover, world)]);
  const drawn = await writeDrawn({ ...shop, themes: options.themes, onShot: options.onShot ?? (() => undefined) });
  const data = wanted.has("data") ? writeDataFiles(options.model, options.read.tables, { pages: pdf.pages, internal: WITH_NOTES.some((name) => wanted.has(name)), salt: saltOf(options.read) }) : new Map<string, Uint8Array>();
  const audit = wanted.has("audit") ? await timed("audit", () => writeAudit(options.model, theme, options.themes, cutter, world)) : new Map<string, Uint8Array>();
  const slides = wanted.has("pptx") ? await timed("pptx", () => writePresentation({ deck: rendered, model: options.model, theme, images: pictures(SCREEN_BOX), report })) : new Map<string, Uint8Array>();
  const outputs = new Map([...web, ...slides, ...pdf.files, ...drawn.files, ...data, ...audit, ...licenses]);
  const inputs = await hashInputs(options.read, theme.name, new Set([...findShown(deck).keys()].map(({ path }) => path)), options.dir, world);
  return new Map([...outputs, ...writeManifest({ version, commit, settings: options.model.settings, programs: drawn.programs, inputs }, outputs)]);
}

/** A presentation carries the words of the speaker, so where they are private it is made only when asked for by name. */
function defaultOutputs({ settings }: Deck): readonly OutputName[] {
  return settings.notes === "private" ? DEFAULT_OUTPUTS.filter((name) => name !== "pptx") : DEFAULT_OUTPUTS;
}

/** Outputs with the words of the speaker notes, which an office does not publish if notes are private. */
const WITH_NOTES: readonly OutputName[] = ["single", "pptx", "handout-2", "notes", "booklet"];

/** Where to look for a character that no font has. */
function sourcesOf({ settings, slides, tables }: Sources): readonly (readonly SourceFile[])[] {
  return [[...slides, ...(settings === null ? [] : [settings])], tables];
}

/** Hover is for readers with the deck in their hands; a screen in a hall has no pointer. */
async function readClients(hover: boolean, world: World): Promise<Material["client"]> {
  const [deck, kiosk, player, charts] = await Promise.all([readClientFiles("deck", world), readClientFiles("kiosk", world), readPlayerFiles(world), hover ? readClientFiles("hover", world) : null]);
  return { deck: charts === null ? deck : joinClientFiles(deck, charts), kiosk, player };
}
