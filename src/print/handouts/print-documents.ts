/** All printed documents of a build, side by side in one browser, from fonts that are cut and written out once. */
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
  /** Whether the pages on which the deck stands are asked for. */
  readonly numbered: boolean;
  /** Tells how long a document took. */
  readonly timed: Timer;
  readonly report: Report;
}

export interface PrintedDocuments {
  /** Files by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** On which pages of each document that could be read the deck stands; empty where nobody asked. */
  readonly pages: readonly PrintedDocumentPages[];
  /** What measuring found on the slides; empty where none of the documents is the slides themselves. */
  readonly looked: readonly InspectedPage[];
}

/** Each is read back as soon as it is printed; what is wrong is told in the order of the documents. */
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
