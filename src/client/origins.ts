/** Where figures come from: a press on a figure or a chart, or a key for the whole slide, shows the published rows behind them. */
import type { DeckData, FigureRecord } from "../model/deck-data.ts";
import { button, returnFocus } from "./dom.ts";
import { lineOf } from "./origin-lines.ts";
import { showBeside, showOver, type Shown } from "./origin-place.ts";
import { chartSheet, figureSheet, listSheet } from "./origin-sheets.ts";
import { CHART_BUTTON, FIGURES, findAsked, readChart, type Asked } from "./origin-targets.ts";
import type { Words } from "./words.ts";

export interface Origins {
  /** Makes the figures of a slide buttons and adds a button to its charts; may be called again. */
  readonly prepare: (slide: HTMLElement) => void;
  /** Shows all figures of a slide, or closes what is open; false if the slide has none. */
  readonly toggleAll: (slide: HTMLElement) => boolean;
  /** Shows the origin of what is pressed; a press beside all figures closes what is open. */
  readonly press: (target: Element) => void;
  /** True if something was open. */
  readonly close: () => boolean;
  /** Closes what is open on any other slide. */
  readonly leave: (slide: HTMLElement) => void;
}

interface Open extends Shown {
  readonly slide: HTMLElement;
  readonly trigger: Asked["trigger"] | null;
  readonly byKey: boolean;
  /** What had the focus before. */
  readonly before: Element | null;
}

/** `data` is called each time: an edit in the preview changes it. */
export function createOrigins(page: Document, words: Words, data: () => DeckData): Origins {
  let open: Open | null = null;
  const recordOf = (figure: HTMLElement): FigureRecord | null => data().figures[keyOf(figure)] ?? null;
  const close = (): boolean => {
    if (open === null) return false;
    const { trigger, byKey, before, remove } = open;
    open = null;
    remove();
    if (trigger?.hasAttribute("aria-expanded") === true) trigger.setAttribute("aria-expanded", "false");
    // Someone who used the pointer may go on with a clicker: the next press of the space bar must reach the deck.
    if (byKey) returnFocus(trigger ?? before);
    else trigger?.blur();
    return true;
  };
  const press = (target: Element, byKey: boolean): void => {
    const asked = findAsked(target, recordOf);
    const slide = target.closest<HTMLElement>(".slide");
    const again = asked !== null && open?.trigger === asked.trigger;
    close();
    if (asked === null || slide === null || again) return;
    const sheet = asked.type === "chart" ? chartSheet(page, asked.chart, words, close) : figureSheet(page, asked.line, asked.text, words, close);
    const { trigger } = asked;
    if (trigger.hasAttribute("aria-expanded")) trigger.setAttribute("aria-expanded", "true");
    // The table of a chart contains all its figures, so it may cover the drawing.
    open = { ...(asked.type === "chart" ? showOver(slide, sheet) : showBeside(slide, trigger, sheet)), slide, trigger, byKey, before: page.activeElement };
    if (byKey) sheet.focus();
  };
  listen(page, press, close);
  return {
    prepare: (slide) => {
      for (const figure of slide.querySelectorAll<HTMLElement>(`${FIGURES}:not([role])`)) {
        if (figure.closest("aside.notes") === null && recordOf(figure) !== null) makeButton(figure, words);
      }
      for (const chart of slide.querySelectorAll<HTMLElement>(`figure.chart:not(:has(.${CHART_BUTTON}))`)) addButton(chart, words);
    },
    toggleAll: (slide) => {
      if (close()) return true;
      const lines = recordsOn(slide, recordOf).map(lineOf);
      const charts = [...slide.querySelectorAll<HTMLElement>("figure.chart")].map((chart) => readChart(chart, recordOf)).filter((chart) => chart !== null);
      if (lines.length + charts.length === 0) return false;
      const sheet = listSheet(page, lines, charts, words, close);
      open = { ...showOver(slide, sheet), slide, trigger: null, byKey: true, before: page.activeElement };
      sheet.focus();
      return true;
    },
    press: (target) => press(target, false),
    close,
    leave: (slide) => {
      if (open !== null && open.slide !== slide) close();
    },
  };
}

/** The rows behind the figures of a slide that are already visible, each once. */
function recordsOn(slide: HTMLElement, recordOf: (figure: HTMLElement) => FigureRecord | null): readonly FigureRecord[] {
  const seen = [...slide.querySelectorAll<HTMLElement>(`${FIGURES}[role]`)].filter((figure) => getComputedStyle(figure).visibility !== "hidden");
  return [...new Set(seen.map(recordOf))].filter((record) => record !== null);
}

/** Handles pointer and keys alike, before the deck uses them to change slides. */
function listen(page: Document, press: (target: Element, byKey: boolean) => void, close: () => boolean): void {
  page.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (target === null || target.closest(".preview, .origin-sheet") !== null) return;
    press(target, event.detail === 0);
  });
  page.addEventListener("keydown", (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.key === "Escape" && close()) return event.preventDefault();
    if ((event.key !== "Enter" && event.key !== " ") || event.repeat || target === null || !target.matches(`${FIGURES}[role], .${CHART_BUTTON}`)) return;
    event.preventDefault();
    press(target, true);
  }, true);
}

/** `gdp@2021`, `gdp@2021/苏州市`, as in the records of the page's data. */
function keyOf({ dataset: { indicator = "", period = "", area } }: HTMLElement): string {
  return `${indicator}@${period}${area === undefined ? "" : `/${area}`}`;
}

function makeButton(figure: HTMLElement, words: Words): void {
  figure.setAttribute("role", "button");
  figure.setAttribute("tabindex", "0");
  figure.setAttribute("aria-description", words.origin);
  tellDialog(figure);
}

/** A drawing is not a button; this one becomes visible when it has the focus. */
function addButton(chart: HTMLElement, words: Words): void {
  const made = button(chart.ownerDocument, `${CHART_BUTTON} visually-hidden`, words.chartOrigins, words.originsOf(chart.querySelector(".chart-data caption")?.textContent ?? ""), () => undefined);
  tellDialog(made);
  chart.append(made);
}

function tellDialog(trigger: HTMLElement): void {
  trigger.setAttribute("aria-haspopup", "dialog");
  trigger.setAttribute("aria-expanded", "false");
}
