/** luduan new: creates a small project that builds as it is. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { missingName } from "../diagnostics/messages/usage.ts";
import { usualBeginning } from "../model/beginnings.ts";
import { newProject } from "../new-project.ts";
import { createWorld } from "../world/node-world.ts";
import type { Command } from "./arguments.ts";
import { conclude, type Output, type Place } from "./output.ts";
import { words } from "./words.ts";

export async function runNew(command: Command, place: Place, output: Output): Promise<number> {
  const name = command.word;
  if (name === null || name === "") return conclude([missingName()], new Map(), "text", output);
  const dir = resolve(place.from, name);
  const home = fileURLToPath(place.home);
  const world = createWorld({ home });
  try {
    const refused = await newProject(dir, command.like ?? usualBeginning(output.lang), home, world);
    if (refused !== null) return conclude([refused], new Map(), "text", output);
    output.print(words(output.lang).created(dir, place.luduan));
    return 0;
  } finally {
    await world.close();
  }
}
