/** A document that was dropped on the page: read, understood, shown with its review, and written only when a person says where. */
import { basename, extname } from "node:path";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.ts";
import { importDocument, readDataBook, readDocument, renderReview, reviewFiles, type DataBook, type Imported } from "../import.ts";
import type { DeskDraft } from "../model/desk.ts";
import type { UpdateOptions } from "../update.ts";
import type { World } from "../world/world.ts";
import { sayAll } from "./say.ts";

export interface Drafts {
  /** Reads a document, or a workbook that waits for its document. */
  readonly take: (name: string, bytes: Uint8Array) => Promise<DeskDraft>;
  /** The review of the last document as a page; null before one was read. */
  readonly review: () => string | null;
  /** The last document as it was read, for a report that is there; null before one was read. */
  readonly document: () => Pick<UpdateOptions, "document" | "data" | "told"> | null;
  /** The files of the last document; null before one was read. */
  readonly files: () => ReadonlyMap<string, Uint8Array> | null;
  readonly drop: () => void;
}

interface Options {
  readonly themes: (dir: string) => readonly string[];
  readonly lang: "zh" | "en";
  readonly world: World;
  /** A new folder for a report of that name. */
  readonly folderFor: (name: string) => Promise<string>;
}

/** Names of files on Windows leave these out. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;
const LONGEST = 60;

export function createDrafts({ themes, lang, world, folderFor }: Options): Drafts {
  let data: DataBook | null = null;
  let imported: Imported | null = null;
  let source: Pick<UpdateOptions, "document" | "data" | "told"> | null = null;
  const refuse = (found: readonly Diagnostic[]): DeskDraft => ({ type: "refused", message: sayAll(found, lang) });
  return {
    take: async (name, bytes) => {
      const told: Diagnostic[] = [];
      if (/\.xls[xm]?$/i.test(name)) {
        data = await readDataBook(name, bytes, (diagnostic) => void told.push(diagnostic));
        return data === null || hasErrors(told) ? refuse(told) : { type: "data", name };
      }
      const document = await readDocument(name, bytes, (diagnostic) => void told.push(diagnostic));
      if (document === null || hasErrors(told)) return refuse(told);
      const plain = basename(name, extname(name)).replaceAll(UNFIT, "").slice(0, LONGEST);
      const dir = await folderFor(plain);
      const made = await importDocument({ document, data, dir, themes: themes(dir), told }, world);
      if (made.files.size === 0) return refuse([...told, ...made.diagnostics]);
      imported = made;
      source = { document, data, told };
      data = null;
      return { type: "draft", title: made.review.title === "" ? plain : made.review.title, doubts: doubtsIn(made), dir };
    },
    review: () => (imported === null ? null : renderReview(imported.review)),
    files: () => (imported === null ? null : new Map([...imported.files, ...reviewFiles(imported.review)])),
    document: () => source,
    drop: () => void ([imported, source] = [null, null]),
  };
}

function doubtsIn({ review }: Imported): number {
  return review.decisions.filter(({ type, certainty }) => certainty === "unsure" && type !== "count").length;
}
