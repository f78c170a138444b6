/** All printed documents, in the order in which they start: the longest first. */
import { bookletDocument } from "./booklet.ts";
import type { PrintedDocument } from "./document.ts";
import { BOOKLET, SIX, THREE } from "./geometry.ts";
import { gridDocument } from "./grid.ts";
import { HANDOUT_2 } from "./handout-2.ts";
import { PODIUM_NOTES } from "./podium.ts";
import { SLIDE_PAGES } from "./slide-pages.ts";

export const DOCUMENTS: readonly PrintedDocument[] = [SLIDE_PAGES, HANDOUT_2, PODIUM_NOTES, bookletDocument("booklet", BOOKLET), gridDocument("handout-3", THREE), gridDocument("handout-6", SIX)];
