/** Progress at the foot of a slide: a line of water with one bridge at the start of each section. */
import { decimal, renderPath, renderSlideSvg } from "./svg.ts";

const LEFT = 112;
const RIGHT = 1808;
const LINE = 1000;
const RADIUS = 15;
/** Least distance between the centres of two bridges. */
const PITCH = 36;

export interface FooterOptions {
  /** 1-based. */
  readonly page: number;
  readonly total: number;
  /** Sections in order; one without a number has no bridge. */
  readonly sections: readonly { readonly firstPage: number; readonly number: number | null }[];
  /** Index into `sections` of the one that the page belongs to. */
  readonly current: number;
}

/** A bridge on the line, or an end of the line. */
interface Anchor {
  readonly page: number;
  readonly x: number;
}

/** Moves neighbours apart to `pitch`; each crowd keeps its middle, and all stay within the line. */
function spread(wished: readonly number[], pitch: number, low: number, high: number): readonly number[] {
  const places = wished.map((x, index) => Math.max(low, Math.min(high, x)) - pitch * index);
  // With the pitches taken off, places in order never fall; crowds that do are levelled to their mean (isotonic regression).
  const crowds: { mean: number; size: number }[] = [];
  for (const place of places) {
    crowds.push({ mean: place, size: 1 });
    for (let last = crowds.length - 1; last > 0 && crowds[last - 1]!.mean > crowds[last]!.mean; last -= 1) {
      const [a, b] = [crowds[last - 1]!, crowds[last]!];
      crowds.splice(last - 1, 2, { mean: (a.mean * a.size + b.mean * b.size) / (a.size + b.size), size: a.size + b.size });
    }
  }
  const ceiling = high - pitch * (places.length - 1);
  return crowds
    .flatMap(({ mean, size }) => Array.from({ length: size }, () => Math.max(low, Math.min(ceiling, mean))))
    .map((place, index) => place + pitch * index);
}

/** X of a page on the line, whose bridges may have been moved a little. */
function pageX(page: number, anchors: readonly Anchor[]): number {
  const after = anchors.findIndex((anchor) => anchor.page >= page);
  const [a, b] = [anchors[Math.max(0, after - 1)], anchors[after]];
  if (a === undefined || b === undefined) return RIGHT;
  return b.page === a.page ? b.x : a.x + ((b.x - a.x) * (page - a.page)) / (b.page - a.page);
}

/** Line 112→1808 at y 1000, the part already passed, and a semicircle for each numbered section: passed, current (filled) or to come. */
export function footerArt(options: FooterOptions): string {
  const { page, total, sections, current } = options;
  const numbered = sections.map((section, index) => ({ ...section, index })).filter((section) => section.number !== null);
  const scale = Math.min(1, (RIGHT - LEFT - 2 * RADIUS) / (PITCH * Math.max(1, numbered.length - 1)));
  const radius = RADIUS * scale;
  const wished = numbered.map((section) => LEFT + ((RIGHT - LEFT) * (section.firstPage - 1)) / Math.max(1, total - 1));
  const places = spread(wished, PITCH * scale, LEFT + radius, RIGHT - radius);
  const bridges = numbered.map((section, index) => ({ ...section, x: places[index]! }));
  const starts = bridges.map(({ firstPage, x }) => ({ page: firstPage, x }));
  const anchors = [...(starts[0]?.page === 1 ? [] : [{ page: 1, x: LEFT }]), ...starts, { page: total, x: RIGHT }];
  const arcs = (kept: typeof bridges): string =>
    kept.map(({ x }) => `M${decimal(x - radius)} ${LINE}a${decimal(radius)} ${decimal(radius)} 0 0 1 ${decimal(2 * radius)} 0z`).join("");
  return renderSlideSvg(
    "footer",
    renderPath("art-track", `M${LEFT} ${LINE}H${RIGHT}`) +
      renderPath("art-to-come", arcs(bridges.filter(({ index }) => index > current))) +
      renderPath("art-passed", arcs(bridges.filter(({ index }) => index < current))) +
      renderPath("art-progress", `M${LEFT} ${LINE}H${decimal(pageX(page, anchors))}`) +
      renderPath("art-current", arcs(bridges.filter(({ index }) => index === current))),
  );
}
