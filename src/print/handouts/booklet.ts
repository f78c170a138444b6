/** booklet.pdf: the words of the report, laid out as official documents are. */
import type { DocumentName } from "../../model/output-names.ts";
import { bookletCss } from "./booklet-css.ts";
import type { PrintedDocument } from "./document.ts";
import { stripsOf, type TextSheet } from "./geometry.ts";
import { renderStamp } from "./pieces.ts";

/** A booklet on such sheets. One part, since its pages are numbered through. */
export function bookletDocument(name: DocumentName, sheet: TextSheet): PrintedDocument {
  return {
    name, paper: sheet.paper, running: stripsOf(sheet), slide: null, scale: 1, fonts: "booklet",
    compose: (material) => ({ body: "booklet", css: bookletCss(sheet, material.settings.lang), parts: [renderStamp(material) + material.booklet], slides: "none", pages: null }),
  };
}
