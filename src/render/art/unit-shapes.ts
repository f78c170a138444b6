/** The five things that are counted, each about 100 high above its foot at (0, 0): lines and half circles, as the bridges. */
import type { UnitKind } from "../../model/units.ts";
import { renderPath } from "./svg.ts";

/** How one thing is drawn: its outline, for one that is not lit, and all of it lit. */
interface UnitShape {
  readonly outline: string;
  readonly lit: string;
}

/** Light around a point `height` above the foot. */
function halo(height: number, radius: number): string {
  const ring = (r: number): string => `<circle class="unit-halo" cy="-${height}" r="${r}"/>`;
  return ring(radius) + ring(Math.round(radius * 0.66));
}

/** A paper lantern on the water, in a boat of paper, with its light below. */
function lantern(): UnitShape {
  const shade = "M-28-80h56l-7 58h-42z";
  const bowl = "M-38-28q38 26 76 0q-8 30-38 30t-38-30z";
  return {
    outline: shade + bowl,
    lit:
      halo(44, 66) + renderPath("unit-glow", shade) + renderPath("unit-light", "M0-96c15 20 10 34 0 36c-10-2-15-16 0-36zM-21-22l-1.5-12q22 10 45 0l-1.5 12z") +
      renderPath("unit-seal", bowl) + renderPath("unit-gleam", "M-36 14h72M-20 24h40"),
  };
}

/** A house under a swung roof, with light in door and windows. */
function house(): UnitShape {
  const roof = "M-60-50q30-4 40-36h40q10 32 40 36z";
  const walls = "M-44-50v50h88v-50z";
  return {
    outline: roof + walls,
    lit:
      renderPath("unit-wall", walls) + renderPath("unit-soft", roof) + renderPath("unit-ridge", "M-25-88h50") +
      renderPath("unit-glow", "M-34-38h20v20h-20zM14-38h20v20h-20zM-9 0v-28a9 9 0 0 1 18 0v28z") + renderPath("unit-gleam", "M-52 12h104M-26 20h52"),
  };
}

/** A round crown with the rings of the bridges' arches. */
function tree(): UnitShape {
  const crown = "M-36-62a36 36 0 1 1 72 0a36 36 0 1 1-72 0z";
  const trunk = "M-4-26h8v26h-8z";
  return {
    outline: crown + trunk,
    lit:
      renderPath("unit-soft", crown + trunk) + renderPath("unit-branch", "M0-26v-46M0-40a18 18 0 0 0 18-18M0-52a14 14 0 0 1-14-14") + renderPath("unit-gleam", "M-38 10h76M-18 18h36"),
  };
}

/** A boat with a half round awning, and a lamp at its bow. */
function boat(): UnitShape {
  const hull = "M-66-26q66 16 132 0q-10 26-34 26h-64q-24 0-34-26z";
  const awning = "M-34-21a32 32 0 0 1 64 0z";
  return {
    outline: hull + awning,
    lit:
      `<g class="unit-lamp">${halo(44, 34)}</g>` + renderPath("unit-soft", awning) + renderPath("unit-branch", "M-18-22a16 18 0 0 1 32 0M-2-22v-30") +
      renderPath("unit-light", hull) + renderPath("unit-line", "M48-24v-22") + renderPath("unit-glow", "M40-50a8 8 0 1 1 16 0a8 8 0 1 1-16 0z") + renderPath("unit-gleam", "M-58 12h116M-30 22h60"),
  };
}

/** A person: a moon above an arch. */
function person(): UnitShape {
  const head = "M-15-80a15 15 0 1 1 30 0a15 15 0 1 1-30 0z";
  const body = "M-29 0v-28a29 29 0 0 1 58 0v28z";
  return { outline: head + body, lit: renderPath("unit-glow", head) + renderPath("unit-soft", body) + renderPath("unit-branch", "M-11-55l11 15l11-15M0-40v40") + renderPath("unit-gleam", "M-32 10h64") };
}

export const UNIT_SHAPES: Readonly<Record<UnitKind, () => UnitShape>> = { lanterns: lantern, houses: house, trees: tree, boats: boat, people: person };
