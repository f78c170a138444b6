/** Builds the outputs when the page asks for them, one build at a time. */
import { build } from "../build.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../diagnostics/format.ts";
import type { DeskBuild } from "../model/desk.ts";
import { OUTPUT_GROUPS, OUTPUT_NAMES, type OutputName } from "../model/output-names.ts";
import type { World } from "../world/world.ts";

export interface Builds {
  /** False where one is running, or `only` is no list of outputs. */
  readonly start: (only: unknown) => boolean;
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
  const run = async (only: readonly OutputName[] | null): Promise<void> => {
    const done: string[] = [];
    const out = `${dir}/dist`;
    const onOutput = (name: string): void => {
      done.push(name);
      tell({ done, ok: null, message: "" });
    };
    const { diagnostics, sources } = await build({ dir, out, themes, only, steps: false, onOutput }, world);
    const ok = !hasErrors(diagnostics);
    tell({ done, ok, message: ok ? out : formatDiagnostics(diagnostics.filter(({ severity }) => severity === "error"), sources, { lang, colour: false }) });
  };
  return {
    start: (only) => {
      const wanted = namesOf(only);
      if (running !== null || wanted === undefined) return false;
      running = run(wanted)
        .catch((failure: unknown) => tell({ done: [], ok: false, message: failure instanceof Error ? failure.message : String(failure) }))
        .finally(() => void (running = null));
      return true;
    },
    settle: async () => running ?? undefined,
  };
}

/** Null for all; undefined for what is no list of outputs. */
function namesOf(only: unknown): readonly OutputName[] | null | undefined {
  if (only === undefined || only === null) return null;
  if (!Array.isArray(only) || only.length === 0) return undefined;
  const names = (only as readonly unknown[]).flatMap((word): readonly (OutputName | undefined)[] => (word === "handout" ? OUTPUT_GROUPS.handout : [OUTPUT_NAMES.find((name) => name === word)]));
  return names.every((name) => name !== undefined) ? names : undefined;
}
