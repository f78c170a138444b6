/**
 * An MP4 file with one film and no sound (ISO/IEC 14496-12 and -15). Own code, since libraries write the time of creation into it: the same
 * pictures give the same bytes. The table comes before the pictures, so that a player on the web starts at once.
 */
import type { FilmFormat } from "../../world/world.ts";
import type { Picture, Track } from "./h264.ts";

/** Units of time for each picture; times of the whole film are in units of a millisecond. */
const TICKS = 512;
const MILLISECONDS = 1000;
/** BT.709, in limited range (ISO/IEC 23091-2). */
const COLOURS = { primaries: 1, transfer: 1, matrix: 1 } as const;
/** Neither turned nor scaled: fixed point of 16 and of 30 bits. */
const UNITY = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
const LANGUAGE = 0x55c4;

/** Bytes of the file. */
export function writeMp4(track: Track, format: FilmFormat): Uint8Array {
  const head = box("ftyp", text("isom"), u32(0x200), text("isomiso2avc1mp41"));
  // The place of the pictures follows from the size of the table, which does not depend on it.
  const place = head.length + movie(track, format, 0).length + 8;
  const data = track.pictures.map(({ bytes }) => bytes);
  const size = data.reduce((sum, { length }) => sum + length, 8);
  return Buffer.concat([head, movie(track, format, place), u32(size), text("mdat"), ...data]);
}

function movie(track: Track, format: FilmFormat, place: number): Buffer {
  const milliseconds = Math.round((track.pictures.length / format.rate) * MILLISECONDS);
  const header = full("mvhd", 0, zeros(8), u32(MILLISECONDS), u32(milliseconds), u32(0x10000), u16(0x100), zeros(10), ...UNITY.map(u32), zeros(24), u32(2));
  return box("moov", header, trackBox(track, format, milliseconds, place));
}

function trackBox(track: Track, format: FilmFormat, milliseconds: number, place: number): Buffer {
  const { width, height, rate } = format;
  const enabled = 7;
  const header = full("tkhd", enabled, zeros(8), u32(1), zeros(4), u32(milliseconds), zeros(16), ...UNITY.map(u32), u32(width * 0x10000), u32(height * 0x10000));
  const media = full("mdhd", 0, zeros(8), u32(rate * TICKS), u32(track.pictures.length * TICKS), u16(LANGUAGE), zeros(2));
  const handler = full("hdlr", 0, zeros(4), text("vide"), zeros(12), text("Luduan\0"));
  const here = box("dinf", full("dref", 0, u32(1), full("url ", 1)));
  const information = box("minf", full("vmhd", 1, zeros(8)), here, tables(track, format, place));
  return box("trak", header, box("mdia", media, handler, information));
}

function tables(track: Track, { width, height }: FilmFormat, place: number): Buffer {
  const { pictures } = track;
  const keys = pictures.flatMap(({ key }, index) => (key ? [index + 1] : []));
  return box(
    "stbl",
    full("stsd", 0, u32(1), entry(track, width, height)),
    full("stts", 0, u32(1), u32(pictures.length), u32(TICKS)),
    full("stss", 0, u32(keys.length), ...keys.map(u32)),
    full("stsc", 0, u32(1), u32(1), u32(pictures.length), u32(1)),
    sizesOf(pictures),
    full("stco", 0, u32(1), u32(place)),
  );
}

function sizesOf(pictures: readonly Picture[]): Buffer {
  return full("stsz", 0, u32(0), u32(pictures.length), ...pictures.map(({ bytes }) => u32(bytes.length)));
}

function entry({ sequence, pictureSet }: Track, width: number, height: number): Buffer {
  const [, profile = 0, compatible = 0, level = 0] = sequence;
  const high = profile >= 100 ? Buffer.from([0xfd, 0xf8, 0xf8, 0]) : Buffer.alloc(0);
  const description = box("avcC", Buffer.from([1, profile, compatible, level, 0xff, 0xe1]), u16(sequence.length), sequence, Buffer.from([1]), u16(pictureSet.length), pictureSet, high);
  const limited = Buffer.from([0]);
  const colour = box("colr", text("nclx"), u16(COLOURS.primaries), u16(COLOURS.transfer), u16(COLOURS.matrix), limited);
  const square = box("pasp", u32(1), u32(1));
  const dots = 0x480000;
  return box("avc1", zeros(6), u16(1), zeros(16), u16(width), u16(height), u32(dots), u32(dots), zeros(4), u16(1), zeros(32), u16(24), u16(0xffff), description, colour, square);
}

function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat([u32(parts.reduce((sum, { length }) => sum + length, 8)), text(type), ...parts]);
}

/** A box with a version, 0, and flags. */
function full(type: string, flags: number, ...parts: readonly Uint8Array[]): Buffer {
  return box(type, u32(flags), ...parts);
}

function text(characters: string): Buffer {
  return Buffer.from(characters, "latin1");
}

function zeros(count: number): Buffer {
  return Buffer.alloc(count);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
