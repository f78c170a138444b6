/** H.264 streams as encoders write them (ITU-R H.264, Annex B), taken apart into pictures for an MP4 file. */

/** Types of units (table 7-1). */
const KEY_SLICE = 5;
const SLICE = 1;
const SEQUENCE = 7;
const PICTURE_SET = 8;

export interface Picture {
  /** Its units, each with its length before it in four bytes. */
  readonly bytes: Uint8Array;
  /** Whether decoding can begin with it. */
  readonly key: boolean;
}

export interface Track {
  readonly sequence: Uint8Array;
  readonly pictureSet: Uint8Array;
  readonly pictures: readonly Picture[];
}

/** Joins streams of one encoder, in the order in which their pictures are shown. Throws if one of them does not go with the others. */
export function joinStreams(streams: readonly Uint8Array[]): Track {
  let sequence: Uint8Array | null = null;
  let pictureSet: Uint8Array | null = null;
  const pictures: Picture[] = [];
  for (const stream of streams) {
    let units: Uint8Array[] = [];
    for (const unit of splitUnits(stream)) {
      const type = unit[0]! & 0x1f;
      if (type === SEQUENCE) sequence = sameAs(sequence, unit);
      else if (type === PICTURE_SET) pictureSet = sameAs(pictureSet, unit);
      else if (type === SLICE || type === KEY_SLICE) {
        // The first bit of a slice is set where it begins a picture (first_mb_in_slice is 0).
        const begins = (unit[1]! & 0x80) !== 0;
        if (begins && units.length > 0) pictures.push(pictureOf(units));
        units = begins ? [unit] : [...units, unit];
      }
    }
    if (units.length > 0) pictures.push(pictureOf(units));
  }
  if (sequence === null || pictureSet === null || pictures.length === 0) throw new TypeError("the encoder gave no pictures");
  return { sequence, pictureSet, pictures };
}

/** One description serves the whole file. */
function sameAs(known: Uint8Array | null, unit: Uint8Array): Uint8Array {
  if (known !== null && !Buffer.from(known).equals(unit)) throw new TypeError("the encoder described its pictures in two ways");
  return unit;
}

function pictureOf(units: readonly Uint8Array[]): Picture {
  const bytes = Buffer.alloc(units.reduce((sum, { length }) => sum + 4 + length, 0));
  let at = 0;
  for (const unit of units) {
    bytes.writeUInt32BE(unit.length, at);
    bytes.set(unit, at + 4);
    at += 4 + unit.length;
  }
  return { bytes, key: (units[0]![0]! & 0x1f) === KEY_SLICE };
}

/** What stands between start codes: 00 00 01, with zeros before it that belong to none. */
function splitUnits(stream: Uint8Array): readonly Uint8Array[] {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const starts: number[] = [];
  for (let at = bytes.indexOf("000001", 0, "hex"); at !== -1; at = bytes.indexOf("000001", at + 3, "hex")) starts.push(at);
  return starts.map((start, index) => {
    let end = starts[index + 1] ?? bytes.length;
    while (end > start + 3 && bytes[end - 1] === 0) end -= 1;
    return bytes.subarray(start + 3, end);
  }).filter(({ length }) => length > 1);
}
