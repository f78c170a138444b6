/** The outputs that can be requested by name. */

/** The printed ones; each is a PDF of that name. */
export const DOCUMENT_NAMES = ["slides", "handout-2", "handout-3", "handout-6", "notes", "booklet"] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

/** What a build writes unless it is told otherwise. deck: web deck; single: offline file; kiosk: the loop; pptx: the deck for PowerPoint and WPS; data: published tables; audit: where every figure comes from. */
export const DEFAULT_OUTPUTS = ["deck", "single", ...DOCUMENT_NAMES, "kiosk", "pptx", "data", "audit"] as const;

/** Those that are made only when they are named: long (pictures for phones) and video (the loop as a film). A browser draws every pixel of them, which takes time and gives other bytes with another browser. */
const DRAWN_OUTPUTS = ["long", "video"] as const;

export const OUTPUT_NAMES = [...DEFAULT_OUTPUTS, ...DRAWN_OUTPUTS] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];

/** Words that stand for several outputs. */
export const OUTPUT_GROUPS: Readonly<Record<"handout", readonly DocumentName[]>> = { handout: DOCUMENT_NAMES.filter((name) => name.startsWith("handout-")) };
