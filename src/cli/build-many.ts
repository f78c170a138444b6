/** Builds many decks in one process and one browser: each fails on its own, and a summary covers all. */
import { build, type Built } from "../build.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatDiagnostics, toJson } from "../diagnostics/format.ts";
import { shapeDiagnostics } from "../diagnostics/formats.ts";
import { plainJson, plainLine } from "../model/characters/plain.ts";
import { worldFailure } from "../diagnostics/messages/outputs.ts";
import { internalError } from "../diagnostics/messages/usage.ts";
import type { Span } from "../model/span.ts";
import { WorldError, type World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import type { DeckPlace } from "./find-decks.ts";
import { exitCode, seconds, themeFolders, type Output, type Place } from "./output.ts";
import { words } from "./words.ts";

interface Result {
  readonly deck: DeckPlace;
  readonly slides: number;
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly code: number;
}

/** One after the other, so that memory stays that of one deck; returns the worst exit code. */
export async function buildMany(decks: readonly DeckPlace[], command: Command, place: Place, world: World, output: Output, isStopped: () => boolean): Promise<number> {
  const started = world.now();
  const results: Result[] = [];
  for (const [index, deck] of decks.entries()) {
    const begun = world.now();
    const { result, sources } = await buildOne(deck, command, place, world);
    if (isStopped()) return result.code;
    results.push(result);
    if (command.format !== "text") continue;
    const told = command.verbose ? result.diagnostics : result.diagnostics.filter(({ severity }) => severity !== "note");
    if (told.length > 0) output.warn(`${formatDiagnostics(inFolder(told, deck.label), sources, { lang: output.lang, colour: output.colour, all: command.verbose })}\n`);
    const { deckDone, deckBuilt, deckFailed } = words(output.lang);
    output.warn(deckDone(index + 1, decks.length, plainLine(deck.label), result.code === 0 ? deckBuilt(result.slides, seconds(world.now() - begun)) : deckFailed));
  }
  if (command.format === "text") output.warn(summary(results, seconds(world.now() - started), output));
  else output.print(shapeResults(results, command.format, output));
  return Math.max(...results.map(({ code }) => code));
}

async function buildOne(deck: DeckPlace, command: Command, place: Place, world: World): Promise<{ readonly result: Result; readonly sources: ReadonlyMap<string, string> }> {
  const { dir, out, label } = deck;
  let built: Built | null = null;
  let diagnostics: readonly Diagnostic[];
  try {
    built = await build({ dir, out, themes: themeFolders(dir, place), only: command.only, steps: command.steps, onOutput: () => undefined }, world);
    ({ diagnostics } = built);
  } catch (failure) {
    // One deck's failure is no reason to leave the others unbuilt.
    diagnostics = [failure instanceof WorldError ? worldFailure(failure) : internalError(messageOf(failure), label)];
  }
  const sources = new Map([...(built?.sources ?? [])].map(([path, text]) => [`${label}/${path}`, text]));
  return { result: { deck, slides: built?.deck?.slides.length ?? 0, files: built?.files.size ?? 0, diagnostics, code: exitCode(diagnostics) }, sources };
}

/** Places as seen from outside the deck's folder. */
function inFolder(diagnostics: readonly Diagnostic[], label: string): readonly Diagnostic[] {
  const move = (span: Span): Span => ({ ...span, file: `${label}/${span.file}` });
  return diagnostics.map((diagnostic) => ({ ...diagnostic, span: diagnostic.span === null ? null : move(diagnostic.span) }));
}

/** JSON gives the result of each deck; the other formats are lists of places with the deck's folder. */
function shapeResults(results: readonly Result[], format: Exclude<Command["format"], "text">, output: Output): string {
  if (format === "json") return `${plainJson({ decks: results.map((result) => jsonOf(result, output)) })}\n`;
  return shapeDiagnostics(results.flatMap(({ deck, diagnostics }) => inFolder(diagnostics, deck.label)), format, { lang: output.lang, version: output.version, below: "" });
}

function jsonOf({ deck, slides, files, diagnostics, code }: Result, output: Output): object {
  return { deck: deck.label, out: deck.out, exitCode: code, slides, files, ...toJson(inFolder(diagnostics, deck.label), output.lang) };
}

function summary(results: readonly Result[], time: string, output: Output): string {
  const failed = results.filter(({ code }) => code !== 0).map(({ deck }) => plainLine(deck.label));
  return words(output.lang).allDone(results.length - failed.length, failed, time);
}

function messageOf(failure: unknown): string {
  return failure instanceof Error ? `${failure.name}: ${failure.message.split("\n", 1)[0]}` : String(failure);
}
