/** What the speaker points with on the deck's own slides: laser, zoom, ink, and the origin of a figure. */
import type { Place } from "../model/stage.ts";
import type { Part, Point, Presses, ToolWish, Way } from "../model/stage-tools.ts";
import { element } from "./dom.ts";
import { createInk } from "./ink.ts";
import type { Origins } from "./origins.ts";
import { zoomTo } from "./zoom.ts";

/** A wish to keep presses is good for so many milliseconds: a speaker window that has gone must not hold the deck. */
const FRESH = 2500;

export interface Pointing {
  readonly obey: (wish: ToolWish, slide: HTMLElement) => void;
  /** Called when another slide is shown: laser and zoom end, the ink of the slide appears. */
  readonly enter: (slide: HTMLElement) => void;
  /** True if the speaker window wanted this press for itself; it has been counted. */
  readonly passOn: (way: Way, place: Place) => boolean;
  readonly presses: () => Presses;
  /** Whether the speaker has frozen the audience's slide. */
  readonly isFrozen: () => boolean;
}

/** `build` is that of the slides; `onPress` is called when a press was passed on. */
export function createPointing(page: Document, build: string, origins: Origins, onPress: () => void): Pointing {
  const ink = createInk(window, build);
  const laser = element(page, "span", "laser");
  let presses: Presses = { next: 0, previous: 0 };
  let held: { readonly wish: Extract<ToolWish, { type: "hold" }>; readonly time: number } | null = null;
  let current: HTMLElement | null = null;
  let enlarged: HTMLElement | null = null;
  const zoom = (slide: HTMLElement | null, part: Part | null): void => {
    if (enlarged !== null && enlarged !== slide) zoomTo(enlarged, null);
    if (slide !== null) zoomTo(slide, part);
    enlarged = part === null ? null : slide;
  };
  const point = (slide: HTMLElement, at: Point | null): void => {
    if (at === null) return laser.remove();
    laser.style.left = `${at.x * 100}%`;
    laser.style.top = `${at.y * 100}%`;
    if (laser.parentElement !== slide) slide.append(laser);
  };
  return {
    presses: () => presses,
    isFrozen: () => held !== null && held.wish.place === null && Date.now() - held.time <= FRESH,
    passOn: (way, { slide, step }) => {
      if (held === null || Date.now() - held.time > FRESH || !held.wish[way]) return false;
      const { place } = held.wish;
      if (place !== null && (place.slide !== slide || place.step !== step)) return false;
      presses = { ...presses, [way]: presses[way] + 1 };
      onPress();
      return true;
    },
    enter: (slide) => {
      if (slide === current) return;
      current = slide;
      laser.remove();
      zoom(null, null);
      ink.show(slide.id, slide);
    },
    obey: (wish, slide) => {
      switch (wish.type) {
        case "hold":
          held = { wish, time: Date.now() };
          return;
        case "point":
          return point(slide, wish.at);
        case "zoom":
          return zoom(slide, wish.part);
        case "draw":
          return ink.draw(wish.slide, wish.line, wish.points);
        case "erase":
          return ink.erase(wish.slide);
        case "origins":
          if (wish.at === null) origins.toggleAll(slide);
          else origins.press(findAt(slide, wish.at));
      }
    },
  };
}

/** What stands at a point of the slide; where nothing does, the slide itself. */
function findAt(slide: HTMLElement, { x, y }: Point): Element {
  const box = slide.getBoundingClientRect();
  const target = slide.ownerDocument.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
  return target !== null && slide.contains(target) ? target : slide;
}
