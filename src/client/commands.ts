/** What each keyboard command does on the deck's own page. */
import type { Announcer } from "./announce.ts";
import { element } from "./dom.ts";
import { toggleFullscreen } from "./fullscreen.ts";
import { closeHelp, toggleHelp } from "./help.ts";
import type { Jump } from "./jump.ts";
import type { Command } from "./keys.ts";
import type { Origins } from "./origins.ts";
import type { Overview } from "./overview.ts";
import type { Show } from "./show.ts";
import type { DeckEnd } from "./speaker/link.ts";
import type { Words } from "./words.ts";

/** A message stays for this many milliseconds. */
const STANDING = 8000;

/** What commands act on, in addition to the show. */
export interface Tools {
  readonly words: Words;
  readonly jump: Jump;
  readonly overview: Overview;
  readonly speaker: DeckEnd;
  readonly announcer: Announcer;
  readonly origins: Origins;
  /** Titles of all slides. */
  readonly titles: () => readonly string[];
}

export function obeyCommand(command: Command, show: Show, tools: Tools): void {
  const goTo = (slide: number): void => show.go({ slide, step: 0 });
  switch (command.type) {
    case "next":
    case "previous":
      return moveShow(show, command.type);
    case "first":
      return goTo(0);
    case "last":
      return goTo(show.slides().length - 1);
    case "black":
      return show.toggleBlack();
    case "digit":
      return tools.jump.digit(document, command.digit);
    case "confirm": {
      const number = tools.jump.take();
      return number === null ? moveShow(show, "next") : goTo(number - 1);
    }
    case "speaker":
      return void (tools.speaker.open() || tellBriefly(tools.words.blocked, tools));
    case "help":
      return toggleHelp(document, tools.words, tools.words.keys);
    case "fullscreen":
      return toggleFullscreen();
    case "origins": {
      const slide = show.slides()[show.place().slide];
      return void (slide === undefined || tools.origins.toggleAll(slide) || tellBriefly(tools.words.noFigures, tools));
    }
    case "overview":
      return toggleOverview(show, tools);
    case "escape":
      return void (tools.origins.close() || tools.jump.take() !== null || closeHelp(document) || toggleOverview(show, tools));
  }
}

/** As in every presentation program, the first press after a black screen only brings the picture back. */
export function moveShow(show: Show, way: "next" | "previous"): void {
  if (show.isBlack()) show.toggleBlack();
  else if (way === "next") show.next();
  else show.previous();
}

function toggleOverview(show: Show, { overview, origins, titles }: Tools): void {
  origins.close();
  if (overview.isOpen()) overview.close();
  else overview.open(show.slides(), titles(), show.place().slide);
}

function tellBriefly(text: string, { announcer }: Tools): void {
  const message = element(document, "p", "toast", text);
  document.body.append(message);
  announcer.say(text);
  setTimeout(() => message.remove(), STANDING);
}
