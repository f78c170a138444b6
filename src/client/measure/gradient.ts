/** The colour of a CSS linear gradient at a point, as a browser paints it (CSS Images 3, 3.1 and 3.4). */
import { parseColour, type Colour } from "./colour.ts";

interface Stop {
  readonly colour: Colour;
  /** Pixels along the gradient line; null where the stops around it decide. */
  readonly at: number | null;
}

/** `size` and `point` are in pixels of the box. Null for anything but one linear gradient of plain colours. */
export function gradientAt(image: string, [width, height]: readonly [number, number], [x, y]: readonly [number, number]): Colour | null {
  const inside = /^linear-gradient\((.*)\)$/s.exec(image)?.[1];
  if (inside === undefined) return null;
  const parts = splitList(inside);
  if (parts.length < 2) return null;
  const angle = angleOf(parts[0]!);
  const turn = angle ?? Math.PI;
  const [across, down] = [Math.sin(turn), -Math.cos(turn)];
  const length = Math.abs(width * across) + Math.abs(height * down);
  const stops = (angle === null ? parts : parts.slice(1)).map((part) => readStop(part, length));
  if (stops.some((stop) => stop === null)) return null;
  return between(placed(stops as Stop[], length), (x - width / 2) * across + (y - height / 2) * down + length / 2);
}

/** Computed styles give `168deg`, `to right`, or nothing for downwards; null if the text is a colour. */
function angleOf(text: string): number | null {
  const degrees = /^(-?[\d.]+)deg$/.exec(text)?.[1];
  if (degrees !== undefined) return (Number(degrees) * Math.PI) / 180;
  const side = ["top", "right", "bottom", "left"].findIndex((name) => text === `to ${name}`);
  return side === -1 ? null : (side * Math.PI) / 2;
}

function readStop(text: string, length: number): Stop | null {
  const match = /^(.*?\)|[a-z]+|#\w+)(?:\s+(-?[\d.]+)(px|%))?$/s.exec(text.trim());
  if (match === null || CSS.supports("color", match[1]!) === false) return null;
  const at = match[2] === undefined ? null : Number(match[2]) * (match[3] === "%" ? length / 100 : 1);
  return { colour: parseColour(match[1]!), at };
}

/** Stops without a place stand evenly between those that have one; none stands before an earlier one. */
function placed(stops: readonly Stop[], length: number): readonly (readonly [at: number, colour: Colour])[] {
  const known = stops.map(({ at }, index) => at ?? (index === 0 ? 0 : index === stops.length - 1 ? length : null));
  let reached = -Infinity;
  return stops.map(({ colour }, index) => {
    let [before, after] = [index, index];
    while (before > 0 && known[before] === null) before -= 1;
    while (after < known.length - 1 && known[after] === null) after += 1;
    const [from, to] = [known[before] ?? 0, known[after] ?? length];
    reached = Math.max(reached, before === after ? from : from + ((to - from) * (index - before)) / (after - before));
    return [reached, colour];
  });
}

/** Colours mix with their transparency taken into account (premultiplied). */
function between(stops: readonly (readonly [number, Colour])[], at: number): Colour {
  const next = stops.findIndex(([place]) => place >= at);
  if (next === 0) return stops[0]![1];
  if (next === -1) return stops.at(-1)![1];
  const [[from, one], [to, other]] = [stops[next - 1]!, stops[next]!];
  const share = to === from ? 1 : (at - from) / (to - from);
  const alpha = one[3] * (1 - share) + other[3] * share;
  const mix = (channel: 0 | 1 | 2): number => (alpha === 0 ? 0 : (one[channel] * one[3] * (1 - share) + other[channel] * other[3] * share) / alpha);
  return [mix(0), mix(1), mix(2), alpha];
}

/** Parts divided by commas that are in no brackets. */
function splitList(text: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at <= text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (at === text.length || (text[at] === "," && depth === 0)) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts;
}
