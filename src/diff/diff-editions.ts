/** Finds what changed between two editions, in the order in which a person signs it off. */
import type { Change, Place, ProjectState, SlideName, WordPart } from "./changes.ts";
import { diffWording } from "./diff-wording.ts";
import { notesDiffer, type Edition, type EditionFigure, type EditionProject, type EditionSlide, type EditionUse } from "./edition.ts";
import { createSheetFinder, type OfBoth, type SheetFinder, type Spot } from "./find-sheets.ts";
import { matchSlides, type SlidePair } from "./match-slides.ts";
import type { PrintedPages } from "../model/printed-pages.ts";

const UNPRINTED: OfBoth<PrintedPages | null> = { before: null, after: null };

/** `printed` is what is known about the pages of either edition. */
export function diffEditions(before: Edition, after: Edition, printed = UNPRINTED): readonly Change[] {
  const find = createSheetFinder(printed);
  const { pairs, added, removed } = matchSlides(before.slides, after.slides);
  return [
    ...diffDeck(before, after),
    ...diffFigures(before, after, find),
    ...diffProjects(before, after, find),
    ...removed.map((slide): Change => ({ type: "slide", before: nameOf(slide), after: null })),
    ...added.map((slide): Change => ({ type: "slide", before: null, after: nameOf(slide) })),
    ...pairs.filter(({ moved }) => moved).map((pair): Change => ({ type: "slide", before: nameOf(pair.before), after: nameOf(pair.after) })),
    ...pairs.flatMap((pair) => diffShown(pair, before, after, find)),
    ...pairs.flatMap((pair) => diffTexts(pair, find)),
  ];
}

function nameOf({ id, page, title }: EditionSlide): SlideName {
  return { id, page, title };
}

function diffDeck(before: Edition, after: Edition): Change[] {
  return (["title", "organisation"] as const).flatMap((field): Change[] => (before[field] === after[field] ? [] : [{ type: "deck", field, before: before[field], after: after[field] }]));
}

function diffFigures(before: Edition, after: Edition, find: SheetFinder): Change[] {
  const old = new Map(before.figures.map((figure) => [figure.key, figure]));
  const now = new Map(after.figures.map((figure) => [figure.key, figure]));
  const keys = new Set([...now.keys(), ...old.keys()]);
  const places = { old: placesByKey(before), now: placesByKey(after) };
  return [...keys].flatMap((key): Change[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const figure = is ?? was;
    if (figure === undefined || was?.text === is?.text) return [];
    const { text: _, ...about } = figure;
    const shown = { before: was === undefined ? [] : (places.old.get(key) ?? []), after: is === undefined ? [] : (places.now.get(key) ?? []) };
    const printed = find({ before: spotsOf(shown.before, key), after: spotsOf(shown.after, key) });
    return [{ type: "figure", ...about, before: was?.text ?? null, after: is?.text ?? null, places: is === undefined ? shown.before : shown.after, printed }];
  });
}

function spotsOf(places: readonly Place[], key: string | null): readonly Spot[] {
  return places.map(({ id, surface }) => ({ slide: id, surface, key }));
}

/** Every place by reference; an indicator's name is wherever one of its figures is. */
function placesByKey({ slides }: Edition): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Map<string, Place>>();
  for (const slide of slides) {
    for (const { key, surface, part } of slide.figures) {
      for (const about of [key, `${key.slice(0, key.indexOf("."))}.name`]) {
        const known = places.get(about) ?? new Map<string, Place>();
        known.set(`${slide.page} ${surface} ${part}`, { ...nameOf(slide), surface, part });
        places.set(about, known);
      }
    }
  }
  return new Map([...places].map(([key, known]) => [key, [...known.values()]]));
}

