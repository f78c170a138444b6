/** What a press of the clicker does: the notes, the frozen audience and the deck have it in this order. */
import type { Place, ShowState, Wish } from "../../model/stage.ts";
import type { Way } from "../../model/stage-tools.ts";
import type { Ahead } from "./ahead.ts";
import type { Reading } from "./notes.ts";

export interface Presses {
  readonly wish: (wish: Wish) => void;
  readonly turn: (way: Way) => void;
  readonly go: (place: Place) => void;
  /** Presses that reach the deck come back here as long as they are for the notes or for looking ahead. */
  readonly hold: () => void;
}

export interface PressSource {
  readonly ahead: Ahead;
  readonly reading: Reading;
  /** Whether the clicker scrolls the notes. */
  readonly reads: () => boolean;
  readonly state: () => ShowState;
  /** Asks the deck. */
  readonly wish: (wish: Wish) => void;
  /** Called when the speaker looks at another place than the audience. */
  readonly onLook: () => void;
}

export function createPresses({ ahead, reading, reads, state, wish, onLook }: PressSource): Presses {
  const hold = (): void => {
    const frozen = ahead.place() !== null;
    const holds = (way: Way): boolean => frozen || (reads() && reading.holds(way));
    const { slide, step } = state();
    wish({ type: "hold", place: frozen ? null : { slide, step }, next: holds("next"), previous: holds("previous") });
  };
  const turn = (way: Way): void => {
    if (state().black || state().white) wish({ type: way });
    else if (ahead.place() !== null) {
      ahead.move(way);
      onLook();
    } else if (reads() && reading.turn(way)) hold();
    else wish({ type: way });
  };
  const go = (place: Place): void => {
    if (ahead.place() === null) return wish({ type: "go", ...place });
    ahead.go(place);
    onLook();
  };
  return {
    hold,
    turn,
    go,
    wish: (wanted) => {
      if (wanted.type === "next" || wanted.type === "previous") turn(wanted.type);
      else if (wanted.type === "go") go(wanted);
      else wish(wanted);
    },
  };
}
