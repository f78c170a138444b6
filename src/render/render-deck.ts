/** Renders a whole deck as strings: every slide in its frame, and the style sheet for them. */
import type { Deck, Section, Slide } from "../model/deck.ts";
import { chooseLong } from "../model/long-slides.ts";
import { loadCharts } from "./charts/draw.ts";
import { chooseMotifs } from "../model/choose-motifs.ts";
import { chooseLooks } from "../model/looks.ts";
import type { MotifChoice } from "../model/motif.ts";
import type { Theme } from "../model/theme.ts";
import type { Variant } from "../model/variant.ts";
import { wordsOf } from "../model/words.ts";
import { partsOfSlides, renderCss } from "./css.ts";
import type { TextSetting } from "./inlines.ts";
import { createLineBreaker, createStretchFinder } from "./line-break.ts";
import { protectedWords } from "./protected-words.ts";
import type { RenderedDeck, RenderedSection } from "./rendered.ts";
import { createRenderCache, isOf, openCache, type KeptBody, type RecallBytes, type RenderCache } from "./render-cache.ts";
import { hasCharts, lineText, renderNotes, renderSlide, renderSlideBody, type Frame } from "./render-slide.ts";
import { fragmentIndexes, type AgendaEntry, type Scene } from "./scene.ts";


/** What all slides of a deck share. */
interface Stage {
  readonly deck: Deck;
  readonly theme: Theme;
  readonly setting: TextSetting;
  readonly alone: TextSetting;
  readonly running: TextSetting;
  readonly agenda: readonly AgendaEntry[];
  readonly sections: readonly RenderedSection[];
  readonly total: number;
  readonly stamp: string;
}

/**
 * Renders every slide; time grows with the number of slides, but slides found in the cache cost almost nothing. A cache of another
 * deck or theme is filled with what `recall` finds of an earlier run. `only` names the slides to draw, null all.
 */
export async function renderDeck(deck: Deck, theme: Theme, cache: RenderCache, recall: RecallBytes, only: ReadonlySet<string> | null = null): Promise<RenderedDeck> {
  const stage = createStage(deck, theme);
  await openCache(cache, stage.stamp, recall);
  const plan = planSlides(stage, cache).filter(({ scene }) => only === null || only.has(scene.slide.id));
  if (plan.some(({ kept, scene }) => kept === null && hasCharts(scene.slide))) await loadCharts();
  return drawDeck(stage, plan, cache);
}

/** The same at once, without what earlier runs kept; {@link loadCharts} comes first where there are charts. */
export function renderDeckNow(deck: Deck, theme: Theme, cache: RenderCache): RenderedDeck {
  const stage = createStage(deck, theme);
  if (cache.stamp !== stage.stamp) Object.assign(cache, createRenderCache(), { stamp: stage.stamp });
  return drawDeck(stage, planSlides(stage, cache), cache);
}

function drawDeck(stage: Stage, plan: readonly Planned[], cache: RenderCache): RenderedDeck {
  const { deck, theme } = stage;
  const { settings } = deck;
  const bodies = new Map<string, KeptBody>();
  const onDraw = (): void => void (cache.changed = true);
  const slides = plan.map(({ place, scene, facts, kept }) => {
    if (kept === null) onDraw();
    const body = kept?.body ?? renderSlideBody(scene);
    const notes = kept?.notes ?? renderNotes(scene, stage.running);
    bodies.set(scene.slide.id, { slide: scene.slide, sum: null, facts, body, notes });
    return renderSlide(scene, body, notes, frameOf(stage, place), onDraw);
  });
  cache.bodies = bodies;
  const has = partsOfSlides(slides);
  return {
    title: settings.title, organisation: settings.organisation, author: settings.speaker, lang: settings.lang, demo: settings.demo,
    sections: stage.sections, slides, css: renderCss(theme, "show", has), loopCss: renderCss(theme, "loop", has), longCss: renderCss(theme, "long", has),
  };
}

/** A slide with all that decides how it is drawn, for outputs that draw it in another way. */
export interface StagedSlide {
  readonly scene: Scene;
  readonly frame: Frame;
}

/** Every slide in its place, in the order of {@link renderDeck}. */
export function stageDeck(deck: Deck, theme: Theme): readonly StagedSlide[] {
  const stage = createStage(deck, theme);
  return placesOf(deck).map((place) => ({ scene: sceneOf(stage, place), frame: frameOf(stage, place) }));
}

