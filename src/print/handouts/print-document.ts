/** One printed document: composed, printed part by part in the shared browser, joined, finished. */
import { wordsOf } from "../../model/words.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { FontedPage, InspectedPage, World } from "../../world/world.ts";
import type { FontSet } from "../../fonts/plan-fonts.ts";
import { finishPdf } from "../pdf-file.ts";
import type { PrintedPdf } from "../readback/expected-pdf.ts";
import { joinPdf } from "../pdf/join-pdf.ts";
import { placePages } from "../pdf/place-pages.ts";
import { preparePages, type PreparedPages } from "../pdf/prepare-pages.ts";
import { UnknownPdfShape } from "../pdf/values.ts";
import type { Composition, PrintedDocument, PrintMaterial } from "./document.ts";
import { expectDocument } from "./expect-document.ts";
import { markFarLinks } from "./far-links.ts";
import { composePage } from "./print-page.ts";
import { SLIDE_PAGES } from "./slide-pages.ts";
import { composeSmallSlides, findSmallSlides, withHoles } from "./small-slides.ts";
import { onStage } from "./stage.ts";

export interface Press {
  /** Style sheets with the TrueType fonts of a set inside; the same texts for every document. */
  readonly facesOf: (set: FontSet) => readonly string[];
  /** The script that measures slides on the stage, in the tab that prints them; null if they are not measured. */
  readonly measuring: string | null;
  /** Pages of the slides without pictures, in their order; printed at the first request. */
  readonly smallSlides: () => Promise<PreparedPages>;
  /** Version of the tool, for the document's properties. */
  readonly version: string;
  readonly world: World;
}

export interface PrintedPages extends PrintedPdf {
  readonly composition: Composition;
  /** What measuring found, part by part; empty if nothing was measured. */
  readonly looked: readonly InspectedPage[];
}

/** The finished file, what it must contain, and what it was composed of. */
export async function printDocument(document: PrintedDocument, material: PrintMaterial, press: Press): Promise<PrintedPages> {
  const { deck, images } = material;
  const composition = document.compose(material);
  const { printed, looked } = await printComposition(document, composition, { deck, images }, press);
  const bytes = finishPdf(printed, { title: deck.title, author: deck.author ?? deck.organisation, subject: deck.demo ? wordsOf(deck.lang).demo : null, lang: deck.lang, creator: `Luduan ${press.version}` });
  return { file: `${document.name}.pdf`, bytes, looked, expected: expectDocument(document, composition, material), composition };
}

/** The slides of handouts, each on a page of its own. Throws UnknownPdfShape when the browser writes its PDFs in another way. */
export async function printSmallSlides(deck: RenderedDeck, press: Omit<Press, "smallSlides">): Promise<PreparedPages> {
  const small = findSmallSlides(deck);
  const others = deck.slides.filter((slide) => !small.includes(slide)).map(({ html }) => html);
  const { printed } = await printParts(SLIDE_PAGES, composeSmallSlides(small), { deck, images: new Map() }, { ...press, measuring: null }, others);
  return preparePages(printed);
}

interface Printed {
  readonly printed: Uint8Array;
  readonly looked: readonly InspectedPage[];
}

type Format = Pick<PrintedDocument, "paper" | "scale" | "fonts">;
type Content = Pick<PrintMaterial, "deck" | "images">;

async function printComposition(format: Format, composition: Composition, content: Content, press: Press): Promise<Printed> {
  const small = composition.slides === "small" ? findSmallSlides(content.deck) : [];
  if (small.length === 0) return printParts(format, composition, content, press);
  const whole = async (): Promise<Uint8Array> => (await printParts(format, composition, content, press)).printed;
  const parts = composition.parts.map((part) => withHoles(part, small));
  const printed = await orWhole(async () => {
    const [slides, frame] = await Promise.all([press.smallSlides(), printParts(format, { ...composition, parts }, content, press)]);
    return placePages(frame.printed, slides);
  }, whole);
  return { printed, looked: [] };
}

/** `others` end up in the same document, and links lead to them as well. */
async function printParts({ paper, scale, fonts }: Format, composition: Composition, { deck, images }: Content, { facesOf, world, measuring }: Omit<Press, "smallSlides">, others: readonly string[] = []): Promise<Printed> {
  const { parts, slides } = composition;
  const size = { width: paper.width, height: paper.height, scale };
  const contentOf = (part: string): FontedPage => ({ ...composePage(deck, composition, part, images), faces: facesOf(fonts) });
  const print = (part: string): Promise<Uint8Array> => world.printPdf({ ...contentOf(part), ...size });
  const marked = parts.length + others.length === 1 ? parts : markFarLinks([...parts, ...others]).slice(0, parts.length);
  const whole = (): Promise<Uint8Array> => print(parts.join("\n"));
  if (slides !== "canvas" || measuring === null) return { printed: await join(await Promise.all(marked.map(print)), whole), looked: [] };
  const looked = await Promise.all(marked.map((part) => world.measurePage(onStage(contentOf(part), measuring, size))));
  return { printed: await join(looked.map(({ pdf }) => pdf), whole), looked };
}

async function join(parts: readonly Uint8Array[], whole: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : orWhole(() => joinPdf(parts), whole);
}

/** If the browser writes its PDFs in another way, prints the document whole: slower, but correct. */
async function orWhole(make: () => Uint8Array | Promise<Uint8Array>, whole: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await make();
  } catch (failure) {
    if (!(failure instanceof UnknownPdfShape)) throw failure;
    return whole();
  }
}
