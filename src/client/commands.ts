/** What each keyboard command does on the deck's own page. */
import type { Announcer } from "./announce.ts";
import type { DeckData } from "../model/deck-data.ts";
import type { Cover } from "../model/stage.ts";
import { enterFullscreen, isFullscreen, toggleFullscreen } from "./fullscreen.ts";
import { closeHelp, toggleHelp } from "./help.ts";
import type { Jump } from "./jump.ts";
import type { Command } from "./keys.ts";
import type { Origins } from "./origins.ts";
import type { Overview } from "./overview.ts";
import type { Asker } from "./question.ts";
import type { Pointing } from "./pointing.ts";
import { lastOfRun } from "./run.ts";
import type { Show } from "./show.ts";
import type { DeckEnd } from "./speaker/link.ts";
import { openSpeakerWindow } from "./speaker/open-window.ts";
import { showToast } from "./toast.ts";
import type { Words } from "./words.ts";

/** What commands act on, in addition to the show. */
export interface Tools {
  readonly words: Words;
  readonly jump: Jump;
  readonly overview: Overview;
  readonly speaker: DeckEnd;
  readonly announcer: Announcer;
  readonly origins: Origins;
  readonly pointing: Pointing;
  readonly asker: Asker;
  readonly data: () => DeckData;
}

/** Commands that work while the overview is open; the other keys move within it. */
const OVER_OVERVIEW: readonly Command["type"][] = ["overview", "escape", "speaker", "hold"];

export function obeyCommand(command: Command, show: Show, tools: Tools): void {
  const goTo = (slide: number): void => show.go({ slide, step: 0 });
  const tell = (text: string): void => {
    showToast(document, text);
    tools.announcer.say(text);
  };
  switch (command.type) {
    case "hold":
      return;
    case "next":
    case "previous":
      return turnShow(show, command.type, tools);
    case "first":
      return goTo(0);
    case "last":
      return goTo(lastOfRun(show.slides()));
    case "black":
    case "white":
      return toggleCover(show, command.type);
    case "digit":
      return tools.jump.digit(document, command.digit);
    case "confirm": {
      const number = tools.jump.take();
      return number === null ? turnShow(show, "next", tools) : goTo(number - 1);
    }
    case "speaker":
      return openSpeakerWindow(tools.speaker, tools.asker, tools.words, tell);
    case "help":
      return toggleHelp(document, tools.words, [...tools.words.keys, ...tools.words.deckKeys]);
    case "fullscreen":
      return toggleFullscreen();
    case "start":
      // The button of a clicker is also pressed in the middle of a speech.
      if (!isFullscreen()) goTo(0);
      return enterFullscreen();
    case "resume":
      return enterFullscreen();
    case "origins": {
      const slide = show.slides()[show.place().slide];
      return void (slide === undefined || tools.origins.toggleAll(slide) || tell(tools.words.noFigures));
    }
    case "overview":
      return toggleOverview(show, tools);
    case "escape":
      return leave(show, tools);
  }
}

/** Whether the open overview has this key for itself. */
export function isForOverview(command: Command, { overview }: Tools): boolean {
  return overview.isOpen() && !OVER_OVERVIEW.includes(command.type);
}

/** As in every presentation program, the first press after a black screen only brings the picture back. */
export function moveShow(show: Show, way: "next" | "previous"): void {
  if (show.cover() !== null) show.setCover(null);
  else if (way === "next") show.next();
  else show.previous();
}

/** A press on the deck, unless the speaker window wants it: for long notes, or to look ahead. */
export function turnShow(show: Show, way: "next" | "previous", { pointing }: Tools): void {
  if (show.cover() !== null || !pointing.passOn(way, show.place())) moveShow(show, way);
}

/** Covers the slide, or shows it if it has that cover. */
export function toggleCover(show: Show, cover: Cover): void {
  show.setCover(show.cover() === cover ? null : cover);
}

/** Escape closes what is open. With nothing open it shows the overview, but not in full screen: there clickers send it. */
function leave(show: Show, tools: Tools): void {
  if (tools.origins.close() || tools.jump.take() !== null || closeHelp(document)) return;
  if (tools.overview.isOpen() || !isFullscreen()) toggleOverview(show, tools);
}

function toggleOverview(show: Show, { overview, origins, data }: Tools): void {
  origins.close();
  if (overview.isOpen()) overview.close();
  else overview.open(show.slides(), data().slides.map((slide) => slide.title), show.place().slide);
}
