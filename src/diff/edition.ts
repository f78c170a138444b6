/** An edition: what a deck says, without how it looks. It is plain data, so that a build can store it and two can be compared. */
import { createHash } from "node:crypto";
import { auditFigures, type FigureUse } from "../check/audit.ts";
import type { Deck, Slide } from "../model/deck.ts";
import { findIndicator, type Indicator } from "../model/indicator.ts";
import { periodKey } from "../model/period.ts";
import { publishedField, referenceKey, type FigureReference, type PublishedField } from "../model/figure-reference.ts";
import { growthText } from "../model/growth.ts";
import { formatFigure } from "../model/unit.ts";
import { wordsOf, type Words } from "../model/words.ts";
import { slideTexts, type EditionText } from "./slide-texts.ts";

/** Format version of this file; a reader rejects any other. */
export const EDITION_FORM = 1;

/** A published or planned figure, as shown, or the name of an indicator. */
export interface EditionFigure {
  /** `gdp.growth@2021`, `gdp.name`. */
  readonly key: string;
  readonly indicator: string;
  readonly name: string;
  readonly field: PublishedField | "name";
  /** Null for a name. */
  readonly period: string | null;
  readonly area: string | null;
  readonly text: string;
  /** Against what a growth is, or how a value was made, in the report's words. Absent for growth on the year before. */
  readonly base?: string;
}

export interface EditionProject {
  readonly name: string;
  readonly section: string;
  readonly status: string;
  readonly role: string | null;
  readonly due: string | null;
  /** Ids of the slides whose board shows it. */
  readonly slides: readonly string[];
}

/** A figure on a slide: the key of a reference in it. */
export interface EditionUse {
  readonly key: string;
  readonly surface: "title" | "slide" | "notes";
  readonly part: "text" | "card" | "chart";
}

export interface EditionSlide {
  readonly id: string;
  /** 1-based. */
  readonly page: number;
  readonly section: string;
  readonly title: string;
  readonly texts: readonly EditionText[];
  /** Null if they are not for publishing: then only the digest shows whether they changed. */
  readonly notes: readonly EditionText[] | null;
  /** Null in what is published without notes: a digest of a few words can be guessed. */
  readonly notesDigest: string | null;
  readonly figures: readonly EditionUse[];
}

export interface Edition {
  readonly form: typeof EDITION_FORM;
  readonly title: string;
  readonly organisation: string;
  readonly lang: Deck["settings"]["lang"];
  readonly theme: string;
  readonly figures: readonly EditionFigure[];
  readonly projects: readonly EditionProject[];
  readonly slides: readonly EditionSlide[];
}

/** The edition of a deck; `withNotes` keeps the wording of the speaker notes. */
export function editionOf(deck: Deck, withNotes: boolean): Edition {
  const { title, organisation, lang, theme } = deck.settings;
  const words = wordsOf(lang);
  const shown = new Map<string, FigureUse[]>();
  for (const use of auditFigures(deck)) shown.set(use.slide, [...(shown.get(use.slide) ?? []), use]);
  const slides = deck.sections.flatMap((section) => section.slides.map((slide) => ({ section, slide })));
  return {
    form: EDITION_FORM, title, organisation, lang, theme,
    figures: deck.indicators.flatMap((indicator) => publishedFigures(indicator, words)),
    projects: deck.projects.map(({ name, section, status, role, due }) => ({ name, section, status, role, due, slides: boardsWith(deck, name, section, status) })),
    slides: slides.map(({ section, slide }, index) => {
      const { title: own, shown: texts, notes } = slideTexts(slide, words);
      return {
        id: slide.id, page: index + 1, section: section.id, title: own, texts,
        notes: withNotes ? notes : null,
        notesDigest: digestOf(notes),
        figures: usesOf(shown.get(slide.id) ?? [], deck.indicators),
      };
    }),
  };
}

/** What a build publishes when its notes are private: neither their digests nor the figures in them. */
export function withoutNotes(edition: Edition): Edition {
  const hide = (slide: EditionSlide): EditionSlide => ({ ...slide, notes: null, notesDigest: null, figures: slide.figures.filter(({ surface }) => surface !== "notes") });
  return { ...edition, slides: edition.slides.map(hide) };
}

/** The rest, for the office: what a comparison needs of the notes, without their words. */
export interface PrivateNotes {
  readonly form: typeof EDITION_FORM;
  /** Of all sources: nobody can try out words on the manifest's digest of this file. */
  readonly salt: string;
  readonly slides: readonly Pick<EditionSlide, "id" | "notesDigest" | "figures">[];
}

