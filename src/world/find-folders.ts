/** Finds folders by pattern, for shells that do not expand patterns or were told not to. */
import { sep } from "node:path";
import { readFailure } from "./failure.ts";

/** Full paths in order of name, without folders below a match. `*` does not match names that begin with a dot. */
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
