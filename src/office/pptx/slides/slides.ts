/** How each layout of the deck is drawn as a slide of the presentation, and which layout of the presentation it takes. */
import type { Layout } from "../../../model/deck.ts";
import { isMosaic } from "../../../model/looks.ts";
import type { Scene } from "../../../render/scene.ts";
import type { LayoutName } from "../layout-specs.ts";
import type { Sheet } from "../sheet.ts";
import { chartSlide } from "./chart.ts";
import { unitsSlide } from "./counted.ts";
import { figuresSlide, panelOf } from "./figures.ts";
import { agendaSlide, closingSlide, coverSlide, sectionSlide } from "./opening.ts";
import { photosSlide, pictureSlide } from "./pictures.ts";
import { bulletsSlide, cardsSlide } from "./rows.ts";
import { projectsSlide, timelineSlide, zonesSlide } from "./standing.ts";
import { columnsSlide, reviewSlide, tableSlide } from "./wide.ts";
import { quoteSlide, statementSlide } from "./words.ts";

type DrawSlide = (sheet: Sheet) => void;

export const SLIDES: Readonly<Record<Layout, DrawSlide>> = {
  cover: coverSlide, agenda: agendaSlide, section: sectionSlide, statement: statementSlide, figures: figuresSlide, chart: chartSlide, bullets: bulletsSlide, columns: columnsSlide,
  cards: cardsSlide, picture: pictureSlide, table: tableSlide, zones: zonesSlide, projects: projectsSlide, photos: photosSlide, units: unitsSlide, review: reviewSlide,
  timeline: timelineSlide, quote: quoteSlide, closing: closingSlide,
};

/** The presentation's layout of a slide, by its layout in the deck and its variant. */
export function layoutOf(scene: Scene): LayoutName {
  const { slide, variant } = scene;
  const deep = variant === "deep";
  switch (slide.layout) {
    case "cover":
    case "agenda":
    case "section":
    case "closing":
    case "units":
      return slide.layout;
    case "bullets":
      return variant === "tiles" ? "hall" : deep ? "panelDeep" : "panel";
    case "cards":
      return slide.number !== "" ? (variant === "plain" ? "openerPlain" : "opener") : deep ? "panelDeep" : "panel";
    case "figures":
      return panelOf(scene);
    case "quote":
      return deep ? "quoteDeep" : "quote";
    case "columns":
      return deep ? "wideDeep" : "wide";
    case "picture":
      return variant === "full" ? "pictureFull" : "picture";
    case "photos":
      return isMosaic(slide) ? "panel" : "wide";
    case "chart":
      return hangs(scene) ? "hall" : "wide";
    case "statement":
    case "table":
    case "zones":
    case "projects":
    case "review":
    case "timeline":
      return "wide";
  }
}

/** Whether a chart fills the page below a large title. */
function hangs({ slide }: Scene): boolean {
  return slide.blocks.some((block) => block.type === "chart" && block.chart.type !== "structure" && block.chart.type !== "ranking");
}
