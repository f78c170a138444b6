/** The motif of a slide's subject: on the left of a picture slide, on the waterline that runs through it; in a round window beside words; on the panel of a title. */
import type { MotifChoice, MotifName } from "../../../model/motif.ts";
import { bridgeScene, pictureArt, standingBridge } from "../picture.ts";
import { between, createRandom, type Random } from "../random.ts";
import { renderMirror, rowDepths, WIDE_WATER, type RippleStyle } from "../reflection.ts";
import { dashOutline, decimal, renderPath, renderSlideSvg, renderSvg, renderWaterline } from "../svg.ts";
import { renderLooseWater } from "../water.ts";
import { clinic, crane, factory, housing, laboratory, rail, roads, school } from "./built.ts";
import { courtyard, fields, market, park, river } from "./grown.ts";
import { circle, massesAt, RIGHT, WATERLINE, type Motif } from "./pen.ts";

const MOTIFS: Readonly<Record<Exclude<MotifName, "bridge">, () => Motif>> = { crane, housing, courtyard, rail, roads, school, fields, park, clinic, factory, laboratory, market, river };

const WATER: RippleStyle = { ...WIDE_WATER, dash: [320, 160] };

/** The moon's path of light on the water. */
function renderLight({ x, radius }: NonNullable<Motif["moon"]>, random: Random): string {
  const rows = rowDepths({ ...WATER, depth: 330 }).filter((depth) => depth > 170).map((depth) => {
    const half = radius * Math.sqrt(Math.max(0.05, 1 - ((depth - 250) / 90) ** 2));
    const away = between(random, -10, 10);
    return dashOutline(WATERLINE + depth, [{ from: x + away - half, to: x + away + half }]);
  });
  return renderPath("art-light", rows.join(""));
}

/** A motif with its moon, which stands a little elsewhere each time. */
function placed(motif: Motif, random: Random): Motif {
  return motif.moon === undefined ? motif : { ...motif, moon: { ...motif.moon, x: motif.moon.x + between(random, -40, 40) } };
}

/** What stands above the line. */
function renderStanding(motif: Motif): string {
  return (
    (motif.moon === undefined ? "" : renderPath("art-moon", circle(motif.moon.x, motif.moon.height, motif.moon.radius))) +
    (motif.far === undefined ? "" : `<g class="art-far">${motif.far.map((body) => renderPath("art-solid", body)).join("")}</g>`) +
    renderPath("art-rail", motif.lines ?? "") + motif.solid.map((body) => renderPath("art-bridge", body)).join("") + renderPath("art-ring", motif.inner ?? "") + renderPath("art-moon", motif.light ?? "")
  );
}

/** What lies below it: its reflection under loose water, or the ground. */
function renderBelow({ masses, ground, moon }: Motif, random: Random): string {
  if (ground !== undefined) return renderPath("art-field", ground);
  const clear = moon === undefined ? [] : [{ from: moon.x - moon.radius - 46, to: moon.x + moon.radius + 46 }];
  const area = { waterline: WATERLINE, left: 0, right: RIGHT, depth: 400 };
  const depth = WATER.squash * Math.min(300, Math.max(0, ...masses.map(({ height }) => height)));
  return renderLooseWater(area, WATER, [], clear, random) + (moon === undefined ? "" : renderLight(moon, random)) + renderMirror(WATERLINE, (height) => massesAt(masses, height), { ...WATER, depth }, random, 0, RIGHT);
}

function renderMotif(motif: Motif, random: Random): string {
  const here = placed(motif, random);
  return renderBelow(here, random) + renderStanding(here);
}

/** Every second time it is the mirror image, under another water. */
function turned(variation: number, scene: string): string {
  return variation % 2 === 0 ? scene : `<g transform="translate(${RIGHT} 0)scale(-1 1)">${scene}</g>`;
}

const GROUND = renderPath("art-mist", "M0 0h1120v1080h-1120z");

/** 1920 × 1080 with the drawing on the left 1120 px. Text: x > 1180. */
export function motifArt({ name, variation }: MotifChoice): string {
  if (name === "bridge") return pictureArt(variation + 1);
  const scene = turned(variation, renderMotif(MOTIFS[name](), createRandom(400 + variation)));
  // A nested svg crops its content without an id that could collide.
  const crop = `<svg width="${RIGHT}" height="1080" viewBox="0 0 ${RIGHT} 1080">${GROUND}${scene}</svg>`;
  return renderSlideSvg("picture art-motif", crop + renderWaterline(WATERLINE));
}

/** How much of a round window is above the line, as in art.css. */
const SKY = 0.6;

/** The same in a round window, as through a moon gate; the style sheet rounds it. `size` is its diameter in pixels. */
export function motifWindow({ name, variation }: MotifChoice, size: number): string {
  const scene = name === "bridge" ? bridgeScene(variation + 1) : turned(variation, renderMotif(MOTIFS[name](), createRandom(400 + variation)));
  const square = `<svg width="${RIGHT}" height="${RIGHT}" viewBox="0 ${WATERLINE - SKY * RIGHT} ${RIGHT} ${RIGHT}">${renderPath("art-mist", `M0 -40h${RIGHT}v1140h-${RIGHT}z`)}${scene}${renderWaterline(WATERLINE, 0, RIGHT)}</svg>`;
  return renderSvg(`window window-${size}`, RIGHT, RIGHT, square);
}

/** Only what stands on the line, `width` wide from the left edge, on a waterline at `y`: for panels, which have water of their own. */
export function standingMotif({ name, variation }: MotifChoice, width: number, y: number): string {
  const body = name === "bridge" ? standingBridge(variation + 1) : turned(variation, renderStanding(placed(MOTIFS[name](), createRandom(400 + variation))));
  const scale = width / RIGHT;
  return `<g transform="translate(0 ${decimal(y - WATERLINE * scale)})scale(${Math.round(scale * 1000) / 1000})">${body}</g>`;
}
