/** Where a command prints, in which language, and how it ends. */
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../diagnostics/format.ts";
import { shapeDiagnostics, type Format } from "../diagnostics/formats.ts";

export interface Output {
  /** Results, to standard output. */
  readonly print: (text: string) => void;
  /** Progress and complaints, to standard error. */
  readonly warn: (text: string) => void;
  /** Whether complaints may be coloured. */
  readonly colour: boolean;
  readonly lang: "zh" | "en";
  /** Of Luduan, for logs that name their tool. */
  readonly version: string;
}

/** Where Luduan's own files are, and the folder that relative names are meant from. */
export interface Place {
  readonly home: URL;
  readonly from: string;
  /** How this user calls the tool: `npm run luduan --` or `luduan`. */
  readonly luduan: string;
}

/**
 * Prints the complaints as the command asks and says how to exit: 0 fine, 1 the deck, 2 the machine or the usage.
 * `below` is the path of the project from where the user stands; `all` keeps a kind of which there are many from being cut short.
 */
export function conclude(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>, format: Format, output: Output, below = "", all = false): number {
  if (format !== "text") output.print(shapeDiagnostics(diagnostics, format, { lang: output.lang, version: output.version, below }));
  else if (diagnostics.length > 0) output.warn(formatDiagnostics(diagnostics, sources, { lang: output.lang, colour: output.colour, all }));
  return exitCode(diagnostics);
}

/** Path of `dir` from where the user stands, with a slash at its end; empty when they stand there. */
export function pathBelow(dir: string, place: Place): string {
  const path = relative(place.from, dir).replaceAll("\\", "/");
  return path === "" ? "" : `${path}/`;
}

/** An error with a place is the deck's; one without is the machine's. */
export function exitCode(diagnostics: readonly Diagnostic[]): number {
  if (!hasErrors(diagnostics)) return 0;
  return diagnostics.some((diagnostic) => diagnostic.severity === "error" && diagnostic.span !== null) ? 1 : 2;
}

/** Where themes are looked for: the project's own folder first. */
export function themeFolders(dir: string, place: Place): string[] {
  return [resolve(dir, "themes"), fileURLToPath(new URL("themes", place.home))];
}

/** A time as it is shown; from milliseconds. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
