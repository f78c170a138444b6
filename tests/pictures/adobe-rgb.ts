/** Photos in Adobe RGB (1998), made without the library that reads them, so the formulas are here. */

type Colour = readonly [number, number, number];

/** Linear Adobe RGB to linear sRGB: both have the white point D65. */
const TO_SRGB: readonly Colour[] = [[1.39836, -0.39836, 0], [0, 1, 0], [0, -0.04293, 1.04293]];
const GAMMA = 563 / 256;

/** The sRGB values of the same colour as these Adobe RGB values. */
export function adobeToSrgb(colour: Colour): Colour {
  const linear = colour.map((value) => (value / 255) ** GAMMA);
  const encode = (value: number): number => 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
  return TO_SRGB.map((row) => encode(row.reduce((sum, factor, index) => sum + factor * (linear[index] ?? 0), 0))) as unknown as Colour;
}

/** The JPEG with the profile before it (ICC.1:2010, B.4). */
export function tagAdobeRgb(jpeg: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from("ICC_PROFILE\0\x01\x01", "latin1"), adobeProfile()]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe2, 0, 0]);
  head.writeUInt16BE(content.length + 2, 4);
  return Buffer.concat([head, content, jpeg.subarray(2)]);
}

/** A profile of three primaries and one gamma (ICC.1:2001-04), adapted to D50. */
function adobeProfile(): Buffer {
  const gamma = Buffer.concat([Buffer.from("curv\0\0\0\0\0\0\0\x01", "latin1"), Buffer.from([0x02, 0x33, 0, 0])]);
  const name = Buffer.from("Adobe RGB\0", "latin1");
  const tags: readonly (readonly [string, Buffer])[] = [
    ["desc", Buffer.concat([Buffer.from("desc\0\0\0\0\0\0\0\x0a", "latin1"), name, Buffer.alloc(80)])],
    ["cprt", Buffer.from("text\0\0\0\0none\0\0\0\0", "latin1")],
    ["wtpt", xyz(0.9505, 1, 1.0891)],
    ["rXYZ", xyz(0.60974, 0.31111, 0.01947)], ["gXYZ", xyz(0.20528, 0.62567, 0.06087)], ["bXYZ", xyz(0.14919, 0.06322, 0.74457)],
    ["rTRC", gamma], ["gTRC", gamma], ["bTRC", gamma],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  let offset = 128 + table.length;
  for (const [index, [signature, data]] of tags.entries()) {
    table.write(signature, 4 + index * 12, "latin1");
    table.writeUInt32BE(offset, 8 + index * 12);
    table.writeUInt32BE(data.length, 12 + index * 12);
    offset += data.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(offset, 0);
  header.write("\x02\x10\0\0mntrRGB XYZ ", 8, "latin1");
  header.write("acsp", 36, "latin1");
  xyz(0.9642, 1, 0.8249).copy(header, 68, 8);
  return Buffer.concat([header, table, ...tags.map(([, data]) => data)]);
}

function xyz(...values: readonly number[]): Buffer {
  const data = Buffer.alloc(20);
  data.write("XYZ ", 0, "latin1");
  for (const [index, value] of values.entries()) data.writeInt32BE(Math.round(value * 65536), 8 + index * 4);
  return data;
}
