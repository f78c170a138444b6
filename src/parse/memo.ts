/** Keeps what a stage returned and reported for the same inputs, so that the preview parses only the file that changed. */
import type { Diagnostic, Report } from "../diagnostics/diagnostic.ts";

interface Kept {
  readonly inputs: readonly unknown[];
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
}

/** Results by name of the work; the caller keeps them from one compilation to the next. */
export type ParseCache = Map<string, Kept>;

export function createParseCache(): ParseCache {
  return new Map();
}

/**
 * The value of `work`, or the kept one when every input is the same as last time (by identity; texts by content). `work` must
 * depend only on `inputs`; whatever it reported is reported again.
 */
export function recall<T>(cache: ParseCache, name: string, inputs: readonly unknown[], report: Report, work: (report: Report) => T): T {
  const kept = cache.get(name);
  if (kept !== undefined && kept.inputs.length === inputs.length && inputs.every((input, index) => input === kept.inputs[index])) {
    kept.diagnostics.forEach(report);
    // Each name stands for one kind of work, so a value kept under it has that type.
    return kept.value as T;
  }
  const diagnostics: Diagnostic[] = [];
  const value = work((diagnostic) => void diagnostics.push(diagnostic));
  cache.set(name, { inputs, value, diagnostics });
  diagnostics.forEach(report);
  return value;
}
