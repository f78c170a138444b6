/** Checks whether the marks that show a chart's figures stand out from what is behind them. */
import type { PageFault } from "../../model/page-fault.ts";
import { parseColour, ratioOf, type Colour } from "./colour.ts";
import { groundAt, meetPaint, opacityOf, roundDown } from "./contrast.ts";

/** Marks that carry meaning: axes, gridlines and hatching lines only help, and words are checked as words. */
const MARKS = ["bar", "sector", "outline", "bound", "line", "dot", "last", "half", "goal", "target"];
const SELECTOR = MARKS.map((role) => `.chart > svg[role=img] .chart-${role}:not(text)`).join(", ");

/** Marks with too little contrast (WCAG 2.2, 1.4.11); one stands for all that look alike. */
export function checkMarks(slide: Element, least: number): PageFault[] {
  meetPaint();
  const seen = new Set<string>();
  return [...slide.querySelectorAll<SVGGeometryElement>(SELECTOR)].flatMap((mark) => {
    const svg = mark.ownerSVGElement;
    const { fill, stroke } = getComputedStyle(mark);
    const look = `${svg?.getAttribute("aria-labelledby")} ${mark.classList[0]} ${fill} ${stroke}`;
    if (seen.has(look)) return [];
    seen.add(look);
    const ratio = contrastOf(mark, slide);
    const text = svg?.querySelector("title")?.textContent ?? "";
    return ratio !== null && ratio < least ? [{ type: "pale-mark", slide: slide.id, text, other: mark.classList[0] ?? "", value: roundDown(ratio), least }] : [];
  });
}

/** The better contrast of fill and stroke; null if the mark is invisible or its ground has no even colour. */
function contrastOf(mark: SVGGeometryElement, slide: Element): number | null {
  const place = mark.getScreenCTM();
  const length = mark.getTotalLength();
  if (place === null || length === 0 || !mark.checkVisibility({ visibilityProperty: true })) return null;
  const { x, y } = mark.getPointAtLength(length / 2).matrixTransform(place);
  const ground = groundAt(x, y, (element) => isBehind(element, mark));
  if (ground === null) return null;
  const { fill, stroke, fillOpacity, strokeOpacity } = getComputedStyle(mark);
  const opacity = opacityOf(mark, slide);
  const paints: readonly Colour[] = [parseColour(fill, Number(fillOpacity) * opacity), parseColour(stroke, Number(strokeOpacity) * opacity)];
  return Math.max(...paints.map((paint) => ratioOf(paint, ground)));
}

/** Later marks lie on top of it, and a hatching has gaps that show the ground. */
function isBehind(element: Element, mark: Element): boolean {
  if (element === mark || element.matches("text, .chart-hatch")) return false;
  return (element.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
