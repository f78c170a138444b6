/** All printed documents, in the order in which they are printed: the longest first. */
import type { PrintedDocument } from "./document.ts";
import { SLIDE_PAGES } from "./slide-pages.ts";

export const DOCUMENTS: readonly PrintedDocument[] = [SLIDE_PAGES];
