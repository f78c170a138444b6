/** Changes as lines for the terminal: what, from what to what, and every place that shows it. */
import type { Change, WordPart } from "./changes.ts";
import { plainLine } from "../model/characters/plain.ts";
import { diffWordsOf, groupOf, GROUPS, type DiffWords } from "./words.ts";

/** What is compared, as the user named it. */
export interface Labels {
  readonly before: string;
  readonly after: string;
}

export function formatChanges(changes: readonly Change[], labels: Labels, lang: "zh" | "en"): string {
  const words = diffWordsOf(lang);
  const head = `${plainLine(`${labels.before} → ${labels.after}`)}\n`;
  if (changes.length === 0) return `${head}${words.none}\n`;
  const groups = GROUPS.flatMap((group) => {
    const own = changes.filter((change) => groupOf(change) === group);
    return own.length === 0 ? [] : [`\n${words.groups[group]}\n${own.map((change) => linesOf(change, words).map((line) => `  ${plainLine(line)}\n`).join("")).join("")}`];
  });
  return `${head}${groups.join("")}\n${words.count(changes.length)}\n`;
}

function linesOf(change: Change, words: DiffWords): readonly string[] {
  const printed = printedOn(change, words);
  return printed === null ? ownLines(change, words) : [...ownLines(change, words), `  ${printed.label}${printed.sheets.join(words.between)}`];
}

/**
 * The sheets that show it; null where none are known. slides.pdf is left out if its pages are those of the slides, which are
 * named anyway.
 */
export function printedOn(change: Change, words: DiffWords): { readonly label: string; readonly sheets: readonly string[] } | null {
  if (!("printed" in change) || change.printed === null) return null;
  const { edition, sheets } = change.printed;
  const named = new Set("places" in change ? change.places.map(({ page }) => page) : [change.slide.page]);
  const told = sheets.filter(({ document, pages }) => document !== "slides" || pages.some((page) => !named.has(page)));
  return told.length === 0 ? null : { label: words.printed(edition), sheets: told.map(words.sheets) };
}

function ownLines(change: Change, words: DiffWords): readonly string[] {
  const turn = (before: string | null, after: string | null): string => `${before ?? words.absent} → ${after ?? words.absent}`;
  switch (change.type) {
    case "deck":
      return [`${words.deckFields[change.field]}  ${turn(change.before, change.after)}`];
    case "figure":
      return [`${words.figure(change)}  ${turn(change.before, change.after)}`, `  ${words.places(change.places).join(words.between)}`];
    case "project": {
      const { before, after } = change;
      return [`${words.project(change.name, change.section)}  ${turn(before && words.state(before), after && words.state(after))}`, `  ${words.places(change.places).join(words.between)}`];
    }
    case "slide":
      return [slideLine(change, words)];
    case "shown":
      return [`${words.slide(change.slide)}  ${words.figure(change.figure)} ${change.figure.text}${words.lang === "en" ? ": " : "："}${words.shown(change.part, change.after)}`];
    case "wording":
      return [`${words.slide(change.slide)}  ${words.surfaces[change.surface]}`, ...sides(change.parts)];
    case "notes":
      return [`${words.slide(change.slide)}  ${words.notesChanged}`];
  }
}

/** How a slide was added, removed or moved. */
export function slideLine({ before, after }: Extract<Change, { type: "slide" }>, words: DiffWords): string {
  if (after === null) return before === null ? "" : `${words.slide(before)}  ${words.slideRemoved}`;
  return `${words.slide(after)}  ${before === null ? words.slideAdded : words.slideMoved(before.page)}`;
}

/** The passage before and after, each on one line. */
function sides(parts: readonly WordPart[]): readonly string[] {
  const side = (other: "added" | "removed"): string => parts.map(({ type, text }) => (type === other ? "" : text)).join("").replaceAll("\n", " ").trim();
  const [old, now] = [side("added"), side("removed")];
  return [...(old === "" ? [] : [`  - ${old}`]), ...(now === "" ? [] : [`  + ${now}`])];
}
