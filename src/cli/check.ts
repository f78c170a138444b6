/** luduan check: compiles a project and reports; where asked for it writes the audit of figures. */
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
    if (command.report && compiled.model !== null && compiled.theme !== null) {
      const out = command.out === null ? resolve(dir, "audit") : resolve(place.from, command.out);
      // Fonts and their workers are loaded only for those who ask.
      const { writeReport } = await import("./audit.ts");
      await writeReport(compiled.model, compiled.theme, themeFolders(dir, place), out, world);
      if (command.format === "text") output.warn(words(output.lang).wrote(resolve(out, "audit.html")));
    }
    if (code === 0 && command.format === "text") output.warn(words(output.lang).checked(compiled.deck?.slides.length ?? 0));
    return code;
  } finally {
    await world.close();
  }
}
