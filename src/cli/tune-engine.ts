/** What the engine is told before a command is loaded. */
import { setFlagsFromString } from "node:v8";

/**
 * Bytes of bytecode that a function runs before it is looked at again, 67,584 by default. V8 11, which Node 20 has, optimises what has
 * run for some milliseconds; a build is over after two seconds, and a tenth of its processor time went into code that was
 * hardly run any more. What takes long is optimised all the same. Later engines count calls and know no such flag.
 */
const BUDGET = "--interrupt-budget=500000";

export function tuneEngine(): void {
  if (process.versions.v8.startsWith("11.")) setFlagsFromString(BUDGET);
}
