/** luduan import on one screen: document → understanding → draft → compiled in memory → proven → files. Nothing is written here. */
import { compile, createCompileCache } from "./build.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { documentNotTaken } from "./diagnostics/messages/documents.ts";
import { importLost, importUnfinished } from "./diagnostics/messages/import.ts";
import { spokenLines } from "./import/asides.ts";
import { writeDraft, type Draft } from "./import/draft.ts";
import type { ImportReview, ToldThing } from "./import/decision.ts";
import { forget, learn, UNTAUGHT, type Taught } from "./import/lessons.ts";
import { spokenParagraphs } from "./import/outline.ts";
import { findDifference } from "./import/proof.ts";
import { findLostTables } from "./import/shown-tables.ts";
import { draftSections } from "./import/slides.ts";
import { understand, type Understanding } from "./import/understand.ts";
import { cellsName } from "./model/span.ts";
import type { Deck } from "./model/deck.ts";
import type { DocumentPicture, SourceDocument } from "./read/documents/document.ts";
import type { DataBook } from "./read/workbook/read-data-book.ts";
import { overlay } from "./world/overlay.ts";
import type { World } from "./world/world.ts";

export { acceptRow, emptyTable, namedCells } from "./import/accept-row.ts";
export { spokenLines, type Aside } from "./import/asides.ts";
export type { ImportReview, TableLine } from "./import/decision.ts";
export { readDoubts, type Doubt } from "./import/read-doubts.ts";
export { renderReview } from "./import/review-page.ts";
export { REVIEW_NAMES, reviewFiles } from "./import/review-files.ts";
export { reviewJson } from "./import/review-json.ts";
export { readDocument } from "./read/documents/read-document.ts";
export { readDataBook, type DataBook } from "./read/workbook/read-data-book.ts";

