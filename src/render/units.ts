/** Counted things: the figure with its caption, and the things themselves. */
import type { BlockOf, Counted } from "../model/deck.ts";
import { periodKey } from "../model/period.ts";
import { keyWords } from "../model/unit-words.ts";
import { countOf, objectsOf } from "../model/units.ts";
import { unitsArt, type UnitDrawing } from "./art/units.ts";
import { splitFigure } from "../model/figure-parts.ts";
import { classes, element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { withStep, type Scene } from "./scene.ts";

/** What is lit of a drawing, from its plan and the part that the author lights. */
function drawingOf({ kind, plan, lit }: BlockOf<"units">): UnitDrawing {
  const share = (things: number): Pick<UnitDrawing, "lit" | "part"> => ({ lit: Math.floor(things / plan.each), part: (things % plan.each) / plan.each });
  const all = plan.whole * plan.each + plan.rest;
  const things = lit === null ? all : Number(countOf(lit.figure, lit.unit) ?? 0);
  return { kind, count: objectsOf(plan), vague: plan.vague, ...share(things) };
}

function renderCount({ name, text, figure, origin }: Counted, part: boolean, scene: Scene): string {
  const { before, number, after } = splitFigure(text) ?? { before: "", number: text, after: "" };
  const span = (className: string, words: string): string => (words === "" ? "" : element("span", { class: className }, escapeHtml(words.trim())));
  const shown = span("qualifier", before) + span("number", number) + span("unit-word", after);
  const bound = origin === null ? {} : { "data-indicator": origin.indicator, "data-field": origin.field, "data-period": periodKey(origin.period) };
  const value = element("data", { class: "figure", value: figure.value, ...bound }, shown);
  return element("div", { class: classes("count-line", part && "count-part") }, element("dt", {}, renderText(name, scene.setting)) + element("dd", {}, value));
}

/** The figure with its caption, the part that is lit, and what one object stands for, which only eyes need. */
export function renderUnits(block: BlockOf<"units">, scene: Scene): string {
  const { counted, lit, plan, kind } = block;
  const key = keyWords(kind, plan, counted.unit, scene.settings.lang);
  const counts = element("dl", { class: "counts" }, renderCount(counted, false, scene) + (lit === null ? "" : renderCount(lit, true, scene)));
  const said = key === "" ? "" : element("p", { class: "count-key", "aria-hidden": "true" }, renderText(key, scene.setting));
  const drawing = drawingOf(block);
  const art = unitsArt(drawing, false) + (scene.upright ? unitsArt(drawing, true) : "");
  return element("div", withStep(block.step, scene, { class: `units units-${kind}`, "data-objects": drawing.count }), element("div", { class: "units-figure" }, counts + said) + art);
}
