/** Reads the package of an Office file within bounds: parts by their names, and where their relationships lead. */
import { unzipSync } from "fflate";
import type { PptxFault } from "../diagnostics/messages/presentation.ts";
import { elementsOf, readXml } from "./read-xml.ts";

/** Most parts, and most unpacked bytes of those that are read. */
const [MOST_PARTS, LARGEST] = [20_000, 256 * 1024 * 1024] as const;

export interface OfficePackage {
  /** Names of all parts, absolute. */
  readonly names: ReadonlySet<string>;
  /** A part as text; null where there is none, and for pictures, which are not unpacked. */
  readonly text: (path: string) => string | null;
  /** Relationships of a part by their ids. */
  readonly relations: (path: string) => ReadonlyMap<string, PackageRelation>;
}

export interface PackageRelation {
  /** The last word of the type's address: `slideLayout`. */
  readonly type: string;
  /** Absolute, for a part; an address outside as it is. */
  readonly target: string;
  readonly external: boolean;
}

/** Why a file is not read. */
export class OfficeFault extends Error {
  readonly fault: PptxFault;

  constructor(fault: PptxFault) {
    super(fault);
    this.name = "OfficeFault";
    this.fault = fault;
  }
}

/** An archive begins with its first file, and an empty one with its end. */
const ARCHIVES: readonly string[] = ["PK\x03\x04", "PK\x05\x06"];
/** MS-CFB 2.2: the container of .ppt and .dps files and of encrypted presentations (MS-OFFCRYPTO 2.3.4.4). */
const CONTAINER = "\xD0\xCF\x11\xE0";

/** Throws an {@link OfficeFault} for what is no archive or beyond the bounds, and other errors for a broken one. */
export function openPackage(bytes: Uint8Array): OfficePackage {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = buffer.toString("latin1", 0, 4);
  // Names of streams in a container are UTF-16.
  if (head === CONTAINER) throw new OfficeFault(buffer.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "protected" : "old");
  if (!ARCHIVES.includes(head)) throw new OfficeFault("other");
  const names = new Set<string>();
  let total = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.add(`/${name}`);
      const read = /\.(?:xml|rels)$/i.test(name);
      total += read ? originalSize : 0;
      if (names.size > MOST_PARTS || total > LARGEST) throw new OfficeFault("too-large");
      return read;
    },
  });
  const decoder = new TextDecoder();
  const text = (path: string): string | null => {
    const found = files[path.slice(1)];
    return found === undefined ? null : decoder.decode(found);
  };
  const known = new Map<string, ReadonlyMap<string, PackageRelation>>();
  const relations = (path: string): ReadonlyMap<string, PackageRelation> => {
    const found = known.get(path) ?? relationsOf(path, text);
    known.set(path, found);
    return found;
  };
  return { names, text, relations };
}

function relationsOf(path: string, text: OfficePackage["text"]): ReadonlyMap<string, PackageRelation> {
  const at = path.lastIndexOf("/");
  const folder = path.slice(0, at);
  const written = text(`${folder}/_rels${path.slice(at)}.rels`);
  if (written === null) return new Map();
  return new Map(
    elementsOf(readXml(written)).map(({ attributes: { Id = "", Type = "", Target = "", TargetMode } }) => {
      const external = TargetMode === "External";
      return [Id, { type: Type.slice(Type.lastIndexOf("/") + 1), target: external ? Target : absolute(folder, Target), external }] as const;
    }),
  );
}

function absolute(folder: string, target: string): string {
  if (target.startsWith("/")) return target;
  const steps = folder.split("/").filter((step) => step !== "");
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return `/${steps.join("/")}`;
}
