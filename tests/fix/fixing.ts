/** Fixes a small project in a folder of its own, for tests. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fixProject, type FixedProject } from "../../src/fix.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../support/project.ts";

export interface Mended {
  readonly dir: string;
  readonly result: FixedProject;
  readonly bytes: (path: string) => Buffer;
  readonly text: (path: string) => string;
}

interface Setting {
  /** Changes the folder before the fix. */
  readonly prepare?: (dir: string) => void;
  /** Stands in for a failing disk. */
  readonly world?: (real: World) => World;
}

/** Fixes the small project with `files` in it; `look` sees the folder while it exists. */
export function mend<T>(files: Readonly<Record<string, string | Uint8Array | null>>, look: (mended: Mended, again: () => Promise<FixedProject>) => Promise<T> | T, setting: Setting = {}): Promise<T> {
  return withFolder(smallProject(files), async (dir) => {
    setting.prepare?.(dir);
    const real = createWorld({ home: HOME });
    const world = setting.world?.(real) ?? real;
    const run = (): Promise<FixedProject> => fixProject(dir, [THEMES], world);
    try {
      const result = await run();
      const bytes = (path: string): Buffer => readFileSync(join(dir, path));
      return await look({ dir, result, bytes, text: (path) => bytes(path).toString("utf8") }, run);
    } finally {
      await world.close();
    }
  });
}

/** `P01 , → ，` for each repair. */
export function editsOf({ edits }: FixedProject): readonly string[] {
  return edits.map(({ rule, code, before, after }) => `${rule ?? code} ${before} → ${after}`);
}
