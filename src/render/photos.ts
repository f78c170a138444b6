/** Projects with their photos: a frame for each, its name and stage below. */
import type { BlockOf, ProjectPhoto } from "../model/deck.ts";
import { waterLevelArt } from "./art/marks.ts";
import { element, escapeHtml } from "./html.ts";
import { renderImage } from "./image.ts";
import { renderText } from "./inlines.ts";
import { WATER } from "./schemes.ts";
import { withStep, type PhotoFrame, type Scene } from "./scene.ts";

/** Frames by the number of photos on a slide, in pixels of the canvas, as in photos.css. */
const FRAMES: readonly PhotoFrame[] = [
  { width: 1696, height: 540 }, { width: 832, height: 500 }, { width: 544, height: 460 }, { width: 400, height: 440 }, { width: 544, height: 210 }, { width: 544, height: 210 },
];

export function renderPhotos(block: BlockOf<"photos">, scene: Scene): string {
  const count = Math.min(FRAMES.length, Math.max(1, scene.slide.part?.fullest ?? block.entries.length));
  const entries = block.entries.map((entry) => renderEntry(entry, { ...scene, frame: FRAMES[count - 1]! }));
  return element("ul", withStep(block.step, scene, { class: `photos photos-${count}` }), entries.join(""));
}

function renderEntry({ name, status, due, picture }: ProjectPhoto, scene: Scene): string {
  const shown = picture === null ? element("div", { class: "photo-none" }, waterLevelArt(WATER[status])) : renderImage({ type: "image", ...picture, alt: name, step: null, span: scene.slide.span }, scene);
  const stage = element("p", { class: "photo-stage" }, escapeHtml(due === null ? status : `${status} ${due}`));
  return element("li", { class: "photo-entry" }, shown + element("p", { class: "photo-name" }, renderText(name, scene.setting)) + stage);
}
