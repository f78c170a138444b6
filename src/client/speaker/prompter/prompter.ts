/** The teleprompter: all notes as running text. The slides follow it where they are anchored, and it follows them. */
import type { Place } from "../../../model/stage.ts";
import { element, returnFocus } from "../../dom.ts";
import type { Words } from "../../words.ts";
import type { Preferences } from "../preferences.ts";
import type { SpeakerWords } from "../speaker-words.ts";
import { createBar, type BarActions } from "./bar.ts";
import { createRoll } from "./roll.ts";
import { composeScript, type ScriptSource } from "./script.ts";
import { createTie } from "./tie.ts";

/** Characters a minute: a calm reader's speed where no time is planned, the bounds, and one press. */
const CALM = 220;
const SLOWEST = 40;
const FASTEST = 600;
const PRESS = 10;

export interface Prompter {
  readonly isOpen: () => boolean;
  readonly toggle: () => void;
  readonly close: () => void;
  /** True if the key was one of its own. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** The deck is at this place. */
  readonly follow: (place: Place) => void;
  /** Shows the time, as text. */
  readonly tick: (time: string) => void;
}

export interface PrompterSource extends ScriptSource {
  /** Minutes of the whole speech; null if none are planned. */
  readonly minutes: number | null;
  readonly words: Words & { readonly own: SpeakerWords };
  readonly preferences: Preferences;
}

export function createPrompter(page: Document, source: PrompterSource, goTo: (place: Place) => void): Prompter {
  const { words, preferences } = source;
  const { sheet, text } = createSheet(page, words.own.prompter);
  const script = composeScript(page, text, source);
  const speed = (): number => preferences.speed() ?? clamp(source.minutes === null ? CALM : Math.round(script.letters / source.minutes / PRESS) * PRESS);
  const tie = createTie(script.anchors, goTo);
  const roll = createRoll(text, script, speed, { onMove: tie.lead, onEnd: () => pause(true) });
  const isOpen = (): boolean => sheet.isConnected;
  const pause = (still: boolean): void => {
    roll.run(!still);
    show();
  };
  let focused: Element | null = null;
  const open = (): void => {
    focused = page.activeElement;
    page.body.append(sheet);
    roll.open();
    text.focus();
  };
  const close = (): void => {
    if (!isOpen()) return;
    pause(true);
    roll.close();
    sheet.remove();
    returnFocus(focused);
  };
  const set = (change: () => void) => (): void => {
    change();
    show();
  };
  const hasten = (by: number): (() => void) => set(() => preferences.setSpeed(clamp(speed() + by)));
  const acts: BarActions = { close, pause: () => pause(roll.isRunning()), slower: hasten(-PRESS), faster: hasten(PRESS), mirror: set(preferences.toggleMirrored) };
  const keys: Readonly<Record<string, () => void>> = { " ": acts.pause, ArrowUp: acts.faster, "+": acts.faster, "=": acts.faster, ArrowDown: acts.slower, "-": acts.slower, Escape: close };
  const bar = createBar(page, words, acts);
  const show = (): void => {
    bar.show(roll.isRunning(), speed(), preferences.mirrored());
    sheet.classList.toggle("mirrored", preferences.mirrored());
  };
  sheet.prepend(bar.box);
  show();
  return {
    isOpen,
    close,
    toggle: () => (isOpen() ? close() : open()),
    tick: bar.tick,
    follow: (place) => {
      const position = tie.follow(place);
      if (position !== null) roll.stand(position);
    },
    key: ({ key }) => {
      const act = isOpen() ? keys[key] : undefined;
      act?.();
      return act !== undefined;
    },
  };
}

function createSheet(page: Document, label: string): { readonly sheet: HTMLElement; readonly text: HTMLElement } {
  const sheet = element(page, "div", "speaker-prompter");
  sheet.setAttribute("role", "dialog");
  sheet.setAttribute("aria-label", label);
  const text = element(page, "div", "prompter-text");
  text.tabIndex = 0;
  sheet.append(text);
  return { sheet, text };
}

function clamp(speed: number): number {
  return Math.min(Math.max(speed, SLOWEST), FASTEST);
}
