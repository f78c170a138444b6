/** GB 18030, which the platform reads but does not write: unchanged bytes are kept, and new text is encoded. */
/** A part of a text, by offsets, and what takes its place. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

/** The bytes with all splices made, by offsets in the decoded text; null when a new character has no two-byte code. */
export function spliceGb18030(bytes: Uint8Array, splices: readonly Splice[], encode: (text: string) => Uint8Array | null): Uint8Array | null {
  const parts: Uint8Array[] = [];
  const reader = { unit: 0, byte: 0 };
  let kept = 0;
  for (const { start, end, after } of splices) {
    const encoded = encode(after);
    if (encoded === null) return null;
    parts.push(bytes.subarray(kept, advance(bytes, reader, start)), encoded);
    kept = advance(bytes, reader, end);
  }
  return Buffer.concat([...parts, bytes.subarray(kept)]);
}

/** Moves the reader to UTF-16 unit `to`; returns its byte. */
function advance(bytes: Uint8Array, reader: { unit: number; byte: number }, to: number): number {
  while (reader.unit < to && reader.byte < bytes.length) {
    const width = widthAt(bytes, reader.byte);
    const astral = width === 4 && bytes[reader.byte]! >= 0x90;
    reader.byte += width;
    reader.unit += astral ? 2 : 1;
  }
  return reader.byte;
}

/** One byte for ASCII; four if the second is a digit; otherwise two. Four from 0x90 on are astral (GB 18030—2022, 5.1). */
function widthAt(bytes: Uint8Array, at: number): 1 | 2 | 4 {
  if (bytes[at]! < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  return second >= 0x30 && second <= 0x39 ? 4 : 2;
}

let table: ReadonlyMap<string, readonly [number, number]> | null = null;

/** Encodes a text whose characters have codes of one or two bytes; null when one has not. */
export function encodeGb18030(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    if (character < "\x80") {
      bytes.push(character.charCodeAt(0));
      continue;
    }
    table ??= readTable();
    const code = table.get(character);
    if (code === undefined) return null;
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}

/** The platform's own table, reversed. */
function readTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (!character.includes("\uFFFD")) found.set(character, [lead, trail]);
    }
  }
  return found;
}
