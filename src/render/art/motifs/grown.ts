/** Motifs of town and country: courtyards, parks, markets, fields, rivers. */
import { decimal } from "../svg.ts";
import { at, box, branches, circle, grid, hill, line, roof, tree, type Motif } from "./pen.ts";

/** Swung roofs behind a wall with a moon gate. */
export function courtyard(): Motif {
  return {
    solid: [tree(1036, 64, 216), box(640, 300, 232, 180), roof(790, 420, 232, 336), box(150, 190, 216, 180), roof(245, 300, 216, 296), `${box(-20, 1160, 172)}${circle(450, 88, 70)}`, box(-30, 1180, 184, 168)],
    inner: `${circle(450, 88, 79)}${branches(1036, 64, 216)}`,
    light: grid(672, 190, 6, 1, [42, 20], [24, 34]) + grid(180, 190, 3, 1, [50, 20], [26, 18]),
    lines: `${line([676, 348], [904, 348])}${line([166, 307], [324, 307])}${line([-20, 194], [140, 194])}${line([350, 194], [630, 194])}${line([950, 194], [1140, 194])}`,
    masses: [{ from: -20, to: 384, height: 184 }, { from: 516, to: 1140, height: 184 }, { from: 384, to: 516, height: 184, base: 150 }, { from: 690, to: 890, height: 330, base: 232 }, { from: 150, to: 340, height: 290, base: 184 }, { from: 976, to: 1096, height: 320, base: 220 }],
    moon: { x: 500, height: 400, radius: 64 },
  };
}

/** A pavilion among trees, and a footbridge. */
export function park(): Motif {
  const trees: readonly (readonly [number, number, number])[] = [[110, 92, 92], [262, 62, 70], [760, 74, 84], [906, 112, 110], [1056, 70, 70]];
  return {
    solid: [...trees.map(([x, radius, trunk]) => tree(x, radius, trunk)), hill(150, 260, 34), hill(900, 330, 40), [428, 486, 544, 602].map((x) => box(x, 10, 156)).join(""), roof(520, 300, 152, 240), box(400, 240, 22)],
    inner: trees.map(([x, radius, trunk]) => branches(x, radius, trunk)).join(""),
    light: circle(520, 96, 15),
    lines: `${line([442, 252], [598, 252])}${line([520, 252], [520, 276])}${line([520, 150], [520, 112])}${line([432, 54], [608, 54])}`,
    masses: [...trees.map(([x, radius, trunk]) => ({ from: x - radius * 0.86, to: x + radius * 0.86, height: trunk + radius * 1.6, base: trunk + radius * 0.2 })), { from: -60, to: 360, height: 26 }, { from: 600, to: 1180, height: 30 }, { from: 400, to: 640, height: 22 }, { from: 390, to: 650, height: 176, base: 148 }, { from: 440, to: 600, height: 240, base: 176 }],
    moon: { x: 640, height: 400, radius: 58 },
  };
}

/** Stalls under scalloped awnings, lanterns on a string above them. */
export function market(): Motif {
  const stalls = [70, 330, 590, 850];
  const awning = (x: number): string => `M${at(x, 150)}L${at(x + 22, 218)}H${x + 178}L${at(x + 200, 150)}${"a20 20 0 0 1 -40 0".repeat(5)}z`;
  const poles: readonly [number, number, number] = [30, 560, 1090];
  const sag = (from: number, to: number): string => `M${at(from, 372)}Q${at((from + to) / 2, 262)} ${at(to, 372)}`;
  const lanterns = [0.2, 0.4, 0.6, 0.8].flatMap((share) => [30, 560].map((from) => [from + 530 * share, 372 - 4 * 55 * share * (1 - share)] as const));
  return {
    solid: [poles.map((x) => box(x - 5, 10, 380)).join(""), ...stalls.flatMap((x) => [box(x + 10, 7, 150) + box(x + 183, 7, 150), awning(x), box(x + 8, 184, 62)])],
    inner: stalls.map((x) => [40, 80, 120, 160].map((step) => line([x + step, 150], [x + 22 + step * 0.78, 218])).join("")).join(""),
    light: lanterns.map(([x, height]) => `M${at(x - 17, height - 34)}a17 20 0 1 1 34 0a17 20 0 1 1 -34 0z`).join(""),
    lines: sag(poles[0], poles[1]) + sag(poles[1], poles[2]) + lanterns.map(([x, height]) => `M${at(x, height)}v14m0 40v12`).join("") + stalls.map((x) => `M${at(x + 32, 62)}${"a18 18 0 0 1 36 0m14 0".repeat(3)}`).join(""),
    masses: stalls.flatMap((x) => [{ from: x + 8, to: x + 192, height: 62 }, { from: x, to: x + 200, height: 214, base: 140 }]),
  };
}

