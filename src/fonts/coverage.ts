/** What a font file can show, read from its `cmap` and `hmtx`: TrueType, OpenType, WOFF and WOFF2. */
import { promisify } from "node:util";
import { brotliDecompress, inflate } from "node:zlib";

/** No font has more: Unicode's code points, and bytes of all tables. */
const MOST_POINTS = 0x11_0000;
const MOST_BYTES = 256 * 1024 * 1024;
const unbrotli = promisify(brotliDecompress);
const inflated = promisify(inflate);

export interface Coverage {
  /** Code points with a glyph: pairs of first and last, in order. */
  readonly ranges: readonly number[];
  /** Whether “ takes a full em, as Chinese text needs. */
  readonly wideQuotes: boolean;
}

interface Table {
  readonly data: DataView;
  /** WOFF2 stores some tables in another form. */
  readonly transformed: boolean;
}
type Tables = ReadonlyMap<string, Table>;

/** The code points that a font file covers. Throws a RangeError when the bytes are not a font. */
export async function readCoverage(bytes: Uint8Array): Promise<Coverage> {
  const view = viewOf(bytes);
  const signature = view.getUint32(0);
  const tables = signature === 0x774f4632 ? await woff2Tables(bytes, view) : signature === 0x774f4646 ? await woffTables(bytes, view) : sfntTables(view);
  const glyphs = parseCmap(tableOf(tables, "cmap").data);
  const ranges: number[] = [];
  for (const point of [...glyphs.keys()].sort((a, b) => a - b)) {
    if (ranges.at(-1) === point - 1) ranges[ranges.length - 1] = point;
    else ranges.push(point, point);
  }
  const quote = glyphs.get(0x201c);
  return { ranges, wideQuotes: quote !== undefined && advanceOf(tables, quote) >= 0.9 };
}

/** Whether the font has a glyph for the code point. */
export function covers(coverage: Coverage, point: number): boolean {
  const { ranges } = coverage;
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (point > (ranges[middle * 2 + 1] ?? 0)) low = middle + 1;
    else high = middle;
  }
  const first = ranges[low * 2];
  return first !== undefined && point >= first;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

function tableOf(tables: Tables, tag: string): Table {
  const table = tables.get(tag);
  if (table === undefined) throw new RangeError(`no ${tag} table`);
  return table;
}

function sfntTables(view: DataView): Tables {
  const count = view.getUint16(4);
  const entries = Array.from({ length: count }, (_, index): [string, Table] => {
    const at = 12 + index * 16;
    const data = new DataView(view.buffer, view.byteOffset + view.getUint32(at + 8), view.getUint32(at + 12));
    return [tagAt(view, at), { data, transformed: false }];
  });
  return new Map(entries);
}

async function woffTables(bytes: Uint8Array, view: DataView): Promise<Tables> {
  const tables = new Map<string, Table>();
  for (let index = 0; index < view.getUint16(12); index += 1) {
    const at = 44 + index * 20;
    const [offset, packed, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    if (!NEEDED.has(tagAt(view, at))) continue;
    const stored = bytes.subarray(offset, offset + packed);
    tables.set(tagAt(view, at), { data: viewOf(packed < length ? await inflated(stored, { maxOutputLength: MOST_BYTES }) : stored), transformed: false });
  }
  return tables;
}

const NEEDED = new Set(["cmap", "head", "hhea", "hmtx"]);
/** WOFF2 section 4.1: the first known table tags; later ones matter only for their length. */
const KNOWN_TAGS = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca"];

/** WOFF2 section 4: one directory, then one Brotli stream of all tables in order. */
async function woff2Tables(bytes: Uint8Array, view: DataView): Promise<Tables> {
  let at = 48;
  const readNumber = (): number => {
    let value = 0;
    for (;;) {
      const byte = view.getUint8(at);
      at += 1;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  const entries = [];
  for (let index = 0; index < view.getUint16(12); index += 1) {
    const flags = view.getUint8(at);
    at += 1;
    const known = flags & 0x3f;
    const tag = known === 63 ? tagAt(view, at) : (KNOWN_TAGS[known] ?? "");
    if (known === 63) at += 4;
    const original = readNumber();
    const outlines = tag === "glyf" || tag === "loca";
    const transformed = outlines ? flags >> 6 === 0 : flags >> 6 !== 0;
    entries.push({ tag, transformed, length: transformed ? readNumber() : original });
  }
  const stream = await unbrotli(bytes.subarray(at, at + view.getUint32(20)), { maxOutputLength: MOST_BYTES });
  const tables = new Map<string, Table>();
  let offset = 0;
  for (const { tag, transformed, length } of entries) {
    if (NEEDED.has(tag)) tables.set(tag, { data: viewOf(stream.subarray(offset, offset + length)), transformed });
    offset += length;
  }
  return tables;
}

/** Glyph numbers by code point, from the subtables of format 12 and 4. */
function parseCmap(cmap: DataView): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const at = cmap.getUint32(4 + index * 8 + 4);
    const format = cmap.getUint16(at);
    if (format === 4) readSegments(cmap, at, glyphs);
    else if (format === 12) readGroups(cmap, at, glyphs);
  }
  return glyphs;
}

function readGroups(cmap: DataView, at: number, glyphs: Map<number, number>): void {
  let points = 0;
  for (let group = 0; group < cmap.getUint32(at + 12); group += 1) {
    const entry = at + 16 + group * 12;
    const [first, last, glyph] = [cmap.getUint32(entry), cmap.getUint32(entry + 4), cmap.getUint32(entry + 8)];
    points += last - first + 1;
    if (last < first || last >= MOST_POINTS || points > MOST_POINTS) throw new RangeError("a cmap beyond Unicode");
    for (let point = first; point <= last; point += 1) glyphs.set(point, glyph + point - first);
  }
}

function readSegments(cmap: DataView, at: number, glyphs: Map<number, number>): void {
  const count = cmap.getUint16(at + 6) / 2;
  for (let segment = 0; segment < count; segment += 1) {
    const last = cmap.getUint16(at + 14 + segment * 2);
    const first = cmap.getUint16(at + 16 + count * 2 + segment * 2);
    const delta = cmap.getUint16(at + 16 + count * 4 + segment * 2);
    const offsetAt = at + 16 + count * 6 + segment * 2;
    const offset = cmap.getUint16(offsetAt);
    for (let point = first; point <= last && point < 0xffff; point += 1) {
      const listed = offset === 0 ? point : cmap.getUint16(offsetAt + offset + (point - first) * 2);
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) glyphs.set(point, glyph);
    }
  }
}

/** Advance width of a glyph in ems. */
function advanceOf(tables: Tables, glyph: number): number {
  const metrics = tableOf(tables, "hhea").data.getUint16(34);
  const { data, transformed } = tableOf(tables, "hmtx");
  const at = Math.min(glyph, metrics - 1);
  // WOFF2 section 5.4: a flag byte, then only the advances.
  return data.getUint16(transformed ? 1 + at * 2 : at * 4) / tableOf(tables, "head").data.getUint16(18);
}
