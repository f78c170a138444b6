/** Where a command prints, in which language, and how it exits. */
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatDiagnostics } from "../diagnostics/format.ts";
import { shapeDiagnostics, type Format } from "../diagnostics/formats.ts";

export interface Output {
  /** Results, to standard output. */
  readonly print: (text: string) => void;
  /** Progress and diagnostics, to standard error. */
  readonly warn: (text: string) => void;
  /** Whether diagnostics may be coloured. */
  readonly colour: boolean;
  readonly lang: "zh" | "en";
  /** Version of Luduan, for logs that name their tool. */
  readonly version: string;
}

/** Where Luduan's own files are, and the folder for relative names. */
export interface Place {
  readonly home: URL;
  readonly from: string;
  /** How this user calls the tool: `npm run luduan --` or `luduan`. */
  readonly luduan: string;
}

/**
 * Prints diagnostics in the given format and returns the exit code: 0 fine, 1 the deck, 2 the machine or the usage. `below`
 * is the path of the project from the user's current folder; `all` lists every diagnostic even where there are many of a kind.
 */
export function conclude(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>, format: Format, output: Output, below = "", all = false): number {
  if (format !== "text") output.print(shapeDiagnostics(diagnostics, format, { lang: output.lang, version: output.version, below }));
  else if (diagnostics.length > 0) output.warn(formatDiagnostics(diagnostics, sources, { lang: output.lang, colour: output.colour, all }));
  return exitCode(diagnostics);
}

/** Path of `dir` from the user's current folder, ending in a slash; empty if it is that folder. */
export function pathBelow(dir: string, place: Place): string {
  const path = relative(place.from, dir).replaceAll("\\", "/");
  return path === "" ? "" : `${path}/`;
}

/** 1 if an error has a place (the deck's fault), 2 if none has (the machine's), 0 without errors. */
export function exitCode(diagnostics: readonly Diagnostic[]): number {
  if (!hasErrors(diagnostics)) return 0;
  return diagnostics.some((diagnostic) => diagnostic.severity === "error" && diagnostic.span !== null) ? 1 : 2;
}

/** Folders in which to look for themes: the project's own first. */
export function themeFolders(dir: string, place: Place): string[] {
  return [resolve(dir, "themes"), fileURLToPath(new URL("themes", place.home))];
}

/** Milliseconds as seconds, for display. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
