/** The few SVG strings that all art is made of: only class names, one decimal, no ids. */

/** Width and height of a slide, in CSS pixels. */
export const SLIDE_WIDTH = 1920;
export const SLIDE_HEIGHT = 1080;

/** A stretch of a horizontal line. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** A coordinate with at most one decimal. */
export function decimal(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** One path; an empty outline draws nothing. */
export function renderPath(className: string, outline: string): string {
  return outline === "" ? "" : `<path class="${className}" d="${outline}"/>`;
}

/** A decorative drawing with its own view box; screen readers skip it. */
export function renderSvg(name: string, width: number, height: number, body: string): string {
  return `<svg class="art art-${name}" viewBox="0 0 ${decimal(width)} ${decimal(height)}" aria-hidden="true">${body}</svg>`;
}

/** A drawing that fills the slide behind its text. */
export function renderSlideSvg(name: string, body: string): string {
  return renderSvg(`slide art-${name}`, SLIDE_WIDTH, SLIDE_HEIGHT, body);
}

/** Dashes at one height as one outline, left to right, in whole pixels. */
export function dashOutline(y: number, dashes: readonly Interval[]): string {
  let outline = "";
  let pen = 0;
  for (const dash of dashes) {
    const from = Math.round(dash.from);
    const to = Math.round(dash.to);
    outline += (outline === "" ? `M${from} ${decimal(y)}` : `m${from - pen} 0`) + `h${to - from}`;
    pen = to;
  }
  return outline;
}

/** The line that everything stands on. */
export function renderWaterline(y: number, from = 0, to = SLIDE_WIDTH): string {
  return renderPath("art-waterline", dashOutline(y, [{ from, to }]));
}
