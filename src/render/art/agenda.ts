/** The bridge of a section in the agenda: as many arches as its number. */
import { renderBridge, type Bridge, type Deck } from "./geometry.ts";
import { fitArches } from "./packing.ts";
import { createRandom } from "./random.ts";
import { renderReflection, WIDE_WATER, type RippleStyle } from "./reflection.ts";
import { renderSvg, renderWaterline } from "./svg.ts";

/** Size of the drawing in pixels. */
export const AGENDA_BRIDGE = { width: 216, height: 116 } as const;
const WATERLINE = 82;
const DECK = 70;
const RAIL = 8;

/** One bridge with `arches` openings (1–8) and its reflection, rail and feet within the drawing. */
export function agendaArt(arches: number): string {
  const { width } = AGENDA_BRIDGE;
  const half = (width / 2) * Math.sqrt(DECK / (DECK + RAIL));
  const deck: Deck = { x: width / 2, waterline: WATERLINE, height: DECK, half };
  const bridge: Bridge = { ...deck, rail: RAIL, ring: 0, arches: fitArches(deck, arches, { extent: half, pier: Math.max(4, 12 - arches), ring: 0, crown: 9 }) };
  const style: RippleStyle = { ...WIDE_WATER, spacing: 8, depth: 32, dash: [120, 80] };
  const reflection = renderReflection([bridge], style, createRandom(40 + arches), 0, width);
  return renderSvg("agenda", width, AGENDA_BRIDGE.height, renderBridge(bridge) + reflection + renderWaterline(WATERLINE, 0, width));
}