export function privateNotesOf(edition: Edition, salt: string): PrivateNotes {
  return { form: EDITION_FORM, salt, slides: edition.slides.map(({ id, notesDigest, figures }) => ({ id, notesDigest, figures: figures.filter(({ surface }) => surface === "notes") })) };
}

/** The whole edition again, except for the words of the notes. */
export function withPrivateNotes(edition: Edition, notes: PrivateNotes): Edition {
  const own = new Map(notes.slides.map((slide) => [slide.id, slide]));
  const join = (slide: EditionSlide): EditionSlide => ({ ...slide, notesDigest: own.get(slide.id)?.notesDigest ?? slide.notesDigest, figures: [...slide.figures, ...(own.get(slide.id)?.figures ?? [])] });
  return { ...edition, slides: edition.slides.map(join) };
}

/** Whether the notes differ, as far as both editions know them. */
export function notesDiffer({ notesDigest: before }: EditionSlide, { notesDigest: after }: EditionSlide): boolean {
  return before !== null && after !== null && before !== after;
}

/** A new figure of the same reference does not change it: that is reported as a change of the figure. */
function digestOf(notes: readonly EditionText[]): string {
  return createHash("sha256").update(JSON.stringify(notes.map(({ text, form }) => form ?? text))).digest("hex");
}

function publishedFigures(indicator: Indicator, words: Words): EditionFigure[] {
  const { id, name, unit } = indicator;
  const make = (reference: FigureReference, text: string, base: string | null = null): EditionFigure => ({
    key: referenceKey(reference), indicator: id, name, field: reference.field, period: periodKey(reference.period), area: reference.area, text, ...(base === null ? {} : { base }),
  });
  const published = indicator.observations.flatMap(({ period, area, value, growth, basis, rank }) => {
    const refer = (field: PublishedField): FigureReference => ({ indicator: id, field, period, area });
    return [
      ...(value === null ? [] : [make(refer("value"), formatFigure(value, unit), growth === null ? basis : null)]),
      ...(growth === null ? [] : [make(refer("growth"), growthText(growth), growth.base)]),
      ...(rank === null ? [] : [make(refer("rank"), words.place(rank))]),
    ];
  });
  const planned = indicator.targets.map(({ period, wording }) => make({ indicator: id, field: "target", period, area: null }, wording));
  return [{ key: `${id}.name`, indicator: id, name, field: "name", period: null, area: null, text: name }, ...published, ...planned];
}

function boardsWith(deck: Deck, name: string, section: string, status: string): string[] {
  const shows = (slide: Slide): boolean =>
    slide.blocks.some((block) => (block.type === "photos" && block.entries.some((entry) => entry.name === name && entry.status === status)) || (block.type === "projects" && block.groups.some(({ projects }) => projects.some((project) => project.name === name && project.section === section && project.status === status))));
  return deck.sections.flatMap((part) => part.slides.filter(shows).map(({ id }) => id));
}

/** Each reference once per surface and part; what is shown comes before what is spoken. */
function usesOf(figures: readonly FigureUse[], indicators: readonly Indicator[]): EditionUse[] {
  const uses = figures.flatMap((use) => {
    const reference = referenceOf(use, indicators);
    return reference === null ? [] : [{ key: referenceKey(reference), ...placeOf(use.surface) }];
  });
  const spoken = ({ surface }: EditionUse): number => (surface === "notes" ? 1 : 0);
  return [...new Map(uses.map((use) => [JSON.stringify(use), use])).values()].sort((a, b) => spoken(a) - spoken(b));
}

function referenceOf({ indicator: id, field: shown, period, area }: FigureUse, indicators: readonly Indicator[]): FigureReference | null {
  const indicator = id === null ? null : findIndicator(indicators, id);
  const field = indicator === null ? null : publishedField(shown, indicator);
  return indicator === null || field === null || period === null ? null : { indicator: indicator.id, field, period, area };
}

function placeOf(surface: FigureUse["surface"]): Pick<EditionUse, "surface" | "part"> {
  switch (surface) {
    case "title":
    case "slide":
    case "notes":
      return { surface, part: "text" };
    case "chart":
      return { surface: "slide", part: "chart" };
    case "figures":
    case "targets":
      return { surface: "slide", part: "card" };
  }
}
