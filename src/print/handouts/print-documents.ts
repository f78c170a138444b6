/** All printed documents of a build, in parallel in one browser, with fonts that are cut and encoded once. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Timer } from "../../world/timer.ts";
import type { InspectedPage } from "../../world/world.ts";
import { inlineFaces, type FontShop } from "../../fonts/inline-faces.ts";
import { readBack } from "../readback/check-pdf.ts";
import { printBox, type EncodedBoxes } from "../../pictures/encode-pictures.ts";
import type { EncodedImages } from "../../pictures/images.ts";
import type { PrintedDocumentPages } from "../../model/printed-pages.ts";
import type { PrintedDocument, PrintMaterial } from "./document.ts";
import type { PreparedPages } from "../pdf/prepare-pages.ts";
import { numberPages } from "./number-pages.ts";
import { printDocument, printSmallSlides, type Press } from "./print-document.ts";

export interface PrintShop extends Omit<Press, "facesOf" | "smallSlides">, FontShop {
  readonly pictures: EncodedBoxes;
  /** Whether the page numbers of the deck's content are wanted. */
  readonly numbered: boolean;
  /** Reports how long a document took. */
  readonly timed: Timer;
  readonly report: Report;
}

export interface PrintedDocuments {
  /** Files by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The pages of the deck's content in each document that could be read; empty if nobody asked. */
  readonly pages: readonly PrintedDocumentPages[];
  /** What measuring found on the slides; empty if no document shows the slides on their canvas. */
  readonly looked: readonly InspectedPage[];
}

/** Prints documents and reads each one back at once; reports faults in the order of the documents. */
export async function printDocuments(documents: readonly PrintedDocument[], material: Omit<PrintMaterial, "images">, shop: PrintShop): Promise<PrintedDocuments> {
  if (documents.length === 0) return { files: new Map(), pages: [], looked: [] };
  const facesOf = await inlineFaces(documents.map(({ fonts }) => fonts), shop);
  const press = { ...shop, facesOf };
  let slides: Promise<PreparedPages> | null = null;
  const smallSlides = (): Promise<PreparedPages> => (slides ??= printSmallSlides(material.deck, press));
  const checked = await Promise.all(
    documents.map((document) =>
      shop.timed(document.name, async () => {
        const images: EncodedImages = document.slide === null ? new Map() : shop.pictures(printBox(document.slide));
        const printed = await printDocument(document, { ...material, images }, { ...press, smallSlides });
        const { facts, faults } = await readBack(printed);
        const pages = facts === null || !shop.numbered ? [] : [numberPages(document, printed, facts, material)];
        return { ...printed, faults, pages };
      }),
    ),
  );
  for (const { faults } of checked) for (const fault of faults) shop.report(fault);
  return { files: new Map(checked.map(({ file, bytes }) => [file, bytes])), pages: checked.flatMap(({ pages }) => pages), looked: checked.flatMap(({ looked }) => looked) };
}
