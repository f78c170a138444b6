/** What a phone shows of the show: page, time and notes, and three large buttons. */
import type { Clock, PhoneWish, Script } from "../../model/remote.ts";
import type { ShowState } from "../../model/stage.ts";
import { button, element, setText } from "../dom.ts";
import { createPreferences } from "../speaker/preferences.ts";
import { WARNING } from "../speaker/clock.ts";
import { formatElapsed } from "../speaker/timer.ts";
import { remoteWordsFor } from "./remote-words.ts";

const TICK = 250;
/** Two presses of a button within these milliseconds are one, as of a clicker: a thumb that trembles does not skip a page. */
const DOUBLE = 150;

export interface PhonePanel {
  readonly box: HTMLElement;
  readonly show: (shown: boolean) => void;
  /** Takes another deck; null if none is open. */
  readonly write: (script: Script | null) => void;
  readonly update: (state: ShowState, clock: Clock) => void;
  /** Says what is wrong; null takes it away. */
  readonly say: (text: string | null) => void;
  /** Keeps the key where storage is blocked. */
  readonly keep: (key: string) => void;
  readonly key: () => string | null;
}

export function createPanel(page: Document, onWish: (wish: PhoneWish) => void): PhonePanel {
  const parts = createParts(page, onWish);
  const { box, status } = parts;
  let [script, state] = [null as Script | null, null as ShowState | null];
  let clock: { readonly told: Clock; readonly time: number } | null = null;
  let [kept, trouble] = [null as string | null, null as string | null];
  const words = (): ReturnType<typeof remoteWordsFor> => remoteWordsFor(script?.lang ?? (page.documentElement.lang === "en" ? "en" : "zh-CN"));
  const tell = (): void => {
    const covered = state?.black === true ? words().covered : state?.white === true ? words().white : "";
    const text = trouble ?? (script === null ? words().noDeck : covered);
    setText(status, text);
    status.classList.toggle("trouble", trouble !== null || script === null);
    status.hidden = text === "";
  };
  const tick = (): void => {
    if (clock === null) return;
    const elapsed = clock.told.elapsed + (clock.told.running ? (performance.now() - clock.time) / 1000 : 0);
    const rest = script?.minutes == null ? null : script.minutes * 60 - elapsed;
    setText(parts.timeLabel, rest === null ? words().elapsed : rest < 0 ? words().over : words().left);
    setText(parts.time, formatElapsed(rest === null ? elapsed : Math.abs(rest < 0 ? Math.floor(rest) : Math.ceil(rest))));
    parts.timeBox.classList.toggle("soon", rest !== null && rest >= 0 && rest <= WARNING);
    parts.timeBox.classList.toggle("over", rest !== null && rest < 0);
  };
  const draw = (fresh: boolean): void => {
    tell();
    box.classList.toggle("idle", script === null || state === null);
    if (script !== null && state !== null) parts.draw(script, state, fresh);
    tick();
  };
  box.hidden = true;
  setInterval(tick, TICK);
  return {
    box,
    keep: (key) => (kept = key),
    key: () => kept,
    show: (shown) => (box.hidden = !shown),
    write: (next) => {
      script = next;
      if (next === null) state = null;
      else page.documentElement.lang = next.lang;
      parts.name(words());
      page.title = next === null ? words().remote : `${words().remote} · ${next.title}`;
      draw(true);
    },
    update: (next, told) => {
      const fresh = state?.slide !== next.slide;
      state = next;
      clock = { told, time: performance.now() };
      draw(fresh);
    },
    say: (text) => {
      trouble = text;
      tell();
    },
  };
}

interface Parts {
  readonly box: HTMLElement;
  readonly status: HTMLElement;
  readonly timeBox: HTMLElement;
  readonly timeLabel: HTMLElement;
  readonly time: HTMLElement;
  /** Names everything in a language. */
  readonly name: (words: ReturnType<typeof remoteWordsFor>) => void;
  /** `fresh` begins the notes at their top. */
  readonly draw: (script: Script, state: ShowState, fresh: boolean) => void;
}

