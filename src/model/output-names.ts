/** The outputs that can be requested by name. */

/** The printed ones; each is a PDF of that name. */
export const DOCUMENT_NAMES = ["slides", "handout-2", "handout-3", "handout-6", "notes", "booklet"] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

/** deck: web deck; single: offline file; kiosk: the loop; pptx: the deck for PowerPoint and WPS; data: published tables; audit: where every figure comes from. */
export const OUTPUT_NAMES = ["deck", "single", ...DOCUMENT_NAMES, "kiosk", "pptx", "data", "audit"] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];

/** Words that stand for several outputs. */
export const OUTPUT_GROUPS: Readonly<Record<"handout", readonly DocumentName[]>> = { handout: DOCUMENT_NAMES.filter((name) => name.startsWith("handout-")) };
