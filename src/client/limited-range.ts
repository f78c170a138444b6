/** From the colours of a screen to those of a television. */

interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Y, U and V planes of BT.709 (ITU-R BT.709-6, 3.2) in limited range, 16–235 and 16–240: televisions expect it. A browser's own
 * conversion gives full range, which they show too dark or too pale. Fixed point of 16 bits; both sides are even.
 */
export function toI420(pixels: Uint8ClampedArray, { width, height }: PixelSize): Uint8Array<ArrayBuffer> {
  const area = width * height;
  const planes = new Uint8Array(area + area / 2);
  for (let at = 0, from = 0; at < area; at += 1, from += 4) {
    planes[at] = (11966 * pixels[from]! + 40254 * pixels[from + 1]! + 4064 * pixels[from + 2]! + 1081344) >> 16;
  }
  const half = width / 2;
  const step = width * 4;
  for (let row = 0; row < height / 2; row += 1) {
    for (let column = 0; column < half; column += 1) {
      const from = row * 2 * step + column * 8;
      const sum = (channel: number): number => pixels[from + channel]! + pixels[from + channel + 4]! + pixels[from + channel + step]! + pixels[from + channel + step + 4]!;
      const [red, green, blue] = [sum(0), sum(1), sum(2)];
      const to = area + row * half + column;
      planes[to] = (-6596 * red - 22189 * green + 28784 * blue + 33685504) >> 18;
      planes[to + area / 4] = (28784 * red - 26145 * green - 2639 * blue + 33685504) >> 18;
    }
  }
  return planes;
}
