/** Progress at the foot of a slide: a line of water with one bridge at the start of each section. */
import { decimal, renderPath, renderSlideSvg } from "./svg.ts";

const LEFT = 112;
const RIGHT = 1808;
const LINE = 1000;
const RADIUS = 15;
/** Least gap between two bridges. */
const GAP = 6;

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

/** X of a page on the line, between the bridges of its part and the next. */
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
  // Each part has the same stretch of water, whatever the number of its pages.
  const step = (RIGHT - LEFT) / Math.max(1, numbered.length);
  const radius = Math.min(RADIUS, (step - GAP) / 2);
  const bridges = numbered.map((section, index) => ({ ...section, x: LEFT + radius + step * index }));
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
