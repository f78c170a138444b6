/** Moves a slide within its file, as a person would cut and paste its lines. */
import type { DeskSlide } from "../../model/desk.ts";

/**
 * The text with the slide in front of the one with the id `before`, or at the end of the file (null). Null where that changes nothing,
 * where the other is in another file, or where the slide opens the part: the part's title cannot stand inside it.
 */
export function moveSlide(text: string, slides: readonly DeskSlide[], id: string, before: string | null): string | null {
  const lines = text.split("\n");
  const starts = [...new Set(slides.map(({ line }) => line))].sort((one, other) => one - other);
  const lineOf = (wanted: string): number | undefined => slides.find((slide) => slide.id === wanted)?.line;
  const from = lineOf(id);
  const to = before === null ? lines.length + 1 : lineOf(before);
  if (from === undefined || to === undefined || /^#\s/.test(lines[from - 1] ?? "")) return null;
  if (before !== null && /^#\s/.test(lines[to - 1] ?? "")) return null;
  const end = starts.find((start) => start > from) ?? lines.length + 1;
  if (to >= from && to <= end) return null;
  const moved = withoutBlankEnd(lines.slice(from - 1, end - 1));
  const rest = [...lines.slice(0, from - 1), ...lines.slice(end - 1)];
  const at = to > from ? to - 1 - (end - from) : to - 1;
  const head = withoutBlankEnd(rest.slice(0, at));
  const tail = rest.slice(at);
  return [...head, "", ...moved, ...(tail.some((line) => line.trim() !== "") ? ["", ...tail] : [""])].join("\n");
}

function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  const last = lines.map((line) => line.trim() !== "").lastIndexOf(true);
  return lines.slice(0, last + 1);
}
