/** Ids that the pages give to elements of their own: no slide may take one. Ids made from a slide's have a dot, which an author's never have. */

/** The data that a page passes to its script. */
export const DECK_DATA_ID = "deck-data";
/** The style sheets that the preview replaces. */
export const STYLE_ID = "deck-style";
export const FONTS_ID = "deck-fonts";
/** The heading of the sheet that shows where a figure comes from. */
export const ORIGIN_HEADING_ID = "origin-heading";

export const PAGE_IDS: readonly string[] = [DECK_DATA_ID, STYLE_ID, FONTS_ID, ORIGIN_HEADING_ID];
