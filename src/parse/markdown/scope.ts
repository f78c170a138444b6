/** What the parts of a slide share while they are read. */
import type { Inline } from "../../model/deck.ts";
import type { Text } from "../../diagnostics/diagnostic.ts";
import { inlineImage } from "../../diagnostics/messages/slides.ts";
import { scanInlines } from "./inline/scan.ts";
import type { InlineScope } from "./inline/scanner.ts";
import { settleInlines } from "./inline/settle.ts";
import { trimExcerpt, type Excerpt } from "./excerpt.ts";
import type { Steps } from "./part-attributes.ts";
import type { Lexed } from "./tokens.ts";

/** Where a block is, which decides what it may be. */
export type Place = "slide" | "list" | "quote" | "notes";

export interface BlockScope extends InlineScope {
  readonly place: Place;
  /** Splits the content of a list item or a quote. */
  readonly lexNested: Lexed["lexNested"];
  /** Null in speaker notes. */
  readonly steps: Steps | null;
  /** True once a mistake has cost the slide a block: its layout is then not judged. */
  readonly loss: { happened: boolean };
}

/** Names of places and blocks in messages. */
export const PLACE_NAMES: Readonly<Record<Exclude<Place, "slide">, Text>> = {
  list: { zh: "列表", en: "a list" },
  quote: { zh: "引用", en: "a quote" },
  notes: { zh: "讲稿", en: "speaker notes" },
};

/** Inline content of a text that cannot hold images. */
export function readInlines(excerpt: Excerpt, scope: Pick<BlockScope, "context" | "links" | "usedLinks" | "loss">): Inline[] {
  return settleInlines(scanInlines(trimExcerpt(excerpt), scope), (image) => {
    scope.loss.happened = true;
    scope.context.report(inlineImage(image.span));
  });
}
