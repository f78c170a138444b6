/** The drawing for a picture slide without a photo: the motif of its subject on the left, on the waterline that runs through the slide. */
import type { MotifChoice, MotifName } from "../../../model/motif.ts";
import { pictureArt } from "../picture.ts";
import { between, createRandom, type Random } from "../random.ts";
import { renderMirror, rowDepths, WIDE_WATER, type RippleStyle } from "../reflection.ts";
import { dashOutline, renderPath, renderSlideSvg, renderWaterline } from "../svg.ts";
import { renderLooseWater } from "../water.ts";
import { clinic, crane, factory, housing, laboratory, rail, school } from "./built.ts";
import { courtyard, fields, market, park, river } from "./grown.ts";
import { circle, massesAt, RIGHT, WATERLINE, type Motif } from "./pen.ts";

const MOTIFS: Readonly<Record<Exclude<MotifName, "bridge">, () => Motif>> = { crane, housing, courtyard, rail, school, fields, park, clinic, factory, laboratory, market, river };

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

function renderMotif(motif: Motif, random: Random): string {
  const { masses, ground } = motif;
  const moon = motif.moon === undefined ? undefined : { ...motif.moon, x: motif.moon.x + between(random, -40, 40) };
  const clear = moon === undefined ? [] : [{ from: moon.x - moon.radius - 46, to: moon.x + moon.radius + 46 }];
  const area = { waterline: WATERLINE, left: 0, right: RIGHT, depth: 400 };
  const depth = WATER.squash * Math.min(300, Math.max(0, ...masses.map(({ height }) => height)));
  const below = ground === undefined
    ? renderLooseWater(area, WATER, [], clear, random) + (moon === undefined ? "" : renderLight(moon, random)) + renderMirror(WATERLINE, (height) => massesAt(masses, height), { ...WATER, depth }, random, 0, RIGHT)
    : renderPath("art-field", ground);
  return (
    below +
    (moon === undefined ? "" : renderPath("art-moon", circle(moon.x, moon.height, moon.radius))) +
    (motif.far === undefined ? "" : `<g class="art-far">${motif.far.map((body) => renderPath("art-solid", body)).join("")}</g>`) +
    renderPath("art-rail", motif.lines ?? "") + motif.solid.map((body) => renderPath("art-bridge", body)).join("") + renderPath("art-ring", motif.inner ?? "") + renderPath("art-moon", motif.light ?? "")
  );
}

/** 1920 × 1080 with the drawing on the left 1120 px. Every second time it is the mirror image, under another water. Text: x > 1180. */
export function motifArt({ name, variation }: MotifChoice): string {
  if (name === "bridge") return pictureArt(variation + 1);
  const scene = renderMotif(MOTIFS[name](), createRandom(400 + variation));
  const turned = variation % 2 === 0 ? scene : `<g transform="translate(${RIGHT} 0)scale(-1 1)">${scene}</g>`;
  // A nested svg crops its content without an id that could collide.
  const crop = `<svg width="${RIGHT}" height="1080" viewBox="0 0 ${RIGHT} 1080">${renderPath("art-mist", "M0 0h1120v1080h-1120z")}${turned}</svg>`;
  return renderSlideSvg("picture art-motif", crop + renderWaterline(WATERLINE));
}
