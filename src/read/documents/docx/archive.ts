/** The door to yauzl: opens an Office archive within bounds, and unpacks its parts one at a time. */
import { crc32 } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { Fault } from "../fault.ts";

export interface OfficeArchive {
  /** Names of the parts, in their own spelling. */
  readonly names: readonly string[];
  /** A part, unpacked; null if there is none of this name, whatever its case. Throws a {@link Fault} for a damaged part and for one above `most` bytes. */
  read(name: string, most: number): Promise<Buffer | null>;
}

/** Most parts, and most unpacked bytes of all: a report of 200 pages with a picture on each has some 300 parts in 100 MB. */
const [MOST_PARTS, LARGEST] = [10_000, 512 * 1024 * 1024] as const;
/** XML packs to a tenth, a table of repetitions to a fiftieth; an archive made to fill the memory, to a thousandth. */
const [DENSEST, SMALL] = [200, 8 * 1024 * 1024] as const;

/** Nothing is unpacked before all sizes are known. Throws a {@link Fault}. */
export async function openArchive(bytes: Uint8Array): Promise<OfficeArchive> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { validateEntrySizes: true }).catch(damaged);
  const entries = await listEntries(zip);
  const total = [...entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > LARGEST || (total > SMALL && total / bytes.length > DENSEST)) throw new Fault("too-large");
  if ([...entries.values()].some((entry) => entry.isEncrypted())) throw new Fault("protected");
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    read: async (name, most) => {
      const entry = entries.get(name.toLowerCase());
      return entry === undefined ? null : unpack(zip, entry, most);
    },
  };
}

/** By name in lower case: part names do not differ by case (ECMA-376-2, 6.2.2.2). */
async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MOST_PARTS) throw new Fault("too-large");
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  } catch (failure) {
    damaged(failure);
  }
  return entries;
}

/** yauzl ends the stream with an error where a part is larger or smaller than declared; a sum proves every byte. */
async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  if (entry.uncompressedSize > most) throw new Fault("too-large");
  try {
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    const whole = Buffer.concat(pieces);
    return crc32(whole) === entry.crc32 ? whole : damaged(null);
  } catch (failure) {
    return damaged(failure);
  }
}

/** The library's reasons name records of the archive that no office knows. */
function damaged(_reason: unknown): never {
  throw new Fault("damaged");
}
