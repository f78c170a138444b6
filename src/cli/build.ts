/** luduan build: compiles a project and writes its outputs. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Built } from "../build.ts";
import type { Deck } from "../model/deck.ts";
import { createWorld } from "../world/node-world.ts";
import type { World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import { conclude, pathBelow, type Output, type Place } from "./output.ts";
import { words } from "./words.ts";

/** Ctrl-C, a polite end, and a terminal that was closed; what a shell gives for the first. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const STOPPED = 130;

export async function runBuild(command: Command, place: Place, output: Output): Promise<number> {
  const world = createWorld({ home: fileURLToPath(place.home) });
  let stopped = false;
  const running: Output = { ...output, warn: (text) => void (stopped || output.warn(text)) };
  const stop = (): void => {
    stopped = true;
    output.warn(words(output.lang).stopped);
    void world.close().finally(() => process.exit(STOPPED));
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    return await buildAndTell(command, place, world, running);
  } catch (failure) {
    // What was under way fails when the browser is taken from it.
    if (stopped) return STOPPED;
    throw failure;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    await world.close();
  }
}

async function buildAndTell(command: Command, place: Place, world: World, output: Output): Promise<number> {
  const dir = resolve(place.from, command.word ?? ".");
  const out = command.out === null ? resolve(dir, "dist") : resolve(place.from, command.out);
  const started = world.now();
  const onOutput = (name: string, milliseconds: number): void => {
    if (command.format === "text") output.warn(`  ${name.padEnd(14)} ${seconds(milliseconds)}\n`);
  };
  const built = await build({ dir, out, themes: themeFolders(dir, place), only: command.only, steps: command.steps, onOutput }, world);
  const code = conclude(built.diagnostics, built.sources, command.format, output, pathBelow(dir, place));
  if (command.printDeck && built.model !== null) output.print(`${JSON.stringify(built.model, null, 2)}\n`);
  if (command.verbose && built.model !== null) output.warn(layoutTable(built.model));
  if (code === 0 && command.format === "text") output.warn(summary(built, out, world.now() - started, output));
  return code;
}

/** Where themes are looked for: the project's own folder first. */
export function themeFolders(dir: string, place: Place): string[] {
  return [resolve(dir, "themes"), fileURLToPath(new URL("themes", place.home))];
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;

function summary(built: Built, out: string, milliseconds: number, output: Output): string {
  const bytes = [...built.files.values()].reduce((sum, size) => sum + size, 0);
  return words(output.lang).built(built.deck?.slides.length ?? 0, built.files.size, (bytes / 1e6).toFixed(1), seconds(milliseconds), out);
}

/** Which layout each slide got and why. */
function layoutTable(deck: Deck): string {
  const slides = deck.sections.flatMap((section) => section.slides);
  return slides.map((slide) => `  ${slide.id}  ${slide.layout}  (${slide.layoutReason})\n`).join("");
}
