/** Diagnostics about rows: `check-ignore A05: why` in the note of any row that one is about silences it. */
import type { Diagnostic, Report } from "../../diagnostics/diagnostic.ts";
import type { Observation } from "../../model/indicator.ts";

/** Reports a diagnostic about `rows`. Exceptions are applied at the end, so that unused ones can be found. */
export function reportOnRows(diagnostic: Diagnostic, rows: readonly Observation[], report: Report): void {
  report({ ...diagnostic, about: rows.map(({ span }) => span) });
}
