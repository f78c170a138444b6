/** The list of slides in the speaker window: find one by number or by typing part of its title. */
import type { DeckData } from "../../model/deck-data.ts";
import { button, element } from "../dom.ts";
import type { Words } from "../words.ts";

export interface SlideList {
  readonly isOpen: () => boolean;
  readonly open: (current: number) => void;
  readonly close: () => void;
}

/** `onChoose` gets a 0-based index. */
export function createSlideList(page: Document, parent: HTMLElement, data: DeckData, words: Words, onChoose: (slide: number) => void): SlideList {
  let panel: HTMLElement | null = null;
  const close = (): void => {
    panel?.remove();
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
      panel = element(page, "div", "speaker-list");
      panel.setAttribute("role", "dialog");
      panel.setAttribute("aria-label", words.overview);
      const field = element(page, "input", "");
      field.type = "search";
      field.placeholder = words.find;
      field.setAttribute("aria-label", words.find);
      const rows = data.slides.map((slide, index) => row(page, index, slide.title, index === current, choose));
      const box = element(page, "div", "speaker-rows");
      box.append(...rows);
      field.addEventListener("input", () => filterRows(rows, data, field.value));
      field.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.isComposing) return;
        event.preventDefault();
        const found = rows.findIndex((made) => !made.hidden);
        if (found >= 0) choose(found);
      });
      panel.append(field, box);
      parent.append(panel);
      rows[current]?.scrollIntoView({ block: "center" });
      field.focus();
    },
  };
}

function row(page: Document, index: number, title: string, current: boolean, choose: (slide: number) => void): HTMLButtonElement {
  const made = button(page, "speaker-row", "", `${index + 1} ${title}`, () => choose(index));
  if (current) made.setAttribute("aria-current", "page");
  made.append(element(page, "b", "", String(index + 1)), element(page, "span", "", title));
  return made;
}

/** A number shows only that page, any other text the titles that contain it. */
function filterRows(rows: readonly HTMLElement[], data: DeckData, typed: string): void {
  const wanted = typed.trim().toLowerCase();
  for (const [index, made] of rows.entries()) {
    const title = data.slides[index]?.title.toLowerCase() ?? "";
    made.hidden = wanted !== "" && (/^\d+$/.test(wanted) ? String(index + 1) !== wanted : !title.includes(wanted));
  }
}
