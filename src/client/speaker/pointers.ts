/** Laser, zoom, pen and origins from the speaker window: on the picture of the slide by mouse or finger, or by keys alone. */
import type { Part, Point, ToolWish } from "../../model/stage-tools.ts";
import { element } from "../dom.ts";
import { createInk } from "../ink.ts";
import { findParts, partAround } from "../zoom.ts";
import type { SpeakerWords } from "./speaker-words.ts";

/** How far an arrow key moves the point, and with Shift, as a share of the slide. */
const STRIDE = 0.025;
const FINE = 0.005;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** A wide slide: the same way up and down is a larger share. */
const RATIO = 16 / 9;

export type Pointer = "laser" | "zoom" | "ink";

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
  /** Another slide is pictured: laser and zoom end as they do on the deck. */
  readonly enter: (id: string) => void;
}

export interface PointerActions {
  readonly wish: (wish: ToolWish) => void;
  readonly say: (text: string) => void;
  /** Called when another pointer is in use. */
  readonly onChange: () => void;
}

/** `frame` holds the picture of the slide. */
export function createPointers(frame: HTMLElement, words: SpeakerWords, { wish, say, onChange }: PointerActions): Pointers {
  const page = frame.ownerDocument;
  const ink = createInk();
  const spot = element(page, "span", "speaker-spot");
  const outline = element(page, "span", "speaker-outline");
  let layer = element(page, "div", "speaker-layer");
  let [slide, line, used, part] = ["", 0, null as Pointer | null, -1];
  let at: Point = { x: 0.5, y: 0.5 };
  let drawing = false;
  let waiting: Point[] = [];

  const flush = (): void => {
    const points = waiting.splice(0);
    if (points.length === 0) return;
    if (used === "laser") wish({ type: "point", at: points.at(-1)! });
    else if (drawing) draw(points);
  };
  const draw = (points: readonly Point[]): void => {
    ink.draw(slide, line, points);
    wish({ type: "draw", slide, line, points });
  };
  const move = (point: Point): void => {
    at = point;
    place(spot, { ...at, width: 0, height: 0 });
    if (waiting.push(point) === 1) requestAnimationFrame(flush);
  };
  const penDown = (): void => {
    line = Date.now();
    drawing = true;
    draw([at]);
  };
  const penUp = (): void => {
    flush();
    drawing = false;
  };
  const enlarge = (parts: readonly Part[], index: number): void => {
    const found = parts[index] ?? null;
    part = found === null ? -1 : index;
    outline.hidden = found === null;
    if (found !== null) {
      place(outline, found);
      say(words.zoomed(index + 1, parts.length));
    }
    wish({ type: "zoom", part: found });
  };
  const use = (next: Pointer | null): void => {
    if (used === "laser") wish({ type: "point", at: null });
    if (used === "zoom" && next !== "zoom") enlarge([], -1);
    penUp();
    used = next;
    spot.hidden = used !== "laser" && used !== "ink";
    spot.classList.toggle("pen", used === "ink");
    if (used === "laser") move(at);
    else if (used === "ink") place(spot, { ...at, width: 0, height: 0 });
    frame.dataset["pointer"] = used ?? "";
    // The space bar must reach the pen, not a button.
    if (used !== null) frame.focus();
    onChange();
  };
  const zoomOn = (): void => {
    const parts = findParts(pictured());
    if (parts.length === 0) return say(words.nothingToZoom);
    if (used !== "zoom") use("zoom");
    if (part + 1 < parts.length) enlarge(parts, part + 1);
    else use(null);
  };
  const pictured = (): HTMLElement => frame.querySelector<HTMLElement>(".slide") ?? frame;

  listen(frame, {
    down: (point) => {
      if (used === "ink") {
        move(point);
        waiting = [];
        penDown();
      } else if (used === "laser") move(point);
    },
    move: (point, pressed) => {
      if (used === "laser" || (used === "ink" && pressed)) move(point);
    },
    up: (point, finger) => {
      penUp();
      if (used === null) wish({ type: "origins", at: point });
      else if (used === "laser" && finger) wish({ type: "point", at: null });
      else if (used === "zoom") {
        const parts = findParts(pictured());
        const index = parts.findIndex((one) => contains(one, point));
        if (index < 0) enlarge([partAround(point)], 0);
        else if (index === part) use(null);
        else enlarge(parts, index);
      }
    },
  });
  frame.tabIndex = -1;
  frame.append(layer, outline, spot);
  outline.hidden = true;
  spot.hidden = true;
  return {
    used: () => used,
    take: (pointer) => {
      if (pointer === "zoom") return zoomOn();
      use(used === pointer ? null : pointer);
      if (used !== null) say(used === "laser" ? words.laserHint : words.inkHint);
    },
    leave: () => {
      if (used === null) return false;
      use(null);
      return true;
    },
    erase: () => {
      ink.erase(slide);
      wish({ type: "erase", slide });
    },
    key: (event) => {
      if (used !== "laser" && used !== "ink") return false;
      const arrow = ARROWS[event.key];
      if (arrow !== undefined) {
        const far = event.shiftKey ? FINE : STRIDE;
        move({ x: share(at.x + arrow[0] * far), y: share(at.y + arrow[1] * far * RATIO) });
        return true;
      }
      if (event.key !== " " || used !== "ink") return false;
      if (drawing) penUp();
      else penDown();
      return true;
    },
    enter: (id) => {
      if (id === slide) return;
      if (used === "zoom") use(null);
      penUp();
      slide = id;
      const next = element(page, "div", "speaker-layer");
      layer.replaceWith(next);
      layer = next;
      ink.show(id, layer);
      if (used === "laser") move(at);
    },
  };
}

function share(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}

function contains(part: Part, { x, y }: Point): boolean {
  return x >= part.x && x <= part.x + part.width && y >= part.y && y <= part.y + part.height;
}

function place(mark: HTMLElement, { x, y, width, height }: Part): void {
  const shares = { left: x, top: y, width, height };
  for (const [name, value] of Object.entries(shares)) mark.style.setProperty(name, `${(value * 100).toFixed(2)}%`);
}

interface Gestures {
  readonly down: (at: Point) => void;
  readonly move: (at: Point, pressed: boolean) => void;
  readonly up: (at: Point, finger: boolean) => void;
}

/** Mouse, pen and finger alike. */
function listen(frame: HTMLElement, gestures: Gestures): void {
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = frame.getBoundingClientRect();
    return { x: share((clientX - box.left) / box.width), y: share((clientY - box.top) / box.height) };
  };
  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    frame.setPointerCapture(event.pointerId);
    gestures.down(pointOf(event));
  });
  frame.addEventListener("pointermove", (event) => gestures.move(pointOf(event), frame.hasPointerCapture(event.pointerId)));
  frame.addEventListener("pointerup", (event) => {
    if (event.button === 0) gestures.up(pointOf(event), event.pointerType === "touch");
  });
}
