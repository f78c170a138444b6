/** Where a change appears in print: the sheets to print again. */
import type { EditionUse } from "./edition.ts";
import { DOCUMENT_NAMES, OUTPUT_GROUPS, type DocumentName } from "../model/output-names.ts";
import type { PageNumbers, PrintedPages, PrintedSlide } from "../model/printed-pages.ts";

/** Pages of one document. */
export interface Sheets {
  readonly document: DocumentName;
  readonly pages: PageNumbers;
}

/** Sheets of the new edition; of the old one if the new one is not printed or no longer shows the thing. */
export interface Printed {
  readonly edition: "before" | "after";
  readonly sheets: readonly Sheets[];
}

/** What to look for on a slide: itself, its title, or its notes; with a key, the figure alone if its place in the notes is known. */
export interface Spot {
  readonly slide: string;
  readonly surface: EditionUse["surface"];
  readonly key: string | null;
}

export interface OfBoth<T> {
  readonly before: T;
  readonly after: T;
}

/** Null if no known print of either edition shows it. */
export type SheetFinder = (spots: OfBoth<readonly Spot[]>) => Printed | null;

export function createSheetFinder(printed: OfBoth<PrintedPages | null>): SheetFinder {
  const find = { before: createFinder(printed.before), after: createFinder(printed.after) };
  return (spots) => {
    for (const edition of ["after", "before"] as const) {
      const sheets = find[edition](spots[edition]);
      if (sheets.length > 0) return { edition, sheets };
    }
    return null;
  };
}

/** The order in which documents are listed: handouts last. */
const TOLD: readonly DocumentName[] = [...DOCUMENT_NAMES.filter((name) => !OUTPUT_GROUPS.handout.includes(name)), ...OUTPUT_GROUPS.handout];

function createFinder(printed: PrintedPages | null): (spots: readonly Spot[]) => readonly Sheets[] {
  const documents = new Map((printed?.documents ?? []).map(({ name, slides }) => [name, new Map(slides.map((slide) => [slide.id, slide]))]));
  return (spots) =>
    TOLD.flatMap((document): Sheets[] => {
      const slides = documents.get(document);
      const pages = new Set(spots.flatMap((spot) => pagesOf(slides?.get(spot.slide), spot)));
      return pages.size === 0 ? [] : [{ document, pages: [...pages].sort((a, b) => a - b) }];
    });
}

function pagesOf(printed: PrintedSlide | undefined, { surface, key }: Spot): PageNumbers {
  if (printed === undefined) return [];
  switch (surface) {
    case "slide":
      return printed.slide;
    case "title":
      return [...printed.slide, ...printed.heading];
    case "notes": {
      const figures = printed.figures.filter((figure) => key !== null && isAbout(figure.key, key));
      // A typed figure has no place of its own.
      return figures.length === 0 ? printed.notes : figures.flatMap(({ pages }) => pages);
    }
  }
}

/** An indicator's name is wherever one of its figures is. */
function isAbout(figure: string, key: string): boolean {
  return figure === key || (key.endsWith(".name") && figure.startsWith(key.slice(0, -"name".length)));
}
