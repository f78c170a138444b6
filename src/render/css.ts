/** The deck's style sheet: tokens as custom properties, then layouts, then the theme's own rules. */
import { COLOUR_TOKENS, TYPE_TOKENS, type Theme } from "../model/theme.ts";
import { waysCss } from "./art/way.ts";
import art from "./css/art.css?raw";
import bare from "./css/bare.css?raw";
import base from "./css/base.css?raw";
import charts from "./css/charts.css?raw";
import columns from "./css/columns.css?raw";
import figures from "./css/figures.css?raw";
import flow from "./css/flow.css?raw";
import frame from "./css/frame.css?raw";
import ground from "./css/ground.css?raw";
import long from "./css/long.css?raw";
import motion from "./css/motion.css?raw";
import opening from "./css/opening.css?raw";
import picture from "./css/picture.css?raw";
import portrait from "./css/portrait.css?raw";
import photo from "./css/photo.css?raw";
import photos from "./css/photos.css?raw";
import print from "./css/print.css?raw";
import reading from "./css/reading.css?raw";
import review from "./css/review.css?raw";
import split from "./css/split.css?raw";
import tight from "./css/tight.css?raw";
import units from "./css/units.css?raw";
import waterline from "./css/waterline.css?raw";

/** What few decks show: a deck without it carries none of its rules. */
export interface CssParts {
  readonly photos: boolean;
  readonly reviews: boolean;
  readonly units: boolean;
}

/** Found by the classes that only such slides have. */
export function partsOfSlides(slides: readonly { readonly html: string }[]): CssParts {
  const has = (classes: string): boolean => slides.some(({ html }) => new RegExp(`class="[^"]*(?:${classes})`).test(html));
  return { photos: has("photo|shot|picture-page"), reviews: has("review"), units: has("units") };
}

/** The style of every slide, without @font-face: the outputs add the faces that they embed. A phone reads a deck (`show`) and the `long` picture, an upright screen plays a `loop`: neither needs the other's layouts. */
export function renderCss(theme: Theme, use: "show" | "loop" | "long", has: CssParts): string {
  const tokens = COLOUR_TOKENS.map((token) => `  --${token}: ${theme.colours[token]};`);
  const type = TYPE_TOKENS.map((token) => `  --least-${token}: ${theme.type[token]}px;`);
  const root = `:root {\n${[...tokens, ...type].join("\n")}\n}`;
  return [root, base, frame, ground, art, waysCss(), opening, figures, split, has.reviews ? review : "", has.photos ? photos : "", columns, charts, waterline, has.units ? units : "", picture, theme.motif === "none" ? bare : "", motion, flow, use === "loop" ? portrait : reading, has.photos ? photo : "", tight, print, use === "long" ? long : "", theme.css].join("\n");
}
