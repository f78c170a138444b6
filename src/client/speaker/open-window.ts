/** Opens the speaker window where nobody but the speaker sees it. */
import { isFullscreen } from "../fullscreen.ts";
import type { Asker } from "../question.ts";
import { doubtScreen, featuresFor, findSeats, mayKnowScreens, type Seats } from "../screens.ts";
import type { Words } from "../words.ts";
import type { DeckEnd } from "./link.ts";

/** Without knowledge of the screens the person moves it. */
const ANYWHERE = "popup,width=1440,height=810";

/** One press seats slides and notes where the browser knows its screens. On the screen of the slides the window opens only after a question. */
export function openSpeakerWindow(speaker: DeckEnd, asker: Asker, words: Words, tell: (text: string) => void): void {
  const open = (features: string): void => {
    const result = speaker.open(features);
    if (result === "blocked") tell(words.blocked);
    if (result === "open") tell(words.alreadyOpen);
  };
  const openUnsure = (): void => {
    const doubt = doubtScreen(window, isFullscreen());
    if (doubt === null) return open(ANYWHERE);
    const act = (): void => open(ANYWHERE);
    asker.ask({
      text: words.doubts[doubt],
      answers: [
        { label: words.notNow, commands: ["escape", "next", "previous"], act: () => undefined },
        { label: words.openHere, commands: ["speaker"], act },
      ],
    });
  };
  if (speaker.hasWindow() || !mayKnowScreens(window)) return speaker.hasWindow() ? open(ANYWHERE) : openUnsure();
  void findSeats(window, isFullscreen()).then((seats) => (seats === null ? openUnsure() : seat(seats, open)));
}

/** First the slides: a press that filled one screen may still open a window on another. */
async function seat({ slides, notes }: Seats, open: (features: string) => void): Promise<void> {
  const filling: FullscreenOptions & { readonly screen: unknown } = { screen: slides };
  if (!isFullscreen()) await document.documentElement.requestFullscreen(filling).catch(() => undefined);
  open(featuresFor(notes));
}
