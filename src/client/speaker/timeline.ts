/** The timeline: one arch per section, as wide as its minutes, a pin for now, a ring for the plan, marks for the tasks of a long part. */
import type { DeckData } from "../../model/deck-data.ts";
import { drawing, element, setText } from "../dom.ts";
import { sectionNumber } from "../section-number.ts";
import type { Words } from "../words.ts";
import type { Plan, Stretch } from "./pacing.ts";
import type { SpeakerWords } from "./speaker-words.ts";
import { formatElapsed } from "./timer.ts";

/** Units of the drawing: length of the waterline, and its distance from the top. */
const LENGTH = 1000;
const WATER = 34;
const HIGHEST = 26;
/** A section with less than this share of the time shows only its number, unless it is the current one. */
const NARROW = 0.15;
/** A section with more than this share of the time shows its tasks. */
const LONG = 0.25;

/** A slide that opens a task of its part. */
export interface Task {
  /** Index of the slide. */
  readonly slide: number;
  /** Its numeral as the slide shows it. */
  readonly number: string;
}

export interface Timeline {
  readonly box: HTMLElement;
  readonly update: (now: Moment) => void;
}

export interface Moment {
  /** Index of the current section and slide. */
  readonly section: number;
  readonly slide: number;
  /** The plan for the current place. */
  readonly planned: Stretch;
  /** Elapsed time as a share of the whole; null without a plan. */
  readonly passed: number | null;
  /** Seconds used by each section. */
  readonly used: readonly number[];
}

interface Context {
  readonly page: Document;
  readonly data: DeckData;
  readonly plan: Plan;
  readonly words: Words & { readonly own: SpeakerWords };
}

export function createTimeline(context: Context, tasks: readonly Task[]): Timeline {
  const { page, data, plan } = context;
  const box = element(page, "div", "speaker-timeline");
  const svg = drawing(page, "svg", { viewBox: `0 0 ${LENGTH} ${WATER + 2}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  // Cover, agenda and closing take time but have no arch.
  const arches = plan.sections.map((stretch, index) => drawing(page, "path", { d: data.sections[index]?.number == null ? "" : arch(stretch), class: "speaker-arch" }));
  const passedLine = drawing(page, "path", { d: "", class: "speaker-passed" });
  svg.append(drawing(page, "path", { d: `M0 ${WATER}H${LENGTH}`, class: "speaker-water" }), ...arches, passedLine);
  const labels = plan.sections.map((stretch, index) => createLabel(context, index, stretch));
  const marks = tasks.filter(({ slide }) => isLong(context, slide)).map((task) => ({ ...task, box: taskMark(context, task) }));
  const pin = element(page, "span", "speaker-pin");
  const ring = element(page, "span", "speaker-ring");
  box.append(svg, ...marks.map((mark) => mark.box), ring, pin, ...labels.map((label) => label.box));
  return {
    box,
    update: ({ section, slide, planned, passed, used }) => {
      const clamped = passed === null ? null : Math.min(passed, 1);
      // The ring is where the plan and the place agree best: under the pin as long as all is well.
      const at = clamped === null ? planned.start : Math.min(Math.max(clamped, planned.start), planned.end);
      ring.style.left = `${at * 100}%`;
      pin.hidden = clamped === null;
      pin.style.left = `${(clamped ?? 0) * 100}%`;
      passedLine.setAttribute("d", `M0 ${WATER}H${(clamped ?? at) * LENGTH}`);
      for (const [index, path] of arches.entries()) path.classList.toggle("current", index === section);
      for (const [index, label] of labels.entries()) label.update(index === section, used[index] ?? 0);
      const current = marks.filter((mark) => mark.slide <= slide && data.slides[mark.slide]?.section === section).at(-1);
      for (const mark of marks) mark.box.classList.toggle("current", mark === current);
    },
  };
}

function isLong({ data, plan }: Context, slide: number): boolean {
  const stretch = plan.sections[data.slides[slide]?.section ?? -1];
  return stretch !== undefined && stretch.end - stretch.start > LONG;
}

function taskMark({ page, data, plan }: Context, { slide, number }: Task): HTMLElement {
  const made = element(page, "span", "speaker-task", number);
  made.title = data.slides[slide]?.title ?? "";
  made.style.left = `${(plan.slides[slide]?.start ?? 0) * 100}%`;
  return made;
}

function arch({ start, end }: Stretch): string {
  const width = (end - start) * LENGTH;
  const [left, right] = [start * LENGTH + Math.min(4, width / 4), end * LENGTH - Math.min(4, width / 4)];
  const height = HIGHEST * Math.min(1, 0.35 + width / 400);
  return `M${left} ${WATER}Q${(left + right) / 2} ${WATER - 2 * height} ${right} ${WATER}`;
}

interface Label {
  readonly box: HTMLElement;
  readonly update: (current: boolean, used: number) => void;
}

/** Number, title, minutes planned and time used of a section. */
function createLabel({ page, data, words }: Context, index: number, stretch: Plan["sections"][number]): Label {
  const section = data.sections[index];
  const width = stretch.end - stretch.start;
  const box = element(page, "p", width < NARROW ? "speaker-part narrow" : "speaker-part");
  box.style.left = `${stretch.start * 100}%`;
  box.style.width = `${width * 100}%`;
  const spent = element(page, "em", "");
  if (section !== undefined && section.number !== null) {
    box.append(element(page, "b", "", sectionNumber(section.number, data.lang)), element(page, "span", "", section.title));
    if (stretch.minutes !== null) box.append(element(page, "i", "", `${stretch.minutes}${data.lang === "en" ? " " : ""}${words.minutes}`));
    box.append(spent);
  }
  return {
    box,
    update: (current, used) => {
      box.classList.toggle("current", current);
      setText(spent, used < 1 ? "" : `${words.own.used} ${formatElapsed(used)}`);
      spent.classList.toggle("late", stretch.minutes !== null && used > stretch.minutes * 60);
    },
  };
}
