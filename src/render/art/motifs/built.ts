/** Motifs of what is built: construction, housing, rail, roads, factories, laboratories, clinics, schools. */
import { arch, box, branches, circle, grid, hill, line, tree, type Motif } from "./pen.ts";

/** A bridge in the making: piers, a deck laid half way, its next piece on the hook of a crane. */
export function crane(): Motif {
  const piers = [70, 300, 530, 760, 990];
  const pier = (x: number): string => `${box(x - 17, 34, 118)}${box(x - 42, 84, 132, 112)}`;
  const mast = 860;
  const lattice = Array.from({ length: 13 }, (_, index): readonly [number, number] => [mast + (index % 2 === 0 ? -13 : 13), 20 + index * 32]);
  const jib = Array.from({ length: 15 }, (_, index): readonly [number, number] => [mast - 20 - index * 25, index % 2 === 0 ? 408 : 434]);
  return {
    solid: [piers.map(pier).join(""), box(-20, 600, 166, 132), box(520, 176, 252, 222), box(mast - 17, 34, 444, 400), box(mast + 62, 62, 420, 374), box(mast - 40, 80, 20)],
    lines:
      line([mast - 13, 20], [mast - 13, 404]) + line([mast + 13, 20], [mast + 13, 404]) + line(...lattice) + line([mast - 390, 408], [mast + 124, 408]) + line([mast - 390, 408], [mast - 370, 434], [mast, 434], [mast + 120, 420]) +
      line(...jib) + line([mast, 486], [mast - 260, 434]) + line([mast, 486], [mast + 118, 420]) + line([mast - 6, 444], [mast, 486], [mast + 6, 444]) + line([608, 408], [608, 300]) + line([534, 252], [608, 300], [682, 252]) + line([-20, 178], [580, 178]),
    inner: line([-20, 149], [580, 149]),
    masses: [...piers.map((x) => ({ from: x - 17, to: x + 17, height: 132 })), { from: -20, to: 580, height: 166, base: 132 }, { from: 520, to: 696, height: 252, base: 222 }, { from: mast - 15, to: mast + 15, height: 300 }],
    moon: { x: 300, height: 360, radius: 62 },
  };
}

/** Blocks of flats on the water. */
export function housing(): Motif {
  const blocks: readonly (readonly [x: number, width: number, height: number])[] = [[96, 150, 236], [300, 178, 356], [532, 150, 296], [736, 196, 208]];
  const windows = blocks.map(([x, width, height], block) => grid(x + 22, 34, Math.floor((width - 22) / 38), Math.floor((height - 60) / 44), [38, 44], [20, 24 - (block % 2) * 4])).join("");
  return {
    solid: blocks.flatMap(([x, width, height]) => [box(x, width, height), box(x - 8, width + 16, height + 9, height - 3)]),
    light: windows,
    lines: blocks.map(([x, width, height]) => line([x + width / 2 - 26, height + 9], [x + width / 2 - 26, height + 30], [x + width / 2 + 26, height + 30], [x + width / 2 + 26, height + 9])).join(""),
    far: [box(246, 54, 180), box(478, 54, 220), box(682, 54, 150), box(950, 70, 128), box(20, 60, 140)],
    masses: blocks.map(([x, width, height]) => ({ from: x, to: x + width, height })),
    moon: { x: 900, height: 410, radius: 66 },
  };
}

/** A fast train on a viaduct. */
export function rail(): Motif {
  const piers = [-20, 190, 400, 610, 820, 1030, 1240];
  const spans = piers.slice(0, -1).map((x) => arch(x + 105, 82, 68, 0)).join("");
  const nose = "M-20 438H700Q806 440 862 478Q868 486 856 494H-20z";
  return {
    solid: [`${box(-40, 1200, 142)}${spans}`, nose],
    inner: piers.slice(0, -1).map((x) => arch(x + 105, 92, 68, 0)).join("") + "M-20 480H840",
    light: grid(20, 170, 9, 1, [74, 20], [50, 18]) + "M724 452Q780 456 812 474H724z",
    lines: [150, 450, 750, 1050].map((x) => line([x, 142], [x, 300], [x - 54, 300])).join("") + line([-20, 292], [1140, 292]) + line([-20, 152], [1140, 152]),
    masses: [...piers.map((x) => ({ from: x - 23, to: x + 23, height: 142 })), { from: -40, to: 1160, height: 142, base: 118 }, { from: -20, to: 850, height: 200, base: 148 }],
    moon: { x: 930, height: 400, radius: 58 },
  };
}

