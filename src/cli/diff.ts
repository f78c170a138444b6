/** luduan diff: compares two editions of a report, prints the changes, and on request writes them as a sheet to sign. */
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeChangeSheet } from "../change-sheet.ts";
import { hasErrors, type Diagnostic, type Report } from "../diagnostics/diagnostic.ts";
import { comparedWithErrors, nothingToCompare } from "../diagnostics/messages/history.ts";
import { reportName } from "../diagnostics/messages/usage.ts";
import { plainJson } from "../model/characters/plain.ts";
import { diffEditions } from "../diff/diff-editions.ts";
import type { Change } from "../diff/changes.ts";
import { formatChanges, type Labels } from "../diff/format-changes.ts";
import { createWorld } from "../world/node-world.ts";
import type { World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import { openEditions, type Opened } from "./open-editions.ts";
import { conclude, exitCode, themeFolders, type Output, type Place } from "./output.ts";
import { untilStopped } from "./stop.ts";
import { words } from "./words.ts";

export async function runDiff(command: Command, place: Place, output: Output): Promise<number> {
  const { word, out, format } = command;
  if (word === null) return conclude([nothingToCompare()], new Map(), format, output);
  if (out !== null && !/\.(?:html|pdf)$/i.test(out)) return conclude([reportName(out)], new Map(), format, output);
  const world = createWorld({ home: fileURLToPath(place.home), browserUrl: command.browserUrl });
  return untilStopped(world, () => undefined, async () => {
    const opened = await openEditions({ before: word, after: command.words[1] ?? null, place, output }, world);
    if ("failures" in opened) return conclude(opened.failures, opened.sources, format, output);
    const changes = diffEditions(opened.before.edition, opened.after.edition, { before: opened.before.printed, after: opened.after.printed });
    tellChanges(changes, opened, command, output);
    const warnings = [opened.before, opened.after].flatMap(({ label, errors }) => (errors === 0 ? [] : [comparedWithErrors(label, errors)]));
    if (out !== null) warnings.push(...(await writeReport(changes, opened, resolve(place.from, out), { place, output, world })));
    if (warnings.length > 0 && format === "text") conclude(warnings, new Map(), "text", output);
    return hasErrors(warnings) ? exitCode(warnings) : command.exitCode && changes.length > 0 ? 1 : 0;
  });
}

function tellChanges(changes: readonly Change[], { before, after }: Opened, { format }: Command, output: Output): void {
  const labels: Labels = { before: before.label, after: after.label };
  if (format === "text") return output.print(formatChanges(changes, labels, output.lang));
  const about = ({ label, errors, edition: { title, organisation } }: Opened["before"]): object => ({ label, title, organisation, errors });
  output.print(`${plainJson({ before: about(before), after: about(after), changes })}\n`);
}

/** Only warnings here: a sheet is useful even if a character has no glyph, since everybody sees the box. Nobody would see lost text. */
const SEEN: ReadonlySet<string> = new Set(["missing-glyph", "missing-font", "pdf-empty-box"]);

interface Writing {
  readonly place: Place;
  readonly output: Output;
  readonly world: World;
}

/** Returns the diagnostics; with an error nothing is written. */
async function writeReport(changes: readonly Change[], { before, after }: Opened, path: string, { place, output, world }: Writing): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const report: Report = (diagnostic) => void found.push(SEEN.has(diagnostic.code) ? { ...diagnostic, severity: "warning" } : diagnostic);
  const sheet = { changes, labels: { before: before.label, after: after.label }, edition: after.edition, themes: themeFolders(after.dir, place), lang: output.lang };
  const bytes = await writeChangeSheet(sheet, /\.pdf$/i.test(path) ? basename(path) : null, world, report);
  if (hasErrors(found)) return found;
  await world.writeFile(path, bytes);
  output.warn(words(output.lang).wrote(path));
  return found;
}
