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

type Reading = Promise<Uint8Array | null>;

/** A file that was read, and how to read it again. */
interface Known {
  readonly reading: Reading;
  readonly again: () => Reading;
  /** Where it really is: the watcher does not follow links. */
  readonly real: Promise<string>;
}

/** Unchanged files come back at once, as the same bytes. */
export function watchWorld(world: World): WatchedWorld {
  const files = new Map<string, Known>();
  const folders = new Map<string, ReturnType<World["listFolder"]>>();
  return {
    ...world,
    readFile: (path, root, most) => {
      const clean = normalise(path);
      const known = files.get(clean);
      if (known !== undefined) return known.reading;
      const again = (): Reading => world.readFile(path, root, most);
      const reading = again();
      const real = world.resolveFolder(path).then(normalise, () => clean);
      files.set(clean, { reading, again, real });
      // A failed read is tried again next time.
      reading.catch(() => files.delete(clean));
      return reading;
    },
    listFolder: (path, root) => {
      const clean = normalise(path);
      const listing = folders.get(clean) ?? world.listFolder(path, root);
      folders.set(clean, listing);
      listing.catch(() => folders.delete(clean));
      return listing;
    },
    look: async (path, trustEmpty) => {
      const clean = normalise(path);
      const known = files.get(clean);
      const before = await quietly(known?.reading);
      const now = await quietly(known?.again());
      if (before && now && (Buffer.compare(before, now) === 0 || (now.length === 0 && !trustEmpty))) return false;
      files.delete(clean);
      for (const [name, { real }] of files) if ((await real) === clean) files.delete(name);
      folders.delete(clean);
      folders.delete(normalise(dirname(clean)));
      return true;
    },
  };
}

async function quietly(reading: Reading | undefined): Promise<Uint8Array | null | undefined> {
  try {
    return await reading;
  } catch {
    return undefined;
  }
}

function normalise(path: string): string {
  return path.replaceAll("\\", "/").replace(/\/+$/, "");
}
