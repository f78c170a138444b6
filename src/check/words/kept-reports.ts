/** Keeps what was reported on a part of the deck while it is unchanged: the preview checks only the slides that changed. */
import type { Diagnostic, Report } from "../../diagnostics/diagnostic.ts";

interface Kept {
  readonly inputs: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
}

/** By part; the entry of a part that no deck has any more is dropped. */
const KEPT = new WeakMap<object, Kept>();

/** Reports what `work` finds in `part`. It runs again only if the part or an input is another object, and must depend only on them. */
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
