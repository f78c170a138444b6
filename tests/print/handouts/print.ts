/** Builds printed documents in one browser, each project in a folder of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Built } from "../../../src/build.ts";
import type { DocumentName } from "../../../src/model/output-names.ts";
import { createWorld } from "../../../src/world/node-world.ts";
import { HOME, smallProject, THEMES, withFolder } from "../../support/project.ts";

export interface Printed {
  readonly built: Built;
  /** Path of a document. */
  readonly file: (name: DocumentName) => string;
}

export interface Printer {
  readonly printFolder: (dir: string, only: readonly DocumentName[], steps?: boolean) => Promise<Printed>;
  /** The small project, with these files added or replaced. */
  readonly printProject: (files: Readonly<Record<string, string | null>>, only: readonly DocumentName[], steps?: boolean) => Promise<Printed>;
  /** Ends the browser and removes the prints. */
  readonly close: () => Promise<void>;
}

export function createPrinter(): Printer {
  const world = createWorld({ home: HOME });
  const folders: string[] = [];
  const printFolder = async (dir: string, only: readonly DocumentName[], steps = false): Promise<Printed> => {
    const out = await mkdtemp(join(tmpdir(), "luduan-print-"));
    folders.push(out);
    const built = await build({ dir, out, themes: [join(dir, "themes"), THEMES], only, steps, onOutput: () => undefined }, world);
    return { built, file: (name) => join(out, `${name}.pdf`) };
  };
  return {
    printFolder,
    printProject: (files, only, steps = false) => withFolder(smallProject(files), (dir) => printFolder(dir, only, steps)),
    close: async () => {
      await world.close();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}
