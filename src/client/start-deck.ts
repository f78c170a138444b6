/** Assembles the deck: the show or the reading page, keys, address, announcements, speaker window and printing. */
import { createAnnouncer, stepText } from "./announce.ts";
import { moveShow, obeyCommand, type Tools } from "./commands.ts";
import type { DeckData } from "../model/deck-data.ts";
import { createJump } from "./jump.ts";
import { commandOf } from "./keys.ts";
import { createOrigins } from "./origins.ts";
import { createOverview } from "./overview.ts";
import { createPlaceKeeper, hashOf, parseHash } from "./place.ts";
import { preparePrinting } from "./print.ts";
import { createRollUp } from "./roll-up.ts";
import { prepareScrolling } from "./scroll-boxes.ts";
import { startShow, type Show } from "./show.ts";
import { createDeckEnd, type ShowState, type Wish } from "./speaker/link.ts";
import { holdWakeLock } from "./wake-lock.ts";
import { wordsFor, type Words } from "./words.ts";

/** Narrow and upright screens: a plain page to scroll through. */
const READING = "(max-width: 640px) and (orientation: portrait)";
/** Commands that work while the overview is open; the other keys move within it. */
const OVER_OVERVIEW: readonly string[] = ["overview", "escape", "speaker"];

export interface Deck {
  /** Null on the reading page. */
  readonly show: () => Show | null;
  /** Takes new titles (null: unchanged) and, if slides were added, removed or moved, their new order. */
  readonly refresh: (data: DeckData | null, moved: boolean) => void;
}

/** Starts the deck in `.reveal`. */
export async function startDeck(root: HTMLElement, first: DeckData): Promise<Deck> {
  let data = first;
  let show: Show | null = null;
  const words = wordsFor(data.lang);
  const keeper = createPlaceKeeper(window);
  const rollUp = createRollUp(window);
  const slides = (): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(".slides > section")];
  const tools: Tools = {
    words,
    jump: createJump(words),
    overview: createOverview(document, words, (slide) => show?.go({ slide, step: 0 })),
    speaker: createDeckEnd((wish) => (show === null ? null : grantWish(show, wish))),
    announcer: createAnnouncer(document),
    origins: createOrigins(document, words, () => data),
    titles: () => data.slides.map((slide) => slide.title),
  };

  const onChange = (): void => {
    if (show === null) return;
    const state = stateOf(show);
    const slide = show.slides()[state.slide];
    if (slide === undefined) return;
    tools.origins.leave(slide);
    tools.origins.prepare(slide);
    rollUp(slide);
    keeper.keep(hashOf(slide.id, state.step));
    tools.announcer.say(announcement(slide, state, data, words));
    tools.speaker.tell(state);
  };
  const onKey = (event: KeyboardEvent): void => {
    const command = show === null ? null : commandOf(event);
    if (command === null || show === null) return;
    if (tools.overview.isOpen() && !OVER_OVERVIEW.includes(command.type)) return;
    event.preventDefault();
    obeyCommand(command, show, tools);
  };
  const choose = async (reading: boolean): Promise<void> => {
    const html = document.documentElement;
    tools.overview.close();
    tools.origins.close();
    html.classList.toggle("reading", reading);
    const place = show?.place() ?? parseHash(keeper.restore(), slides());
    show?.stop();
    show = reading ? null : await startShow(root, place, onChange);
    html.classList.add("started");
    onChange();
    if (reading) slides().forEach(tools.origins.prepare);
    for (const slide of slides()) prepareScrolling(slide, reading);
    if (reading && place !== null) slides()[place.slide]?.scrollIntoView();
  };

  preparePrinting(window, slides);
  const narrow = matchMedia(READING);
  await choose(narrow.matches);
  narrow.addEventListener("change", () => void choose(narrow.matches));
  document.addEventListener("keydown", onKey);
  addEventListener("hashchange", ({ newURL }) => {
    // The place that was left may have overwritten the address in the meantime.
    const place = parseHash(new URL(newURL).hash, slides());
    if (place !== null) show?.go(place);
  });
  document.addEventListener("fullscreenchange", () => holdWakeLock(document.fullscreenElement !== null || tools.speaker.hasWindow()));
  return {
    show: () => show,
    refresh: (next, moved) => {
      data = next ?? data;
      document.title = data.title;
      // Slides from an edit lack what was added to them.
      slides().forEach(tools.origins.prepare);
      for (const slide of slides()) prepareScrolling(slide, show === null);
      if (moved) show?.sync();
    },
  };
}

function stateOf(show: Show): ShowState {
  return { ...show.place(), black: show.isBlack() };
}

function grantWish(show: Show, wish: Wish): ShowState {
  if (wish.type === "go") show.go(wish);
  else if (wish.type === "black") show.toggleBlack();
  else if (wish.type !== "hello") moveShow(show, wish.type);
  return stateOf(show);
}

/** The black screen, the step that has just appeared, or page and title. */
function announcement(slide: HTMLElement, { slide: index, step, black }: ShowState, data: DeckData, words: Words): string {
  if (black) return words.black;
  const appeared = step > 0 ? stepText(slide) : "";
  return appeared === "" ? words.slideOf(index + 1, data.slides.length, data.slides[index]?.title ?? "") : appeared;
}
