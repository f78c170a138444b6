/** Exceptions of single rows: `check-ignore A05: why` in the column note of observations.csv keeps a rule quiet about that row. */
import type { Diagnostic, Report } from "../../diagnostics/diagnostic.ts";
import { exceptionWithoutReason } from "../../diagnostics/messages/numbers.ts";
import type { Observation } from "../../model/indicator.ts";
import type { Rule } from "../check-deck.ts";

/** Rule or code, then the reason; several are divided by a semicolon. */
const EXCEPTION = /^\s*check-ignore[ \t]+([A-Za-z0-9-]+)[ \t]*(?:[:：](.*))?$/;

/** Reports a complaint about `rows` unless one of them carries an exception with a reason. */
export function reportUnlessExcused(diagnostic: Diagnostic, rows: readonly Observation[], report: Report): void {
  const excused = rows.some((row) => exceptionsOf(row).some(({ code, reason }) => reason !== "" && (code === diagnostic.rule || code === diagnostic.code)));
  if (!excused) report(diagnostic);
}

/** What the column note says beside exceptions; empty for nothing. */
export function remarkOf({ note }: Observation): string {
  return (note ?? "").split(/[;；]/).filter((part) => !EXCEPTION.test(part)).join("；").trim();
}

/** An exception needs its reason. */
export const checkExceptions: Rule = ({ deck, report }) => {
  for (const indicator of deck.indicators) {
    for (const row of indicator.observations) {
      for (const { code, reason } of exceptionsOf(row)) if (reason === "") report(exceptionWithoutReason(row.span, code));
    }
  }
};

function exceptionsOf({ note }: Observation): { readonly code: string; readonly reason: string }[] {
  if (note === null || !note.includes("check-ignore")) return [];
  return note.split(/[;；]/).flatMap((part) => {
    const match = EXCEPTION.exec(part);
    return match === null ? [] : [{ code: match[1]!, reason: (match[2] ?? "").trim() }];
  });
}
