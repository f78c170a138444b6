/** luduan new: creates a small project that builds as it is. */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { folderNotEmpty, missingName } from "../diagnostics/messages/usage.ts";
import { createWorld } from "../world/node-world.ts";
import type { World } from "../world/world.ts";
import { usualBeginning } from "./beginnings.ts";
import type { Command } from "./arguments.ts";
import { conclude, type Output, type Place } from "./output.ts";
import { words } from "./words.ts";

/**
 * For who keeps the report in a repository of its own: `npm install --save-dev` adds the tool, `npm run build` builds. The name is
 * no folder's, since npm allows few characters; it is never published.
 */
const PACKAGE = { name: "report", private: true, scripts: { build: "luduan build", check: "luduan check", start: "luduan dev --open" } };
/** By path. What is made anew by every build, and by npm, is not kept in the repository. */
const REPOSITORY: readonly (readonly [path: string, content: Uint8Array])[] = [
  ["package.json", new TextEncoder().encode(`${JSON.stringify(PACKAGE, null, 2)}\n`)],
  [".gitignore", new TextEncoder().encode("dist/\nnode_modules/\n")],
];

export async function runNew(command: Command, place: Place, output: Output): Promise<number> {
  const name = command.word;
  if (name === null || name === "") return conclude([missingName()], new Map(), "text", output);
  const dir = resolve(place.from, name);
  const world = createWorld({ home: fileURLToPath(place.home) });
  try {
    const there = await world.listFolder(dir, dir);
    if (there !== null && there.length > 0) return conclude([folderNotEmpty(dir)], new Map(), "text", output);
    const template = fileURLToPath(new URL(`src/template/${command.like ?? usualBeginning(output.lang)}`, place.home));
    await world.createFolder(dir, new Map([...(await readTree(template, "", world)), ...REPOSITORY]));
    output.print(words(output.lang).created(dir, place.luduan));
    return 0;
  } finally {
    await world.close();
  }
}

async function readTree(root: string, below: string, world: World): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of (await world.listFolder(join(root, below), root)) ?? []) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.type === "folder") for (const [name, bytes] of await readTree(root, path, world)) files.set(name, bytes);
    else files.set(path, (await world.readFile(join(root, path), root)) ?? new Uint8Array());
  }
  return files;
}
