/** Assembles the deck: the show or the reading page, keys, address, announcements, speaker window and printing. */
import { createAnnouncer, stepText } from "./announce.ts";
import { isForOverview, moveShow, obeyCommand, toggleCover, turnShow, type Tools } from "./commands.ts";
import type { DeckData } from "../model/deck-data.ts";
import type { Place, ShowState, Wish } from "../model/stage.ts";
import { isFullscreen, keepFullscreen } from "./fullscreen.ts";
import { createJump } from "./jump.ts";
import { createKeyReader } from "./keys.ts";
import { openMemory, type Memory } from "./memory.ts";
import { createOrigins } from "./origins.ts";
import { createOverview } from "./overview.ts";
import { findStart, hashOf, parseHash, type Start } from "./place.ts";
import { createPointing } from "./pointing.ts";
import { preparePrinting } from "./print.ts";
import { createAsker } from "./question.ts";
import { createRollUp } from "./roll-up.ts";
import { prepareScrolling } from "./scroll-boxes.ts";
import { startShow, type Show } from "./show.ts";
import { createDeckEnd } from "./speaker/link.ts";
import { listenToTurns } from "./turning.ts";
import { holdWakeLock } from "./wake-lock.ts";
import { wordsFor, type Words } from "./words.ts";

/** Narrow and upright screens: a plain page to scroll through. */
const READING = "(max-width: 640px) and (orientation: portrait)";
/** How often it is noticed that a speaker window has gone or the show fills the screen; in milliseconds. */
const LOOK = 2000;

export interface Deck {
  /** Null on the reading page. */
  readonly show: () => Show | null;
  /** Takes new titles (null: unchanged) and, if slides were added, removed or moved, their new order. */
  readonly refresh: (data: DeckData | null, moved: boolean) => void;
}

/** What runs on the page. */
interface Running {
  data: DeckData;
  /** Null on the reading page. */
  show: Show | null;
  /** `ShowState.run`. */
  run: number;
}

/** Starts the deck in `.reveal`. */
export async function startDeck(root: HTMLElement, data: DeckData): Promise<Deck> {
  const memory = await openMemory(window, "show", data);
  const slides = (): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(".slides > section")];
  const begun = findStart(window, memory, slides());
  const running: Running = { data, show: null, run: begun.run };
  const tools = createTools(running);
  const rollUp = createRollUp(window);
  const onChange = (): void => {
    reportChange(running, tools, memory);
    const shown = running.show?.slides()[running.show.place().slide];
    if (shown !== undefined) rollUp(shown);
  };
  const choose = async (reading: boolean): Promise<void> => {
    const html = document.documentElement;
    tools.overview.close();
    tools.origins.close();
    html.classList.toggle("reading", reading);
    const place = running.show?.place() ?? (begun.doubtful && !reading ? null : begun.place);
    running.show?.stop();
    running.show = reading ? null : await startShow(root, place, onChange);
    html.classList.add("started");
    if (reading) slides().forEach(tools.origins.prepare);
    for (const slide of slides()) prepareScrolling(slide, reading);
    if (reading && place !== null) slides()[place.slide]?.scrollIntoView();
  };
  preparePrinting(window, slides);
  const narrow = matchMedia(READING);
  await choose(narrow.matches);
  narrow.addEventListener("change", () => void choose(narrow.matches).then(onChange));
  resume(running, begun, tools, onChange);
  onChange();
  listen(root, running, slides, tools);
  return {
    show: () => running.show,
    refresh: (next, moved) => {
      running.data = next ?? running.data;
      document.title = running.data.title;
      // Slides from an edit lack what was added to them.
      slides().forEach(tools.origins.prepare);
      for (const slide of slides()) prepareScrolling(slide, running.show === null);
      if (moved) running.show?.sync();
    },
  };
}

function createTools(running: Running): Tools {
  const words = wordsFor(running.data.lang);
  const origins = createOrigins(document, words, () => running.data);
  const tools: Tools = {
    words,
    jump: createJump(words),
    overview: createOverview(document, words, () => running.data.run, (slide) => running.show?.go({ slide, step: 0 })),
    speaker: createDeckEnd(running.data.build, (wish, remote) => {
      if (running.show === null) return null;
      // A phone turns pages where the clicker would, but does not wait for notes that it shows itself.
      if (remote && (wish.type === "next" || wish.type === "previous") && tools.pointing.isFrozen()) turnShow(running.show, wish.type, tools);
      else grantWish(running.show, wish, tools);
      return stateOf(running.show, running.run, tools);
    }),
    announcer: createAnnouncer(document),
    origins,
    pointing: createPointing(document, running.data.build, origins, () => running.show !== null && tools.speaker.tell(stateOf(running.show, running.run, tools))),
    asker: createAsker(document),
    data: () => running.data,
  };
  return tools;
}

