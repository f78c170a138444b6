/** luduan import --into on one screen: document and project → edits → compiled in memory → proven → changed files. Nothing is written here. */
import { compile, createCompileCache, type Compiled } from "./build.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { importLost, importUnfinished } from "./diagnostics/messages/import.ts";
import { rewriteBytes } from "./fix/rewrite-bytes.ts";
import { REVIEW_NAMES, reviewFiles, reviewOf, withTold } from "./import.ts";
import { spokenLines, type Aside } from "./import/asides.ts";
import type { ImportReview } from "./import/decision.ts";
import type { Draft } from "./import/draft.ts";
import { learn, UNTAUGHT, type Taught } from "./import/lessons.ts";
import type { MergeEdit, MergeTold } from "./import/merge/edits.ts";
import { mergeNotes, spokenPlaces } from "./import/merge/merge-notes.ts";
import { mergeSettings } from "./import/merge/merge-settings.ts";
import { mergeTables } from "./import/merge/merge-tables.ts";
import { withOwnIds } from "./import/merge/own-ids.ts";
import { spokenText } from "./import/proof.ts";
import { findLostTables } from "./import/shown-tables.ts";
import { understand, type Understanding } from "./import/understand.ts";
import type { Deck } from "./model/deck.ts";
import type { DocumentPicture, SourceDocument } from "./read/documents/document.ts";
import type { DataBook } from "./read/workbook/read-data-book.ts";
import { overlay } from "./world/overlay.ts";
import type { FileChange, World } from "./world/world.ts";

export interface Updated {
  /** New bytes of the files that change, by path below the project. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Bytes of these files as they were read; none for a file that was absent. */
  readonly before: ReadonlyMap<string, Uint8Array>;
  readonly review: ImportReview | null;
  readonly told: MergeTold | null;
  /** Errors of a person's own slides, which lack what the new document does not say; or those that stopped the update. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

export interface UpdateOptions {
  readonly document: SourceDocument;
  /** The office's workbook of figures. */
  readonly data?: DataBook | null;
  readonly dir: string;
  readonly themes: readonly string[];
  /** What reading the document reported. */
  readonly told?: readonly Diagnostic[];
  /** Paragraphs that the last import wrote, from its 导入核对.json: what else is spoken is a person's own. */
  readonly written: ReadonlySet<string>;
}

const MOST_ROUNDS = 12;

/** What a project becomes with a new document: only spoken text and rows that changed. A project with errors is left alone. */
export async function updateProject({ document, data = null, dir, themes, written, told = [] }: UpdateOptions, world: World): Promise<Updated> {
  const before = await compile(dir, themes, world, createCompileCache());
  const { model, sources } = before;
  const broken = before.diagnostics.filter(({ severity }) => severity === "error");
  if (model === null || broken.length > 0) return { files: new Map(), before: new Map(), review: null, told: null, diagnostics: broken, sources };
  const today = new Date(world.now()).getUTCFullYear();
  let taught: Taught = UNTAUGHT;
  for (let round = 0; ; round++) {
    const understanding = withOwnIds(understand(document, { today, data, refused: new Set(), plain: taught.plain, spokenTables: taught.spokenTables }), model.indicators, taught.refused);
    const plan = planUpdate(understanding, model, sources, written, taught);
    const { files, before: read } = await rewrite(plan, dir, world);
    const compiled = await compile(dir, themes, overlay(world, dir, files, false), createCompileCache());
    const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
    const draft = draftOf(compiled, plan.edits);
    const own = errors.filter(({ span }) => span === null || (draft.lines.get(span.file)?.[span.line - 1] ?? "") !== "");
    const loss = own.length > 0 || compiled.model === null ? null : missingIn(understanding, plan.told, compiled.model);
    // What a person's own slides lack now, a figure of the new year, only a person can mend.
    const lost = own.length > 0 || compiled.model === null || loss !== null ? [] : findLostTables(understanding, compiled.model);
    if (own.length === 0 && compiled.model !== null && loss === null && lost.length === 0) {
      const finished = withTold(understanding, await newPictures(understanding, dir, world));
      return { files, before: read, review: reviewOf(finished, told, plan.told.unplaced), told: plan.told, diagnostics: [...finished.told, ...errors], sources: compiled.sources };
    }
    const next = lost.length > 0 ? { ...taught, spokenTables: new Set([...taught.spokenTables, ...lost]) } : loss === null ? learn(taught, draft, own) : { ...taught, careful: new Set([...taught.careful, loss]), plain: taught.careful.has(loss) ? new Set([...taught.plain, loss]) : taught.plain };
    if (next === taught || round === MOST_ROUNDS) return { files: new Map(), before: new Map(), review: null, told: null, diagnostics: loss === null ? [importUnfinished(document.path), ...errors] : [importLost(document.path, loss, textOf(understanding, loss), null)], sources: compiled.sources };
    taught = next;
  }
}

