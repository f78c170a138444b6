/** Finished pages measured in the browser (rules V01, V02, V04–V06): what an audience would see wrong, at its slide. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { pageError, pageRequest } from "../../diagnostics/messages/pages.ts";
import type { Deck } from "../../model/deck.ts";
import type { PageMeasure } from "../../model/page-fault.ts";
import { createStretchFinder } from "../../render/line-break.ts";
import { protectedWords } from "../../render/protected-words.ts";
import type { RenderedDeck } from "../../render/rendered.ts";
import type { PageComplaint, PageInspection, World } from "../../world/world.ts";
import { readClientScript } from "../tool-files.ts";
import { findBreakFaults } from "./check-breaks.ts";
import { parseMeasure } from "./read-measure.ts";
import { reportFaults } from "./report-faults.ts";
import type { View } from "./views.ts";

/** A page and the window it is looked at through; `file` names the output it is. */
export interface ViewedPage extends Pick<PageInspection, "html" | "pictures"> {
  readonly view: View;
  readonly file: string;
}

/** Pages of more bytes than this, with the pictures beside them, are looked at one after the other: each takes a browser many times as much. */
const HEAVY = 4_000_000;

/** Looks at pages side by side, unless they are heavy. */
export async function checkPages(pages: readonly ViewedPage[], deck: RenderedDeck, model: Deck, world: World, report: Report): Promise<void> {
  const script = await readClientScript("measure", world);
  const names = protectedWords(model);
  const findStretches = createStretchFinder(names);
  const looked: Looked[] = [];
  const groups = pages.some((page) => weightOf(page) > HEAVY) ? pages.map((page) => [page]) : [pages];
  for (const group of groups) looked.push(...(await Promise.all(group.map((page) => lookAt(page, script, world)))));
  for (const { page, measure, complaints } of looked) {
    complaints.forEach((complaint) => tell(complaint, page.file, report));
    if (!measure.started && complaints.length === 0) report(pageError(page.file, "the script of the page does not begin"));
    const breaks = measure.blocks.flatMap((block) => findBreakFaults(block, findStretches, names));
    reportFaults([...measure.faults, ...breaks], page.view.name, deck.slides, report);
  }
}

interface Looked {
  readonly page: ViewedPage;
  readonly measure: PageMeasure;
  readonly complaints: readonly PageComplaint[];
}

function weightOf({ html, pictures }: ViewedPage): number {
  return [...pictures.values()].reduce((sum, { bytes }) => sum + bytes.length, html.length);
}

async function lookAt(page: ViewedPage, script: string, world: World): Promise<Looked> {
  const { width, height, name, measure } = page.view;
  const { answer, complaints } = await world.inspectPage({ html: page.html, pictures: page.pictures, width, height, phone: name === "phone", script: `${script}\n;window.measurePage(${JSON.stringify(measure)})` });
  return { page, measure: parseMeasure(answer), complaints };
}

function tell({ type, text }: PageComplaint, file: string, report: Report): void {
  switch (type) {
    case "request":
      return report(pageRequest(file, text));
    case "error":
      return report(pageError(file, text));
  }
}
