/** Where a command prints, in which language, and how it ends. */
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatDiagnostics, toJson } from "../diagnostics/format.ts";

export interface Output {
  /** Results, to standard output. */
  readonly print: (text: string) => void;
  /** Progress and complaints, to standard error. */
  readonly warn: (text: string) => void;
  /** Whether complaints may be coloured. */
  readonly colour: boolean;
  readonly lang: "zh" | "en";
}

/** Where Luduan's own files are, and the folder that relative names are meant from. */
export interface Place {
  readonly home: URL;
  readonly from: string;
  /** How this user calls the tool: `npm run luduan --` or `luduan`. */
  readonly luduan: string;
}

/** Prints the complaints as the command asks and says how to exit: 0 fine, 1 the deck, 2 the machine or the usage. */
export function conclude(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>, json: boolean, output: Output): number {
  if (json) output.print(`${JSON.stringify(toJson(diagnostics, output.lang), null, 2)}\n`);
  else if (diagnostics.length > 0) output.warn(formatDiagnostics(diagnostics, sources, { lang: output.lang, colour: output.colour }));
  return exitCode(diagnostics);
}

/** An error with a place is the deck's; one without is the machine's. */
export function exitCode(diagnostics: readonly Diagnostic[]): number {
  if (!hasErrors(diagnostics)) return 0;
  return diagnostics.some((diagnostic) => diagnostic.severity === "error" && diagnostic.span !== null) ? 1 : 2;
}
