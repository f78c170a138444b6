/** luduan import on one screen: document → understanding → draft → compiled in memory → proven → files. Nothing is written here. */
import { compile, createCompileCache } from "./build.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { importLost, importUnfinished } from "./diagnostics/messages/import.ts";
import { writeDraft, type Draft } from "./import/draft.ts";
import type { ImportReview } from "./import/decision.ts";
import { forget, learn, UNTAUGHT, type Taught } from "./import/lessons.ts";
import { spokenParagraphs } from "./import/outline.ts";
import { findDifference } from "./import/proof.ts";
import { draftSections } from "./import/slides.ts";
import { understand, type Understanding } from "./import/understand.ts";
import type { Deck } from "./model/deck.ts";
import type { SourceDocument } from "./read/documents/document.ts";
import type { DataBook } from "./read/workbook/read-data-book.ts";
import { overlay } from "./world/overlay.ts";
import type { World } from "./world/world.ts";

export { renderReview } from "./import/review-page.ts";
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
}

/** The draft project of a document: it compiles without an error, and its spoken text is the document's to the letter. */
export async function importDocument({ document, data = null, dir, themes }: ImportOptions, world: World): Promise<Imported> {
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
    if (made.errors.length === 0 && loss === null) return finish(await tidy(made, taught, attempt));
    const next = loss === null ? learn(taught, made.draft, made.errors) : learnToRewrite(taught, loss.paragraph);
    if (next === taught || round === MOST_ROUNDS) return stop(made, loss === null ? [importUnfinished(document.path), ...made.errors] : [loss.diagnostic]);
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
export function lossIn({ outline: { paragraphs }, document }: Understanding, deck: Deck): Loss | null {
  const difference = findDifference(paragraphs.map(({ text }) => text), deck);
  if (difference === null) return null;
  const paragraph = paragraphs[difference.paragraph]?.paragraph ?? paragraphs.at(-1)?.paragraph ?? 1;
  return { paragraph, diagnostic: importLost(document, paragraph, difference.source, difference.spoken) };
}

/** A paragraph that a round of the draft spoke otherwise is written with every mark escaped, then without its references. */
function learnToRewrite(taught: Taught, paragraph: number): Taught {
  if (!taught.careful.has(paragraph)) return { ...taught, careful: new Set([...taught.careful, paragraph]) };
  return taught.plain.has(paragraph) ? taught : { ...taught, plain: new Set([...taught.plain, paragraph]) };
}

function finish({ understanding, files, deck, diagnostics }: Attempt): Imported {
  return { files, review: reviewOf(understanding), understanding, deck, diagnostics };
}

function stop({ understanding }: Attempt, diagnostics: readonly Diagnostic[]): Imported {
  return { files: new Map(), review: reviewOf(understanding), understanding, deck: null, diagnostics };
}

/** What a person has to see; `unplaced` are paragraphs that have no place in a project. */
export function reviewOf(understanding: Understanding, unplaced: readonly number[] = []): ImportReview {
  const { document, title, about, period, plan, lang, outline, decisions, replacements } = understanding;
  // The page may be sent round: where the file lay is nobody's business.
  return { document: document.replace(/^.*[\\/]/, ""), title, organisation: about.organisation, period, plan: plan ?? "", lang, paragraphs: spokenParagraphs(outline), decisions, replacements, unplaced };
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
