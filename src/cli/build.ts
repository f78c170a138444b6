/** luduan build: compiles a project and writes its outputs. */
import { fileURLToPath } from "node:url";
import { build, type Built } from "../build.ts";
import { plainJson } from "../model/characters/plain.ts";
import type { Deck } from "../model/deck.ts";
import { createWorld } from "../world/node-world.ts";
import type { World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import { buildMany } from "./build-many.ts";
import { findDecks, type DeckPlace } from "./find-decks.ts";
import { conclude, pathBelow, seconds, themeFolders, type Output, type Place } from "./output.ts";
import { untilStopped } from "./stop.ts";
import { words } from "./words.ts";

export async function runBuild(command: Command, place: Place, output: Output): Promise<number> {
  const world = createWorld({ home: fileURLToPath(place.home), browserUrl: command.browserUrl });
  let stopped = false;
  const running: Output = { ...output, warn: (text) => void (stopped || output.warn(text)) };
  const tell = (): void => {
    stopped = true;
    output.warn(words(output.lang).stopped);
  };
  return untilStopped(world, tell, async () => {
    const found = await findDecks(command, place, world);
    if ("code" in found) return conclude([found], new Map(), command.format, output);
    const [deck] = found.decks;
    if (found.many || deck === undefined) return buildMany(found.decks, command, place, world, running, () => stopped);
    return buildAndTell(deck, command, place, world, running);
  });
}

async function buildAndTell({ dir, out }: DeckPlace, command: Command, place: Place, world: World, output: Output): Promise<number> {
  const started = world.now();
  const onOutput = (name: string, milliseconds: number): void => {
    if (command.format === "text") output.warn(`  ${name.padEnd(14)} ${seconds(milliseconds)}\n`);
  };
  const onShot = progress((percent) => command.format === "text" && output.warn(`  ${"video".padEnd(14)} ${percent} %\n`));
  const built = await build({ dir, out, themes: themeFolders(dir, place), only: command.only, steps: command.steps, onShot, onOutput }, world);
  // Notes are for those who check: a build only counts them, unless it is asked to print everything.
  const brief = command.format === "text" && !command.verbose;
  const told = brief ? built.diagnostics.filter(({ severity }) => severity !== "note") : built.diagnostics;
  const code = conclude(told, built.sources, command.format, output, pathBelow(dir, place), command.verbose);
  if (command.printDeck && built.model !== null) output.print(`${plainJson(built.model)}\n`);
  if (command.verbose && built.model !== null) output.warn(layoutTable(built.model));
  if (code === 0 && command.format === "text") output.warn(summary(built, out, world.now() - started, output));
  if (code === 0 && told.length < built.diagnostics.length) output.warn(words(output.lang).untold(built.diagnostics.length - told.length, `${place.luduan} check`));
  return code;
}

/** A film takes minutes: tells each tenth of it once. */
function progress(tell: (percent: number) => void): (done: number, all: number) => void {
  let told = 0;
  return (done, all) => {
    const tenth = Math.floor((done / all) * 10);
    if (tenth > told && tenth < 10) tell(tenth * 10);
    told = Math.max(told, tenth);
  };
}

function summary(built: Built, out: string, milliseconds: number, output: Output): string {
  const bytes = [...built.files.values()].reduce((sum, size) => sum + size, 0);
  return words(output.lang).built(built.deck?.slides.length ?? 0, built.files.size, (bytes / 1e6).toFixed(1), seconds(milliseconds), out);
}

/** The layout of each slide, and why it was chosen. */
function layoutTable(deck: Deck): string {
  const slides = deck.sections.flatMap((section) => section.slides);
  return slides.map((slide) => `  ${slide.id}  ${slide.layout}  (${slide.layoutReason})\n`).join("");
}
