/** Where figures come from: a press on one, or a key for all of the slide, shows the published row behind it. */
import type { DeckData, FigureRecord } from "./deck-data.ts";
import { showBeside, showOver, type Shown } from "./origin-place.ts";
import { chartSheet, figureSheet, listSheet, type ShownFigure } from "./origin-sheets.ts";
import type { Words } from "./words.ts";

export interface Origins {
  /** Makes the figures of a slide buttons; may be called again. */
  readonly prepare: (slide: HTMLElement) => void;
  /** Shows all figures of a slide, or closes what is open; false when the slide has none. */
  readonly toggleAll: (slide: HTMLElement) => boolean;
  /** True when something was open. */
  readonly close: () => boolean;
  /** Closes what is open on another slide than this one. */
  readonly leave: (slide: HTMLElement) => void;
}

/** Figures that a person sees on a slide; a name or a unit is none. */
const FIGURES = 'data.figure[data-indicator]:not([data-field="name"], [data-field="unit"])';

/** `data` is asked anew each time: an edit in the preview changes it. */
export function createOrigins(page: Document, words: Words, data: () => DeckData): Origins {
  let open: (Shown & { readonly slide: HTMLElement; readonly trigger: HTMLElement | null; readonly byKey: boolean }) | null = null;
  const recordOf = (figure: HTMLElement): FigureRecord | null => data().figures[keyOf(figure)] ?? null;
  const close = (): boolean => {
    if (open === null) return false;
    const { trigger, byKey, remove } = open;
    open = null;
    remove();
    if (trigger?.hasAttribute("aria-expanded") === true) trigger.setAttribute("aria-expanded", "false");
    // Who pressed with a pointer goes on with a clicker: the next press of the space bar is the deck's.
    if (byKey) trigger?.focus();
    else trigger?.blur();
    return true;
  };
  const figuresOf = (slide: HTMLElement): readonly ShownFigure[] =>
    [...slide.querySelectorAll<HTMLElement>(`${FIGURES}[role]`)].flatMap((figure) => {
      const record = getComputedStyle(figure).visibility === "hidden" ? null : recordOf(figure);
      return record === null ? [] : [{ figure, record, text: textOf(figure) }];
    });
  const press = (target: HTMLElement, byKey: boolean): void => {
    const slide = target.closest<HTMLElement>(".slide");
    const record = recordOf(target);
    const again = open?.trigger === target;
    close();
    if (slide === null || again) return;
    const chart = target.matches(".chart");
    const sheet = chart ? chartSheet(page, target, words, close) : record === null ? null : figureSheet(page, { figure: target, record, text: textOf(target) }, words, close);
    if (sheet === null) return;
    if (!chart) target.setAttribute("aria-expanded", "true");
    // The table of a chart says all that is on it: it may lie over the drawing.
    open = { ...(chart ? showOver(slide, sheet) : showBeside(slide, target, sheet)), slide, trigger: target, byKey };
    if (byKey) sheet.focus();
  };
  listen(page, press, close);
  return {
    prepare: (slide) => {
      for (const figure of slide.querySelectorAll<HTMLElement>(`${FIGURES}:not([role])`)) {
        if (figure.closest("aside.notes") === null && recordOf(figure) !== null) makeButton(figure, words);
      }
    },
    toggleAll: (slide) => {
      if (close()) return true;
      const figures = figuresOf(slide);
      const charts = [...slide.querySelectorAll<HTMLElement>("figure.chart")];
      if (figures.length + charts.length === 0) return false;
      const sheet = listSheet(page, figures, charts, words, close);
      open = { ...showOver(slide, sheet), slide, trigger: null, byKey: true };
      sheet.focus();
      return true;
    },
    close,
    leave: (slide) => {
      if (open !== null && open.slide !== slide) close();
    },
  };
}

/** Pointer and keys alike, before the deck turns its page by them. */
function listen(page: Document, press: (target: HTMLElement, byKey: boolean) => void, close: () => boolean): void {
  page.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target === null || target.closest(".preview, .origin-sheet") !== null) return;
    const figure = target.closest<HTMLElement>(`.slide ${FIGURES}[role], .slide figure.chart`);
    if (figure !== null) press(figure, event.detail === 0);
    else close();
  });
  page.addEventListener("keydown", (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.key === "Escape" && close()) return event.preventDefault();
    if ((event.key !== "Enter" && event.key !== " ") || event.repeat || target === null || !target.matches(`${FIGURES}[role]`)) return;
    event.preventDefault();
    press(target, true);
  }, true);
}

/** `gdp@2021`, `gdp@2021/苏州市`, as the page's data name their records. */
function keyOf({ dataset: { indicator = "", period = "", area } }: HTMLElement): string {
  return `${indicator}@${period}${area === undefined ? "" : `/${area}`}`;
}

function textOf(figure: HTMLElement): string {
  return (figure.textContent ?? "").replace(/\s+/g, "");
}

function makeButton(figure: HTMLElement, words: Words): void {
  figure.setAttribute("role", "button");
  figure.setAttribute("tabindex", "0");
  figure.setAttribute("aria-haspopup", "dialog");
  figure.setAttribute("aria-expanded", "false");
  figure.setAttribute("aria-description", words.origin);
}
