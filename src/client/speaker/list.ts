/** The private overview: all slides by part, found by number, title or pinyin initials; nothing moves for the audience until one is chosen. */
import type { DeckData } from "../../model/deck-data.ts";
import { button, element, returnFocus, setText } from "../dom.ts";
import { fillWhenSeen, moveWithin } from "../grid.ts";
import { sectionNumber } from "../section-number.ts";
import type { Words } from "../words.ts";
import { createSearch } from "./search.ts";
import type { SpeakerWords } from "./speaker-words.ts";

export interface SlideList {
  readonly isOpen: () => boolean;
  readonly open: (current: number) => void;
  readonly close: () => void;
}

/** What the list is made of; `slides` are pictured. */
export interface Listed {
  readonly data: DeckData;
  readonly slides: readonly HTMLElement[];
  readonly words: Words & { readonly own: SpeakerWords };
}

/** `onChoose` gets a 0-based index. */
export function createSlideList(page: Document, parent: HTMLElement, listed: Listed, onChoose: (slide: number) => void): SlideList {
  let panel: HTMLElement | null = null;
  let stop = (): void => undefined;
  let focused: Element | null = null;
  const close = (): void => {
    stop();
    panel?.remove();
    if (panel !== null) returnFocus(focused);
    panel = null;
  };
  const choose = (slide: number): void => {
    close();
    onChoose(slide);
  };
  return {
    isOpen: () => panel !== null,
    close,
    open: (current) => {
      close();
      focused = page.activeElement;
      const rows = listed.data.slides.map((_, index) => row(page, listed, index, index === current, choose));
      panel = compose(page, listed, rows, choose, close);
      parent.append(panel);
      stop = fillWhenSeen(listed.slides, rows, "-l");
      rows[current]?.scrollIntoView({ block: "center" });
      panel.querySelector("input")?.focus();
    },
  };
}

function compose(page: Document, { data, words }: Listed, rows: readonly HTMLButtonElement[], choose: (slide: number) => void, close: () => void): HTMLElement {
  const panel = element(page, "div", "speaker-list");
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-modal", "true");
  panel.setAttribute("aria-label", words.overview);
  const field = element(page, "input", "");
  field.type = "search";
  field.placeholder = words.own.find;
  field.setAttribute("aria-label", words.own.find);
  const count = element(page, "p", "speaker-found", words.own.sendHint);
  count.setAttribute("role", "status");
  const head = element(page, "header", "speaker-search");
  head.append(field, count, button(page, "speaker-plain", words.close, words.close, close));
  const parts = partsOf(page, data, rows, words);
  const box = element(page, "div", "speaker-rows");
  box.append(...parts);
  const search = createSearch(data);
  field.addEventListener("input", () => {
    const found = new Set(search(field.value));
    for (const [index, made] of rows.entries()) made.hidden = !found.has(index);
    for (const part of parts) part.hidden = part.querySelector(".speaker-row:not([hidden])") === null;
    setText(count, field.value.trim() === "" ? words.own.sendHint : words.own.found(found.size));
  });
  const shown = (): readonly HTMLButtonElement[] => rows.filter((made) => !made.hidden);
  panel.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.target === field) {
      const first = shown()[0];
      if (event.key === "Enter") {
        event.preventDefault();
        if (first !== undefined) choose(rows.indexOf(first));
      } else if (event.key === "ArrowDown") {
        event.preventDefault();
        (shown().find((made) => made.hasAttribute("aria-current")) ?? first)?.focus();
      }
    } else moveWithin(event, shown());
  });
  panel.append(head, box);
  return panel;
}

/** The slides of each section below its title; neighbours without one, such as cover and agenda, stand together. */
function partsOf(page: Document, data: DeckData, rows: readonly HTMLElement[], words: Listed["words"]): readonly HTMLElement[] {
  const parts: HTMLElement[] = [];
  let untitled: HTMLElement | null = null;
  for (const [index, section] of data.sections.entries()) {
    const own = rows.filter((_, slide) => data.slides[slide]?.section === index);
    if (own.length === 0) continue;
    const title = section.backup ? words.own.backup : section.number === null ? "" : `${sectionNumber(section.number, data.lang)}　${section.title}`;
    const grid: HTMLElement = title === "" && untitled !== null ? untitled : element(page, "div", "speaker-grid");
    grid.append(...own);
    if (grid !== untitled) parts.push(partOf(page, title, grid));
    untitled = title === "" ? grid : null;
  }
  return parts;
}

function partOf(page: Document, title: string, grid: HTMLElement): HTMLElement {
  const part = element(page, "section", "speaker-group");
  if (title !== "") part.append(element(page, "h2", "", title));
  part.append(grid);
  return part;
}

function row(page: Document, { data, words }: Listed, index: number, current: boolean, choose: (slide: number) => void): HTMLButtonElement {
  const title = data.slides[index]?.title ?? "";
  const made = button(page, "speaker-row", "", "", () => choose(index));
  if (current) made.setAttribute("aria-current", "page");
  const caption = element(page, "span", "speaker-caption");
  caption.append(element(page, "b", "", words.number(index + 1, data.run)), element(page, "span", "", title));
  made.append(caption);
  return made;
}
