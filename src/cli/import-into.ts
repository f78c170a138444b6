/** luduan import --into: brings a project up to date with a new document. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { changesOf, readLastImport, updateProject, type UpdateOptions } from "../update.ts";
import type { World } from "../world/world.ts";
import { updateSummary } from "./import-summary.ts";
import { conclude, exitCode, pathBelow, themeFolders, type Output, type Place } from "./output.ts";

export async function updateInto(dir: string, { document, data = null, told }: Pick<UpdateOptions, "document" | "data"> & { readonly told: readonly Diagnostic[] }, place: Place, output: Output, world: World): Promise<number> {
  await world.finishChange(dir);
  const updated = await updateProject({ document, data, dir, themes: themeFolders(dir, place), written: await readLastImport(dir, world), told }, world);
  const diagnostics = [...told, ...updated.diagnostics];
  const code = conclude(diagnostics, updated.sources, "text", output, pathBelow(dir, place), true);
  if (updated.told === null) return exitCode(diagnostics);
  await world.changeFiles(dir, await changesOf(dir, updated, world));
  output.print(updateSummary(updated.told, dir, place.luduan, output.lang));
  return code;
}