/** Drops rows that are the same; of the others, rows of one project are that project in another state. */
function diffProjects(before: Edition, after: Edition, find: SheetFinder): Change[] {
  const rowOf = (project: EditionProject): string => JSON.stringify([project.name, project.section, stateOf(project)]);
  const [old, now] = [new Set(before.projects.map(rowOf)), new Set(after.projects.map(rowOf))];
  const gone = before.projects.filter((project) => !now.has(rowOf(project)));
  const come = after.projects.filter((project) => !old.has(rowOf(project)));
  const tell = ({ name, section }: EditionProject, was: EditionProject | null, is: EditionProject | null): Change => {
    const shown = { before: was === null ? [] : boards(was, before), after: is === null ? [] : boards(is, after) };
    const printed = find({ before: spotsOf(shown.before, null), after: spotsOf(shown.after, null) });
    return { type: "project", name, section, before: was && stateOf(was), after: is && stateOf(is), places: is === null ? shown.before : shown.after, printed };
  };
  const changed = come.map((project): Change => {
    const index = gone.findIndex(({ name, section }) => name === project.name && section === project.section);
    const was = index < 0 ? null : (gone.splice(index, 1)[0] ?? null);
    return tell(project, was, project);
  });
  return [...changed, ...gone.map((project) => tell(project, project, null))];
}

function stateOf({ status, role, due }: EditionProject): ProjectState {
  return { status, role, due };
}

function boards(project: EditionProject, { slides }: Edition): Place[] {
  return slides.filter(({ id }) => project.slides.includes(id)).map((slide) => ({ ...nameOf(slide), surface: "slide", part: "board" }));
}

/** Cards and charts that show a figure only in one of the editions; in running text, that is a change of wording. */
function diffShown({ before, after }: SlidePair, old: Edition, now: Edition, find: SheetFinder): Change[] {
  const drawn = (slide: EditionSlide): EditionUse[] => slide.figures.filter(({ part }) => part !== "text");
  const only = (one: EditionSlide, other: EditionSlide): EditionUse[] => drawn(one).filter((use) => !drawn(other).some(({ key, part }) => key === use.key && part === use.part));
  const printed = find(spotsOn(before, after, "slide"));
  const tell = (use: EditionUse, edition: Edition, is: boolean): Change[] => {
    const figure: EditionFigure | undefined = edition.figures.find(({ key }) => key === use.key);
    return figure === undefined ? [] : [{ type: "shown", slide: nameOf(after), figure, part: use.part, before: !is, after: is, printed }];
  };
  return [...only(before, after).flatMap((use) => tell(use, old, false)), ...only(after, before).flatMap((use) => tell(use, now, true))];
}

function spotsOn(before: EditionSlide, after: EditionSlide, surface: Spot["surface"]): OfBoth<readonly Spot[]> {
  const spot = ({ id }: EditionSlide): readonly Spot[] => [{ slide: id, surface, key: null }];
  return { before: spot(before), after: spot(after) };
}

function diffTexts({ before, after }: SlidePair, find: SheetFinder): Change[] {
  const slide = nameOf(after);
  const shown = diffWording(before.texts, after.texts).map((parts): Change => ({ type: "wording", slide, surface: "slide", parts, printed: find(spotsOn(before, after, isTitle(parts, before, after) ? "title" : "slide")) }));
  const printed = find(spotsOn(before, after, "notes"));
  if (before.notes === null || after.notes === null) return [...shown, ...(notesDiffer(before, after) ? [{ type: "notes", slide, printed } as const] : [])];
  return [...shown, ...diffWording(before.notes, after.notes).map((parts): Change => ({ type: "wording", slide, surface: "notes", parts, printed }))];
}

/** A title is also a heading of the booklet. */
function isTitle(parts: readonly WordPart[], before: EditionSlide, after: EditionSlide): boolean {
  const side = (other: WordPart["type"]): string => parts.map(({ type, text }) => (type === other ? "" : text)).join("").replaceAll(/(?<!\s)\s*\n\s*/g, "");
  return before.title !== after.title && (side("removed") === after.title || side("added") === before.title);
}
