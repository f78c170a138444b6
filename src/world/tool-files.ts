/** Reads the tool's own files. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isAbsent, readFailure } from "./failure.ts";

/** Reads files below `home`, or from an installed package if the path starts with its scope. */
export function createToolReader(home: string): (path: string) => Promise<Uint8Array | null> {
  const { resolve } = createRequire(join(home, "package.json"));
  return async (path) => {
    if (!path.startsWith("@")) return readWhole(join(home, path));
    for (const place of resolve.paths(path) ?? []) {
      const bytes = await readWhole(join(place, path));
      if (bytes !== null) return bytes;
    }
    return null;
  };
}

async function readWhole(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (failure) {
    if (isAbsent(failure)) return null;
    throw readFailure(path, failure);
  }
}
