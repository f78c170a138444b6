/** Bold sans for the web: few words of a deck use it, so its file need not hold every character. */
import type { RenderedDeck } from "../render/rendered.ts";
import { characterPlaces } from "./characters.ts";
import type { PlannedFace } from "./plan-fonts.ts";

/** What the tool's own style sheets set in bold sans: emphasis, first columns of tables, chart labels. */
const BOLD = /<(strong|em|th|text)\b[^>]*>([\s\S]*?)<\/\1>/g;
const BOLD_RULE = /\bfont(?:-weight)?\s{0,20}:[^;}]{0,200}\b(?:bold|bolder|[6-9]00)\b/;
const FIRST_BOLD = 600;

/**
 * Cuts the bold sans faces to the bold text plus what every cut holds. If the theme's own
 * CSS sets anything bold, they stay whole: only a browser could tell what that text is.
 */
export function narrowBold(faces: readonly PlannedFace[], deck: RenderedDeck, themeCss: string): readonly PlannedFace[] {
  if (BOLD_RULE.test(themeCss)) return faces;
  const slides = deck.slides.map((slide) => ({ ...slide, title: "", notes: "", html: boldText(slide.html) }));
  const { slides: bold, own } = characterPlaces({ ...deck, title: "", organisation: "", sections: [], css: "", slides }, "", "");
  return faces.flatMap((face) => {
    if (face.role !== "sans" || face.weight < FIRST_BOLD) return [face];
    const text = Array.from(face.text).filter((character) => bold.has(pointOf(character)) || own.has(pointOf(character))).join("");
    // The first face of a weight serves every character, the others only their own.
    return text === "" && face.range !== null ? [] : [{ ...face, text }];
  });
}

function boldText(html: string): string {
  return Array.from(html.matchAll(BOLD), (match) => `<b>${match[2] ?? ""}</b>`).join("");
}

function pointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
