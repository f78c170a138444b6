/** The function that draws each layout. */
import type { Layout } from "../../model/deck.ts";
import type { LayoutParts, Scene } from "../scene.ts";
import { renderAgenda } from "./agenda.ts";
import { renderChartSlide } from "./chart.ts";
import { renderClosing } from "./closing.ts";
import { renderCover } from "./cover.ts";
import { renderFigures } from "./figures.ts";
import { renderPhotosSlide } from "./photos.ts";
import { renderPicture } from "./picture.ts";
import { renderQuote } from "./quote.ts";
import { renderSection } from "./section.ts";
import { renderBullets, renderCards } from "./split.ts";
import { renderStatement } from "./statement.ts";
import { renderUnitsSlide } from "./units.ts";
import { renderProjectsSlide, renderTimelineSlide, renderZonesSlide } from "./waterline.ts";
import { renderColumns, renderReviewSlide, renderTableSlide } from "./wide.ts";

export const LAYOUT_RENDERERS: Readonly<Record<Layout, (scene: Scene) => LayoutParts>> = {
  cover: renderCover,
  agenda: renderAgenda,
  section: renderSection,
  statement: renderStatement,
  figures: renderFigures,
  chart: renderChartSlide,
  bullets: renderBullets,
  columns: renderColumns,
  cards: renderCards,
  picture: renderPicture,
  table: renderTableSlide,
  zones: renderZonesSlide,
  projects: renderProjectsSlide,
  photos: renderPhotosSlide,
  units: renderUnitsSlide,
  review: renderReviewSlide,
  timeline: renderTimelineSlide,
  quote: renderQuote,
  closing: renderClosing,
};
