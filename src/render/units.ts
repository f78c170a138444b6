/** Counted things: the figure with its caption, and the things themselves. */
import type { BlockOf, Counted } from "../model/deck.ts";
import { periodKey } from "../model/period.ts";
import { textWidth } from "../model/text-width.ts";
import { keyWords } from "../model/unit-words.ts";
import { countOf, objectsOf } from "../model/units.ts";
import { unitsArt, type UnitDrawing } from "./art/units.ts";
import { splitFigure } from "../model/figure-parts.ts";
import { element, escapeHtml } from "./html.ts";
import { renderText } from "./inlines.ts";
import { withStep, type Scene } from "./scene.ts";

/** What is lit of a drawing, from its plan and the part that the author lights. */
function drawingOf({ kind, plan, lit }: BlockOf<"units">): UnitDrawing {
  const share = (things: number): Pick<UnitDrawing, "lit" | "part"> => ({ lit: Math.floor(things / plan.each), part: (things % plan.each) / plan.each });
  const all = plan.whole * plan.each + plan.rest;
  const things = lit === null ? all : Number(countOf(lit.figure, lit.unit) ?? 0);
  return { kind, count: objectsOf(plan), vague: plan.vague, ...share(things) };
}

/** Room for figure, captions and key beside the head, above the horizon, in pixels; as in units.css. */
const ROOM = { width: 680, height: 486 } as const;
/** Sizes of the figure, and of the unit and the caption beside it. */
const SIZES = [
  { number: 232, word: 88, name: 52 }, { number: 200, word: 80, name: 52 }, { number: 168, word: 72, name: 48 }, { number: 144, word: 60, name: 44 },
  { number: 120, word: 52, name: 44 }, { number: 96, word: 44, name: 44 }, { number: 80, word: 36, name: 44 },
] as const;
/** The part that is lit: pixels of its caption and its figure, and the key below. */
const PART = { name: 44, number: 88, word: 48, height: 102 } as const;
const KEY = { size: 34, line: 43, gap: 10 } as const;
const CAPTION_LINE = 1.25;

function widthOf(text: string, number: number, word: number): number {
  const { before, number: digits, after } = splitFigure(text) ?? { before: "", number: text, after: "" };
  return textWidth(digits) * number * 0.98 + [before, after].reduce((sum, words) => sum + (words === "" ? 0 : textWidth(words) * word + 14), 0);
}

function linesOf(text: string, size: number, width: number): number {
  return text === "" ? 0 : Math.max(1, Math.ceil((textWidth(text) * size * 1.06) / width));
}

/** The class of the largest size in which the figure stands on one line and all of it above the horizon. */
function sizeOf({ counted, lit }: BlockOf<"units">, key: string): string {
  const part = lit === null ? 0 : PART.height + (Math.ceil((textWidth(lit.name) * PART.name * 1.06 + widthOf(lit.text, PART.number, PART.word) + 20) / ROOM.width) - 1) * PART.name * CAPTION_LINE;
  const below = part + (key === "" ? 0 : KEY.gap + linesOf(key, KEY.size, ROOM.width) * KEY.line);
  const fits = SIZES.find(({ number, word, name }) => widthOf(counted.text, number, word) <= ROOM.width && number + 6 + linesOf(counted.name, name, ROOM.width) * name * CAPTION_LINE + below <= ROOM.height);
  return `count-${(fits ?? SIZES.at(-1)!).number}`;
}

function renderCount({ name, text, figure, origin }: Counted, className: string, scene: Scene): string {
  const { before, number, after } = splitFigure(text) ?? { before: "", number: text, after: "" };
  const span = (role: string, words: string): string => (words === "" ? "" : element("span", { class: role }, escapeHtml(words.trim())));
  const shown = span("qualifier", before) + span("number", number) + span("unit-word", after);
  const bound = origin === null ? {} : { "data-indicator": origin.indicator, "data-field": origin.field, "data-period": periodKey(origin.period) };
  const value = element("data", { class: "figure", value: figure.value, ...bound }, shown);
  return element("div", { class: `count-line ${className}` }, `${element("dt", {}, renderText(name, scene.setting))} ${element("dd", {}, value)}`);
}

/** The figure with its caption, the part that is lit, and what one object stands for, which only eyes need. */
export function renderUnits(block: BlockOf<"units">, scene: Scene): string {
  const { counted, lit, plan, kind } = block;
  const key = keyWords(kind, plan, counted.unit, scene.settings.lang);
  const counts = element("dl", { class: "counts" }, renderCount(counted, sizeOf(block, key), scene) + (lit === null ? "" : renderCount(lit, "count-part", scene)));
  const said = key === "" ? "" : element("p", { class: "count-key", "aria-hidden": "true" }, renderText(key, scene.setting));
  const drawing = drawingOf(block);
  const art = unitsArt(drawing, false, scene.slide.id) + (scene.second === "upright" ? unitsArt(drawing, true, scene.slide.id) : "");
  return element("div", withStep(block.step, scene, { class: `units units-${kind}`, "data-objects": drawing.count }), element("div", { class: "units-figure" }, counts + said) + art);
}
