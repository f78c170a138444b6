/** Font faces as style sheets with the fonts inside, for pages that the browser gets as text. */
import type { FontRole } from "../model/theme.ts";
import { fontDataUrl, renderFontFaces, type FontCutter } from "./cut-fonts.ts";
import { FONT_SETS, type FontSet, type PlannedFace } from "./plan-fonts.ts";

/** The faces of a deck, and the cutter for them. */
export interface FontShop {
  readonly faces: readonly PlannedFace[];
  readonly cutter: FontCutter;
}

/** The faces for these sets, one style sheet per role. What two sets share is the same text, so it goes to the browser once. */
export async function inlineFaces(sets: readonly FontSet[], { faces, cutter }: FontShop): Promise<(set: FontSet) => readonly string[]> {
  const roles = [...new Set(sets.flatMap((set) => FONT_SETS[set]))];
  const sheets = new Map<FontRole, string>();
  await Promise.all(
    roles.map(async (role) => {
      const cuts = await cutter.cut(faces.filter((face) => face.role === role), "truetype");
      if (cuts.length > 0) sheets.set(role, renderFontFaces(cuts, "truetype", (cut) => fontDataUrl(cut, "truetype")));
    }),
  );
  return (set) => FONT_SETS[set].flatMap((role) => sheets.get(role) ?? []);
}
