/** luduan check: compiles a project and reports, writing nothing. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, createCompileCache } from "../build.ts";
import { createWorld } from "../world/node-world.ts";
import type { Command } from "./arguments.ts";
import { themeFolders } from "./build.ts";
import { conclude, pathBelow, type Output, type Place } from "./output.ts";
import { words } from "./words.ts";

export async function runCheck(command: Command, place: Place, output: Output): Promise<number> {
  const dir = resolve(place.from, command.word ?? ".");
  const world = createWorld({ home: fileURLToPath(place.home) });
  try {
    const compiled = await compile(dir, themeFolders(dir, place), world, createCompileCache());
    const code = conclude(compiled.diagnostics, compiled.sources, command.format, output, pathBelow(dir, place));
    if (code === 0 && command.format === "text") output.warn(words(output.lang).checked(compiled.deck?.slides.length ?? 0));
    return code;
  } finally {
    await world.close();
  }
}
