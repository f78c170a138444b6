/** luduan dev: the preview that follows every saved edit. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startDevServer } from "../dev.ts";
import { missingFolder } from "../diagnostics/messages/settings.ts";
import { createWorld } from "../world/node-world.ts";
import type { Command } from "./arguments.ts";
import { conclude, themeFolders, type Output, type Place } from "./output.ts";
import { words } from "./words.ts";

/** In milliseconds. */
const PATIENCE = 2000;

export async function runDev(command: Command, place: Place, output: Output): Promise<number> {
  const world = createWorld({ home: fileURLToPath(place.home) });
  // Without links, as the watcher reports paths.
  const dir = await world.resolveFolder(resolve(place.from, command.word ?? "."));
  if ((await world.listFolder(dir, dir)) === null) return conclude([missingFolder(dir)], new Map(), "text", output);
  // Listens from the start: whoever ends it may do so as soon as the address is printed.
  const ended = new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => done());
  });
  const server = await startDevServer({ dir, themes: themeFolders(dir, place), port: command.port, open: command.open, lang: output.lang });
  output.print(words(output.lang).serving(server.url));
  await ended;
  // Whatever does not end by then, such as a compilation of something enormous, ends with the process.
  setTimeout(() => process.exit(0), PATIENCE).unref();
  await server.close();
  return 0;
}
