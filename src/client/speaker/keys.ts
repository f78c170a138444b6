/** What commands do in the speaker window: some control the deck, others the window itself. */
import { toggleFullscreen } from "../fullscreen.ts";
import { closeHelp, toggleHelp } from "../help.ts";
import type { Jump } from "../jump.ts";
import type { Command } from "../keys.ts";
import type { Words } from "../words.ts";
import type { Wish } from "../../model/stage.ts";
import type { Desk } from "./desk.ts";
import type { Ties } from "./ties.ts";

/** What commands act on. */
export interface SpeakerTools {
  readonly words: Words;
  readonly jump: Jump;
  readonly desk: () => Desk;
  /** Number of slides in the run. */
  readonly count: () => number;
  readonly ties: Ties;
}

export function obeySpeakerCommand(command: Command, { words, jump, desk, count, ties }: SpeakerTools): void {
  const wish = (wanted: Wish): void => desk().wish(wanted);
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
      return toggleHelp(document, words, [...words.keys, ...words.speakerKeys, ...desk().keys]);
    case "fullscreen":
      return toggleFullscreen();
    case "overview":
      return desk().toggleList();
    case "escape":
      return void (jump.take() !== null || closeHelp(document) || desk().escape() || desk().toggleList());
    // These are for the deck's own window.
    case "speaker":
    case "origins":
    case "start":
    case "resume":
    case "hold":
      return;
  }
}
