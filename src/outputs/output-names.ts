/** The outputs that can be asked for by name. */

/** deck: web deck; single: offline file; slides: slides.pdf; kiosk: the loop; data: published tables. */
export const OUTPUT_NAMES = ["deck", "single", "slides", "kiosk", "data"] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];
