/** Scales a slide of fixed size to fit the available room. */

/** Width and height of a slide in CSS pixels. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
}

export const LANDSCAPE: SlideSize = { width: 1920, height: 1080 };

/** The largest scale at which a slide fits into a box of the given size; never 0, so that a hidden box does no harm. */
export function scaleToFit(slide: SlideSize, width: number, height: number): number {
  return Math.max(Math.min(width / slide.width, height / slide.height), 0.01);
}

/** Sets `--scale` on an element; the stage's CSS scales its slides by it. */
export function applyScale(element: HTMLElement, scale: number): void {
  element.style.setProperty("--scale", String(scale));
}

/** Colours the area around the slide like the slide's own ground, if it has one, so that no bars show; otherwise by the theme. */
export function matchGround(slide: HTMLElement): void {
  const ground = getComputedStyle(slide).backgroundColor;
  const view = slide.ownerDocument.body;
  if (ground === "rgba(0, 0, 0, 0)" || ground === "transparent") view.style.removeProperty("background-color");
  else view.style.setProperty("background-color", ground);
}
