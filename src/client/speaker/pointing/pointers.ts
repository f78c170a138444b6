/** Laser, zoom, pen and origins from the speaker window: on the picture of the slide by mouse or finger, or by keys alone. */
import type { ToolWish } from "../../../model/stage-tools.ts";
import type { SpeakerWords } from "../speaker-words.ts";
import { listenToGestures, strideOf, type Gestures } from "./gestures.ts";
import { createLaser } from "./laser.ts";
import { createMagnifier } from "./magnifier.ts";
import { createMarks, type Pointer } from "./marks.ts";
import { createPen } from "./pen.ts";

export type { Pointer };

export interface Pointers {
  /** Which is in use; null is none. */
  readonly used: () => Pointer | null;
  /** Takes one up; the laser and the pen are laid down by the same press, the zoom goes on to the next part. */
  readonly take: (pointer: Pointer) => void;
  /** Lays down what is in use; false if nothing was. */
  readonly leave: () => boolean;
  readonly erase: () => void;
  /** Arrows and the space bar, as long as the laser or the pen is in use; true if it was one of them. */
  readonly key: (event: KeyboardEvent) => boolean;
  /** The deck was loaded again: the zoom has ended, the laser shines when it moves. */
  readonly meet: () => void;
  /** Another slide is pictured: laser and zoom end as they do on the deck. */
  readonly enter: (id: string) => void;
}

export interface PointerActions {
  readonly wish: (wish: ToolWish) => void;
  readonly say: (text: string) => void;
  /** Called when another pointer is in use. */
  readonly onChange: () => void;
}

/** `frame` holds the picture of the slide, `build` is that of the slides. */
export function createPointers(frame: HTMLElement, build: string, words: SpeakerWords, actions: PointerActions): Pointers {
  const tray = createTray(frame, build, words, actions);
  const { pen, marks, used, use } = tray;
  let slide = "";
  listenToGestures(frame, gesturesOf(tray, actions));
  return {
    used,
    erase: pen.erase,
    key: (event) => obeyKey(event, tray),
    take: (pointer) => {
      if (pointer === "zoom") return zoomOn(tray, words, actions);
      use(used() === pointer ? null : pointer);
      if (used() !== null) actions.say(pointer === "laser" ? words.laserHint : words.inkHint);
    },
    leave: () => {
      if (used() === null) return false;
      use(null);
      return true;
    },
    meet: () => used() === "zoom" && use(null),
    enter: (id) => {
      if (id === slide) return;
      slide = id;
      if (used() === "zoom") use(null);
      pen.enter(id, marks.renewLayer());
      if (used() === "laser") tray.laser.shine(marks.at());
    },
  };
}

/** The pointers, of which one is in use at a time. */
interface Tray {
  readonly marks: ReturnType<typeof createMarks>;
  readonly laser: ReturnType<typeof createLaser>;
  readonly pen: ReturnType<typeof createPen>;
  readonly magnifier: ReturnType<typeof createMagnifier>;
  readonly used: () => Pointer | null;
  readonly use: (pointer: Pointer | null) => void;
}

function createTray(frame: HTMLElement, build: string, words: SpeakerWords, { wish, say, onChange }: PointerActions): Tray {
  const marks = createMarks(frame);
  const [laser, pen] = [createLaser(marks, wish), createPen(marks, build, wish)];
  const magnifier = createMagnifier(frame, marks, wish, (at, of) => say(words.zoomed(at, of)));
  let used: Pointer | null = null;
  return {
    marks, laser, pen, magnifier,
    used: () => used,
    use: (next) => {
      if (used === "laser") laser.off();
      if (used === "zoom") magnifier.end();
      pen.up();
      used = next;
      marks.show(used);
      if (used === "laser") laser.shine(marks.at());
      // The space bar must reach the pen, not a button.
      if (used !== null) frame.focus();
      onChange();
    },
  };
}

function zoomOn({ magnifier, used, use }: Tray, words: SpeakerWords, { say }: PointerActions): void {
  if (!magnifier.hasParts()) return say(words.nothingToZoom);
  if (used() !== "zoom") use("zoom");
  if (!magnifier.next()) use(null);
}

function gesturesOf({ laser, pen, magnifier, used, use }: Tray, { wish }: PointerActions): Gestures {
  return {
    down: (point) => {
      if (used() === "ink") pen.down(point);
      else if (used() === "laser") laser.shine(point);
    },
    move: (point, pressed) => {
      if (used() === "laser") laser.shine(point);
      else if (used() === "ink" && pressed) pen.move(point);
    },
    up: (point, finger) => {
      pen.up();
      if (used() === null) wish({ type: "origins", at: point });
      else if (used() === "laser" && finger) laser.off();
      else if (used() === "zoom" && !magnifier.press(point)) use(null);
    },
  };
}

function obeyKey(event: KeyboardEvent, { marks, laser, pen, used }: Tray): boolean {
  if (used() !== "laser" && used() !== "ink") return false;
  const next = strideOf(event, marks.at());
  if (next !== null) (used() === "laser" ? laser.shine : pen.move)(next);
  else if (event.key !== " " || used() !== "ink") return false;
  else if (pen.isDown()) pen.up();
  else pen.down(marks.at());
  return true;
}
