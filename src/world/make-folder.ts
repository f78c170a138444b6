/** Makes a folder and those above it, and always returns. */
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./failure.ts";
import { WorldError } from "./world.ts";

/**
 * Node's own `recursive` never returns if a file system refuses with ENOENT, as
 * /proc does; `mode` is for new folders. Throws a WorldError if `path` is a file.
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (failure) {
    const code = errorCode(failure);
    if (code === "EEXIST") return checkFolder(path);
    if (code !== "ENOENT" || dirname(path) === path) throw failure;
    await makeFolder(dirname(path), mode);
    // Another build may make it at the same moment.
    await mkdir(path, { mode }).catch((second: unknown) => {
      if (errorCode(second) !== "EEXIST") throw second;
    });
  }
}

async function checkFolder(path: string): Promise<void> {
  if (!(await stat(path)).isDirectory()) throw new WorldError("unwritable-output", path, "ENOTDIR");
}
