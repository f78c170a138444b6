/** What lies over the notes when it is wanted: the private overview, the teleprompter, the times. */
import type { DeckData } from "../../model/deck-data.ts";
import type { Place } from "../../model/stage.ts";
import { createSlideList, type SlideList } from "./list.ts";
import { createPrompter, type Prompter } from "./prompter/prompter.ts";
import type { Speech } from "./speech.ts";
import { createTimesSheet, type TimesSheet } from "./times-sheet.ts";

export interface Layers {
  readonly list: SlideList;
  readonly prompter: Prompter;
  readonly sheet: TimesSheet;
  /** Opens the overview at a slide, or closes it. */
  readonly toggleList: (slide: number) => void;
  /** Closes the topmost; false if none was open. */
  readonly escape: () => boolean;
  readonly close: () => void;
}

/** `go` is where the speaker wants to be, `lead` where the running text takes the audience. */
export function createLayers(page: Document, { data, slides, words, plan, preferences, times }: Speech & { readonly data: DeckData }, { go, lead }: Readonly<Record<"go" | "lead", (place: Place) => void>>): Layers {
  const list = createSlideList(page, page.body, { data, slides, words }, (slide) => go({ slide, step: 0 }));
  const prompter = createPrompter(page, { slides: slides.slice(0, data.run), titles: data.slides.map(({ title }) => title), minutes: plan.minutes, words, preferences }, lead);
  const sheet = createTimesSheet(page, { data, plan, times, words });
  return {
    list,
    prompter,
    sheet,
    toggleList: (slide) => (list.isOpen() ? list.close() : list.open(slide)),
    escape: () => {
      if (prompter.isOpen()) prompter.close();
      else if (list.isOpen()) list.close();
      else return sheet.close();
      return true;
    },
    close: () => {
      prompter.close();
      list.close();
      sheet.close();
    },
  };
}
