/** Photos: projects with theirs, or two to six photos of the author in a composed grid beside the title. */
import type { BlockOf } from "../../model/deck.ts";
import { isMosaic } from "../../model/looks.ts";
import { panelArt } from "../art/panel.ts";
import { blocksOf, renderBlocks } from "../blocks.ts";
import { PANEL_TITLE, renderHead } from "../head.ts";
import { element } from "../html.ts";
import { renderImage } from "../image.ts";
import type { LayoutParts, PhotoFrame, Scene } from "../scene.ts";
import { aroundBlock } from "./wide.ts";

/** Frames of a grid: the first ones have one size, the others another. */
interface Grid {
  readonly leads: number;
  readonly lead: PhotoFrame;
  readonly other: PhotoFrame;
}

const [HALF, UPRIGHT] = [{ width: 636, height: 492 }, { width: 636, height: 992 }] as const;
/** By number and form: 1280 × 992 px right of the panel, with gaps of 8 px, as in photo.css. */
const GRIDS: Readonly<Record<string, Grid>> = {
  "2": { leads: 2, lead: { width: 1280, height: 492 }, other: HALF },
  "2-upright": { leads: 2, lead: UPRIGHT, other: HALF },
  "3": { leads: 1, lead: { width: 1280, height: 560 }, other: { width: 636, height: 424 } },
  "3-upright": { leads: 1, lead: UPRIGHT, other: HALF },
  "4": { leads: 4, lead: HALF, other: HALF },
  "5": { leads: 2, lead: { width: 636, height: 552 }, other: { width: 421.3, height: 432 } },
  "6": { leads: 6, lead: { width: 636, height: 325.3 }, other: HALF },
};

export function renderPhotosSlide(scene: Scene): LayoutParts {
  return isMosaic(scene.slide) ? renderMosaic(scene) : aroundBlock("photos", scene);
}

function renderMosaic(scene: Scene): LayoutParts {
  const { slide, theme } = scene;
  const images = blocksOf(slide.blocks, "image");
  const form = formOf(images);
  const grid = GRIDS[form] ?? null;
  const lead = renderBlocks(slide.blocks.filter((block) => block.type !== "image"), scene);
  const shots = images.map((image, index) => element("li", {}, renderImage(image, { ...scene, frame: grid === null ? null : index < grid.leads ? grid.lead : grid.other }))).join("");
  const html =
    element("div", { class: "side panel" }, (theme.motif === "none" ? "" : panelArt(640, 61)) + renderHead(scene, PANEL_TITLE) + (lead === "" ? "" : element("div", { class: "lead" }, lead))) +
    element("ul", { class: `mosaic mosaic-${form}` }, shots);
  return { classes: ["photos-mosaic"], ground: "paper", footer: "panel", html };
}

/** Two or three photos stand upright where those that lead do. */
function formOf(images: readonly BlockOf<"image">[]): string {
  const upright = ({ width, height }: BlockOf<"image">): boolean => height > width;
  const leading = images.length === 2 ? images : images.slice(0, 1);
  return images.length <= 3 && leading.every(upright) ? `${images.length}-upright` : String(images.length);
}
