/** What keys do in the speaker window: some control the deck, others the window itself. */
import { toggleFullscreen } from "../fullscreen.ts";
import { closeHelp, toggleHelp } from "../help.ts";
import type { Jump } from "../jump.ts";
import { keyOf, type Command } from "../keys.ts";
import type { Words } from "../words.ts";
import type { Wish } from "../../model/stage.ts";
import type { Reading } from "./notes.ts";
import type { Ties } from "./ties.ts";
import type { Timer } from "./timer.ts";

/** True if the key was one of the window's own and has been handled. */
export function obeySpeakerKey(event: KeyboardEvent, reading: Reading, timer: Timer, scaleNotes: (by: 1 | -1) => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return false;
  const obeyed = ((): boolean => {
    switch (keyOf(event)) {
      case "+":
      case "=":
        scaleNotes(1);
        return true;
      case "-":
      case "_":
        scaleNotes(-1);
        return true;
      case "t":
        timer.toggle();
        return true;
      case "r":
        timer.reset();
        return true;
      case "ArrowDown":
        return reading.move(1);
      case "ArrowUp":
        return reading.move(-1);
      default:
        return false;
    }
  })();
  if (obeyed) event.preventDefault();
  return obeyed;
}

/** What commands act on. */
export interface SpeakerTools {
  readonly words: Words;
  readonly jump: Jump;
  readonly wish: (wish: Wish) => void;
  readonly toggleList: () => void;
  /** Number of slides. */
  readonly count: () => number;
  readonly ties: Ties;
}

export function obeySpeakerCommand(command: Command, { words, jump, wish, toggleList, count, ties }: SpeakerTools): void {
  const goTo = (slide: number): void => wish({ type: "go", slide, step: 0 });
  switch (command.type) {
    case "next":
    case "previous":
    case "black":
    case "white":
      return wish({ type: command.type });
    case "first":
      return goTo(0);
    case "last":
      return goTo(count() - 1);
    case "digit":
      return jump.digit(document, command.digit);
    case "confirm": {
      if (ties.trouble() !== null) return ties.mend();
      const number = jump.take();
      return number === null ? wish({ type: "next" }) : goTo(number - 1);
    }
    case "help":
      return toggleHelp(document, words, [...words.keys, ...words.speakerKeys]);
    case "fullscreen":
      return toggleFullscreen();
    case "overview":
      return toggleList();
    case "escape":
      return void (jump.take() !== null || closeHelp(document) || toggleList());
    // These are for the deck's own window.
    case "speaker":
    case "origins":
    case "start":
    case "resume":
    case "hold":
      return;
  }
}
