/** A world in which some files of one folder are as they would become. */
import type { FolderEntry, World } from "./world.ts";

/**
 * The world with `files` (paths below `dir`, with forward slashes) in the place of those on disk. With `alone` the folder holds no others.
 */
export function overlay(world: World, dir: string, files: ReadonlyMap<string, Uint8Array>, alone: boolean): World {
  const root = dir.replaceAll("\\", "/").replace(/(?<=.)\/+$/, "");
  const within = (path: string): string | null => {
    const plain = path.replaceAll("\\", "/");
    return plain === root ? "" : plain.startsWith(`${root}/`) ? plain.slice(root.length + 1) : null;
  };
  return {
    ...world,
    readFile: async (path, from, most) => {
      const below = within(path);
      return (below === null ? undefined : files.get(below)) ?? (below !== null && alone ? null : world.readFile(path, from, most));
    },
    listFolder: async (path, from) => {
      const below = within(path);
      const there = below !== null && alone ? null : await world.listFolder(path, from);
      return below === null ? there : withFiles(there, below, files);
    },
  };
}

function withFiles(there: readonly FolderEntry[] | null, below: string, files: ReadonlyMap<string, Uint8Array>): readonly FolderEntry[] | null {
  const inside = [...files.keys()].filter((name) => below === "" || name.startsWith(`${below}/`)).map((name) => (below === "" ? name : name.slice(below.length + 1)));
  if (inside.length === 0 && below !== "") return there;
  const entries = new Map<string, FolderEntry>((there ?? []).map((entry) => [entry.name, entry]));
  for (const name of inside) {
    const [first = "", ...rest] = name.split("/");
    if (!entries.has(first)) entries.set(first, { name: first, type: rest.length > 0 ? "folder" : "file" });
  }
  return [...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
