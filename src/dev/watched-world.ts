/** A world that reads each file once; the watcher reports changes. */
import { dirname } from "node:path";
import type { World } from "../world/world.ts";

export interface WatchedWorld extends World {
  /**
   * Checks a path again; true if it has changed since it was read. The next reader then gets the new content.
   * A file that has become empty may be in the middle of being written: it counts only with `trustEmpty`.
   */
  readonly look: (path: string, trustEmpty: boolean) => Promise<boolean>;
}

/** Unchanged files come back at once, as the same bytes. */
export function watchWorld(world: World): WatchedWorld {
  const files = new Map<string, Promise<Uint8Array | null>>();
  const folders = new Map<string, ReturnType<World["listFolder"]>>();
  const quietly = async (reading: Promise<Uint8Array | null> | undefined): Promise<Uint8Array | null | undefined> => {
    try {
      return await reading;
    } catch {
      return undefined;
    }
  };
  return {
    ...world,
    readFile: (path) => keep(files, normalise(path), () => world.readFile(path)),
    listFolder: (path, root) => keep(folders, normalise(path), () => world.listFolder(path, root)),
    look: async (path, trustEmpty) => {
      const clean = normalise(path);
      const before = await quietly(files.get(clean));
      const now = await quietly(world.readFile(path));
      if (before && now && (Buffer.compare(before, now) === 0 || (now.length === 0 && !trustEmpty))) return false;
      files.delete(clean);
      folders.delete(clean);
      folders.delete(normalise(dirname(clean)));
      return true;
    },
  };
}

/** A failed read is tried again next time. */
function keep<T>(known: Map<string, Promise<T>>, path: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(path);
  if (found !== undefined) return found;
  const reading = read();
  known.set(path, reading);
  reading.catch(() => known.delete(path));
  return reading;
}

function normalise(path: string): string {
  return path.replaceAll("\\", "/").replace(/\/+$/, "");
}