function createParts(page: Document, onWish: (wish: PhoneWish) => void): Parts {
  const box = element(page, "main", "phone");
  const [title, step, timeLabel, time] = [element(page, "h1", "phone-title"), element(page, "p", "phone-step"), element(page, "span", ""), element(page, "b", "")];
  const timeBox = element(page, "p", "phone-time");
  timeBox.append(timeLabel, time);
  const head = element(page, "header", "phone-head");
  head.append(title, timeBox, step);
  const status = element(page, "p", "phone-status");
  status.setAttribute("role", "status");
  const notes = element(page, "section", "phone-notes");
  // Whoever has only a keyboard scrolls it.
  notes.tabIndex = 0;
  const keys = createKeys(page, onWish);
  const sizes = createSizes(page, notes);
  keys.box.append(sizes.box);
  box.append(head, status, notes, keys.box);
  return {
    box, status, timeBox, timeLabel, time,
    name: (words) => {
      notes.setAttribute("aria-label", words.notes);
      keys.name(words);
      sizes.name(words);
    },
    draw: (script, { slide: at, step: shown, black }, fresh) => {
      const words = remoteWordsFor(script.lang);
      const slide = script.slides[at];
      const number = at < script.run ? words.page(at + 1, script.run) : words.backup(at + 1 - script.run);
      title.replaceChildren(element(page, "b", "", number), ` ${slide?.title ?? ""}`);
      setText(step, slide === undefined || slide.steps === 0 ? "" : words.step(shown, slide.steps));
      keys.press(black, words);
      if (!fresh) return;
      const texts = slide?.notes ?? [];
      const next = at + 1 < script.run ? `${words.nextSlide}　${script.slides[at + 1]?.title ?? ""}` : words.end;
      notes.replaceChildren(...(texts.length === 0 ? [element(page, "p", "phone-none", words.noNotes)] : texts.map((text) => element(page, "p", "", text))), element(page, "p", "phone-then", next));
      notes.scrollTop = 0;
    },
  };
}

interface Keys {
  readonly box: HTMLElement;
  readonly name: (words: ReturnType<typeof remoteWordsFor>) => void;
  readonly press: (black: boolean, words: ReturnType<typeof remoteWordsFor>) => void;
}

function createKeys(page: Document, onWish: (wish: PhoneWish) => void): Keys {
  const box = element(page, "div", "phone-keys");
  const key = (wish: PhoneWish): HTMLButtonElement => {
    let last = -Infinity;
    const made = button(page, `phone-key ${wish}`, "", "", () => {
      const now = performance.now();
      if (now - last < DOUBLE) return;
      last = now;
      onWish(wish);
    });
    made.removeAttribute("aria-label");
    return made;
  };
  const [previous, next, black] = [key("previous"), key("next"), key("black")];
  box.append(previous, next, black);
  return {
    box,
    name: (words) => {
      setText(previous, words.previous);
      setText(next, words.next);
      setText(black, words.black);
    },
    press: (dark, words) => {
      setText(black, dark ? words.show : words.black);
      black.classList.toggle("pressed", dark);
    },
  };
}

/** Larger and smaller notes; what was chosen stays on this phone. */
function createSizes(page: Document, notes: HTMLElement): Pick<Keys, "box" | "name"> {
  const preferences = createPreferences(window);
  const fit = (): void => notes.style.setProperty("--scale", String(preferences.scale()));
  const size = (sign: "−" | "+", by: 1 | -1): HTMLButtonElement =>
    button(page, "phone-size", sign, sign, () => {
      preferences.scaleBy(by);
      fit();
    });
  const box = element(page, "div", "phone-sizes");
  const [smaller, larger] = [size("−", -1), size("+", 1)];
  box.append(smaller, larger);
  fit();
  return {
    box,
    name: (words) => {
      smaller.setAttribute("aria-label", words.smaller);
      larger.setAttribute("aria-label", words.larger);
    },
  };
}
