/** A new document for a report that is there: shown with all that it would change, and written when a person says so. */
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { DeskMerge } from "../model/desk.ts";
import { changesOf, readLastImport, updateProject, type Updated, type UpdateOptions } from "../update.ts";
import type { FileChange, World } from "../world/world.ts";
import { say, sayAll } from "./say.ts";

export interface Merges {
  /** What a document would change in the project of a folder. */
  readonly plan: (dir: string, read: Pick<UpdateOptions, "document" | "data" | "told">) => Promise<DeskMerge>;
  /** The files of the last plan; null before one was made. */
  readonly planned: () => { readonly dir: string; readonly changes: ReadonlyMap<string, FileChange> } | null;
  readonly drop: () => void;
}

interface Options {
  readonly themes: (dir: string) => readonly string[];
  readonly lang: "zh" | "en";
  readonly world: World;
}

/** Nobody reads more of a list; the review has all. */
const MOST = 200;

export function createMerges({ themes, lang, world }: Options): Merges {
  let planned: { readonly dir: string; readonly changes: ReadonlyMap<string, FileChange> } | null = null;
  return {
    plan: async (dir, read) => {
      planned = null;
      await world.finishChange(dir);
      const updated = await updateProject({ ...read, dir, themes: themes(dir), written: await readLastImport(dir, world) }, world);
      if (updated.told === null) return { type: "refused", message: sayAll(updated.diagnostics, lang) };
      planned = { dir, changes: await changesOf(dir, updated, world) };
      return describe(dir, updated, updated.told, lang);
    },
    planned: () => planned,
    drop: () => void (planned = null),
  };
}

function describe(dir: string, { review, diagnostics }: Updated, { changed, added, removed, kept, rows, unplaced }: NonNullable<Updated["told"]>, lang: "zh" | "en"): DeskMerge {
  const textOf = (number: number): string => review?.paragraphs.find(({ paragraph }) => paragraph === number)?.text ?? String(number);
  return {
    type: "merge", dir, title: review?.title ?? "", changed: changed.length, added: added.length,
    removed: removed.slice(0, MOST), kept: kept.slice(0, MOST), rows: rows.slice(0, MOST), unplaced: unplaced.slice(0, MOST).map(textOf),
    problems: diagnostics.filter((one) => hasErrors([one])).slice(0, MOST).map((one) => say(one, lang)),
  };
}