function placesOf({ sections }: Deck): readonly Place[] {
  const looks = chooseLooks(sections);
  const motifs = chooseMotifs(sections, looks);
  const long = chooseLong(sections);
  const places = sections.flatMap((section, index) => section.slides.map((slide) => ({ section, slide, index })));
  return places.map((place, index) => ({ ...place, page: index + 1, motif: motifs.get(place.slide.id) ?? null, variant: looks.get(place.slide.id)?.variant ?? null, long: long.has(place.slide.id) }));
}

function createStage(deck: Deck, theme: Theme): Stage {
  const { settings, sections } = deck;
  const protect = protectedWords(deck);
  const agenda = sections.flatMap((section) => {
    const first = section.slides[0];
    return section.number === null || first === undefined ? [] : [{ number: section.number, section, target: first.id }];
  });
  const { name, motif, colours, photo } = theme;
  const stamp = JSON.stringify([{ ...settings, places: null, span: null, check: null }, protect, name, motif, colours, photo]);
  return {
    deck, theme, agenda,
    setting: { type: "phrases", findBreaks: createLineBreaker(protect), line: null },
    alone: { type: "phrases", findBreaks: createLineBreaker(settings.protect), line: null },
    running: { type: "flow", findStretches: createStretchFinder(protect) },
    sections: renderedSections(sections),
    total: sections.reduce((sum, { backup, slides }) => sum + (backup ? 0 : slides.length), 0),
    stamp,
  };
}

function renderedSections(sections: readonly Section[]): readonly RenderedSection[] {
  let page = 1;
  return sections.map(({ id, number, title, minutes, kiosk, backup, slides }) => {
    const firstPage = page;
    page += slides.length;
    return { id, number, title: lineText(title), minutes, kiosk, backup, firstPage };
  });
}

/** A slide and its place in the deck. */
interface Place {
  readonly section: Section;
  readonly slide: Slide;
  /** Index of the section. */
  readonly index: number;
  readonly page: number;
  /** The drawing of its subject; null for a slide that shows none. */
  readonly motif: MotifChoice | null;
  readonly variant: Variant | null;
  /** Whether it is in the long picture. */
  readonly long: boolean;
}

/** The place of a task's opener among those of its section. */
function openerOf({ slides }: Section, slide: Slide): Scene["opener"] {
  const openers = slides.filter(({ layout, number }) => layout === "cards" && number !== "");
  const index = openers.indexOf(slide);
  return index === -1 ? null : { number: index + 1, of: openers.length };
}

function sceneOf(stage: Stage, { section, slide, page, motif, variant }: Place): Scene {
  const { settings } = stage.deck;
  return {
    slide, section, settings, motif, variant,
    opener: openerOf(section, slide),
    theme: stage.theme, agenda: stage.agenda, setting: stage.setting, alone: stage.alone,
    words: wordsOf(settings.lang),
    steps: fragmentIndexes(slide.blocks),
    level: slide.layout === "cover" && page === 1 ? 1 : section.number === null || slide.layout === "section" ? 2 : 3,
    frame: null,
    second: null,
  };
}

function frameOf(stage: Stage, { index, page, long }: Place): Frame {
  const { lang, title, organisation } = stage.deck.settings;
  return {
    sectionTitle: stage.sections[index]?.title ?? "",
    footer: { page, total: stage.total, sections: stage.sections, current: index },
    deckTitle: title.startsWith(organisation) ? title : organisation + (lang === "en" ? " " : "") + title,
    long,
  };
}

/** A slide to render, and what is known of it already. */
interface Planned {
  readonly place: Place;
  readonly scene: Scene;
  readonly facts: string;
  readonly kept: KeptBody | null;
}

function planSlides(stage: Stage, { bodies }: RenderCache): readonly Planned[] {
  return placesOf(stage.deck).map((place) => {
    const { section, slide, motif, variant } = place;
    const scene = sceneOf(stage, place);
    const listed = slide.layout === "agenda" ? stage.agenda : null;
    const facts = JSON.stringify([section.number, section.kiosk, scene.level, motif, variant, scene.opener, listed]);
    const kept = bodies.get(slide.id);
    return { place, scene, facts, kept: kept !== undefined && kept.facts === facts && isOf(kept, slide) ? kept : null };
  });
}