/** Pictures of the document that are not in images/: an update makes no slides. */
async function newPictures({ enclosures }: Understanding, dir: string, world: World): Promise<DocumentPicture[]> {
  const pictures = enclosures.flatMap(({ block }) => (block.type === "picture" ? [block] : []));
  const there: Uint8Array[] = [];
  for (const { name, type } of pictures.length === 0 ? [] : ((await world.listFolder(`${dir}/images`, dir)) ?? [])) {
    const bytes = type === "file" ? await world.readFile(`${dir}/images/${name}`, dir) : null;
    if (bytes !== null) there.push(bytes);
  }
  return pictures.filter(({ bytes }) => !there.some((one) => Buffer.compare(one, bytes) === 0));
}

interface Plan {
  readonly edits: readonly MergeEdit[];
  /** Tables that the project does not have yet. */
  readonly files: ReadonlyMap<string, string>;
  readonly told: MergeTold;
}

function planUpdate(understanding: Understanding, model: Deck, sources: ReadonlyMap<string, string>, written: ReadonlySet<string>, taught: Taught): Plan {
  const settings = mergeSettings(understanding, sources.get("slides/deck.yaml") ?? "");
  const notes = mergeNotes({ understanding, places: spokenPlaces(model), sources, written, lessons: taught, anotherYear: settings.edits.length > 0 });
  const tables = mergeTables(understanding, sources);
  const { changed, added, unplaced, removed, kept } = notes;
  return { edits: [...settings.edits, ...notes.edits, ...tables.edits], files: tables.files, told: { changed, added, unplaced, removed, kept, rows: [...settings.rows, ...tables.rows] } };
}

/** Each changed file in its own encoding. What that cannot hold stays as it is: the proof then finds the text missing. */
async function rewrite({ edits, files }: Plan, dir: string, world: World): Promise<Pick<Updated, "files" | "before">> {
  const written = new Map<string, Uint8Array>([...files].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const before = new Map<string, Uint8Array>();
  for (const file of new Set(edits.map(({ span }) => span.file))) {
    const bytes = await world.readFile(`${dir}/${file}`, dir);
    const own = edits.filter(({ span }) => span.file === file).toSorted((a, b) => a.span.line - b.span.line || a.span.column - b.span.column);
    const changed = bytes === null ? null : rewriteBytes(bytes, own.map(({ span, after }) => ({ span, before: "", after, code: "", rule: null })));
    if (bytes === null || changed === null) continue;
    written.set(file, changed);
    before.set(file, bytes);
  }
  return { files: written, before };
}

/** The number of the first paragraph with a place that the project does not speak, in the order of the document; null where it speaks them all. */
function missingIn({ outline: { paragraphs }, references }: Understanding, { unplaced }: MergeTold, deck: Deck): number | null {
  const spoken = spokenText(deck);
  let from = 0;
  for (const { paragraph, text } of spokenLines(paragraphs, references)) {
    if (unplaced.includes(paragraph)) continue;
    const at = spoken.indexOf(text, from);
    if (at === -1) return paragraph;
    from = at + 1;
  }
  return null;
}

function textOf({ outline: { paragraphs } }: Understanding, number: number): string {
  return paragraphs.find(({ paragraph }) => paragraph === number)?.text ?? "";
}

/** Names of the lines that edits have written, so that errors teach as they do for a draft. */
function draftOf({ sources }: Compiled, edits: readonly MergeEdit[]): Draft {
  const names = new Map(edits.flatMap(({ after, name }) => after.split("\n").filter((line) => line.trim() !== "").map((line) => [line, name] as const)));
  const lines = new Map([...sources].map(([path, text]) => [path, text.split("\n").map((line) => names.get(line) ?? "")]));
  return { files: sources, lines };
}

/** The paragraphs that the last import wrote; empty where its review is gone. */
export async function readLastImport(dir: string, world: World): Promise<ReadonlySet<string>> {
  const texts = new Set<string>();
  for (const name of Object.values(REVIEW_NAMES)) {
    const bytes = await world.readFile(`${dir}/${name}.json`, dir);
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
export async function changesOf(dir: string, { files, before, review }: Updated, world: World): Promise<ReadonlyMap<string, FileChange>> {
  const changes = new Map<string, FileChange>([...files].map(([path, after]) => [path, { before: before.get(path) ?? null, after }]));
  for (const [path, after] of review === null ? [] : reviewFiles(review)) changes.set(path, { before: await world.readFile(`${dir}/${path}`, dir), after });
  return changes;
}
