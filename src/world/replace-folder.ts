/** Swaps a whole folder: writes the new one aside, renames it in, removes the old one; a kill at any moment leaves a whole folder. */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { lstat, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { answered } from "./answer.ts";
import { resolveOutput } from "./door.ts";
import { errorCode, isAbsent, writeFailure } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";
import { WorldError } from "./world.ts";

/** Leftovers of another machine (in a shared folder) are removed when older than this, in milliseconds. */
const STALE = 24 * 60 * 60 * 1000;
/** Windows refuses to rename a folder while a scanner or a viewer has a file in it open: tries, and pause in milliseconds. */
const TRIES = 20;
const PAUSE = 100;
const HOST = hostname().replace(/[^A-Za-z0-9]/g, "").slice(0, 16) || "host";

/** Writes `files` (paths with forward slashes) as the only content of the folder `path`. Throws a WorldError when it cannot be written. */
export async function replaceFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const target = await resolveOutput(path, null);
  const staging = besideName(target, "new");
  const clear = (): void => clearOwn(target);
  process.once("exit", clear);
  try {
    await makeFolder(dirname(target));
    await recoverFolder(target);
    await writeAll(staging, files);
    await swap(staging, target);
  } catch (failure) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    // Only Windows refuses with EBUSY for a file that is open.
    if (errorCode(failure) === "EBUSY" && process.platform !== "win32") throw new WorldError("unwritable-output", path, "mount point");
    throw writeFailure(path, failure);
  } finally {
    process.off("exit", clear);
  }
}

/** If the process is ended midway, nothing of its own stays beside the folder. */
function clearOwn(target: string): void {
  try {
    const parent = dirname(target);
    const left = readdirSync(parent).map((name) => parseLeftover(name, basename(target)));
    const own = left.filter((leftover) => leftover !== null).filter(({ host, pid }) => host === HOST && pid === process.pid);
    for (const { name, kind } of own) {
      if (kind === "old" && !existsSync(target)) renameSync(join(parent, name), target);
      else rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 3 });
    }
  } catch {
    // The next build finds what stays.
  }
}

/** Puts the old folder back if a kill came between the two renames, and removes what killed runs left. */
export async function recoverFolder(path: string): Promise<void> {
  try {
    const target = await resolveOutput(path, null);
    const parent = dirname(target);
    const left = (await answered(readdir(parent))).map((name) => parseLeftover(name, basename(target))).filter((leftover) => leftover !== null);
    const dead = left.filter(isAbandoned);
    const newest = dead.filter((leftover) => leftover.kind === "old").sort((a, b) => b.time - a.time)[0];
    if (newest !== undefined && (await isMissing(target))) renameSync(join(parent, newest.name), target);
    await Promise.all(dead.map((leftover) => rm(join(parent, leftover.name), { recursive: true, force: true })));
  } catch {
    // Clearing up helps the next build; it is never a reason to fail this one.
  }
}

interface Leftover {
  readonly name: string;
  readonly kind: "new" | "old";
  readonly time: number;
  readonly host: string;
  readonly pid: number;
}

function besideName(target: string, kind: Leftover["kind"]): string {
  return join(dirname(target), `.${basename(target)}.luduan-${kind}-${Date.now()}-${HOST}-${process.pid}-${randomBytes(3).toString("hex")}`);
}

function parseLeftover(name: string, target: string): Leftover | null {
  const start = `.${target}.luduan-`;
  const match = name.startsWith(start) ? /^(new|old)-(\d+)-([A-Za-z0-9]+)-(\d+)-[0-9a-f]{6}$/.exec(name.slice(start.length)) : null;
  if (match === null) return null;
  return { name, kind: match[1] === "old" ? "old" : "new", time: Number(match[2]), host: match[3] ?? "", pid: Number(match[4]) };
}

function isAbandoned(leftover: Leftover): boolean {
  if (Date.now() - leftover.time > STALE) return true;
  if (leftover.host !== HOST || leftover.pid === process.pid) return false;
  try {
    process.kill(leftover.pid, 0);
    return false;
  } catch (failure) {
    return errorCode(failure) === "ESRCH";
  }
}

async function isMissing(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (failure) {
    return isAbsent(failure);
  }
}

async function writeAll(staging: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const folders = new Set([...files.keys()].map((name) => dirname(join(staging, name))));
  await mkdir(staging);
  for (const folder of folders) await makeFolder(folder);
  await Promise.all([...files].map(([name, bytes]) => writeFile(join(staging, name), bytes)));
}

/** Both renames run in one turn, so that a kill between them is almost impossible; waits for another build's swap. */
async function swap(staging: string, target: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const aside = besideName(target, "old");
    try {
      renameBoth(staging, target, aside);
      return await remove(aside);
    } catch (failure) {
      // If nothing is in its place, the folder set aside is the last good one: the next build puts it back.
      if (!(await isMissing(target))) await remove(aside);
      const code = errorCode(failure);
      if (!["ENOTEMPTY", "EEXIST", "EPERM", "EACCES", "EBUSY"].includes(code) || attempt === TRIES) throw failure;
      await wait(code === "ENOTEMPTY" || code === "EEXIST" ? 1 : PAUSE);
    }
  }
}

/** A later build finds and removes what is left over here. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

function renameBoth(staging: string, target: string, aside: string): void {
  let moved = false;
  try {
    renameSync(target, aside);
    moved = true;
  } catch (failure) {
    if (!isAbsent(failure)) throw failure;
  }
  try {
    renameSync(staging, target);
  } catch (failure) {
    if (moved) restore(aside, target);
    throw failure;
  }
}

function restore(aside: string, target: string): void {
  try {
    renameSync(aside, target);
  } catch {
    // Another build has put its own folder there, so the one set aside is no longer the last good one.
  }
}
