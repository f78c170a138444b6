/** luduan import: makes a draft project of a document, or brings a project up to date with a new one. */
import { basename, dirname, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { folderNotEmpty, missingDocument, noDocument } from "../diagnostics/messages/usage.ts";
import { importDocument, readDataBook, readDocument, reviewFiles, type DataBook } from "../import.ts";
import { createWorld } from "../world/node-world.ts";
import type { World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import { updateInto } from "./import-into.ts";
import { importSummary } from "./import-summary.ts";
import { conclude, exitCode, themeFolders, type Output, type Place } from "./output.ts";
import { untilStopped } from "./stop.ts";

export async function runImport(command: Command, place: Place, output: Output): Promise<number> {
  const [name] = command.words;
  if (name === undefined || name === "") return conclude([missingDocument()], new Map(), "text", output);
  const world = createWorld({ home: fileURLToPath(place.home) });
  return untilStopped(world, () => undefined, async () => {
    const path = resolve(place.from, name);
    const bytes = await world.readFile(path, dirname(path));
    if (bytes === null) return conclude([noDocument(name)], new Map(), "text", output);
    const told: Diagnostic[] = [];
    const document = await readDocument(name, bytes, (diagnostic) => void told.push(diagnostic));
    const data = command.data === null ? null : await openData(command.data, place, told, world);
    if (document === null || hasErrors(told)) return conclude(told, new Map(), "text", output, "", true);
    if (command.into !== null) return updateInto(resolve(place.from, command.into), { document, data, told }, place, output, world);
    const dir = resolve(place.from, command.words[1] ?? basename(name, extname(name)));
    return make({ dir, document, data, told }, place, output, world);
  });
}

/** The workbook of `--data`; null after telling why it cannot be read. */
async function openData(name: string, place: Place, told: Diagnostic[], world: World): Promise<DataBook | null> {
  const path = resolve(place.from, name);
  const bytes = await world.readFile(path, dirname(path));
  if (bytes !== null) return readDataBook(name, bytes, (diagnostic) => void told.push(diagnostic));
  told.push(noDocument(name));
  return null;
}

interface Job {
  readonly dir: string;
  readonly document: NonNullable<Awaited<ReturnType<typeof readDocument>>>;
  readonly data: DataBook | null;
  readonly told: readonly Diagnostic[];
}

/** The folder is written aside and renamed in, so a killed import leaves none. */
async function make({ dir, document, data, told }: Job, place: Place, output: Output, world: World): Promise<number> {
  await world.recoverFolder(dir);
  const there = await world.listFolder(dir, dir);
  if (there !== null && there.length > 0) return conclude([folderNotEmpty(dir)], new Map(), "text", output);
  const imported = await importDocument({ document, data, dir, themes: themeFolders(dir, place), told }, world);
  const diagnostics = [...told, ...imported.understanding.told, ...(imported.files.size === 0 ? imported.diagnostics : [])];
  // What is not taken over is told place by place: nobody else will.
  const code = conclude(diagnostics, new Map(), "text", output, "", true);
  if (imported.files.size === 0) return exitCode(diagnostics);
  await world.createFolder(dir, new Map([...imported.files, ...reviewFiles(imported.review)]));
  output.print(importSummary(imported, dir, place.luduan, output.lang));
  return code;
}
