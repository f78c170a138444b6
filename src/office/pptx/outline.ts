/** Reads the outlines of the deck's own drawings: SVG paths as steps in absolute coordinates. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Step = { readonly type: "move" | "line"; readonly to: Point } | { readonly type: "curve"; readonly points: readonly [Point, Point, Point] } | { readonly type: "close" };

const TOKENS = /[MmLlHhVvQqTtCcAaZz]|-?(?:\d+\.?\d*|\.\d+)/g;
const COUNTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, q: 4, t: 2, c: 6, a: 7, z: 0 };

/** The steps of a path in absolute coordinates; only the commands that the deck's own drawings use. */
export function readOutline(path: string): readonly Step[] {
  const tokens = path.match(TOKENS) ?? [];
  const steps: Step[] = [];
  let [pen, start, control]: [Point, Point, Point | null] = [{ x: 0, y: 0 }, { x: 0, y: 0 }, null];
  for (let at = 0; at < tokens.length; ) {
    let command = tokens[at++]!;
    do {
      const kind = command.toLowerCase();
      const numbers = tokens.slice(at, (at += COUNTS[kind] ?? 0)).map(Number);
      const base = command === kind ? pen : { x: 0, y: 0 };
      const point = (index: number): Point => ({ x: base.x + numbers[index]!, y: base.y + numbers[index + 1]! });
      let next: Point = pen;
      let turned: Point | null = null;
      switch (kind) {
        case "m":
        case "l":
          next = point(0);
          steps.push({ type: kind === "m" ? "move" : "line", to: next });
          if (kind === "m") [start, command] = [next, command === "m" ? "l" : "L"];
          break;
        case "h":
          next = { x: base.x + numbers[0]!, y: pen.y };
          steps.push({ type: "line", to: next });
          break;
        case "v":
          next = { x: pen.x, y: base.y + numbers[0]! };
          steps.push({ type: "line", to: next });
          break;
        case "q":
        case "t":
          turned = kind === "q" ? point(0) : control === null ? pen : { x: 2 * pen.x - control.x, y: 2 * pen.y - control.y };
          next = point(kind === "q" ? 2 : 0);
          steps.push({ type: "curve", points: [between(pen, turned, 2 / 3), between(next, turned, 2 / 3), next] });
          break;
        case "c":
          next = point(4);
          steps.push({ type: "curve", points: [point(0), point(2), next] });
          break;
        case "a":
          next = point(5);
          for (const points of arcCurves(pen, next, numbers)) steps.push({ type: "curve", points });
          break;
        case "z":
          next = start;
          steps.push({ type: "close" });
          break;
      }
      [pen, control] = [next, turned];
    } while (at < tokens.length && /[\d.]$/.test(tokens[at]!));
  }
  return steps;
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** An arc as cubic curves of at most a quarter turn (SVG 1.1, F.6); ellipses stand upright. */
function arcCurves(from: Point, to: Point, [rx = 0, ry = 0, , large = 0, sweep = 0]: readonly number[]): readonly (readonly [Point, Point, Point])[] {
  if (rx === 0 || ry === 0) return [[from, to, to]];
  const half = { x: (from.x - to.x) / 2 / rx, y: (from.y - to.y) / 2 / ry };
  const length = Math.hypot(half.x, half.y);
  const scale = Math.max(1, length);
  const [a, b] = [rx * scale, ry * scale];
  const turn = Math.sqrt(Math.max(0, 1 / (length / scale) ** 2 - 1)) * (large === sweep ? -1 : 1);
  const centre = { x: (from.x + to.x) / 2 + (turn * half.y * a) / scale, y: (from.y + to.y) / 2 - (turn * half.x * b) / scale };
  const angle = (point: Point): number => Math.atan2((point.y - centre.y) / b, (point.x - centre.x) / a);
  const first = angle(from);
  let whole = angle(to) - first;
  if (sweep === 1 && whole < 0) whole += 2 * Math.PI;
  if (sweep === 0 && whole > 0) whole -= 2 * Math.PI;
  const count = Math.max(1, Math.ceil(Math.abs(whole) / (Math.PI / 2) - 1e-9));
  const handle = (4 / 3) * Math.tan(whole / count / 4);
  const on = (theta: number): Point => ({ x: centre.x + a * Math.cos(theta), y: centre.y + b * Math.sin(theta) });
  const along = (theta: number, reach: number): Point => ({ x: on(theta).x - a * Math.sin(theta) * reach, y: on(theta).y + b * Math.cos(theta) * reach });
  return Array.from({ length: count }, (_, index) => {
    const [here, there] = [first + (whole * index) / count, first + (whole * (index + 1)) / count];
    return [along(here, handle), along(there, -handle), index === count - 1 ? to : on(there)];
  });
}
