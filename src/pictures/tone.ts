/** Photos in the two colours of a theme, so that pictures from many cameras are one series. */
import type { Tone } from "../render/picture-address.ts";

/** Share of the darkest and of the lightest pixels that become the two colours themselves. */
const ENDS = 0.01;
/** A picture in fog stays in fog: its greys are spread to so much of the range at most. */
const LEAST_RANGE = 120;

/** The pixels in shades between the two colours; `data` has rows of three or four channels, and the fourth stays. */
export function toneOf(data: Uint8Array, channels: number, { dark, light }: Tone): Uint8Array {
  const shades = new Uint32Array(256);
  const greys = new Uint8Array(data.length / channels);
  for (let pixel = 0, at = 0; at < data.length; pixel += 1, at += channels) {
    // Weights of sRGB (IEC 61966-2-1) in 256ths, on values as stored: as in a black-and-white print.
    const grey = (54 * data[at]! + 183 * data[at + 1]! + 19 * data[at + 2]!) >> 8;
    greys[pixel] = grey;
    shades[grey]! += 1;
  }
  const table = tableOf(shades, greys.length, [dark, light]);
  const toned = Uint8Array.from(data);
  for (let pixel = 0, at = 0; at < data.length; pixel += 1, at += channels) {
    const from = greys[pixel]! * 3;
    toned[at] = table[from]!;
    toned[at + 1] = table[from + 1]!;
    toned[at + 2] = table[from + 2]!;
  }
  return toned;
}

/** Red, green and blue for each grey. */
function tableOf(shades: Uint32Array, pixels: number, colours: readonly [string, string]): Uint8Array {
  const [low, high] = rangeOf(shades, pixels);
  const [from, to] = colours.map((colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))) as [number[], number[]];
  const table = new Uint8Array(256 * 3);
  for (let grey = 0; grey < 256; grey += 1) {
    const share = Math.min(1, Math.max(0, (grey - low) / (high - low)));
    for (let channel = 0; channel < 3; channel += 1) table[grey * 3 + channel] = Math.round(from[channel]! + share * (to[channel]! - from[channel]!));
  }
  return table;
}

/** The greys that become the dark and the light colour. */
function rangeOf(shades: Uint32Array, pixels: number): readonly [number, number] {
  const limit = pixels * ENDS;
  const first = (order: readonly number[]): number => {
    let seen = 0;
    return order.find((grey) => (seen += shades[grey]!) > limit) ?? 0;
  };
  const greys = Array.from({ length: 256 }, (_, grey) => grey);
  const [low, high] = [first(greys), first(greys.toReversed())];
  const missing = Math.max(0, LEAST_RANGE - (high - low)) / 2;
  return [low - missing, high + missing];
}