/** Fields that run to the horizon, a farm and hills beyond them. */
export function fields(): Motif {
  const eye = 76;
  const furrow = (near: number): string => {
    const [left, right] = [near - 46, near + 46];
    const far = (x: number): number => 470 + (x - 470) * (eye / (eye + 440));
    return `M${at(far(left), 0)}L${at(left, -440)} ${at(right, -440)} ${at(far(right), 0)}z`;
  };
  return {
    ground: Array.from({ length: 23 }, (_, index) => furrow(470 + (index - 11) * 190)).join(""),
    solid: [tree(986, 36, 44), tree(910, 50, 56), tree(90, 44, 50), box(700, 150, 74), roof(775, 220, 74, 136)],
    inner: branches(910, 50, 56) + branches(986, 36, 44) + branches(90, 44, 50),
    light: grid(722, 18, 3, 1, [42, 20], [22, 30]),
    lines: line([718, 146], [832, 146]),
    far: [hill(250, 420, 150), hill(1080, 300, 168)],
    masses: [],
    moon: { x: 430, height: 330, radius: 96 },
  };
}

/** Two boats under sail, and hills on the other bank. */
export function river(): Motif {
  const boat = (x: number, size: number): string => {
    const d = (length: number): string => decimal(length * size);
    return `M${at(x - 118 * size, 40 * size)}q${d(118)} ${d(34)} ${d(236)} 0q${d(-22)} ${d(40)} ${d(-64)} ${d(40)}h${d(-108)}q${d(-42)} 0 ${d(-64)} ${d(-40)}z`;
  };
  const sail = (x: number, size: number): string => `M${at(x - 10 * size, 62 * size)}V${decimal(640 - 330 * size)}q${decimal(124 * size)} ${decimal(70 * size)} ${decimal(112 * size)} ${decimal(268 * size)}z`;
  const battens = (x: number, size: number): string => [110, 160, 210, 260].map((height) => line([x - 10 * size, height * size], [x + (120 - Math.max(0, height - 130) * 0.34) * size, (height - 8) * size])).join("");
  const mast = (x: number, size: number): string => line([x - 22 * size, 30 * size], [x - 22 * size, 352 * size]);
  return {
    solid: [sail(360, 1.06), boat(360, 1.06), sail(820, 0.72), boat(820, 0.72)],
    inner: battens(360, 1.06) + battens(820, 0.72),
    lines: mast(360, 1.06) + mast(820, 0.72) + [980, 1000, 1024, 1046, 1072].map((x, index) => `M${at(x, 0)}q${index % 2 === 0 ? 4 : -6} -60 ${(index - 2) * 8} -${96 + 14 * (index % 3)}`).join(""),
    far: [hill(140, 330, 92), hill(1000, 420, 126)],
    masses: [{ from: 260, to: 470, height: 44 }, { from: 350, to: 472, height: 240, base: 62 }, { from: 350, to: 420, height: 330, base: 240 }, { from: 748, to: 892, height: 30 }, { from: 812, to: 896, height: 160, base: 44 }, { from: 812, to: 860, height: 236, base: 160 }],
    moon: { x: 640, height: 400, radius: 72 },
  };
}
