/** The only way to ECharts: marks go in, the markup of its server-side renderer comes out. */
import { cleanSvg, type DrawOptions } from "./clean-svg.ts";
import type { Mark, Paint, TextMark } from "./marks.ts";
import { textWidth, type Face } from "./text-width.ts";

/** Font families by face: the theme's faces first, then what any system has. */
const FAMILIES: Readonly<Record<Face, string>> = {
  numeral: "Luduan Numeral, Luduan Serif, serif",
  sans: "Luduan Sans, sans-serif",
  serif: "Luduan Serif, serif",
};

let init: typeof import("./engine.ts").init | null = null;

/** Loads ECharts, a third of the tool: only a build that draws a chart pays for it. */
export async function loadCharts(): Promise<void> {
  if (init !== null) return;
  const engine = await import("./engine.ts");
  // ECharts keeps its text metrics for the whole process; they are set once here and never change.
  engine.setPlatformAPI({ measureText: (text: string, font?: string) => ({ width: measure(text, font ?? "") }) });
  init = engine.init;
}

/** Draws marks in their order as SVG elements without ids, styles or scripts. {@link loadCharts} comes first. */
export function drawMarks(marks: readonly Mark[], width: number, height: number, options: DrawOptions): string {
  if (init === null) throw new Error("a chart is drawn before loadCharts");
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: "none",
      series: [{ type: "custom", coordinateSystem: "none", silent: true, data: [0], renderItem: () => ({ type: "group", children: marks.map(elementOf) }) }],
    });
    return cleanSvg(chart.renderToSVGString(), marks, options);
  } finally {
    // A chart that is not disposed keeps Node alive.
    chart.dispose();
  }
}

function elementOf(mark: Mark): object {
  switch (mark.type) {
    case "rect":
      return { type: "rect", shape: { x: mark.x, y: mark.y, width: mark.width, height: mark.height, r: mark.radius }, style: styleOf(mark), silent: true };
    case "circle":
      return { type: "circle", shape: { cx: mark.cx, cy: mark.cy, r: mark.r }, style: styleOf(mark), silent: true };
    case "polyline":
      return { type: "polyline", shape: { points: mark.points }, style: styleOf(mark), silent: true };
    case "path":
      return { type: "path", shape: { pathData: mark.d }, style: styleOf(mark), silent: true };
    case "text":
      return { type: "text", style: textStyleOf(mark), silent: true };
  }
}

function styleOf({ fill, stroke, lineWidth, dash }: Paint): object {
  return { fill: fill ?? "none", stroke: stroke ?? "none", lineWidth, lineDash: dash };
}

function textStyleOf({ x, y, text, size, face, weight, fill, align }: TextMark): object {
  // `middle` leaves y as it is; cleanSvg then turns it into the baseline. `legacy` skips the conversion of ECharts 4 styles.
  return { x, y, text, fill, align, verticalAlign: "middle", fontSize: size, fontFamily: familyOf(face, weight), fontWeight: weight, legacy: false };
}

/** Sans for 近 and other words beside light numerals: the serif has only one weight, a heavy one. */
function familyOf(face: Face, weight: number): string {
  return face === "numeral" && weight < 600 ? "Luduan Numeral, Luduan Sans, sans-serif" : FAMILIES[face];
}

function measure(text: string, font: string): number {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  return textWidth(text, font.includes("Numeral") ? "numeral" : "sans", size);
}