export interface Imported {
  /** By path below the project; empty where the import stopped. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly review: ImportReview;
  readonly understanding: Understanding;
  /** Null where the import stopped. */
  readonly deck: Deck | null;
  /** What the check reports on the draft: warnings and notes, and errors only where the import stopped. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A draft that has errors is written again with what they taught; each round settles at least one line, and a report has few that need it. */
const MOST_ROUNDS = 12;

export interface ImportOptions {
  readonly document: SourceDocument;
  /** The office's workbook of figures. */
  readonly data?: DataBook | null;
  /** The folder that the draft is for. */
  readonly dir: string;
  readonly themes: readonly string[];
  /** What reading the document reported. */
  readonly told?: readonly Diagnostic[];
}

/** The draft project of a document: it compiles without an error, and its spoken text is the document's to the letter. */
export async function importDocument({ document, data = null, dir, themes, told = [] }: ImportOptions, world: World): Promise<Imported> {
  const today = new Date(world.now()).getUTCFullYear();
  const cache = createCompileCache();
  const attempt = async (taught: Taught): Promise<Attempt> => {
    const understanding = understand(document, { today, data, ...taught });
    const draft = writeDraft(understanding, draftSections(understanding), taught);
    const files = withPictures(encode(draft), understanding);
    const { model, diagnostics } = await compile(dir, themes, overlay(world, dir, files, true), cache);
    return { understanding, draft, files, deck: model, diagnostics, errors: diagnostics.filter(({ severity }) => severity === "error") };
  };
  let taught: Taught = UNTAUGHT;
  for (let round = 0; ; round++) {
    const made = await attempt(taught);
    const loss = made.errors.length > 0 || made.deck === null ? null : lossIn(made.understanding, made.deck);
    const lost = made.errors.length > 0 || loss !== null || made.deck === null ? [] : findLostTables(made.understanding, made.deck);
    if (made.errors.length === 0 && loss === null && lost.length === 0) return finish(await tidy(made, taught, attempt), told);
    const next = lost.length > 0 ? { ...taught, spokenTables: new Set([...taught.spokenTables, ...lost]) } : loss === null ? learn(taught, made.draft, made.errors) : learnToRewrite(taught, loss.paragraph);
    if (next === taught || round === MOST_ROUNDS) return stop(made, told, loss === null ? [importUnfinished(document.path), ...made.errors] : [loss.diagnostic]);
    taught = next;
  }
}

interface Attempt {
  readonly understanding: Understanding;
  readonly draft: Draft;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly deck: Deck | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: readonly Diagnostic[];
}

/** Exceptions that silence nothing are taken away again, where the draft is as good without them. */
async function tidy(made: Attempt, taught: Taught, attempt: (taught: Taught) => Promise<Attempt>): Promise<Attempt> {
  const needed = forget(taught, made.draft, made.diagnostics.filter(({ code }) => code === "unused-ignore"));
  if (needed === taught) return made;
  const tidied = await attempt(needed);
  return tidied.errors.length === 0 && tidied.deck !== null && lossIn(tidied.understanding, tidied.deck) === null ? tidied : made;
}

interface Loss {
  /** Number of the paragraph in the document. */
  readonly paragraph: number;
  readonly diagnostic: Diagnostic;
}

/** Where the spoken text of a deck is not the text that was understood; null where it is, to the letter. */
export function lossIn({ outline, references, document }: Understanding, deck: Deck): Loss | null {
  const lines = spokenLines(outline.paragraphs, references);
  const difference = findDifference(lines.map(({ text }) => text), deck);
  if (difference === null) return null;
  const paragraph = lines[difference.paragraph]?.paragraph ?? lines.at(-1)?.paragraph ?? 1;
  return { paragraph, diagnostic: importLost(document, paragraph, difference.source, difference.spoken) };
}

/** A paragraph that a round of the draft spoke otherwise is written with every mark escaped, then without its references. */
function learnToRewrite(taught: Taught, paragraph: number): Taught {
  if (!taught.careful.has(paragraph)) return { ...taught, careful: new Set([...taught.careful, paragraph]) };
  return taught.plain.has(paragraph) ? taught : { ...taught, plain: new Set([...taught.plain, paragraph]) };
}

function finish({ understanding: read, files, deck, diagnostics }: Attempt, told: readonly Diagnostic[]): Imported {
  const pictures = read.enclosures.flatMap(({ block }) => (block.type === "picture" && !files.has(`images/${block.name}`) ? [block] : []));
  const understanding = withTold(read, pictures);
  return { files, review: reviewOf(understanding, told), understanding, deck, diagnostics };
}

/** Pictures that no slide shows are told. */
export function withTold(understanding: Understanding, pictures: readonly DocumentPicture[]): Understanding {
  const [first] = pictures;
  if (first === undefined) return understanding;
  const line = first.place.line ?? first.place.paragraph;
  const span = { file: understanding.document, line, column: 1, endLine: line, endColumn: 1 };
  return { ...understanding, told: [...understanding.told, documentNotTaken(span, "unshown-picture", pictures.length)] };
}

function stop({ understanding }: Attempt, told: readonly Diagnostic[], diagnostics: readonly Diagnostic[]): Imported {
  return { files: new Map(), review: reviewOf(understanding, told), understanding, deck: null, diagnostics };
}

/** What a person has to see; `unplaced` are paragraphs that have no place in a project. */
export function reviewOf(understanding: Understanding, told: readonly Diagnostic[], unplaced: readonly number[] = []): ImportReview {
  const { document, title, about, period, plan, lang, outline, decisions, replacements } = understanding;
  // The page may be sent round: where the file lay is nobody's business.
  return { document: document.replace(/^.*[\\/]/, ""), title, organisation: about.organisation, period, plan: plan ?? "", lang, paragraphs: spokenParagraphs(outline), decisions, replacements, told: [...told, ...understanding.told].map((diagnostic) => toldThing(diagnostic, document, outline.paragraphs)).toSorted((a, b) => (a.paragraph ?? Infinity) - (b.paragraph ?? Infinity)), unplaced };
}

/** Spans of a .docx count paragraphs, those of other documents lines. */
function toldThing({ span, message }: Diagnostic, document: string, paragraphs: readonly { readonly paragraph: number; readonly line: number | null }[]): ToldThing {
  if (span === null || span.file !== document) return { paragraph: null, line: null, cell: span === null ? "" : (cellsName(span) ?? ""), message };
  const lined = paragraphs.some(({ line }) => line !== null);
  const paragraph = lined ? (paragraphs.findLast(({ line }) => line !== null && line <= span.line)?.paragraph ?? 1) : span.line;
  return { paragraph, line: lined ? span.line : null, cell: "", message };
}

/** The document's pictures that a slide shows. */
function withPictures(files: Map<string, Uint8Array>, { enclosures }: Understanding): ReadonlyMap<string, Uint8Array> {
  const texts = [...files].filter(([path]) => path.endsWith(".md")).map(([, bytes]) => new TextDecoder().decode(bytes));
  for (const { block } of enclosures) if (block.type === "picture" && texts.some((text) => text.includes(`](images/${block.name})`))) files.set(`images/${block.name}`, block.bytes);
  return files;
}

function encode({ files }: Draft): Map<string, Uint8Array> {
  return new Map([...files].map(([path, text]) => [path, new TextEncoder().encode(text)]));
}
