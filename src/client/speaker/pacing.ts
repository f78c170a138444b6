/** The plan of a speech: when each section and slide is due. */
import type { DeckData } from "../../model/deck-data.ts";
import type { Place } from "../../model/stage.ts";

/** A stretch of the whole, from 0 to 1. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Plan {
  /** Minutes in total; null if nothing is planned. */
  readonly minutes: number | null;
  readonly sections: readonly (Stretch & { readonly minutes: number | null })[];
  readonly slides: readonly Stretch[];
}

/** A slide without notes still takes as long as this many characters. */
const SILENT_SLIDE = 15;

/** The plan; `spoken` is the number of characters in each slide's notes, by which unplanned time is shared out. */
export function planSpeech(data: DeckData, spoken: readonly number[]): Plan {
  // Backup slides take no time of the plan.
  const weights = data.slides.map((_, index) => (index < data.run ? (spoken[index] ?? 0) + SILENT_SLIDE : 0));
  const weightOf = (section: number): number => sum(data.slides.map((slide, index) => (slide.section === section ? (weights[index] ?? 0) : 0)));
  const planned = data.sections.map((section) => section.minutes);
  const known = sum(planned.map((minutes) => minutes ?? 0));
  const knownWeight = sum(planned.map((minutes, index) => (minutes === null ? 0 : weightOf(index))));
  const openWeight = sum(planned.map((minutes, index) => (minutes === null ? weightOf(index) : 0)));
  const rate = known > 0 ? openRate(data.minutes, known, knownWeight, openWeight) : (data.minutes ?? 1) / Math.max(openWeight, 1);
  const lengths = planned.map((minutes, index) => minutes ?? weightOf(index) * rate);
  const whole = Math.max(sum(lengths), Number.EPSILON);
  const sections = stretches(lengths.map((length) => length / whole));
  const slides = stretches(data.slides.map((slide, index) => ((weights[index] ?? 0) / Math.max(weightOf(slide.section), 1)) * ((lengths[slide.section] ?? 0) / whole)));
  return {
    minutes: known > 0 ? whole : data.minutes,
    sections: sections.map((stretch, index) => ({ ...stretch, minutes: planned[index] ?? null })),
    slides,
  };
}

/** Minutes per character in sections without a plan: from the time left over, otherwise as fast as in the planned sections. */
function openRate(whole: number | null, known: number, knownWeight: number, openWeight: number): number {
  if (openWeight === 0) return 0;
  return whole !== null ? Math.max(whole - known, 0) / openWeight : known / knownWeight;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function stretches(lengths: readonly number[]): Stretch[] {
  let end = 0;
  return lengths.map((length) => {
    const start = end;
    end = start + length;
    return { start, end };
  });
}

/** The part of the plan for one step of a slide. */
export function plannedStretch(plan: Plan, place: Place, steps: number): Stretch {
  const slide = plan.slides[place.slide] ?? { start: 0, end: 0 };
  const part = (slide.end - slide.start) / (steps + 1);
  return { start: slide.start + part * place.step, end: slide.start + part * (place.step + 1) };
}

/** Whole minutes behind the plan (negative: ahead); null without a plan. Less than half a minute off is on time. */
export function minutesBehind(plan: Plan, stretch: Stretch, elapsedSeconds: number): number | null {
  if (plan.minutes === null) return null;
  const elapsed = elapsedSeconds / 60;
  const early = Math.min(elapsed - stretch.start * plan.minutes, 0);
  const late = Math.max(elapsed - stretch.end * plan.minutes, 0);
  return Math.round(early + late);
}
