/** luduan import --into: brings a project up to date with a new document. */
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { REVIEW_NAMES, reviewFiles, spokenLines, type Aside } from "../import.ts";
import { updateProject, type Updated, type UpdateOptions } from "../update.ts";
import type { World } from "../world/world.ts";
import { updateSummary } from "./import-summary.ts";
import { conclude, exitCode, pathBelow, themeFolders, type Output, type Place } from "./output.ts";

export async function updateInto(dir: string, { document, data = null, told }: Pick<UpdateOptions, "document" | "data"> & { readonly told: readonly Diagnostic[] }, place: Place, output: Output, world: World): Promise<number> {
  await world.finishChange(dir);
  const updated = await updateProject({ document, data, dir, themes: themeFolders(dir, place), written: await lastImport(dir, world), told }, world);
  const diagnostics = [...told, ...updated.diagnostics];
  const code = conclude(diagnostics, updated.sources, "text", output, pathBelow(dir, place), true);
  if (updated.told === null) return exitCode(diagnostics);
  await writeChanges(dir, updated, world);
  output.print(updateSummary(updated.told, dir, place.luduan, output.lang));
  return code;
}

/** The paragraphs that the last import wrote; empty where its review is gone. */
async function lastImport(dir: string, world: World): Promise<ReadonlySet<string>> {
  const texts = new Set<string>();
  for (const name of Object.values(REVIEW_NAMES)) {
    const bytes = await world.readFile(join(dir, `${name}.json`), dir);
    for (const text of bytes === null ? [] : paragraphsIn(new TextDecoder().decode(bytes))) texts.add(text);
  }
  return texts;
}

function paragraphsIn(json: string): string[] {
  try {
    const { paragraphs } = JSON.parse(json) as { paragraphs?: unknown };
    return Array.isArray(paragraphs) ? paragraphs.flatMap(spokenIn) : [];
  } catch {
    return [];
  }
}

/** Anyone may have edited the file: what is not as we write it says nothing. */
function spokenIn(one: unknown): string[] {
  if (typeof one !== "object" || one === null || !("text" in one) || typeof one.text !== "string") return [];
  const asides: unknown[] = "asides" in one && Array.isArray(one.asides) ? one.asides : [];
  const sound = asides.filter((aside): aside is Aside => typeof aside === "object" && aside !== null && "text" in aside && typeof aside.text === "string" && "mark" in aside && typeof aside.mark === "string" && "after" in aside && (aside.after === null || typeof aside.after === "number"));
  return spokenLines([{ paragraph: 0, text: one.text, asides: sound }], new Map()).map(({ text }) => text);
}

/** The project's files and the review of the import become new together. */
async function writeChanges(dir: string, { files, before, review }: Updated, world: World): Promise<void> {
  const changes = new Map([...files].map(([path, after]) => [path, { before: before.get(path) ?? null, after }]));
  for (const [path, after] of review === null ? [] : reviewFiles(review)) changes.set(path, { before: await world.readFile(join(dir, path), dir), after });
  await world.changeFiles(dir, changes);
}
