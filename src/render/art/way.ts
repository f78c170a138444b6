/** Where the way leads from a divider into its part: through the last arch of its bridge, the one that the part adds. */
import { sectionArches } from "./cover.ts";
import { decimal, SLIDE_HEIGHT, SLIDE_WIDTH } from "./svg.ts";

/** Dividers of later parts have the bridge of the ninth. */
const MOST = 9;
/** Where portrait.css puts the drawing of a divider on an upright screen. */
const UPRIGHT = { width: 1080, height: 1920, left: -540, top: 1009, scale: 0.84375 } as const;

/** A round opening, the arch with its mirror image, in a page. */
interface Opening {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

/** Where the opening is, and how much the page grows until only the opening is seen. */
function renderOpening({ x, y, radius, width, height }: Opening): string {
  const farthest = Math.hypot(Math.max(x, width - x), Math.max(y, height - y));
  return `--way-x: ${decimal(x)}px; --way-y: ${decimal(y)}px; --way-radius: ${decimal(radius)}px; --way-scale: ${decimal((1.04 * farthest) / radius)};`;
}

/** The class of a divider's bridge. */
export function wayClass(number: number): string {
  return `arches-${Math.min(MOST, Math.max(1, number))}`;
}

/** Custom properties for the dividers, from which src/client/way.css takes the way through the arch. */
export function waysCss(): string {
  const rules = Array.from({ length: MOST }, (_, index) => {
    const { arches, waterline } = sectionArches(index + 1);
    const last = arches.at(-1)!;
    const wide = renderOpening({ x: last.x, y: waterline, radius: last.radius, width: SLIDE_WIDTH, height: SLIDE_HEIGHT });
    const { left, top, scale, width, height } = UPRIGHT;
    const tall = renderOpening({ x: left + scale * last.x, y: top + scale * waterline, radius: scale * last.radius, width, height });
    return `.${wayClass(index + 1)} { ${wide} }\n.portrait .${wayClass(index + 1)} { ${tall} }`;
  });
  return rules.join("\n");
}
