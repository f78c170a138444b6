/** luduan check: compiles a project and reports; on request it first makes the safe repairs, or writes the audit of figures. */
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, compilePages, createCompileCache, type Compiled } from "../build.ts";
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import { toJson } from "../diagnostics/format.ts";
import { noDocument } from "../diagnostics/messages/usage.ts";
import { plainJson, plainLine } from "../model/characters/plain.ts";
import { fixProject, type FixedProject } from "../fix.ts";
import { createWorld } from "../world/node-world.ts";
import type { World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import { conclude, exitCode, pathBelow, themeFolders, type Output, type Place } from "./output.ts";
import { untilStopped } from "./stop.ts";
import { words } from "./words.ts";

export async function runCheck(command: Command, place: Place, output: Output): Promise<number> {
  const dir = resolve(place.from, command.word ?? ".");
  const world = createWorld({ home: fileURLToPath(place.home) });
  return untilStopped(world, () => undefined, async () => {
    const themes = themeFolders(dir, place);
    const telling = { command, place, world, output };
    if (command.pptx !== null) return tell(await withEdits(await compile(dir, themes, world, createCompileCache()), resolve(place.from, command.pptx), world), telling);
    if (command.pages) return tell(await compilePages(dir, themes, world), telling);
    if (!command.fix) return tell(await compile(dir, themes, world, createCompileCache()), telling);
    const fixed = await fixProject(dir, themes, world);
    if (command.format === "json") return tellJson(fixed, output);
    if (command.format === "text") output.print(changes(fixed, output.lang));
    return tell(fixed, telling);
  });
}

/** The compiled project with what differs in a presentation that was made from it and then edited. */
async function withEdits(compiled: Compiled, path: string, world: World): Promise<Compiled> {
  const { deck, model, theme } = compiled;
  if (deck === null || model === null || theme === null) return compiled;
  const name = basename(path);
  const bytes = await world.readFile(path, dirname(path), LARGEST_PRESENTATION);
  if (bytes === null) return { ...compiled, diagnostics: sortDiagnostics([...compiled.diagnostics, noDocument(name)]) };
  const { findEdits } = await import("../outputs/edited-presentation.ts");
  const edits = findEdits({ deck, model, theme }, name, bytes);
  return { ...compiled, diagnostics: sortDiagnostics([...compiled.diagnostics, ...edits]) };
}

/** With photos and with films that somebody has added. */
const LARGEST_PRESENTATION = 512 * 1024 * 1024;

interface Telling {
  readonly command: Command;
  readonly place: Place;
  readonly world: World;
  readonly output: Output;
}

async function tell(compiled: Compiled, { command, place, world, output }: Telling): Promise<number> {
  const dir = resolve(place.from, command.word ?? ".");
  const code = conclude(compiled.diagnostics, compiled.sources, command.format, output, pathBelow(dir, place));
  if (command.report && compiled.model !== null && compiled.theme !== null) {
    const out = command.out === null ? resolve(dir, "audit") : resolve(place.from, command.out);
    // Fonts and their workers are loaded only for those who ask.
    const { writeReport } = await import("./audit.ts");
    await writeReport({ deck: compiled.model, theme: compiled.theme, themes: themeFolders(dir, place), dir }, out, world);
    if (command.format === "text") output.warn(words(output.lang).wrote(resolve(out, "audit.html")));
  }
  if (code === 0 && command.format === "text") output.warn(words(output.lang).checked(compiled.deck?.slides.length ?? 0));
  return code;
}

/** The object of `check --json`, including the repairs just made. */
function tellJson({ edits, diagnostics }: FixedProject, output: Output): number {
  const fixed = edits.map(({ span, before, after, code, rule }) => ({ code, rule, ...span, before, after }));
  output.print(`${plainJson({ fixed, ...toJson(diagnostics, output.lang) })}\n`);
  return exitCode(diagnostics);
}

function changes({ edits }: FixedProject, lang: Output["lang"]): string {
  const rows = edits.map(({ span, before, after, code, rule }) => words(lang).mended(plainLine(`${span.file}:${span.line}:${span.column}`), before, plainLine(after), rule === null ? code : `${code} (${rule})`));
  return rows.join("") + words(lang).mendedCount(edits.length);
}