/** A ring road before a town, and a motorway that leaves it for the horizon, under a sign with an arrow: the way in and the way out. */
export function roads(): Motif {
  // Surfaces run clockwise, marks on them the other way round, which makes them holes.
  const ring = "M110 850a380 150 0 1 1 760 0a380 150 0 1 1-760 0zM222 850a268 92 0 1 0 536 0a268 92 0 1 0-536 0z";
  const turns = "M456 952L488 971 456 990H500L532 971 500 952zM524 718H480L448 729 480 740H524L492 729zM146 862L166 838 188 862V832L166 806 146 832zM834 838L814 862 792 838V868L814 894 834 868z";
  const out = "M706 735L956 640H972L848 804z";
  const lanes = "M794 754L862 706 858 702 786 748zM878 694L920 664 916 661 872 690z";
  const towers = [[150, 74, 150], [236, 58, 226], [306, 92, 118], [410, 66, 190], [488, 96, 96]] as const;
  return {
    ground: ring + turns + out + lanes,
    solid: [...towers.map(([x, width, height]) => box(x, width, height)), box(846, 12, 236), box(1062, 12, 236), box(832, 256, 252, 132), tree(72, 34, 40), tree(640, 40, 46)],
    light: "M960 398L912 446H942V494H978V446H1008z" + towers.map(([x, width, height]) => grid(x + 14, height - 34 * Math.floor((height - 12) / 34), Math.floor((width - 14) / 22), Math.floor((height - 12) / 34), [22, 34], [12, 18])).join(""),
    inner: line([844, 144], [1076, 144], [1076, 240], [844, 240], [844, 144]) + branches(72, 34, 40) + branches(640, 40, 46),
    lines: line([265, 226], [265, 262]),
    far: [hill(160, 330, 110), hill(860, 420, 150)],
    masses: [],
    moon: { x: 660, height: 400, radius: 72 },
  };
}

/** Halls under a sawtooth roof, two chimneys, tanks. */
export function factory(): Motif {
  const teeth = Array.from({ length: 5 }, (_, index) => {
    const x = 250 + index * 126;
    return `M${x} 640V470Q${x + 40} 452 ${x + 126} 404V640z`;
  }).join("");
  return {
    solid: [box(92, 44, 396), box(172, 32, 316), box(60, 190, 112), teeth, `${arch(948, 56, 110, 0)}z`, `${arch(1050, 40, 92, 0)}z`],
    light: grid(282, 52, 10, 1, [61, 20], [38, 46]),
    inner: line([92, 360], [136, 360]) + line([92, 336], [136, 336]) + line([172, 284], [204, 284]) + Array.from({ length: 5 }, (_, index) => line([268 + index * 126, 150], [358 + index * 126, 196])).join("") + line([892, 92], [1004, 92]) + line([1010, 76], [1090, 76]) + line([60, 84], [250, 84]),
    lines: line([880, 62], [892, 62]) + line([948, 166], [948, 196], [1050, 196], [1050, 132]) + line([114, 396], [114, 424]) + line([188, 316], [188, 338]),
    masses: [{ from: 60, to: 250, height: 112 }, { from: 92, to: 136, height: 396 }, { from: 172, to: 204, height: 316 }, { from: 250, to: 880, height: 200 }, { from: 892, to: 1004, height: 160 }, { from: 1010, to: 1090, height: 128 }],
    moon: { x: 560, height: 400, radius: 70 },
  };
}

