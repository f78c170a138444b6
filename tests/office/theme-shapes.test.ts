/** What a theme draws by its own style sheet, as presentations have it: on layouts where it is the same everywhere, on slides where it depends on them. */
import { strFromU8, unzipSync } from "fflate";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Settings } from "../../src/model/deck.ts";
import type { OfficeShape } from "../../src/model/office-look.ts";
import { masterParts } from "../../src/office/pptx/masters.ts";
import { changingShapes, gradient, standingShapes, wholeSlide, type ShapePlace } from "../../src/office/pptx/theme-shapes.ts";
import { writePptx } from "../../src/office/pptx/write-pptx.ts";
import { HOME } from "../support/project.ts";
import { THEME } from "../render/samples.ts";
import { compileStaged } from "./decks.ts";

const EMU = 6350;
const BAR: OfficeShape = { boxes: [[1800, 100, 100, 50]], colour: "#12AB34", alpha: 1, count: 1, every: [0, 0], parts: null, tasks: null, gap: 0 };

/** Boxes in pixels, of single rectangles. */
function boxes(shapes: readonly string[]): readonly (readonly number[])[] {
  return shapes.map((shape) => [...shape.matchAll(/<a:off x="(-?\d+)" y="(-?\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/g)][0]!.slice(1).map((emu) => Math.round(Number(emu) / EMU)));
}

function place(shapes: readonly OfficeShape[], more: Partial<ShapePlace> = {}): ShapePlace {
  let id = 1;
  return { ...wholeSlide({ ground: "deep", theme: { ...THEME, office: { ...THEME.office, shapes: { section: shapes, opener: shapes, panel: shapes } } }, lang: "zh-CN", nextId: () => (id += 1) }), ...more };
}

describe("shapes", () => {
  it("end at the edge of their place, and count from its right and lower edge below zero", () => {
    const panel = { x: 0, y: 0, width: 640, height: 1080 };
    expect(boxes(standingShapes("panel", place([{ ...BAR, boxes: [[600, 0, 100, 20]] }, { ...BAR, boxes: [[-10, -30, 10, 30]] }, { ...BAR, boxes: [[700, 0, 9, 9]] }], { area: panel })))).toEqual([[600, 0, 40, 20], [630, 1050, 10, 30]]);
  });

  it("are one outline where they are drawn again and again", () => {
    const [shape, ...more] = standingShapes("section", place([{ ...BAR, every: [-200, 0], count: 3 }]));
    expect(more).toEqual([]);
    expect(shape!.match(/<a:moveTo>/g)).toHaveLength(3);
    expect(boxes([shape!])).toEqual([[1400, 100, 500, 50]]);
  });

  it("follow the number of the part", () => {
    const parts = [{ ...BAR, every: [-200, 0] as const, parts: [2, 3] }];
    expect(standingShapes("section", place(parts))).toEqual([]);
    expect(changingShapes("section", place(parts, { part: 1 }))).toEqual([]);
    expect(boxes(changingShapes("section", place(parts, { part: 2 })))).toEqual([[1800, 100, 100, 50]]);
    expect(boxes(changingShapes("section", place(parts, { part: 3 })))).toEqual([[1600, 100, 300, 50]]);
  });

  it("are shared among the tasks of a part", () => {
    const wide = { ...BAR, boxes: [[100, 0, 400, 9]] as const, gap: 20 };
    const opener = place([{ ...wide, tasks: "this" }], { task: { number: 2, of: 3 } });
    expect(boxes(changingShapes("opener", opener))).toEqual([[240, 0, 120, 9]]);
    expect(boxes(changingShapes("opener", place([{ ...wide, tasks: "all" }], { task: { number: 1, of: 2 } })))).toEqual([[100, 0, 400, 9]]);
    expect(changingShapes("opener", place([{ ...wide, tasks: "all" }], { task: null }))).toEqual([]);
  });

  it("take the name that their colour has on the ground, and else the colour", () => {
    const colours = { ...THEME.colours, deep: "#0B3D91", glow: "#7FE0FF", seal: "#0A55CC" };
    const of = (colour: string, ground: "paper" | "deep"): string => {
      const { theme, ...rest } = place([{ ...BAR, colour, alpha: 0.5 }], { ground });
      return /<a:solidFill>(.*?)<\/a:solidFill>/.exec(standingShapes("section", { ...rest, theme: { ...theme, colours } })[0]!)![1]!;
    };
    expect(of("#12AB34", "deep")).toBe('<a:srgbClr val="12AB34"><a:alpha val="50000"/></a:srgbClr>');
    expect(of(colours.deep, "deep")).toMatch(/^<a:schemeClr val="bg1">/);
    expect(of(colours.deep, "paper")).toMatch(/^<a:schemeClr val="tx2">/);
    expect([of(colours.glow, "deep"), of(colours.glow, "paper")]).toEqual([expect.stringMatching(/val="accent1"/), expect.stringMatching(/val="accent6"/)]);
    // No name stands for the accent of paper on the dark ground.
    expect(of(colours.seal, "deep")).toMatch(/^<a:srgbClr val="0A55CC">/);
  });
});

it("a ground changes along a line or around a centre", () => {
  const stops = [{ colour: "#111111", at: 0 }, { colour: "#222222", at: 62.5 }];
  expect(gradient({ stops, angle: 180, centre: [50, 50] }, "deep", THEME)).toContain('<a:gs pos="62500"><a:srgbClr val="222222"/></a:gs></a:gsLst><a:lin ang="5400000" scaled="0"/>');
  expect(gradient({ stops, angle: null, centre: [69, 66] }, "deep", THEME)).toContain('<a:path path="circle"><a:fillToRect l="69000" t="66000" r="31000" b="34000"/></a:path>');
});

describe("lantu", () => {
  let files: Record<string, Uint8Array>;
  let settings: Settings;
  const part = (path: string): string => strFromU8(files[path]!);
  const bars = (xml: string): number => xml.match(/name="图案"/g)?.length ?? 0;
  beforeAll(async () => {
    const { model, deck, theme } = await compileStaged(join(HOME, "tests/decks/lantu"));
    settings = model!.settings;
    files = unzipSync(writePptx({ deck: model!, rendered: deck!, theme: theme!, notes: true, pictureOf: () => null }, "a.pptx", () => undefined));
  }, 120_000);

  it("has its grid and columns on the layouts, and those of the part and the task on their slides", () => {
    // Two grids, two groups of columns, the lit one, the line.
    expect(bars(part("ppt/slideLayouts/slideLayout1.xml"))).toBe(6);
    // The line and no column of the first part; one column more in the second.
    expect([bars(part("ppt/slides/slide3.xml")), bars(part("ppt/slides/slide9.xml"))]).toEqual([1, 2]);
    expect(bars(part("ppt/slides/slide10.xml"))).toBe(2);
  });

  it("with a bridge, has it 130 px lower on a cover of many words, and as much of it as the slide shows", () => {
    const lowest = (lower: boolean): readonly number[] => {
      const cover = masterParts(settings, THEME, lower).find(({ path }) => path.endsWith("/slideLayout1.xml"))!.bytes as string;
      const art = [...cover.matchAll(/name="图案".*?<a:off x="-?\d+" y="(-?\d+)"\/><a:ext cx="\d+" cy="(\d+)"\/>/g)].slice(1).map(([, y, height]) => [Number(y) / EMU, (Number(y) + Number(height)) / EMU] as const);
      return [Math.round(Math.min(...art.map(([top]) => top))), Math.max(...art.map(([, foot]) => foot))];
    };
    const [[high, foot], [low, lowFoot]] = [lowest(false), lowest(true)];
    expect(low! - high!).toBe(130);
    expect([foot! <= 1080, lowFoot! <= 1080]).toEqual([true, true]);
  });

  it("has panels for columns and rules for zones", () => {
    expect(part("ppt/slides/slide11.xml").match(/name="线"/g)).toHaveLength(3);
    expect(part("ppt/slides/slide12.xml").match(/name="线"/g)).toHaveLength(9);
  });
});
