/** A workbook's archive: how much it unpacks to, measured before the workbook is opened, and single parts of it. */
import { inflateRawSync } from "node:zlib";

/** The bytes of an archive, and where it keeps its parts. */
export interface Archive {
  readonly bytes: Buffer;
  readonly parts: readonly Part[];
}

export interface ArchiveSize {
  /** Unpacked bytes of all parts, as declared. */
  readonly bytes: number;
  /** Cells of all large parts. */
  readonly cells: number;
}

/** Where the archive keeps a part. */
export interface Part {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const [END, ENTRY] = [0x06054b50, 0x02014b50] as const;
/** APPNOTE.TXT 4.3.16: the end record is 22 bytes and a comment of at most 65,535. */
const [END_SIZE, LONGEST_COMMENT] = [22, 0xffff] as const;
/** APPNOTE.TXT 4.3.12 and 4.3.7: the fixed parts of an entry and of a part's own header. */
const [ENTRY_SIZE, HEADER_SIZE] = [46, 30] as const;
const DEFLATED = 8;
/** A part of up to this many bytes cannot hold many cells. */
const SMALL = 4 * 1024 * 1024;

/** Null if the bytes are no archive. */
export function openArchive(bytes: Buffer): Archive | null {
  const parts = readDirectory(bytes);
  return parts === null ? null : { bytes, parts };
}

/** Null if the archive is damaged or declares wrong sizes. Above `most` bytes, `cells` is 0, uncounted. */
export function measureArchive({ bytes, parts }: Archive, most: number): ArchiveSize | null {
  const total = parts.reduce((sum, part) => sum + part.unpacked, 0);
  if (total > most) return { bytes: total, cells: 0 };
  try {
    const cells = parts.filter((part) => part.unpacked > SMALL).reduce((sum, part) => sum + countCells(unpack(bytes, part)), 0);
    return { bytes: total, cells };
  } catch {
    return null;
  }
}

/** A part, unpacked; null if there is none with this name, or it is damaged. */
export function readPart({ bytes, parts }: Archive, name: string): Buffer | null {
  const part = parts.find((one) => one.name === name);
  try {
    return part === undefined ? null : unpack(bytes, part);
  } catch {
    return null;
  }
}

function readDirectory(bytes: Buffer): Part[] | null {
  const end = findEnd(bytes);
  if (end === null) return null;
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + ENTRY_SIZE > end || bytes.readUInt32LE(at) !== ENTRY) return null;
    const name = bytes.toString("utf8", at + ENTRY_SIZE, at + ENTRY_SIZE + bytes.readUInt16LE(at + 28));
    const part = { name, packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24), offset: bytes.readUInt32LE(at + 42) };
    // Two bytes are an empty deflate stream. Without a size, unpacking might never end.
    if (part.unpacked === 0 && part.packed !== 2 && bytes.readUInt16LE(at + 10) === DEFLATED) return null;
    parts.push(part);
    at += ENTRY_SIZE + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at;
  return null;
}

/** Throws for a damaged part, and for one larger than it declares. */
function unpack(bytes: Buffer, { packed, unpacked, offset }: Part): Buffer {
  const start = offset + HEADER_SIZE + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const body = bytes.subarray(start, start + packed);
  return bytes.readUInt16LE(offset + 8) === DEFLATED ? inflateRawSync(body, { maxOutputLength: unpacked }) : body;
}

/** Counts the opening tags of `c` elements, with or without a namespace prefix. */
function countCells(xml: Buffer): number {
  let cells = 0;
  for (const mark of ["<c ", "<c>", "<c/", ":c ", ":c>", ":c/"]) for (let at = xml.indexOf(mark); at !== -1; at = xml.indexOf(mark, at + mark.length)) cells++;
  return cells;
}
