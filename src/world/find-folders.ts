/** Folders by pattern, for shells that leave patterns alone or are told to. */
import { sep } from "node:path";
import { readFailure } from "./failure.ts";

/** Full paths in order of name; nothing below a match is one. Names that begin with a dot are not meant by `*`. */
export async function findFolders(pattern: string, from: string): Promise<readonly string[]> {
  const { glob } = await import("tinyglobby");
  const slashes = sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
  try {
    const found = await glob(slashes, { cwd: from, absolute: true, onlyDirectories: true, expandDirectories: false });
    return found.map((path) => path.replace(/\/$/, "")).sort();
  } catch (failure) {
    throw readFailure(pattern, failure);
  }
}
