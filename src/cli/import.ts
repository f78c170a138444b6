/** luduan import: makes a draft project of a document, or brings a project up to date with a new one. */
import { basename, dirname, extname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import { folderNotEmpty, missingDocument, noDocument } from "../diagnostics/messages/usage.ts";
import { importDocument, readDataBook, readDocument, renderReview, reviewJson, type DataBook, type Imported } from "../import.ts";
import { createWorld } from "../world/node-world.ts";
import type { World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import { REVIEW_NAMES, updateInto } from "./import-into.ts";
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
    if (document === null || hasErrors(told)) return conclude(told, new Map(), "text", output);
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
  const imported = await importDocument({ document, data, dir, themes: themeFolders(dir, place) }, world);
  const diagnostics = [...told, ...imported.understanding.told, ...(imported.files.size === 0 ? imported.diagnostics : [])];
  const code = conclude(diagnostics, new Map(), "text", output);
  if (imported.files.size === 0) return exitCode(diagnostics);
  await world.replaceFolder(dir, new Map([...imported.files, ...reviewFiles(imported)]));
  output.print(importSummary(imported, dir, place.luduan, output.lang));
  return code;
}

/** What was taken for what, for a person and for a program; named in the report's language. */
function reviewFiles({ review }: Imported): [string, Uint8Array][] {
  const name = REVIEW_NAMES[review.lang];
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [[`${name}.html`, encode(renderReview(review))], [`${name}.json`, encode(reviewJson(review))]];
}
