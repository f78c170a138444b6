/** Sets engine options before a command is loaded. */
import * as modules from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { cacheFolder } from "../world/cache.ts";

/**
 * Bytes of bytecode that a function runs before the engine reconsiders it, 67,584 by default. V8 11, in Node 20, optimises
 * what has run for a few milliseconds. But a build is over in two seconds, and a tenth of its processor time went into
 * code that hardly ran any more. Slow code is optimised all the same. Later engines count calls and have no such flag.
 */
const BUDGET = "--interrupt-budget=500000";

/**
 * Node 22 and later keep the compiled code of a program between runs, which saves a seventh of the processor time of a check. A
 * folder that cannot be written costs time only. https://nodejs.org/api/module.html#moduleenablecompilecachecachedir
 */
export function keepCompiledCode(environment: Readonly<Record<string, string | undefined>>): void {
  const { enableCompileCache } = modules as { readonly enableCompileCache?: (folder: string) => unknown };
  enableCompileCache?.(join(cacheFolder(environment), "compiled"));
}

export function tuneEngine(): void {
  if (process.versions.v8.startsWith("11.")) setFlagsFromString(BUDGET);
}
