/** The theme's font files: found, named for the cache, and read for their characters. */
import { createHash } from "node:crypto";
import { rootOfThemes, type FontSource, type Theme } from "../model/theme.ts";
import type { World } from "../world/world.ts";
import { covers, readCoverage, type Coverage } from "./coverage.ts";

export interface FontFile {
  /** Path as the theme gives it, or path of another slice of the same package. */
  readonly path: string;
  /** The same bytes always give the same id: package, version and path, or a hash. */
  readonly id: string;
  readonly coverage: Coverage;
  readonly read: () => Promise<Uint8Array>;
}

export interface FontLibrary {
  /** Opens files in parallel; those that are absent or broken are remembered as missing. */
  open(sources: readonly FontSource[]): Promise<void>;
  find(path: string): FontFile | null;
  missing(): readonly FontSource[];
  /** A slice of the same package and weight that has the character: ① and ℃ are only in such slices. */
  findSlice(source: FontSource, point: number): Promise<FontFile | null>;
}

/** `folders` hold the themes; a theme's own fonts come from the first folder that has them. */
export function createFontLibrary(theme: Theme, folders: readonly string[], world: World): FontLibrary {
  const files = new Map<string, Promise<FontFile | null>>();
  const opened = new Map<string, FontFile>();
  const absent: FontSource[] = [];
  const slices = new Map<string, Promise<readonly Slice[]>>();
  const openFile = (path: string): Promise<FontFile | null> => {
    const known = files.get(path) ?? openFont(path, folders.map((folder) => ({ folder: `${folder}/${theme.name}`, root: rootOfThemes(folder) })), world);
    files.set(path, known);
    return known;
  };
  return {
    async open(sources) {
      const unique = [...new Map(sources.map((source) => [source.file, source])).values()];
      const found = await Promise.all(unique.map((source) => openFile(source.file)));
      unique.forEach((source, index) => {
        const file = found[index];
        if (file) opened.set(source.file, file);
        else absent.push(source);
      });
    },
    find: (path) => opened.get(path) ?? null,
    missing: () => absent,
    async findSlice(source, point) {
      const name = packageOf(source.file);
      if (name === null) return null;
      const known = slices.get(name) ?? readSlices(name, world);
      slices.set(name, known);
      const slice = (await known).find(({ ranges }) => ranges.some(([first, last]) => point >= first && point <= last));
      if (slice === undefined) return null;
      const file = await openFile(`${name}/files/${name.split("/")[1]}-${slice.name}-${source.weight}-normal.woff2`);
      return file !== null && covers(file.coverage, point) ? file : null;
    },
  };
}

interface Slice {
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** A package's unicode.json lists its slices: `"[119]": "U+20-22,U+27-2a"`. */
async function readSlices(name: string, world: World): Promise<readonly Slice[]> {
  const bytes = await world.readToolFile(`${name}/unicode.json`);
  if (bytes === null) return [];
  const table: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (typeof table !== "object" || table === null) return [];
  return Object.entries(table).map(([key, list]) => ({
    name: key.replace(/[[\]]/g, ""),
    ranges: String(list).split(",").map(readRange),
  }));
}

/** Reads `U+20-22` or `U+20`; there are thousands of them. */
function readRange(text: string): readonly [number, number] {
  const from = text.indexOf("+") + 1;
  const dash = text.indexOf("-");
  const first = Number.parseInt(text.slice(from), 16);
  return [first, dash < 0 ? first : Number.parseInt(text.slice(dash + 1), 16)];
}

function packageOf(path: string): string | null {
  return /^(@[^/]+\/[^/]+)\//.exec(path)?.[1] ?? null;
}

/** A theme's folder, and the folder that it may not leave. */
interface ThemePlace {
  readonly folder: string;
  readonly root: string;
}

/** Null when the file is absent or not a font. */
async function openFont(path: string, places: readonly ThemePlace[], world: World): Promise<FontFile | null> {
  const name = packageOf(path);
  const read = async (): Promise<Uint8Array | null> => (name === null ? readFirst(places, path, world) : world.readToolFile(path));
  const id = name === null ? await hashOf(read) : await packageId(name, path, world);
  if (id === null) return null;
  const coverage = await coverageOf(id, read, world);
  if (coverage === null) return null;
  return { path, id, coverage, read: async () => (await read()) ?? new Uint8Array() };
}

async function readFirst(places: readonly ThemePlace[], path: string, world: World): Promise<Uint8Array | null> {
  for (const { folder, root } of places) {
    const bytes = await world.readFile(`${folder}/${path}`, root);
    if (bytes !== null) return bytes;
  }
  return null;
}

async function hashOf(read: () => Promise<Uint8Array | null>): Promise<string | null> {
  const bytes = await read();
  return bytes === null ? null : createHash("sha256").update(bytes).digest("hex");
}

async function packageId(name: string, path: string, world: World): Promise<string | null> {
  const manifest = await world.readToolFile(`${name}/package.json`);
  if (manifest === null) return null;
  const { version } = JSON.parse(new TextDecoder().decode(manifest)) as { version: string };
  return `${path}@${version}`;
}

async function coverageOf(id: string, read: () => Promise<Uint8Array | null>, world: World): Promise<Coverage | null> {
  const key = `coverage 1 ${id}`;
  const cached = await world.readCache(key);
  if (cached !== null) return JSON.parse(new TextDecoder().decode(cached)) as Coverage;
  const bytes = await read();
  if (bytes === null) return null;
  try {
    const coverage = await readCoverage(bytes);
    await world.writeCache(key, new TextEncoder().encode(JSON.stringify(coverage)));
    return coverage;
  } catch {
    return null;
  }
}
