/** Copies a beginning into a new folder: a small whole report that builds as it is. */
import { join } from "node:path";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { folderNotEmpty } from "./diagnostics/messages/usage.ts";
import type { Beginning } from "./model/beginnings.ts";
import type { World } from "./world/world.ts";

/**
 * For who keeps the report in a repository of its own: `npm install --save-dev` adds the tool, `npm run build` builds. The name is
 * no folder's, since npm allows few characters; it is never published.
 */
const PACKAGE = { name: "report", private: true, scripts: { build: "luduan build", check: "luduan check", start: "luduan dev --open" } };
/** By path. What is made anew by every build, and by npm, is not kept in the repository. */
const REPOSITORY: readonly (readonly [path: string, content: Uint8Array])[] = [
  ["package.json", new TextEncoder().encode(`${JSON.stringify(PACKAGE, null, 2)}\n`)],
  [".gitignore", new TextEncoder().encode("dist/\nnode_modules/\n成品/\nmade/\n")],
];

/** Folder of a beginning; `home` is the tool's. */
export function beginningFolder(home: string, like: Beginning): string {
  return join(home, "src/template", like);
}

/** Null when it is made; a folder that holds anything is left as it is and told. */
export async function newProject(dir: string, like: Beginning, home: string, world: World): Promise<Diagnostic | null> {
  const there = await world.listFolder(dir, dir);
  if (there !== null && there.length > 0) return folderNotEmpty(dir);
  await world.createFolder(dir, new Map([...(await readTree(beginningFolder(home, like), "", world)), ...REPOSITORY]));
  return null;
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
