/** What has changed since the last complete edition, as the sheet that the office signs. */
import { writeChangeSheet } from "../change-sheet.ts";
import { diffEditions } from "../diff/diff-editions.ts";
import { editionOf, withPrivateNotes } from "../diff/edition.ts";
import { parsePrintedPages } from "../diff/printed-pages.ts";
import { parseEdition, parsePrivateNotes } from "../diff/read-edition.ts";
import type { Deck } from "../model/deck.ts";
import type { World } from "../world/world.ts";
import { folderOf } from "./made.ts";

interface Options {
  readonly dir: string;
  readonly themes: readonly string[];
  readonly lang: "zh" | "en";
  readonly world: World;
}

const LABELS = { zh: { before: "上次生成的全部成果", after: "现在的稿子" }, en: { before: "everything as it was last made", after: "the report as it is" } } as const;

/** The sheet as a page; null where no edition was made yet, or the report has never compiled. */
export async function changesSince(model: Deck | null, { dir, themes, lang, world }: Options): Promise<string | null> {
  const out = folderOf(dir, "all", lang);
  const read = (path: string): Promise<Uint8Array | null> => world.readFile(`${out}/${path}`, out).catch(() => null);
  const [edition, notes, pages] = await Promise.all(["data/edition.json", "internal/notes.json", "internal/pages.json"].map(read));
  const before = parseEdition(edition ?? null);
  if (before === null || model === null) return null;
  const known = parsePrivateNotes(notes ?? null);
  const after = editionOf(model, true);
  const changes = diffEditions(known === null ? before : withPrivateNotes(before, known), after, { before: parsePrintedPages(pages ?? null), after: null });
  // A character without a face shows as a box; the sheet is of use all the same.
  return new TextDecoder().decode(await writeChangeSheet({ changes, labels: LABELS[lang], edition: after, themes, lang }, null, world, () => undefined));
}
