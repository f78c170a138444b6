/** How projects with photos fill a slide of 1920 × 1080, estimated from their names: how many stand on it, and what their frames are. */
import type { ProjectPhoto } from "./deck.ts";
import { divideEvenly, roomBelow, type TableText } from "./table-plan.ts";
import { textWidth } from "./text-width.ts";

/** A frame in pixels, as wide as its column and as high as the words below it leave. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** What stands below a photo. */
export interface PhotoWords {
  readonly name: string;
  readonly stage: string;
}

/** The words below a project's photo, as they are shown. */
export function photoWords({ name, status, due }: Pick<ProjectPhoto, "name" | "status" | "due">): PhotoWords {
  return { name, stage: due === null ? status : `${status} ${due}` };
}

/** With more photos on a slide they are too small to be seen from the last row. */
const MOST = 6;
const [LARGE, SMALL] = [{ name: { size: 48, line: 60 }, stage: { size: 36, line: 49 } }, { name: { size: 40, line: 48 }, stage: { size: 32, line: 42 } }] as const;
/** Columns, largest frame and type by the number of photos on a slide, in pixels as in photos.css. */
const FORMS = [
  { columns: 1, width: 1696, height: 540, ...LARGE },
  { columns: 2, width: 832, height: 500, ...LARGE },
  { columns: 3, width: 544, height: 460, ...LARGE },
  { columns: 4, width: 400, height: 440, ...SMALL, stage: LARGE.stage },
  { columns: 3, width: 544, height: 210, ...SMALL },
  { columns: 3, width: 544, height: 210, ...SMALL },
] as const;
/** Gap between rows, space above the photos and between photo and name. */
const GAP = 28;
const ABOVE = 40;
const NAME_GAP = 14;
/** A photo less high than this shows nothing. */
const LEAST = 170;
/** The browser's widths differ a little from the estimate. */
const CAUTION = 1.06;

/** Numbers of photos on each slide. */
export function planPhotos(entries: readonly PhotoWords[], above: Pick<TableText, "title" | "lead">): number[] {
  return divideEvenly(entries, (some) => some.length <= MOST && (some.length === 1 || frameOf(some, some.length, above).height >= LEAST));
}

/** The frame of photos in the form for `count` of them. */
export function frameOf(entries: readonly PhotoWords[], count: number, above: Pick<TableText, "title" | "lead">): FrameSize {
  const { columns, width, height, name, stage } = FORMS[Math.max(1, Math.min(MOST, count)) - 1]!;
  const rows = Math.ceil(count / columns);
  const heightIn = (text: string, { size, line }: { readonly size: number; readonly line: number }): number => Math.ceil((textWidth(text) * size * CAUTION) / width) * line;
  const words = Math.max(...entries.map((entry) => heightIn(entry.name, name) + heightIn(entry.stage, stage)));
  const room = (roomBelow(above) + 48 - ABOVE - GAP * (rows - 1)) / rows;
  return { width, height: Math.round(Math.min(height, Math.max(0, room - NAME_GAP - words))) };
}
