/** Diagnostics in the shapes that other programs read: JSON, SARIF, a code host's commands, an editor's lines. */
import { sortDiagnostics, type Diagnostic } from "./diagnostic.ts";
import { toJson } from "./format.ts";
import { cellsName, splitSheet } from "../model/span.ts";
import { toSarif } from "./sarif.ts";
import { plainJson, plainLine } from "../model/characters/plain.ts";
import type { ShapeOptions } from "./shape-options.ts";

/** text: for people; json: `--json`; sarif: SARIF 2.1.0; github: workflow commands; unix: one line each, as compilers print. */
export const FORMATS = ["text", "json", "sarif", "github", "unix"] as const;
export type Format = (typeof FORMATS)[number];

/** What goes to standard output, sorted by place. */
export function shapeDiagnostics(diagnostics: readonly Diagnostic[], format: Exclude<Format, "text">, options: ShapeOptions): string {
  switch (format) {
    case "json":
      return `${plainJson(toJson(diagnostics, options.lang))}\n`;
    case "sarif":
      return `${plainJson(toSarif(diagnostics, options))}\n`;
    case "github":
      return sortDiagnostics(diagnostics).map((diagnostic) => `${githubCommand(diagnostic, options)}\n`).join("");
    case "unix":
      return sortDiagnostics(diagnostics).map((diagnostic) => `${unixLine(diagnostic, options)}\n`).join("");
  }
}

/** A diagnostic's path as the reader has to write it. */
export function pathFrom(below: string, file: string): string {
  return /^(?:\/|[A-Za-z]:\/)/.test(file) ? file : below + file;
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions: characters that would end a value are escaped. */
function githubCommand({ severity, code, rule, message, hint, span }: Diagnostic, { lang, below }: ShapeOptions): string {
  const level = severity === "note" ? "notice" : severity;
  const cells = span === null ? null : cellsName(span);
  const lines = span === null || cells !== null ? {} : { line: span.line, endLine: span.endLine, col: span.column, endColumn: span.endColumn };
  const place = span === null ? {} : { file: plainLine(pathFrom(below, splitSheet(span.file).file)), ...lines };
  const properties = Object.entries({ ...place, title: rule === null ? code : `${code} (${rule})` });
  const text = (cells === null ? "" : `${plainLine(cells)}: `) + [message[lang], ...(hint === null ? [] : [hint[lang]])].flatMap((part) => part.split("\n")).map(plainLine).join("\n");
  return `::${level} ${properties.map(([name, value]) => `${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`).join(",")}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** `file:line:column: severity: message [code]`, as GCC prints; a diagnostic without a file is the tool's. */
function unixLine({ severity, code, message, span }: Diagnostic, { lang, below }: ShapeOptions): string {
  const place = span === null ? "luduan" : `${pathFrom(below, splitSheet(span.file).file)}:${span.line}:${span.column}`;
  const cells = span === null ? null : cellsName(span);
  return plainLine(`${place}: ${severity}: ${cells === null ? "" : `${cells}: `}${message[lang].replaceAll(/(?<!\s)\s*\n\s*/g, " ")} [${code}]`);
}
