/** All printed documents of a build, side by side in one browser, from fonts that are cut and written out once. */
import type { FontRole } from "../../model/theme.ts";
import { fontDataUrl, renderFontFaces, type FontCutter } from "../fonts/cut-fonts.ts";
import { FONT_SETS, type FontSet, type PlannedFace } from "../fonts/plan-fonts.ts";
import type { PrintedDocument, PrintMaterial } from "./document.ts";
import { writeDocument, type Press } from "./write-document.ts";

export interface PrintShop extends Omit<Press, "facesOf"> {
  readonly faces: readonly PlannedFace[];
  readonly cutter: FontCutter;
  /** Tells how long a document took. */
  readonly timed: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Files by name. */
export async function printDocuments(documents: readonly PrintedDocument[], material: PrintMaterial, shop: PrintShop): Promise<Map<string, Uint8Array>> {
  if (documents.length === 0) return new Map();
  const facesOf = await inlineFaces(documents.map(({ fonts }) => fonts), shop);
  return new Map(await Promise.all(documents.map((document) => shop.timed(document.name, () => writeDocument(document, material, { ...shop, facesOf })))));
}

/** The faces that these sets ask for, one style sheet a role: what two sets share is the same text, which goes to the browser once. */
async function inlineFaces(sets: readonly FontSet[], { faces, cutter }: PrintShop): Promise<(set: FontSet) => readonly string[]> {
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
