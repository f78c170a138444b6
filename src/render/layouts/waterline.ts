/** Layouts whose parts stand on a waterline across the slide: zones, projects, timeline. */
import type { Block } from "../../model/deck.ts";
import { waterlineArt } from "../art/ground.ts";
import { blocksOf, renderBlocks } from "../blocks.ts";
import { renderHead, WIDE_TITLE } from "../head.ts";
import { element, escapeHtml } from "../html.ts";
import { renderProjects, renderTimeline, renderZones } from "../schemes.ts";
import type { LayoutParts, Scene } from "../scene.ts";
import { wideParts } from "./wide.ts";

interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** Equal columns between the margins, 32 px apart. */
function columns(count: number): readonly Stretch[] {
  const width = (1696 - 32 * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({ x: 112 + index * (width + 32), width }));
}

interface Ground {
  readonly waterline: number;
  readonly depth: number;
  readonly clear: readonly Stretch[];
}

function standing(scene: Scene, ground: Ground, note: string, body: string, rest: readonly Block[]): LayoutParts {
  const art = scene.theme.motif === "none" ? "" : waterlineArt({ ...ground, seed: 300 + ground.clear.length });
  const noteLine = note === "" ? "" : element("p", { class: "scheme-note" }, escapeHtml(note));
  const lead = rest.length === 0 ? "" : element("div", { class: "lead" }, renderBlocks(rest, scene));
  return { classes: [], ground: "paper", footer: "full", html: art + renderHead(scene, WIDE_TITLE) + noteLine + body + lead };
}

/** One moon per zone, from west to east; never a map. */
export function renderZonesSlide(scene: Scene): LayoutParts {
  const block = blocksOf(scene.slide.blocks, "zones")[0];
  if (block === undefined) return standing(scene, { waterline: 500, depth: 130, clear: [] }, "", "", scene.slide.blocks);
  const clear = columns(block.zones.length).map(({ x, width }) => ({ x: x + width / 2 - 172, width: 344 }));
  const rest = scene.slide.blocks.filter((other) => other !== block);
  return standing(scene, { waterline: 500, depth: 130, clear }, block.note, renderZones(block, scene), rest);
}

/** Vessels stand on the waterline, as in waterline.css. */
const VESSEL = { width: 240, centre: 380 } as const;

/** One vessel of water per stage, at the head of its projects. */
export function renderProjectsSlide(scene: Scene): LayoutParts {
  const block = blocksOf(scene.slide.blocks, "projects")[0];
  if (block === undefined) return standing(scene, { waterline: VESSEL.centre, depth: 46, clear: [] }, "", "", scene.slide.blocks);
  const rest = scene.slide.blocks.filter((other) => other !== block);
  // A full board needs the room of the waterline for its words.
  if (block.dense) return wideParts(scene, renderBlocks(rest, scene), element("p", { class: "scheme-note" }, escapeHtml(block.note)) + renderProjects(block, scene));
  const clear = columns(block.groups.length).map(({ x }) => ({ x, width: VESSEL.width - 8 }));
  return standing(scene, { waterline: VESSEL.centre, depth: 46, clear }, block.note, renderProjects(block, scene), rest);
}

/** Dates above the water, events below; many or long ones in two columns without it. */
export function renderTimelineSlide(scene: Scene): LayoutParts {
  const [block] = blocksOf(scene.slide.blocks, "timeline");
  const rest = scene.slide.blocks.filter((other) => other !== block);
  const body = block === undefined ? "" : renderTimeline(block, scene);
  if (block?.open === false) return wideParts(scene, renderBlocks(rest, scene), body);
  return standing(scene, { waterline: 520, depth: 40, clear: [] }, "", body, rest);
}
