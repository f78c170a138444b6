/** Reads the project's folders and the tool's own files. */
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { isAbsent, readFailure } from "./failure.ts";
import type { FolderEntry } from "./world.ts";

/** Bytes of a file, null when it is absent. */
export async function readBytes(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (failure) {
    if (isAbsent(failure)) return null;
    throw readFailure(path, failure);
  }
}

/** Sorted files and folders, or null when absent; links are followed if they stay inside `root`; pipes and the like are left out. */
export async function listFolder(path: string, root: string): Promise<readonly FolderEntry[] | null> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const found = await Promise.all(
      entries.map(async (entry): Promise<FolderEntry | null> => {
        if (entry.isFile()) return { name: entry.name, type: "file" };
        if (entry.isDirectory()) return { name: entry.name, type: "folder" };
        return entry.isSymbolicLink() ? followLink(join(path, entry.name), entry.name, root) : null;
      }),
    );
    return found.filter((entry) => entry !== null).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (failure) {
    if (isAbsent(failure)) return null;
    throw readFailure(path, failure);
  }
}

async function followLink(path: string, name: string, root: string): Promise<FolderEntry | null> {
  try {
    const [target, inside] = await Promise.all([realpath(path), realpath(root)]);
    if (target !== inside && !target.startsWith(inside.endsWith(sep) ? inside : inside + sep)) return { name, type: "elsewhere" };
    const kind = await stat(target);
    if (kind.isFile()) return { name, type: "file" };
    return kind.isDirectory() ? { name, type: "folder" } : null;
  } catch (failure) {
    if (isAbsent(failure)) return { name, type: "elsewhere" };
    throw failure;
  }
}

/** Reads files below `home`, or from an installed package if the path starts with its scope or with `node_modules/`. */
export function createToolReader(home: string): (path: string) => Promise<Uint8Array | null> {
  const { resolve } = createRequire(join(home, "package.json"));
  return async (path) => {
    const name = path.replace(/^node_modules\//, "");
    if (!path.startsWith("@") && name === path) return readBytes(join(home, path));
    for (const place of resolve.paths(name) ?? []) {
      const bytes = await readBytes(join(place, name));
      if (bytes !== null) return bytes;
    }
    return null;
  };
}
