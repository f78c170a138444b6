/** Finds what a build has written, by its manifest. */
import { WorldError, type World } from "../world/world.ts";

export interface Build {
  /** The built folder. */
  readonly dir: string;
  /** Paths of its files, as the manifest lists them. */
  readonly files: readonly string[];
}

/** A manifest has a line for each file; this is thousands of them, in bytes. */
const LARGEST = 1024 * 1024;

/** The build in a project's `dist/`, or in `dir` itself where that is a built folder; null if neither is one. */
export async function findBuild(dir: string, world: World): Promise<Build | null> {
  for (const place of [`${dir}/dist`, dir]) {
    const files = await readManifest(place, world);
    if (files !== null) return { dir: place, files };
  }
  return null;
}

async function readManifest(dir: string, world: World): Promise<readonly string[] | null> {
  try {
    const bytes = await world.readFile(`${dir}/manifest.json`, dir, LARGEST);
    const manifest: unknown = bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
    if (typeof manifest !== "object" || manifest === null || !("generator" in manifest) || manifest.generator !== "luduan") return null;
    return "outputs" in manifest && typeof manifest.outputs === "object" ? Object.keys(manifest.outputs ?? {}) : null;
  } catch (failure) {
    if (failure instanceof WorldError || failure instanceof SyntaxError) return null;
    throw failure;
  }
}
