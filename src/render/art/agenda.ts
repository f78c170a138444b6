/** One bridge per section, above its column of text. */
import { renderBridge, type Bridge, type Deck } from "./geometry.ts";
import { fitArches } from "./packing.ts";
import { createRandom } from "./random.ts";
import { renderReflection, WIDE_WATER, type RippleStyle } from "./reflection.ts";
import { renderSlideSvg, renderWaterline } from "./svg.ts";

/** Room for one section's words; the bridge above ends exactly at its two edges. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

const MARGIN = 112;
const GUTTER = 32;
/** Height of the bridges and their waterline for 1–8 columns: narrow columns need lower bridges and more room for words. */
const SHAPES: readonly { readonly height: number; readonly waterline: number }[] = [
  { height: 236, waterline: 560 }, { height: 216, waterline: 556 }, { height: 188, waterline: 556 }, { height: 136, waterline: 540 },
  { height: 108, waterline: 524 }, { height: 90, waterline: 510 }, { height: 76, waterline: 500 }, { height: 66, waterline: 492 },
];

/** Bridge number `index` (0-based) with one arch more than its index; its rail lands on the column's edges. */
function agendaBridge(column: Column, index: number, shape: { readonly height: number; readonly waterline: number }): Bridge {
  const rail = 6 + column.width / 90;
  const half = (column.width / 2) * Math.sqrt(shape.height / (shape.height + rail));
  const deck: Deck = { x: column.x + column.width / 2, waterline: shape.waterline, height: shape.height, half };
  const pier = Math.max(4, Math.min(26, column.width / 21) - index);
  // Two voussoir lines would not fit into a pier on a narrow column.
  const ring = column.width > 500 ? 8 : 0;
  return { ...deck, rail, ring, arches: fitArches(deck, index + 1, { extent: half, pier, ring, crown: Math.max(5, shape.height / 12) }) };
}

/** Bridges with 1…count arches (count 1–8). Words may stand from `textTop` down to y 968, one column each. */
export function agendaArt(count: number): { readonly svg: string; readonly columns: readonly Column[]; readonly waterline: number; readonly textTop: number } {
  const shape = SHAPES[Math.min(count, SHAPES.length) - 1] ?? SHAPES[0]!;
  const width = (1920 - 2 * MARGIN - GUTTER * (count - 1)) / count;
  const columns = Array.from({ length: count }, (_, index) => ({ x: MARGIN + index * (width + GUTTER), width }));
  const bridges = columns.map((column, index) => agendaBridge(column, index, shape));
  const depth = Math.min(0.86 * shape.height, 150);
  const style: RippleStyle = { ...WIDE_WATER, spacing: 7 + shape.height / 45, depth, dash: [300, 160] };
  const reflection = renderReflection(bridges, style, createRandom(40 + count));
  const svg = renderSlideSvg("agenda", bridges.map(renderBridge).join("") + reflection + renderWaterline(shape.waterline));
  return { svg, columns, waterline: shape.waterline, textTop: Math.round(shape.waterline + depth + 40) };
}
