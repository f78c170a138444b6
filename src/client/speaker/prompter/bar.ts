/** The line above the running text: start and stop, speed, mirror, time. */
import { button, element, setText } from "../../dom.ts";
import type { Words } from "../../words.ts";
import type { SpeakerWords } from "../speaker-words.ts";

export interface Bar {
  readonly box: HTMLElement;
  /** `speed` in characters a minute. */
  readonly show: (running: boolean, speed: number, mirrored: boolean) => void;
  /** Shows the time, as text. */
  readonly tick: (time: string) => void;
}

export type BarActions = Readonly<Record<"pause" | "slower" | "faster" | "mirror" | "close", () => void>>;

export function createBar(page: Document, words: Words & { readonly own: SpeakerWords }, actions: BarActions): Bar {
  const { own } = words;
  const pause = button(page, "speaker-plain", "", "", actions.pause);
  const rate = element(page, "output", "prompter-speed");
  const mirror = button(page, "speaker-plain", own.mirror, own.mirror, actions.mirror);
  const time = element(page, "span", "prompter-time");
  const box = element(page, "header", "prompter-bar");
  box.append(
    pause,
    button(page, "speaker-plain", "−", own.slower, actions.slower),
    rate,
    button(page, "speaker-plain", "+", own.faster, actions.faster),
    mirror,
    time,
    button(page, "speaker-plain", words.close, words.close, actions.close),
  );
  return {
    box,
    tick: (left) => setText(time, left),
    show: (running, speed, mirrored) => {
      setText(pause, running ? own.stop : own.start);
      setText(rate, `${speed} ${own.charactersAMinute}`);
      mirror.setAttribute("aria-pressed", String(mirrored));
    },
  };
}
