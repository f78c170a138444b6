/** Folders as the begin page names and lists them: a list is given of the user's own folder alone. */
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { DeskFolder } from "../model/desk.ts";
import { WorldError, type World } from "../world/world.ts";
import { isProject } from "./recent.ts";

/** Folders of a list; who has more types the path. */
const MOST = 400;
const LONGEST = 4096;

/** The path that a person has typed or pasted: from the user's own folder, `~` is that folder, and quotes are taken off. Null for none. */
export function readPath(written: unknown, user: string): string | null {
  if (typeof written !== "string" || written.length > LONGEST || written.includes("\0")) return null;
  const plain = written.trim().replace(/^(["'“])(.*)["'”]$/s, "$2").trim();
  if (plain === "") return null;
  const home = /^~(?:[\\/]|$)/.test(plain) ? join(user, plain.slice(1)) : plain;
  return isAbsolute(home) ? resolve(home) : resolve(user, home);
}

/** The folders in a folder below the user's own; hidden ones are left out. Null where it is elsewhere, gone or closed. */
export async function listFolders(dir: string, user: string, world: World): Promise<DeskFolder | null> {
  try {
    const entries = await world.listFolder(dir, user);
    if (entries === null) return null;
    const names = entries.filter(({ name, type }) => type === "folder" && !name.startsWith(".") && name !== "node_modules").map(({ name }) => name).slice(0, MOST);
    const folders = await Promise.all(names.map(async (name) => ({ name, project: await isProject(join(dir, name), world) })));
    return { dir, above: dir === user ? null : dirname(dir), project: await isProject(dir, world), folders };
  } catch (failure) {
    if (failure instanceof WorldError) return null;
    throw failure;
  }
}

/** A name that nothing has in a folder yet: 工作报告, 工作报告2, … */
export async function freeName(folder: string, name: string, world: World): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(folder, count === 1 ? name : `${name}${count}`);
    if ((await world.stamp(path, folder).catch(() => "")) === null) return path;
    if (count === MOST) return path;
  }
}
