/** Cuts what no report has: a line longer than a whole report. Everything that reads lines may then take its time over one. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { lineTooLong } from "../diagnostics/messages/settings.ts";
import type { SourceFile } from "../model/sources.ts";

/** Characters (UTF-16 units) of a line; the longest published reports have 40,000 in all. */
export const MOST_IN_LINE = 100_000;

/** The file with lines of at most {@link MOST_IN_LINE} characters; each longer one is reported, so that nothing is shown without its end. */
export function boundLines({ path, text }: SourceFile, report: Report): SourceFile {
  if (text.length <= MOST_IN_LINE) return { path, text };
  const lines = text.split("\n");
  if (lines.every((line) => line.length <= MOST_IN_LINE)) return { path, text };
  const cut = lines.map((line, index) => {
    if (line.length <= MOST_IN_LINE) return line;
    report(lineTooLong({ file: path, line: index + 1, column: MOST_IN_LINE + 1, endLine: index + 1, endColumn: MOST_IN_LINE + 2 }, MOST_IN_LINE));
    return line.slice(0, MOST_IN_LINE);
  });
  return { path, text: cut.join("\n") };
}
