/** The whole pipeline on one screen: read → parse → check → render → outputs. */
import { checkDeck } from "./check/check-deck.ts";
import { applyLateLevel, applyLevels, holdNotes } from "./check/levels.ts";
import { withoutConsequences } from "./diagnostics/consequences.ts";
import { inDeckLanguage } from "./diagnostics/deck-words.ts";
import { hasErrors, sortDiagnostics, type Diagnostic, type Report } from "./diagnostics/diagnostic.ts";
import { worldFailure } from "./diagnostics/messages/outputs.ts";
import { allSectionsEmpty } from "./diagnostics/messages/settings.ts";
import { unsafeOutput } from "./diagnostics/messages/usage.ts";
import type { Deck } from "./model/deck.ts";
import type { Sources } from "./model/sources.ts";
import type { Theme } from "./model/theme.ts";
import { dateManifest } from "./outputs/manifest.ts";
import { findForeign } from "./outputs/output-folder.ts";
import { startBrowser, writeOutputs, type OutputName } from "./outputs/write-outputs.ts";
import { parseDeck } from "./parse/deck.ts";
import { createParseCache, type ParseCache } from "./parse/memo.ts";
import { parseTheme } from "./parse/theme.ts";
import { checkDrawings, type KnownDrawings } from "./pictures/svg/check-drawings.ts";
import { NOTHING_READ, readSources, readThemes } from "./read/read-sources.ts";
import { createRenderCache, packCache, type RenderCache } from "./render/render-cache.ts";
import { renderDeck } from "./render/render-deck.ts";
import type { RenderedDeck } from "./render/rendered.ts";
import { WorldError, type World } from "./world/world.ts";

/** What may be kept between two compilations of the same folder. */
export interface CompileCache {
  readonly parse: ParseCache;
  readonly render: RenderCache;
  readonly drawings: KnownDrawings;
}

export function createCompileCache(): CompileCache {
  return { parse: createParseCache(), render: createRenderCache(), drawings: new Map() };
}

export interface Compiled {
  /** Null when there are errors; what is not null is complete. */
  readonly model: Deck | null;
  readonly deck: RenderedDeck | null;
  readonly theme: Theme | null;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Text of every source file by path, for code frames. */
  readonly sources: ReadonlyMap<string, string>;
  readonly read: Sources | null;
}

/** Compiles the project in `dir` up to rendered slides; writes nothing. `themes` are folders of themes, the project's own first. */
export async function compile(dir: string, themes: readonly string[], world: World, cache: CompileCache): Promise<Compiled> {
  let diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  let read: Sources | null = null;
  let deck: RenderedDeck | null = null;
  let parsed: { deck: Deck | null; theme: Theme | null } = { deck: null, theme: null };
  try {
    read = await readSources(dir, themes, world, report);
    if (read !== NOTHING_READ) parsed = parseDeck(read, report, cache.parse);
    if (parsed.deck !== null) {
      checkDeck(parsed.deck, report);
      diagnostics = applyLevels(diagnostics, parsed.deck);
    }
    if (parsed.deck?.sections.every((section) => section.slides.length === 0) === true && !hasErrors(diagnostics)) report(allSectionsEmpty());
    const { deck: model, theme } = parsed;
    if (model !== null && theme !== null && !hasErrors(diagnostics)) {
      const rendered = await renderDeck(model, theme, cache.render, world.readCache);
      await checkDrawings(rendered, { files: read.images, dir, world, known: cache.drawings }, (fault) => void diagnostics.push(...applyLateLevel(fault, model)));
      diagnostics = holdNotes(diagnostics);
      if (!hasErrors(diagnostics)) deck = rendered;
    }
  } catch (failure) {
    if (!(failure instanceof WorldError)) throw failure;
    report(worldFailure(failure));
  }
  return { model: parsed.deck, deck, theme: parsed.theme, diagnostics: sortDiagnostics(inDeckLanguage(withoutConsequences(diagnostics), languageOf(parsed.deck))), sources: textsOf(read), read };
}

function languageOf(deck: Deck | null): "zh" | "en" | null {
  if (deck === null) return null;
  return deck.settings.lang === "en" ? "en" : "zh";
}

/** A theme by its name; null where no folder has it or it has mistakes. */
export async function openTheme(name: string, themes: readonly string[], world: World): Promise<Theme | null> {
  const ignore = (): void => undefined;
  const found = (await readThemes(themes, { dir: "", world, report: ignore })).get(name);
  return found === undefined ? null : parseTheme(found, ignore);
}

