/** Builds an output when the page asks for it, one build at a time. */
import { build } from "../build.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { DeskBuild, DeskOutput } from "../model/desk.ts";
import type { World } from "../world/world.ts";
import { folderOf, namesOf } from "./made.ts";
import { sayAll } from "./say.ts";

export interface Builds {
  /** False where one is running. */
  readonly start: (output: DeskOutput) => boolean;
  /** Resolves when nothing runs any more. */
  readonly settle: () => Promise<void>;
}

interface Options {
  readonly dir: string;
  readonly themes: readonly string[];
  readonly world: World;
  readonly lang: "zh" | "en";
  readonly tell: (progress: DeskBuild) => void;
}

export function createBuilds({ dir, themes, world, lang, tell }: Options): Builds {
  let running: Promise<void> | null = null;
  const run = async (output: DeskOutput): Promise<void> => {
    const done: string[] = [];
    const out = folderOf(dir, output, lang);
    let percent: number | null = null;
    const progress = (ok: boolean | null, message: string): void => tell({ output, percent, done: [...done], ok, message });
    const onOutput = (name: string): void => {
      done.push(name);
      progress(null, "");
    };
    const onShot = (shots: number, all: number): void => {
      const now = Math.floor((100 * shots) / Math.max(all, 1));
      if (now === percent) return;
      percent = now;
      progress(null, "");
    };
    try {
      const { diagnostics } = await build({ dir, out, themes, only: namesOf(output), steps: false, onOutput, onShot }, world);
      const ok = !hasErrors(diagnostics);
      progress(ok, ok ? out : sayAll(diagnostics, lang));
    } catch (failure) {
      progress(false, failure instanceof Error ? failure.message : String(failure));
    }
  };
  return {
    start: (output) => {
      if (running !== null) return false;
      running = run(output).finally(() => void (running = null));
      return true;
    },
    settle: async () => running ?? undefined,
  };
}
