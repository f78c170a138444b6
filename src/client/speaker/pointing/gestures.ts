/** Pressing, dragging and letting go on the picture of the slide, by mouse, pen and finger alike; and the arrows, which move as much. */
import type { Point } from "../../../model/stage-tools.ts";

/** How far an arrow key moves the point, and with Shift, as a share of the slide. */
const STRIDE = 0.025;
const FINE = 0.005;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** A wide slide: the same way up and down is a larger share. */
const RATIO = 16 / 9;

export interface Gestures {
  readonly down: (at: Point) => void;
  readonly move: (at: Point, pressed: boolean) => void;
  readonly up: (at: Point, finger: boolean) => void;
}

export function listenToGestures(frame: HTMLElement, gestures: Gestures): void {
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

/** Where an arrow moves a point to; null for any other key. */
export function strideOf({ key, shiftKey }: KeyboardEvent, { x, y }: Point): Point | null {
  const arrow = ARROWS[key];
  if (arrow === undefined) return null;
  const far = shiftKey ? FINE : STRIDE;
  return { x: share(x + arrow[0] * far), y: share(y + arrow[1] * far * RATIO) };
}

function share(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
