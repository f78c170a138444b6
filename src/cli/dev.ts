/** luduan dev: the preview that follows every saved edit. */
import { resolve } from "node:path";
import { startDevServer } from "../dev.ts";
import type { Command } from "./arguments.ts";
import { themeFolders } from "./build.ts";
import type { Output, Place } from "./output.ts";
import { words } from "./words.ts";

export async function runDev(command: Command, place: Place, output: Output): Promise<number> {
  const dir = resolve(place.from, command.word ?? ".");
  const server = await startDevServer({ dir, themes: themeFolders(dir, place), port: command.port, open: command.open, lang: output.lang });
  output.print(words(output.lang).serving(server.url));
  await new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  await server.close();
  return 0;
}
