/** Colours as a browser paints them, and their contrast (WCAG 2.2). */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Contrast of paint on an opaque ground, 1 to 21. */
export function ratioOf(paint: Colour, ground: Colour): number {
  const [light, dark] = [luminance(blend(paint, ground)), luminance(ground)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const parsed = new Map<string, Colour>();
const dot = document.createElement("canvas");
dot.width = dot.height = 1;
const paint = dot.getContext("2d", { willReadFrequently: true })!;

/** Any CSS colour as painted; `none` and anything that is not a plain colour are transparent. */
export function parseColour(text: string, opacity = 1): Colour {
  let colour = parsed.get(text);
  if (colour === undefined) {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = "transparent";
    paint.fillStyle = text;
    paint.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data;
    colour = [red, green, blue, alpha / 255];
    parsed.set(text, colour);
  }
  return [colour[0], colour[1], colour[2], colour[3] * opacity];
}

export function blend(over: Colour, below: Colour): Colour {
  const mix = (channel: 0 | 1 | 2): number => over[channel] * over[3] + below[channel] * (1 - over[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance(colour: Colour): number {
  const linear = (channel: number): number => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}
