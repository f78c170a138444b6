/** luduan desk: one page in the browser in which a report is begun, edited, seen, checked and built. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startDesk } from "../open-desk.ts";
import { missingFolder } from "../diagnostics/messages/settings.ts";
import { openPage } from "../world/open-page.ts";
import { stateFolder } from "../world/cache-folder.ts";
import { createWorld } from "../world/node-world.ts";
import type { Command } from "./arguments.ts";
import { conclude, type Output, type Place } from "./output.ts";
import { endSoon, portDiagnostic, untilEnded } from "./serving.ts";
import { words } from "./words.ts";

export async function runDesk(command: Command, place: Place, output: Output): Promise<number> {
  const home = fileURLToPath(place.home);
  const world = createWorld({ home });
  const dir = await world.resolveFolder(resolve(place.from, command.word ?? "."));
  if ((await world.listFolder(dir, dir)) === null) return conclude([missingFolder(dir)], new Map(), "text", output);
  const ended = untilEnded();
  const memory = join(stateFolder(process.env), "desk");
  const desk = await startDesk({ dir, named: command.word !== null, home, user: await world.resolveFolder(homedir()), memory, port: command.port, lang: output.lang, world }).catch((failure: unknown) => portDiagnostic(failure));
  if ("code" in desk) return conclude([desk], new Map(), "text", output);
  output.print(words(output.lang).deskAt(desk.url));
  if (!command.noOpen) openPage(desk.url);
  await ended;
  endSoon();
  await desk.close();
  await world.close();
  return 0;
}
