/** Bold sans for the web: a few words of a deck are set in it, so that its file need not hold every character. */
import type { RenderedDeck } from "../render/rendered.ts";
import { characterPlaces } from "./characters.ts";
import type { PlannedFace } from "./plan-fonts.ts";

/** What the tool's own style sheets set in bold sans: marks, first columns of tables, labels of charts. */
const BOLD = /<(strong|em|th|text)\b[^>]*>([\s\S]*?)<\/\1>/g;
const BOLD_RULE = /\bfont(?:-weight)?\s*:[^;}]*\b(?:bold|bolder|[6-9]00)\b/;
const FIRST_BOLD = 600;

/**
 * The faces with those of bold sans cut to the text that is bold, with what every cut holds. A theme whose own CSS sets
 * something bold keeps them whole: only a browser could tell what that is.
 */
export function narrowBold(faces: readonly PlannedFace[], deck: RenderedDeck, themeCss: string): readonly PlannedFace[] {
  if (BOLD_RULE.test(themeCss)) return faces;
  const slides = deck.slides.map((slide) => ({ ...slide, title: "", notes: "", html: boldText(slide.html) }));
  const { slides: bold, own } = characterPlaces({ ...deck, title: "", organisation: "", sections: [], css: "", slides }, "", "");
  return faces.flatMap((face) => {
    if (face.role !== "sans" || face.weight < FIRST_BOLD) return [face];
    const text = Array.from(face.text).filter((character) => bold.has(pointOf(character)) || own.has(pointOf(character))).join("");
    // The first face of a weight answers to every character; others only to what is theirs.
    return text === "" && face.range !== null ? [] : [{ ...face, text }];
  });
}

function boldText(html: string): string {
  return Array.from(html.matchAll(BOLD), (match) => `<b>${match[2] ?? ""}</b>`).join("");
}

function pointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
