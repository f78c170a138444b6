/** A world that reads each file once; the watcher reports changes. */
import { dirname } from "node:path";
import type { FolderEntry, World } from "../world/world.ts";

export interface WatchedWorld extends World {
  /**
   * Checks a path again; true if it has changed since it was read. The next reader then gets the new content.
   * A file that has become empty may be in the middle of being written: it counts only with `trustEmpty`.
   */
  readonly look: (path: string, trustEmpty: boolean) => Promise<boolean>;
  /** Reads everything again that was read before; true if anything has changed. */
  readonly lookAtAll: () => Promise<boolean>;
  /** The files and folders whose time or size is no longer what it was when they were read. */
  readonly findStale: () => Promise<readonly string[]>;
}

type Reading = Promise<Uint8Array | null>;
type Listing = Promise<readonly FolderEntry[] | null>;
type Stamp = Promise<string | null>;

/** Something that was read, and how to read it again. */
interface Known<Read> {
  readonly reading: Read;
  readonly again: () => Read;
  readonly stamp: () => Stamp;
  /** Its stamp, taken before it was read. */
  taken: Stamp;
}

interface KnownFile extends Known<Reading> {
  /** Where it really is: the watcher does not follow links. */
  readonly real: Promise<string>;
}

/** Unchanged files come back at once, as the same bytes. */
export function watchWorld(world: World): WatchedWorld {
  const files = new Map<string, KnownFile>();
  const folders = new Map<string, Known<Listing>>();
  /** Reads each path once. A failed read is tried again next time. */
  const remember = <Read extends Promise<unknown>, Entry extends Known<Read>>(memory: Map<string, Entry>, path: string, make: () => Entry): Read => {
    const known = memory.get(path);
    if (known !== undefined) return known.reading;
    const entry = make();
    memory.set(path, entry);
    entry.reading.catch(() => memory.delete(path));
    return entry.reading;
  };
  return {
    ...world,
    readFile: (path, root, most) => {
      const clean = normalise(path);
      return remember<Reading, KnownFile>(files, clean, () => {
        const again = (): Reading => world.readFile(path, root, most);
        return { ...begin(again, () => world.stamp(path, root)), real: world.resolveFolder(path).then(normalise, () => clean) };
      });
    },
    listFolder: (path, root) => remember<Listing, Known<Listing>>(folders, normalise(path), () => begin(() => world.listFolder(path, root), () => world.stamp(path, root))),
    look: async (path, trustEmpty) => {
      const clean = normalise(path);
      const known = files.get(clean);
      const before = await quietly(known?.reading);
      const now = await quietly(known?.again());
      if (before && now && (sameBytes(before, now) || (now.length === 0 && !trustEmpty))) return false;
      files.delete(clean);
      for (const [name, { real }] of files) if ((await real) === clean) files.delete(name);
      folders.delete(clean);
      folders.delete(normalise(dirname(clean)));
      return true;
    },
    lookAtAll: async () => {
      const changed = await Promise.all([forget(files, sameBytes), forget(folders, (before, now) => JSON.stringify(before) === JSON.stringify(now))]);
      return changed.includes(true);
    },
    findStale: async () => {
      const stale: string[] = [];
      for (const [path, known] of [...files, ...folders]) {
        const now = await quietly(known.stamp());
        if (now === (await quietly(known.taken))) continue;
        known.taken = Promise.resolve(now ?? null);
        stale.push(path);
      }
      return stale;
    },
  };
}

function begin<Read>(again: () => Read, stamp: () => Stamp): Known<Read> {
  const taken = stamp();
  taken.catch(() => null);
  return { reading: again(), again, stamp, taken };
}

/** Forgets what is no longer as it was read; true if there was any. */
async function forget<Content>(memory: Map<string, Known<Promise<Content | null>>>, same: (before: Content, now: Content) => boolean): Promise<boolean> {
  const changes = await Promise.all([...memory].map(async ([path, { reading, again }]) => {
    const [before, now] = await Promise.all([quietly(reading), quietly(again())]);
    if (before === now || (before && now && same(before, now))) return false;
    memory.delete(path);
    return true;
  }));
  return changes.includes(true);
}

function sameBytes(before: Uint8Array, now: Uint8Array): boolean {
  return Buffer.compare(before, now) === 0;
}

async function quietly<Content>(reading: Promise<Content> | undefined): Promise<Content | undefined> {
  try {
    return await reading;
  } catch {
    return undefined;
  }
}

function normalise(path: string): string {
  return path.replaceAll("\\", "/").replace(/\/+$/, "");
}
