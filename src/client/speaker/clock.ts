/** The time: what is left and when the speech should end are the largest figures; what was used stands below. */
import { button, element, setText } from "../dom.ts";
import type { Words } from "../words.ts";
import type { SpeakerWords } from "./speaker-words.ts";
import { formatElapsed, type Timer } from "./timer.ts";

/** Seconds before the planned end at which the colour changes. */
export const WARNING = 120;

export interface Clock {
  readonly box: HTMLElement;
  readonly tools: HTMLElement;
  /** `elapsed` in seconds; `behind` in whole minutes, null if nothing is planned or said. */
  readonly tick: (elapsed: number, behind: number | null) => void;
}

export interface ClockActions {
  readonly toggleTimer: () => void;
  readonly resetTimer: () => void;
}

/** `minutes` are those of the plan; null shows the time used and the time of day in their place. */
export function createClock(page: Document, minutes: number | null, timer: Timer, words: Words & { readonly own: SpeakerWords }, actions: ClockActions): Clock {
  const { own } = words;
  const box = element(page, "section", "speaker-clock");
  box.setAttribute("aria-label", words.elapsed);
  const pair = (name: string): readonly [HTMLElement, HTMLElement, HTMLElement] => {
    const made = element(page, "p", `speaker-big ${name}`);
    const [label, figure] = [element(page, "span", "speaker-label"), element(page, "b", `speaker-${name}`)];
    made.append(label, figure);
    return [made, label, figure];
  };
  const planned = minutes !== null;
  const [leftBox, leftLabel, left] = pair(planned ? "left" : "spent");
  const [endBox, endLabel, end] = pair(planned ? "end" : "now");
  const spent = planned ? element(page, "b", "speaker-spent") : left;
  const now = planned ? element(page, "b", "") : end;
  const state = planned ? element(page, "span", "") : leftLabel;
  state.classList.add("speaker-state");
  const pace = element(page, "span", "speaker-pace");
  const toggle = button(page, "speaker-plain", "", "", actions.toggleTimer);
  const line = element(page, "p", "speaker-line");
  if (planned) line.append(state, spent, element(page, "span", "", words.now), now);
  line.append(pace);
  const tools = element(page, "p", "speaker-times");
  tools.append(toggle, button(page, "speaker-plain", words.reset, words.reset, actions.resetTimer));
  box.append(leftBox, endBox, line, tools);
  return {
    box,
    tools,
    tick: (elapsed, behind) => {
      const paused = !timer.isRunning() && elapsed > 0;
      const rest = planned ? minutes * 60 - elapsed : Infinity;
      box.classList.toggle("soon", rest <= WARNING && rest >= 0);
      box.classList.toggle("over", rest < 0);
      if (planned) {
        setText(leftLabel, rest < 0 ? own.over : own.left);
        setText(left, formatElapsed(Math.abs(rest < 0 ? Math.floor(rest) : Math.ceil(rest))));
        setText(endLabel, own.plannedEnd);
        setText(end, timeOfDay(Date.now() + rest * 1000));
      } else setText(endLabel, words.now);
      setText(state, paused ? words.paused : words.elapsed);
      setText(spent, formatElapsed(elapsed));
      setText(now, timeOfDay(Date.now()));
      setText(toggle, timer.isRunning() ? words.pause : words.resume);
      setText(pace, behind === null ? "" : behind === 0 ? words.onTime : `${behind > 0 ? words.behind : words.ahead} ${Math.abs(behind)} ${words.minutes}`);
      pace.classList.toggle("late", behind !== null && behind > 0);
    },
  };
}

function timeOfDay(epoch: number): string {
  return new Date(epoch).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
