/** Pictures of slides in a grid of buttons: filled as they come into view, and walked by the arrow keys. */
import { createPreview } from "./preview.ts";
import { countSteps } from "./steps.ts";

/** Puts a picture into each cell when it is seen: hundreds of slides open as fast as a dozen. The result ends it. */
export function fillWhenSeen(slides: readonly HTMLElement[], cells: readonly HTMLElement[], suffix: string): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        observer.unobserve(entry.target);
        const index = cells.indexOf(entry.target as HTMLElement);
        const slide = slides[index];
        if (slide === undefined) continue;
        const preview = createPreview(slide.ownerDocument, "", `${suffix}${index}`);
        preview.show(slide, countSteps(slide));
        entry.target.prepend(preview.box);
      }
    },
    { rootMargin: "50%" },
  );
  for (const made of cells) observer.observe(made);
  return () => observer.disconnect();
}

/** Moves the focus by an arrow key: left and right by one, up and down to the nearest cell of the next row. */
export function moveWithin(event: KeyboardEvent, cells: readonly HTMLElement[]): void {
  const at = cells.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const ends: Readonly<Record<string, number>> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: cells.length - 1 };
  const ways: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, PageDown: 1, ArrowUp: -1, PageUp: -1 };
  const way = ways[event.key];
  const to = way === undefined ? ends[event.key] : rowAfter(cells, at, way);
  if (to === undefined) return;
  event.preventDefault();
  cells[Math.min(Math.max(to, 0), cells.length - 1)]?.focus();
}

/** The cell of the next row that stands nearest to this one. */
function rowAfter(cells: readonly HTMLElement[], at: number, way: 1 | -1): number {
  const boxes = cells.map((made) => made.getBoundingClientRect());
  const own = boxes[at]!;
  const beyond = boxes.map((_, index) => index).filter((index) => (boxes[index]!.top - own.top) * way > own.height / 2);
  const row = Math.min(...beyond.map((index) => Math.abs(boxes[index]!.top - own.top)));
  const next = beyond.filter((index) => Math.abs(boxes[index]!.top - own.top) < row + own.height / 2);
  const distance = (index: number): number => Math.abs(boxes[index]!.left - own.left);
  return next.reduce((best, index) => (distance(index) < distance(best) ? index : best), next[0] ?? at);
}
