/** Swaps a whole folder: writes the new one aside, renames it in, removes the old one; a kill at any moment leaves a whole folder. */
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { answered } from "./answer.ts";
import { resolveOutput } from "./door.ts";
import { errorCode, isAbsent, writeFailure } from "./failure.ts";
import { isDead, isOwn, ownName, parseOwnName } from "./leftovers.ts";
import { makeFolder } from "./make-folder.ts";
import { WorldError } from "./world.ts";

/** Windows refuses to rename a folder while a scanner or a viewer has a file in it open: tries, and pause in milliseconds. */
const TRIES = 20;
const PAUSE = 100;

/** Writes `files` (paths with forward slashes) as the only content of the folder `path`. Throws a WorldError when it cannot be written. */
export async function replaceFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await writeFolder(path, files, swap);
}

/** The same for a folder that is absent or empty; throws a WorldError ("not empty") if another process has filled it meanwhile. */
export async function createFolder(path: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await writeFolder(path, files, place);
}

async function writeFolder(path: string, files: ReadonlyMap<string, Uint8Array>, put: (staging: string, target: string) => Promise<void>): Promise<void> {
  const target = await resolveOutput(path, null);
  const staging = join(dirname(target), ownName(basename(target), "new"));
  const clear = (): void => clearOwn(target);
  process.once("exit", clear);
  try {
    await makeFolder(dirname(target));
    await recoverFolder(target);
    await writeAll(staging, files);
    await put(staging, target);
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
    const left = readdirSync(parent).map((name) => parseOwnName(name, basename(target)));
    const own = left.filter((leftover) => leftover !== null).filter(isOwn);
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
    const left = (await answered(readdir(parent))).map((name) => parseOwnName(name, basename(target))).filter((leftover) => leftover !== null);
    const dead = left.filter(isDead);
    const newest = dead.filter((leftover) => leftover.kind === "old").sort((a, b) => b.time - a.time)[0];
    if (newest !== undefined && (await isMissing(target))) renameSync(join(parent, newest.name), target);
    await Promise.all(dead.map((leftover) => rm(join(parent, leftover.name), { recursive: true, force: true })));
  } catch {
    // Clearing up helps the next build; it is never a reason to fail this one.
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

/** A folder with anything in it refuses the rename; Windows refuses any folder. */
async function place(staging: string, target: string): Promise<void> {
  await rmdir(target).catch(() => undefined);
  try {
    await rename(staging, target);
  } catch (failure) {
    if (await isMissing(target)) throw failure;
    throw new WorldError("unwritable-output", target, "not empty");
  }
}

/** Both renames run in one turn, so that a kill between them is almost impossible; waits for another build's swap. */
async function swap(staging: string, target: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const aside = join(dirname(target), ownName(basename(target), "old"));
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