function stateOf(show: Show, run: number, { pointing }: Tools): ShowState {
  const cover = show.cover();
  return { ...show.place(), black: cover === "black", white: cover === "white", run, presses: pointing.presses() };
}

/** Keeps the place, and says it to the speaker window and to screen readers. */
function reportChange({ show, run, data }: Running, tools: Tools, memory: Memory): void {
  if (show === null) return;
  const state = stateOf(show, run, tools);
  const slide = show.slides()[state.slide];
  if (slide === undefined) return;
  tools.origins.leave(slide);
  tools.origins.prepare(slide);
  tools.pointing.enter(slide);
  const hash = hashOf(slide.id, state.step);
  // Until it is decided where to begin, the place of the last time stays.
  if (!tools.asker.isOpen()) memory.write({ hash, cover: show.cover(), run }, hash);
  tools.announcer.say(announcement(slide, state, data, tools.words));
  tools.speaker.tell(state);
}

/** Brings back the black screen of before, or asks where to begin. */
function resume(running: Running, { place, cover, run, doubtful }: Start, { asker, words, data }: Tools, onChange: () => void): void {
  if (!doubtful || place === null) return cover === null ? undefined : running.show?.setCover(cover);
  const begin = (at: Place, since: number): void => {
    running.run = since;
    running.show?.go(at);
    // The first slide is shown already.
    onChange();
  };
  asker.ask({
    text: words.welcomeBack,
    answers: [
      { label: words.continueAt(words.slide(place.slide + 1, data().run)), commands: ["next", "confirm", "resume"], act: () => begin(place, run) },
      { label: words.fromStart, commands: ["previous", "first", "start", "escape"], act: () => begin({ slide: 0, step: 0 }, Date.now()) },
    ],
  });
}

function listen(root: HTMLElement, running: Running, slides: () => readonly HTMLElement[], tools: Tools): void {
  const readKey = createKeyReader(document, running.data.build === "");
  document.addEventListener("keydown", (event) => {
    const command = running.show === null ? null : readKey(event);
    if (command === null || running.show === null || isForOverview(command, tools)) return;
    event.preventDefault();
    if (!tools.asker.obey(command.type)) obeyCommand(command, running.show, tools);
  });
  listenToTurns(root, {
    isFree: () => running.show !== null && !tools.asker.isOpen() && !tools.overview.isOpen() && document.querySelector(".help, .origin-sheet") === null,
    byClick: () => running.data.click,
    turn: (way) => running.show !== null && turnShow(running.show, way, tools),
  });
  addEventListener("hashchange", ({ newURL }) => {
    // The place that was left may have overwritten the address in the meantime.
    const place = parseHash(new URL(newURL).hash, slides());
    if (place !== null && running.show !== null) goTo(running.show, place, tools);
  });
  keepFullscreen();
  const wake = (): void => holdWakeLock(isFullscreen() || tools.speaker.hasWindow());
  for (const type of ["fullscreenchange", "resize"]) addEventListener(type, wake);
  setInterval(wake, LOOK);
}

/** Whoever names a place has answered the question where to begin. */
function goTo(show: Show, place: Place, { asker }: Tools): void {
  asker.close();
  show.go(place);
}

function grantWish(show: Show, wish: Wish, tools: Tools): void {
  switch (wish.type) {
    case "hello":
      return;
    case "reload":
      return location.reload();
    case "go":
      return goTo(show, wish, tools);
    case "black":
    case "white":
      return toggleCover(show, wish.type);
    case "next":
    case "previous":
      if (!tools.asker.obey(wish.type)) moveShow(show, wish.type);
      return;
    default: {
      const slide = show.slides()[show.place().slide];
      if (slide !== undefined) tools.pointing.obey(wish, slide);
    }
  }
}

/** The black screen, the step that has just appeared, or page and title. */
function announcement(slide: HTMLElement, { slide: index, step, black, white }: ShowState, data: DeckData, words: Words): string {
  if (black || white) return black ? words.black : words.white;
  const appeared = step > 0 ? stepText(slide) : "";
  return appeared === "" ? words.slideOf(index + 1, data.run, data.slides[index]?.title ?? "") : appeared;
}
