/** One printed document: composed, printed part by part in the shared browser, joined, finished. */
import type { FontedPage, InspectedPage, World } from "../../world/world.ts";
import type { FontSet } from "../fonts/plan-fonts.ts";
import { finishPdf } from "../pdf-file.ts";
import type { PrintedPdf } from "../pdf-readback/expected-pdf.ts";
import { joinPdf } from "../pdf/join-pdf.ts";
import { UnknownPdfShape } from "../pdf/values.ts";
import type { Composition, PrintedDocument, PrintMaterial } from "./document.ts";
import { expectDocument } from "./expect-document.ts";
import { markFarLinks } from "./far-links.ts";
import { composePage } from "./print-page.ts";
import { onStage } from "./stage.ts";

export interface Press {
  /** Style sheets with the TrueType fonts of a set in them; the same texts for every document. */
  readonly facesOf: (set: FontSet) => readonly string[];
  /** The script that measures slides on the stage, in the tab that prints them; null where they are not measured. */
  readonly measuring: string | null;
  /** Of the tool, for the document's properties. */
  readonly version: string;
  readonly world: World;
}

export interface PrintedPages extends PrintedPdf {
  readonly composition: Composition;
  /** What measuring found, part by part; empty where nothing was measured. */
  readonly looked: readonly InspectedPage[];
}

/** The finished file, what it has to hold, and what it was composed of. */
export async function printDocument(document: PrintedDocument, material: PrintMaterial, press: Press): Promise<PrintedPages> {
  const { deck } = material;
  const composition = document.compose(material);
  const contentOf = (part: string): FontedPage => ({ ...composePage(deck, composition, part, material.images), faces: press.facesOf(document.fonts) });
  const { printed, looked } = await printParts(document, composition, contentOf, press);
  const bytes = finishPdf(printed, { title: deck.title, author: deck.author ?? deck.organisation, lang: deck.lang, creator: `Luduan ${press.version}` });
  return { file: `${document.name}.pdf`, bytes, looked, expected: expectDocument(document, composition, material), composition };
}

interface Printed {
  readonly printed: Uint8Array;
  readonly looked: readonly InspectedPage[];
}

async function printParts({ paper, scale }: PrintedDocument, { parts, stage }: Composition, contentOf: (part: string) => FontedPage, { world, measuring }: Press): Promise<Printed> {
  const size = { width: paper.width, height: paper.height, scale };
  const print = (part: string): Promise<Uint8Array> => world.printPdf({ ...contentOf(part), ...size });
  const marked = parts.length === 1 ? parts : markFarLinks(parts);
  const whole = (): Promise<Uint8Array> => print(parts.join("\n"));
  if (!stage || measuring === null) return { printed: await join(await Promise.all(marked.map(print)), whole), looked: [] };
  const looked = await Promise.all(marked.map((part) => world.measurePage(onStage(contentOf(part), measuring, size))));
  return { printed: await join(looked.map(({ pdf }) => pdf), whole), looked };
}

/** A browser that writes its PDFs in another way prints them whole: slower, but right. */
async function join(parts: readonly Uint8Array[], whole: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  try {
    return joinPdf(parts);
  } catch (failure) {
    if (!(failure instanceof UnknownPdfShape)) throw failure;
    return whole();
  }
}
