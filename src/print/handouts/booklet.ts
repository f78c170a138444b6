/** booklet.pdf: the text of the report, laid out like an official document. */
import type { DocumentName } from "../../model/output-names.ts";
import { wordsOf } from "../../model/words.ts";
import { bookletCss } from "./booklet-css.ts";
import type { PrintedDocument } from "./document.ts";
import { stripsOf, type TextSheet } from "./geometry.ts";
import { renderStamp } from "./pieces.ts";

/** A booklet on these sheets. One part, because its pages are numbered throughout. */
export function bookletDocument(name: DocumentName, sheet: TextSheet): PrintedDocument {
  return {
    name, paper: sheet.paper, running: stripsOf(sheet), slide: null, scale: 1, fonts: "booklet",
    compose: (material) => ({ body: "booklet", css: bookletCss(sheet, material.settings.lang, material.settings.demo ? wordsOf(material.settings.lang).demo : null), parts: [renderStamp(material) + material.booklet], slides: "none", pages: null }),
  };
}