/** An observatory and its hall; above them a ring of points, as of a molecule or a constellation. */
export function laboratory(): Motif {
  const ring = Array.from({ length: 6 }, (_, index): readonly [number, number] => [250 + 92 * Math.cos((Math.PI * (2 * index + 1)) / 6), 372 + 92 * Math.sin((Math.PI * (2 * index + 1)) / 6)]);
  const [first, last] = [ring[0]!, ring[5]!];
  return {
    solid: [`${arch(640, 176, 136, 0)}z`, box(190, 290, 124), box(816, 170, 96), box(178, 314, 134, 118), `${ring.map(([x, height]) => circle(x, height, 12)).join("")}${circle(430, 418, 12)}${circle(430, 326, 9)}`],
    light: `M624 504V334a176 176 0 0 1 56 3L664 504z${grid(214, 34, 7, 1, [38, 20], [20, 56])}${grid(838, 30, 4, 1, [36, 20], [20, 40])}`,
    inner: line([464, 136], [816, 136]) + arch(640, 150, 136, 136),
    lines: `${line(...ring, first)}${line(first, [430, 418])}${line(last, [430, 326])}${line([900, 96], [900, 232])}${line([880, 200], [920, 200])}${line([886, 220], [914, 220])}${circle(250, 372, 54)}`,
    masses: [{ from: 190, to: 490, height: 134 }, { from: 464, to: 816, height: 150 }, { from: 490, to: 790, height: 230 }, { from: 560, to: 720, height: 300 }, { from: 816, to: 986, height: 96 }],
  };
}

/** A house of healing: two wings beside a middle with a cross. */
export function clinic(): Motif {
  const cross = box(546, 28, 316, 214) + box(509, 102, 279, 251);
  return {
    solid: [box(150, 270, 206), box(700, 270, 206), box(140, 290, 216, 200), box(690, 290, 216, 200), box(420, 280, 350), box(404, 312, 362, 344)],
    inner: circle(560, 265, 76) + arch(560, 62, 56, 0),
    light: `${cross}${arch(560, 50, 56, 0)}z${grid(176, 34, 5, 3, [46, 54], [26, 32])}${grid(742, 34, 5, 3, [46, 54], [26, 32])}${grid(446, 30, 1, 3, [10, 54], [26, 32])}${grid(648, 30, 1, 3, [10, 54], [26, 32])}`,
    lines: `${line([60, 0], [60, 60])}${circle(60, 92, 34)}${line([1044, 0], [1044, 50])}${circle(1044, 78, 30)}`,
    masses: [{ from: 150, to: 970, height: 206 }, { from: 420, to: 700, height: 356 }, { from: 30, to: 90, height: 120, base: 56 }, { from: 1016, to: 1072, height: 106, base: 50 }],
  };
}

/** A school: classrooms over an arcade, a clock above the door. */
export function school(): Motif {
  const bays = [150, 250, 350, 450, 670, 770, 870, 970];
  return {
    solid: [`${box(96, 928, 226)}${bays.map((x) => `${arch(x, 34, 56, 0)}z`).join("")}`, box(84, 952, 236, 220), `M480 640V414L560 322L640 414V640z${arch(560, 40, 70, 0)}z`],
    inner: `${bays.map((x) => arch(x, 42, 56, 0)).join("")}${arch(560, 49, 70, 0)}${circle(560, 222, 44)}${line([96, 122], [480, 122])}${line([640, 122], [1024, 122])}`,
    light: `${grid(128, 142, 7, 1, [50, 20], [30, 54])}${grid(662, 142, 7, 1, [50, 20], [30, 54])}${circle(560, 222, 34)}`,
    lines: `${line([480, 238], [560, 332], [640, 238])}`,
    masses: [{ from: 96, to: 1024, height: 236, base: 92 }, ...[96, 184, 284, 384, 484, 600, 704, 804, 904, 1004].map((x) => ({ from: x, to: x + 32, height: 92 })), { from: 500, to: 620, height: 290, base: 226 }],
    moon: { x: 860, height: 410, radius: 62 },
  };
}
