/** Complaints about rows: `check-ignore A05: why` in the note of any row that one speaks of keeps it quiet. */
import type { Diagnostic, Report } from "../../diagnostics/diagnostic.ts";
import type { Observation } from "../../model/indicator.ts";

/** Reports a complaint about `rows`; exceptions are applied when all has been said, so that unused ones come to light. */
export function reportOnRows(diagnostic: Diagnostic, rows: readonly Observation[], report: Report): void {
  report({ ...diagnostic, about: rows.map(({ span }) => span) });
}
