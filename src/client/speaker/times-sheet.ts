/** The page of the times: what each part and slide took against the plan, what ran over, and the file for `luduan rehearse`. */
import type { DeckData } from "../../model/deck-data.ts";
import { TIMES_FORM, type SpeechTimes } from "../../model/speech-times.ts";
import { button, element, returnFocus } from "../dom.ts";
import { sectionNumber } from "../section-number.ts";
import type { Words } from "../words.ts";
import type { Plan } from "./pacing.ts";
import type { SpeakerWords } from "./speaker-words.ts";
import type { SlideTimes } from "./times.ts";
import { formatElapsed } from "./timer.ts";

/** A slide or part that took this many seconds more than planned ran over. */
const TOLERANCE = 5;

export interface TimesSheet {
  readonly toggle: () => void;
  /** True if it was open. */
  readonly close: () => boolean;
}

export interface TimesSource {
  readonly data: DeckData;
  readonly plan: Plan;
  readonly times: () => SlideTimes;
  readonly words: Words & { readonly own: SpeakerWords };
}

export function createTimesSheet(page: Document, source: TimesSource): TimesSheet {
  let sheet: HTMLElement | null = null;
  let focused: Element | null = null;
  const close = (): boolean => {
    if (sheet === null) return false;
    sheet.remove();
    sheet = null;
    returnFocus(focused);
    return true;
  };
  return {
    close,
    toggle: () => {
      if (close()) return;
      focused = page.activeElement;
      sheet = compose(page, source, close);
      page.body.append(sheet);
      sheet.querySelector("button")?.focus();
    },
  };
}

function compose(page: Document, source: TimesSource, close: () => void): HTMLElement {
  const { own } = source.words;
  const sheet = element(page, "div", "speaker-sheet");
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-modal", "true");
  sheet.setAttribute("aria-label", own.times);
  const head = element(page, "header", "speaker-search");
  const none = source.times().size === 0;
  head.append(element(page, "h2", "", own.times), element(page, "p", "speaker-found", none ? own.noTimes : own.exportHint));
  if (!none) head.append(button(page, "speaker-plain", own.exportTimes, own.exportTimes, () => save(page, source)));
  head.append(button(page, "speaker-plain", source.words.close, source.words.close, close));
  const box = element(page, "div", "speaker-rows");
  box.tabIndex = 0;
  if (!none) box.append(table(page, source));
  sheet.append(head, box);
  return sheet;
}

/** A row for each part and, below it, for each of its slides. */
function table(page: Document, { data, plan, times, words }: TimesSource): HTMLTableElement {
  const { own } = words;
  const made = element(page, "table", "speaker-table");
  const longest = Math.max(...data.slides.map(({ id }, index) => Math.max(times().get(id) ?? 0, secondsOf(plan, plan.slides[index]))), 1);
  const row = (kind: string, name: string, planned: number | null, used: number): HTMLTableRowElement => {
    const line = element(page, "tr", kind);
    const over = planned === null ? 0 : used - planned;
    const first = element(page, "th", "", name);
    first.scope = "row";
    const bar = element(page, "td", "speaker-bar");
    if (kind === "of-slide") bar.append(strip(page, used / longest, planned === null ? null : planned / longest));
    line.append(first, element(page, "td", "", planned === null ? "" : formatElapsed(planned)), element(page, "td", "", formatElapsed(used)), element(page, "td", used >= 1 && over > TOLERANCE ? "late" : "", used < 1 ? "" : signed(over, planned)), bar);
    return line;
  };
  const heads = element(page, "tr", "");
  for (const name of [own.slide, own.planned, words.elapsed, own.difference]) heads.append(element(page, "th", "", name));
  heads.append(element(page, "td", "speaker-bar"));
  made.append(heads);
  const spent = (slides: readonly { readonly id: string }[]): number => slides.reduce((sum, { id }) => sum + (times().get(id) ?? 0), 0);
  made.append(row("whole", own.whole, plan.minutes === null ? null : plan.minutes * 60, spent(data.slides)));
  for (const [index, section] of data.sections.entries()) {
    const slides = data.slides.filter((slide) => slide.section === index);
    if (slides.length === 0) continue;
    const name = section.number === null ? "" : `${sectionNumber(section.number, data.lang)}　${section.title}`;
    if (name !== "") made.append(row("part", name, secondsOf(plan, plan.sections[index]), spent(slides)));
    for (const slide of slides) {
      const at = data.slides.indexOf(slide);
      made.append(row("of-slide", `${words.number(at + 1, data.run)}　${slide.title}`, secondsOf(plan, plan.slides[at]), times().get(slide.id) ?? 0));
    }
  }
  return made;
}

/** Seconds of a stretch of the plan; without minutes its share is all there is, so nothing is planned. */
function secondsOf(plan: Plan, stretch: { readonly start: number; readonly end: number } | undefined): number {
  return stretch === undefined || plan.minutes === null ? 0 : (stretch.end - stretch.start) * plan.minutes * 60;
}

function signed(over: number, planned: number | null): string {
  if (planned === null || Math.abs(over) < 1) return "";
  return `${over > 0 ? "+" : "−"}${formatElapsed(Math.abs(over))}`;
}

/** Time used as a bar, the plan as a mark on it; both from 0 to 1. */
function strip(page: Document, used: number, planned: number | null): HTMLElement {
  const made = element(page, "span", "speaker-strip");
  const bar = element(page, "span", planned !== null && used > planned ? "late" : "");
  bar.style.width = `${used * 100}%`;
  made.append(bar);
  if (planned !== null) {
    const mark = element(page, "i", "");
    mark.style.left = `${planned * 100}%`;
    made.append(mark);
  }
  return made;
}

/** Saves the times as a file; nothing leaves the machine. */
function save(page: Document, { data, plan, times, words }: TimesSource): void {
  const round = (seconds: number): number => Math.round(seconds * 10) / 10;
  const content: SpeechTimes = {
    form: TIMES_FORM,
    title: data.title,
    sections: data.sections.map(({ id, minutes }, index) => ({
      id,
      minutes,
      seconds: round(data.slides.reduce((sum, slide) => sum + (slide.section === index ? (times().get(slide.id) ?? 0) : 0), 0)),
    })),
    slides: data.slides.map(({ id, title }, index) => ({ id, title, planned: plan.minutes === null ? null : round(secondsOf(plan, plan.slides[index])), seconds: round(times().get(id) ?? 0) })),
  };
  const address = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: "application/json" }));
  const link = element(page, "a", "");
  link.href = address;
  link.download = words.own.fileName(data.title);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
