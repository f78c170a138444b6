/** The timeline: one arch per section, as wide as its minutes, a pin for now, a ring for the plan. */
import type { DeckData } from "../../model/deck-data.ts";
import { drawing, element } from "../dom.ts";
import { sectionNumber, type Words } from "../words.ts";
import type { Plan, Stretch } from "./pacing.ts";

/** Units of the drawing: length of the waterline, and its distance from the top. */
const LENGTH = 1000;
const WATER = 34;
const HIGHEST = 26;
/** A section with less than this share of the time shows only its number, unless it is the current one. */
const NARROW = 0.15;

export interface Timeline {
  readonly box: HTMLElement;
  /** `now` is elapsed time as a share of the whole, null without a plan; `section` is the current one. */
  readonly update: (section: number, ring: Stretch, now: number | null) => void;
}

export function createTimeline(page: Document, data: DeckData, plan: Plan, words: Words): Timeline {
  const box = element(page, "div", "speaker-timeline");
  const svg = drawing(page, "svg", { viewBox: `0 0 ${LENGTH} ${WATER + 2}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  // Cover, agenda and closing take time but have no arch.
  const arches = plan.sections.map((stretch, index) => drawing(page, "path", { d: data.sections[index]?.number == null ? "" : arch(stretch), class: "speaker-arch" }));
  const passed = drawing(page, "path", { d: "", class: "speaker-passed" });
  svg.append(drawing(page, "path", { d: `M0 ${WATER}H${LENGTH}`, class: "speaker-water" }), ...arches, passed);
  const labels = plan.sections.map((stretch, index) => label(page, data, words, index, stretch));
  const pin = element(page, "span", "speaker-pin");
  const ring = element(page, "span", "speaker-ring");
  box.append(svg, ring, pin, ...labels);
  return {
    box,
    update: (section, planned, now) => {
      const clamped = now === null ? null : Math.min(now, 1);
      // The ring is where the plan and the place agree best: under the pin as long as all is well.
      const at = clamped === null ? planned.start : Math.min(Math.max(clamped, planned.start), planned.end);
      ring.style.left = `${at * 100}%`;
      pin.hidden = clamped === null;
      pin.style.left = `${(clamped ?? 0) * 100}%`;
      passed.setAttribute("d", `M0 ${WATER}H${(clamped ?? at) * LENGTH}`);
      for (const [index, path] of arches.entries()) path.classList.toggle("current", index === section);
      for (const [index, made] of labels.entries()) made.classList.toggle("current", index === section);
    },
  };
}

function arch({ start, end }: Stretch): string {
  const width = (end - start) * LENGTH;
  const [left, right] = [start * LENGTH + Math.min(4, width / 4), end * LENGTH - Math.min(4, width / 4)];
  const height = HIGHEST * Math.min(1, 0.35 + width / 400);
  return `M${left} ${WATER}Q${(left + right) / 2} ${WATER - 2 * height} ${right} ${WATER}`;
}

function label(page: Document, data: DeckData, words: Words, index: number, stretch: Plan["sections"][number]): HTMLElement {
  const section = data.sections[index];
  const width = stretch.end - stretch.start;
  const made = element(page, "p", width < NARROW ? "speaker-part narrow" : "speaker-part");
  made.style.left = `${stretch.start * 100}%`;
  made.style.width = `${width * 100}%`;
  if (section === undefined || section.number === null) return made;
  made.append(element(page, "b", "", sectionNumber(section.number, data.lang)), element(page, "span", "", section.title));
  if (stretch.minutes !== null) made.append(element(page, "i", "", `${stretch.minutes}${data.lang === "en" ? " " : ""}${words.minutes}`));
  return made;
}
