/** Projects with their photos: a frame for each, its name and stage below. */
import type { BlockOf, ProjectPhoto } from "../model/deck.ts";
import { frameOf, photoWords } from "../model/photos-plan.ts";
import { plainText } from "../model/plain-text.ts";
import { waterLevelArt } from "./art/marks.ts";
import { element, escapeHtml } from "./html.ts";
import { renderImage } from "./image.ts";
import { renderText } from "./inlines.ts";
import { WATER } from "./schemes.ts";
import { withStep, type Scene } from "./scene.ts";

/** Columns of photos-1 to photos-6. */
const MOST = 6;

export function renderPhotos(block: BlockOf<"photos">, scene: Scene): string {
  const { part, title, blocks } = scene.slide;
  const count = Math.min(MOST, Math.max(1, part?.fullest ?? block.entries.length));
  const lead = blocks.flatMap((other) => (other.type === "paragraph" ? [plainText(other.inlines)] : [])).join("");
  const frame = frameOf(block.entries.map(photoWords), count, { title: plainText(title), lead });
  const entries = block.entries.map((entry) => renderEntry(entry, { ...scene, frame }));
  return element("ul", withStep(block.step, scene, { class: `photos photos-${count}` }), entries.join(""));
}

function renderEntry(entry: ProjectPhoto, scene: Scene): string {
  const { name, stage } = photoWords(entry);
  const shown = entry.picture === null ? element("div", { class: "photo-none" }, waterLevelArt(WATER[entry.status])) : renderImage({ type: "image", ...entry.picture, alt: name, caption: "", step: null, span: scene.slide.span }, scene);
  return element("li", { class: "photo-entry" }, shown + element("p", { class: "photo-name" }, renderText(name, scene.setting)) + element("p", { class: "photo-stage" }, escapeHtml(stage)));
}
