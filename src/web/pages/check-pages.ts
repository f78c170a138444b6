/** Finished pages measured in the browser (rules V01, V02, V04–V06): reports what an audience would see wrong, at its slide. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { pageError, pageRequest } from "../../diagnostics/messages/pages.ts";
import type { Deck } from "../../model/deck.ts";
import { createStretchFinder } from "../../render/line-break.ts";
import { protectedWords } from "../../render/protected-words.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { InspectedPage, PageComplaint } from "../../world/world.ts";
import { findBreakFaults } from "./check-breaks.ts";
import { parseMeasure } from "./read-measure.ts";
import { reportFaults } from "./report-faults.ts";
import type { View } from "./views.ts";

/** A checked page; `file` names its output. */
export interface LookedPage {
  readonly view: View;
  readonly file: string;
  /** More than one if it was checked in parts. */
  readonly parts: readonly InspectedPage[];
}

/** Reports faults on checked pages, in their order. */
export function checkPages(pages: readonly LookedPage[], deck: RenderedDeck, model: Deck, report: Report): void {
  const names = protectedWords(model);
  const findStretches = createStretchFinder(names);
  const layouts = new Map(model.sections.flatMap((section) => section.slides.map(({ id, layout }) => [id, layout])));
  for (const { view, file, parts } of pages) {
    const measures = parts.map(({ answer }) => parseMeasure(answer));
    const complaints = parts.flatMap((part) => part.complaints);
    complaints.forEach((complaint) => tell(complaint, file, report));
    if (measures.some(({ started }) => !started) && complaints.length === 0) report(pageError(file, "the script of the page does not begin"));
    const breaks = measures.flatMap(({ blocks }) => blocks).flatMap((block) => findBreakFaults(block, findStretches, names));
    reportFaults([...measures.flatMap(({ faults }) => faults), ...breaks], view.name, deck.slides, layouts, report);
  }
}

function tell({ type, text }: PageComplaint, file: string, report: Report): void {
  switch (type) {
    case "request":
      return report(pageRequest(file, text));
    case "error":
      return report(pageError(file, text));
  }
}
