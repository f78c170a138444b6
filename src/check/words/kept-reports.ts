/** Keeps what was said of a part of the deck while that part is the same: the preview checks only the slides that changed. */
import type { Diagnostic, Report } from "../../diagnostics/diagnostic.ts";

interface Kept {
  readonly inputs: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
}

/** By part; what is no longer in any deck goes with it. */
const KEPT = new WeakMap<object, Kept>();

/** Reports what `work` says of `part`, anew only when the part or an input is another object; `work` depends on them alone. */
export function reportOnce(part: object, inputs: readonly unknown[], report: Report, work: (report: Report) => void): void {
  const kept = KEPT.get(part);
  if (kept !== undefined && kept.inputs.length === inputs.length && kept.inputs.every((input, index) => input === inputs[index])) {
    kept.diagnostics.forEach(report);
    return;
  }
  const diagnostics: Diagnostic[] = [];
  work((diagnostic) => void diagnostics.push(diagnostic));
  KEPT.set(part, { inputs, diagnostics });
  diagnostics.forEach(report);
}
