/** luduan dev: the preview that follows every saved edit. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startDevServer } from "../dev.ts";
import { missingFolder } from "../diagnostics/messages/settings.ts";
import { createWorld } from "../world/node-world.ts";
import type { Command } from "./arguments.ts";
import { conclude, themeFolders, type Output, type Place } from "./output.ts";
import { endSoon, untilEnded } from "./serving.ts";
import { words } from "./words.ts";

export async function runDev(command: Command, place: Place, output: Output): Promise<number> {
  const world = createWorld({ home: fileURLToPath(place.home) });
  // Without links, as the watcher reports paths.
  const dir = await world.resolveFolder(resolve(place.from, command.word ?? "."));
  if ((await world.listFolder(dir, dir)) === null) return conclude([missingFolder(dir)], new Map(), "text", output);
  const ended = untilEnded();
  const server = await startDevServer({ dir, themes: themeFolders(dir, place), port: command.port, open: command.open, lang: output.lang });
  output.print(words(output.lang).serving(server.url));
  await ended;
  endSoon();
  await server.close();
  return 0;
}
