/** Two editions to what changed between them, in the order in which a person signs it off. */
import type { Change, Place, ProjectState, SlideName } from "./changes.ts";
import { diffWording } from "./diff-wording.ts";
import type { Edition, EditionFigure, EditionProject, EditionSlide, EditionUse } from "./edition.ts";
import { matchSlides, type SlidePair } from "./match-slides.ts";

export function diffEditions(before: Edition, after: Edition): readonly Change[] {
  const { pairs, added, removed } = matchSlides(before.slides, after.slides);
  return [
    ...diffDeck(before, after),
    ...diffFigures(before, after),
    ...diffProjects(before, after),
    ...removed.map((slide): Change => ({ type: "slide", before: nameOf(slide), after: null })),
    ...added.map((slide): Change => ({ type: "slide", before: null, after: nameOf(slide) })),
    ...pairs.filter(({ moved }) => moved).map((pair): Change => ({ type: "slide", before: nameOf(pair.before), after: nameOf(pair.after) })),
    ...pairs.flatMap((pair) => diffShown(pair, before, after)),
    ...pairs.flatMap(diffTexts),
  ];
}

function nameOf({ id, page, title }: EditionSlide): SlideName {
  return { id, page, title };
}

function diffDeck(before: Edition, after: Edition): Change[] {
  return (["title", "organisation"] as const).flatMap((field): Change[] => (before[field] === after[field] ? [] : [{ type: "deck", field, before: before[field], after: after[field] }]));
}

function diffFigures(before: Edition, after: Edition): Change[] {
  const old = new Map(before.figures.map((figure) => [figure.key, figure]));
  const now = new Map(after.figures.map((figure) => [figure.key, figure]));
  const keys = new Set([...now.keys(), ...old.keys()]);
  const places = { old: placesByKey(before), now: placesByKey(after) };
  return [...keys].flatMap((key): Change[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const figure = is ?? was;
    if (figure === undefined || was?.text === is?.text) return [];
    const { text: _, ...about } = figure;
    return [{ type: "figure", ...about, before: was?.text ?? null, after: is?.text ?? null, places: (is === undefined ? places.old : places.now).get(key) ?? [] }];
  });
}

/** Every place by reference; the name of an indicator stands wherever one of its figures does. */
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

/** Rows that are the same drop out; of what is left, rows of one project are one project in another state. */
function diffProjects(before: Edition, after: Edition): Change[] {
  const rowOf = (project: EditionProject): string => JSON.stringify([project.name, project.section, stateOf(project)]);
  const [old, now] = [new Set(before.projects.map(rowOf)), new Set(after.projects.map(rowOf))];
  const gone = before.projects.filter((project) => !now.has(rowOf(project)));
  const come = after.projects.filter((project) => !old.has(rowOf(project)));
  const changed = come.map((project): Change => {
    const index = gone.findIndex(({ name, section }) => name === project.name && section === project.section);
    const was = index < 0 ? null : (gone.splice(index, 1)[0] ?? null);
    return { type: "project", name: project.name, section: project.section, before: was && stateOf(was), after: stateOf(project), places: boards(project, after) };
  });
  return [...changed, ...gone.map((project): Change => ({ type: "project", name: project.name, section: project.section, before: stateOf(project), after: null, places: boards(project, before) }))];
}

function stateOf({ status, role, due }: EditionProject): ProjectState {
  return { status, role, due };
}

function boards(project: EditionProject, { slides }: Edition): Place[] {
  return slides.filter(({ id }) => project.slides.includes(id)).map((slide) => ({ ...nameOf(slide), surface: "slide", part: "board" }));
}

/** Cards and charts that show a figure only in one of the editions; in running text that is a change of wording. */
function diffShown({ before, after }: SlidePair, old: Edition, now: Edition): Change[] {
  const drawn = (slide: EditionSlide): EditionUse[] => slide.figures.filter(({ part }) => part !== "text");
  const only = (one: EditionSlide, other: EditionSlide): EditionUse[] => drawn(one).filter((use) => !drawn(other).some(({ key, part }) => key === use.key && part === use.part));
  const tell = (use: EditionUse, edition: Edition, is: boolean): Change[] => {
    const figure: EditionFigure | undefined = edition.figures.find(({ key }) => key === use.key);
    return figure === undefined ? [] : [{ type: "shown", slide: nameOf(after), figure, part: use.part, before: !is, after: is }];
  };
  return [...only(before, after).flatMap((use) => tell(use, old, false)), ...only(after, before).flatMap((use) => tell(use, now, true))];
}

function diffTexts({ before, after }: SlidePair): Change[] {
  const slide = nameOf(after);
  const shown = diffWording(before.texts, after.texts).map((parts): Change => ({ type: "wording", slide, surface: "slide", parts }));
  if (before.notes === null || after.notes === null) return [...shown, ...(before.notesDigest === after.notesDigest ? [] : [{ type: "notes", slide } as const])];
  return [...shown, ...diffWording(before.notes, after.notes).map((parts): Change => ({ type: "wording", slide, surface: "notes", parts }))];
}
