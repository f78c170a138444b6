/** booklet.pdf: the words of the report, laid out as official documents are. */
import { bookletCss } from "./booklet-css.ts";
import type { PrintedDocument } from "./document.ts";
import { A4, BOOKLET_STRIPS } from "./geometry.ts";
import { renderStamp } from "./pieces.ts";

/** One part, since its pages are numbered through. */
export const BOOKLET_PAGES: PrintedDocument = {
  name: "booklet", paper: A4, running: BOOKLET_STRIPS, slide: null, scale: 1, fonts: "booklet",
  compose: (material) => ({ body: "booklet", css: bookletCss(material.settings.lang), parts: [renderStamp(material) + material.booklet], stage: false, pages: null }),
};
