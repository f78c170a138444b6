/** Sets engine options before a command is loaded. */
import { setFlagsFromString } from "node:v8";

/**
 * Bytes of bytecode that a function runs before the engine reconsiders it, 67,584 by default. V8 11, in Node 20, optimises
 * what has run for a few milliseconds. But a build is over in two seconds, and a tenth of its processor time went into
 * code that hardly ran any more. Slow code is optimised all the same. Later engines count calls and have no such flag.
 */
const BUDGET = "--interrupt-budget=500000";

export function tuneEngine(): void {
  if (process.versions.v8.startsWith("11.")) setFlagsFromString(BUDGET);
}
