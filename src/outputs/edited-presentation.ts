/** What somebody has changed in a presentation since it was built, told at the places of the source that would have to change. */
import { auditFigures, type FigureUse } from "../check/audit.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pptxDiffers, pptxSlideAdded, pptxSlideGone, pptxUnreadable, type PptxFault } from "../diagnostics/messages/presentation.ts";
import type { Deck } from "../model/deck.ts";
import type { Span } from "../model/span.ts";
import type { Theme } from "../model/theme.ts";
import { OfficeFault } from "../office/open-package.ts";
import { comparePptx, NOTES, type Difference } from "../office/pptx/compare-pptx.ts";
import { readPptx, type ReadSlide } from "../office/pptx/read-pptx.ts";
import { writePptx } from "../office/pptx/write-pptx.ts";
import type { RenderedDeck } from "../render/rendered.ts";

export interface EditedShop {
  readonly deck: RenderedDeck;
  readonly model: Deck;
  readonly theme: Theme;
}

/** Each difference as a warning; an error where `bytes` are no presentation. `file` is its name. */
export function findEdits({ deck, model, theme }: EditedShop, file: string, bytes: Uint8Array): readonly Diagnostic[] {
  const edited = readOrFault(bytes);
  if (typeof edited === "string") return [pptxUnreadable(file, edited)];
  const faults: Diagnostic[] = [];
  // Pictures have no words.
  const own = writePptx({ deck: model, rendered: deck, theme, notes: true, pictureOf: () => null }, file, (fault) => void faults.push(fault));
  const uses = auditFigures(model);
  return [...faults, ...comparePptx(readPptx(own), edited).map((difference) => tell(difference, { deck, model, theme }, uses))];
}

/** The slides, or why they cannot be read. */
function readOrFault(bytes: Uint8Array): readonly ReadSlide[] | PptxFault {
  try {
    return readPptx(bytes);
  } catch (failure) {
    // Whatever its archive or its XML trips over, the office can only save it anew.
    return failure instanceof OfficeFault ? failure.fault : "damaged";
  }
}

function tell(difference: Difference, { deck }: EditedShop, uses: readonly FigureUse[]): Diagnostic {
  if (difference.type === "added") return pptxSlideAdded(difference.page, difference.title);
  const slide = deck.slides[difference.index]!;
  if (difference.type === "gone") return pptxSlideGone(slide.span, slide.title);
  const { page, place, before, after } = difference;
  return pptxDiffers(placeOf(before, after, slide.id, uses) ?? slide.span, page, place === NOTES ? null : place, before, after);
}

/** Where the change belongs: the row of the first figure that is no longer told, or where its text stands. */
function placeOf(before: string, after: string, slide: string, uses: readonly FigureUse[]): Span | null {
  const lost = uses.find((use) => use.slide === slide && bare(before).includes(bare(use.text)) && !bare(after).includes(bare(use.text)));
  return lost === undefined ? null : (lost.row ?? lost.span);
}

function bare(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}
