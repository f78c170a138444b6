/** The small whole decks that `luduan new` copies, from src/template/. */

/** One for each kind of report; also the names of their folders. */
export const BEGINNINGS = ["township", "county", "city", "province", "communique", "english"] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** The beginning of a user who asks for none: in the language in which the tool speaks. */
export function usualBeginning(lang: "zh" | "en"): Beginning {
  return lang === "zh" ? "township" : "english";
}