/** Slides of a deck, drawn in a theme. */
export interface Drawn {
  readonly model: Deck;
  readonly theme: Theme;
  readonly deck: RenderedDeck;
}

/** Some slides of a compiled deck in a theme by its name; null where there is no such theme. */
export async function drawIn(name: string, slides: ReadonlySet<string>, model: Deck, themes: readonly string[], world: World): Promise<Drawn | null> {
  const theme = await openTheme(name, themes, world);
  return theme === null ? null : { model, theme, deck: await renderDeck(model, theme, createRenderCache(), world.readCache, slides) };
}

export interface BuildOptions {
  readonly dir: string;
  readonly out: string;
  readonly themes: readonly string[];
  /** Null writes the default outputs. */
  readonly only: readonly OutputName[] | null;
  /** Gives slides.pdf a page for each step. */
  readonly steps: boolean;
  /** Called while the film is made, with its stretches done and to do. */
  readonly onShot?: (done: number, all: number) => void;
  /** Called when an output is done, with its time in milliseconds. */
  readonly onOutput: (name: string, milliseconds: number) => void;
}

export interface Built extends Compiled {
  /** Path below `out` and size in bytes of each file written; empty when there were errors. */
  readonly files: ReadonlyMap<string, number>;
}

/** Compiles a project and, where there is no error, replaces `out` with all its outputs. */
export async function build(options: BuildOptions, world: World): Promise<Built> {
  // First of all: what a killed build left half done is repaired even if this one finds errors.
  await world.recoverFolder(options.out);
  startBrowser({ only: options.only, pages: false }, world);
  const cache = createCompileCache();
  const compiled = await compile(options.dir, options.themes, world, cache);
  let files: ReadonlyMap<string, Uint8Array> = new Map();
  const diagnostics = await finish(compiled, async (whole, report, failed) => {
    const out = await world.resolveOutput(options.out, options.dir);
    const foreign = await findForeign(out, options.dir, world);
    if (foreign.length > 0) return report(unsafeOutput(options.out, foreign));
    const made = await writeOutputs(whole.deck, whole.theme, { ...options, ...whole, pages: false }, world, report);
    if (failed()) return;
    files = world.sourceDate === null ? made : dateManifest(made, world.sourceDate);
    await world.replaceFolder(options.out, files);
    const drawn = packCache(cache.render);
    if (drawn !== null) await world.writeCache(drawn.key, drawn.bytes);
  });
  const sizes = hasErrors(diagnostics) ? [] : [...files].map(([name, bytes]) => [name, bytes.length] as const);
  return { ...compiled, diagnostics, files: new Map(sizes) };
}

/** Compiles a project and measures its pages in the browser, as a build does; writes nothing. */
export async function compilePages(dir: string, themes: readonly string[], world: World): Promise<Compiled> {
  const options = { dir, themes, only: ["single", "kiosk"], steps: false, pages: true, onOutput: () => undefined } as const;
  startBrowser(options, world);
  const compiled = await compile(dir, themes, world, createCompileCache());
  const diagnostics = await finish(compiled, async (whole, report) => void (await writeOutputs(whole.deck, whole.theme, { ...options, ...whole }, world, report)));
  return { ...compiled, diagnostics };
}

/** What outputs are made from. */
interface Whole {
  readonly deck: RenderedDeck;
  readonly theme: Theme;
  readonly read: Sources;
  readonly model: Deck;
}

/** All diagnostics, sorted, with those of `work` at the levels set by the office; `work` does not run for a deck with errors. */
async function finish(compiled: Compiled, work: (whole: Whole, report: Report, failed: () => boolean) => Promise<void>): Promise<readonly Diagnostic[]> {
  const { deck, theme, read, model } = compiled;
  if (deck === null || theme === null || read === null || model === null) return compiled.diagnostics;
  const diagnostics = [...compiled.diagnostics];
  const report: Report = (diagnostic) => void diagnostics.push(...applyLateLevel(diagnostic, model));
  try {
    await work({ deck, theme, read, model }, report, () => hasErrors(diagnostics));
  } catch (failure) {
    if (!(failure instanceof WorldError)) throw failure;
    report(worldFailure(failure));
  }
  return sortDiagnostics(holdNotes(withoutConsequences(diagnostics)));
}

function textsOf(read: Sources | null): ReadonlyMap<string, string> {
  if (read === null) return new Map();
  const themes = [...read.themes.values()].flatMap((theme) => [theme.tokens, theme.css]);
  const files = [...(read.settings === null ? [] : [read.settings]), ...read.slides, ...read.tables, ...themes];
  return new Map(files.map((file) => [file.path, file.text]));
}
