/** Turns projects into editions, for tests of the comparison. */
import { editionOf, type Edition } from "../../src/diff/edition.ts";
import { compileFolder, smallProject, withFolder } from "../support/project.ts";

/** The edition of the small project; `files` replace or (null) remove. */
export async function edition(files: Readonly<Record<string, string | null>> = {}, withNotes = true): Promise<Edition> {
  return withFolder(smallProject(files), async (dir) => {
    const { model, diagnostics } = await compileFolder(dir);
    if (model === null) throw new Error(JSON.stringify(diagnostics, null, 2));
    return editionOf(model, withNotes);
  });
}
