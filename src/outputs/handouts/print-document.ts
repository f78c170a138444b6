/** One printed document: composed, printed part by part in the shared browser, joined, finished. */
import type { World } from "../../world/world.ts";
import type { FontSet } from "../fonts/plan-fonts.ts";
import { finishPdf } from "../pdf-file.ts";
import type { PrintedPdf } from "../pdf-readback/expected-pdf.ts";
import { joinPdf } from "../pdf/join-pdf.ts";
import { UnknownPdfShape } from "../pdf/values.ts";
import type { Composition, PrintedDocument, PrintMaterial } from "./document.ts";
import { expectDocument } from "./expect-document.ts";
import { markFarLinks } from "./far-links.ts";
import { composePage } from "./print-page.ts";

export interface Press {
  /** Style sheets with the TrueType fonts of a set in them; the same texts for every document. */
  readonly facesOf: (set: FontSet) => readonly string[];
  /** Of the tool, for the document's properties. */
  readonly version: string;
  readonly world: World;
}

/** The finished file, and what it has to hold. */
export async function printDocument(document: PrintedDocument, material: PrintMaterial, press: Press): Promise<PrintedPdf> {
  const { deck } = material;
  const composition = document.compose(material);
  const printed = await printParts(document, composition, material, press);
  const bytes = finishPdf(printed, { title: deck.title, author: deck.author ?? deck.organisation, lang: deck.lang, creator: `Luduan ${press.version}` });
  return { file: `${document.name}.pdf`, bytes, expected: expectDocument(document, composition, material) };
}

async function printParts(document: PrintedDocument, composition: Composition, { deck, images }: PrintMaterial, press: Press): Promise<Uint8Array> {
  const { paper, scale } = document;
  const faces = press.facesOf(document.fonts);
  const print = (part: string): Promise<Uint8Array> => press.world.printPdf({ ...composePage(deck, composition, part, images), faces, ...paper, scale });
  const [only, ...others] = composition.parts;
  if (only !== undefined && others.length === 0) return print(only);
  const parts = await Promise.all(markFarLinks(composition.parts).map(print));
  try {
    return joinPdf(parts);
  } catch (failure) {
    // A browser that writes its PDFs in another way prints them whole: slower, but right.
    if (!(failure instanceof UnknownPdfShape)) throw failure;
    return print(composition.parts.join("\n"));
  }
}
