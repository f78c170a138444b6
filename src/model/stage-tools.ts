/** What a speaker window asks of the deck beyond turning pages: pointing, and keeping presses for itself. Readers trust no sender. */

/** A point of the slide: 0 to 1 from its left and top edge. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A part of a slide to show large, as shares of the slide's width and height. */
export interface Part extends Point {
  readonly width: number;
  readonly height: number;
}

/** Kinds of presses on a clicker. */
export type Way = "next" | "previous";

/**
 * `hold`: at this place (null: at any) the speaker window wants these presses for itself, even if the clicker's keys reach the deck.
 * `point`: where the laser is; null puts it out. `zoom`: the part of the slide to show large; null shows the whole.
 * `draw`: goes on with a line on a slide, which begins if its number is new. `erase`: takes all lines off a slide.
 * `origins`: as a press on the slide at this point, or with null the list of all its figures.
 */
export type ToolWish =
  | { readonly type: "hold"; readonly place: { readonly slide: number; readonly step: number } | null; readonly next: boolean; readonly previous: boolean }
  | { readonly type: "point"; readonly at: Point | null }
  | { readonly type: "zoom"; readonly part: Part | null }
  | { readonly type: "draw"; readonly slide: string; readonly line: number; readonly points: readonly Point[] }
  | { readonly type: "erase"; readonly slide: string }
  | { readonly type: "origins"; readonly at: Point | null };

/** How often a press was passed on to the speaker window since the deck was loaded. */
export type Presses = Readonly<Record<Way, number>>;

/** Most points in one message. */
const MOST_POINTS = 64;

/** The wish in unknown data; null if it is none of these. */
export function readToolWish(wish: object): ToolWish | null {
  const { type, at, place, next, previous, part, slide, line, points } = wish as Readonly<Record<string, unknown>>;
  const point = at === null ? null : readPoint(at);
  switch (type) {
    case "hold": {
      const held = place === null ? null : readPlace(place);
      return held === undefined ? null : { type, place: held, next: next === true, previous: previous === true };
    }
    case "point":
    case "origins":
      return point === undefined ? null : { type, at: point };
    case "zoom": {
      const read = part === null ? null : readPart(part);
      return read === undefined ? null : { type, part: read };
    }
    case "draw": {
      const read = Array.isArray(points) && points.length <= MOST_POINTS ? points.map(readPoint).filter((one) => one !== undefined) : [];
      return typeof slide === "string" && isCount(line) && read.length > 0 ? { type, slide, line, points: read } : null;
    }
    case "erase":
      return typeof slide === "string" ? { type, slide } : null;
    default:
      return null;
  }
}

/** The presses in unknown data; none for anything else. */
export function readPresses(data: unknown): Presses {
  const { next, previous } = isObject(data) ? data : {};
  return { next: isCount(next) ? next : 0, previous: isCount(previous) ? previous : 0 };
}

function readPoint(data: unknown): Point | undefined {
  if (!isObject(data)) return undefined;
  const { x, y } = data;
  return isShare(x) && isShare(y) ? { x, y } : undefined;
}

function readPart(data: unknown): Part | undefined {
  const corner = readPoint(data);
  if (corner === undefined || !isObject(data)) return undefined;
  const { width, height } = data;
  return isShare(width) && isShare(height) && width > 0 && height > 0 ? { ...corner, width, height } : undefined;
}

function readPlace(data: unknown): { readonly slide: number; readonly step: number } | undefined {
  if (!isObject(data)) return undefined;
  const { slide, step } = data;
  return isCount(slide) && isCount(step) ? { slide, step } : undefined;
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
