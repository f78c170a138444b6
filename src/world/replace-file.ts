/** Writes one file under a temporary name and renames it: a failure or a kill leaves the old file. */
import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { access, chmod, constants, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { resolveBelow } from "./door.ts";
import { isAbsent, writeFailure } from "./failure.ts";
import { WorldError } from "./world.ts";

/** Replaces `path` below `root`, keeping its permissions; a link inside `root` stays, and its target is replaced. Throws a WorldError if it cannot be replaced. */
export async function replaceFile(path: string, bytes: Uint8Array, root: string): Promise<void> {
  let aside: string | null = null;
  try {
    const target = await targetOf(path, root);
    const old = await statOf(target);
    if (old !== null) await mayReplace(target, old);
    aside = join(dirname(target), `.luduan-${process.pid}-${randomBytes(4).toString("hex")}`);
    await writeFile(aside, bytes, { flag: "wx" });
    if (old !== null) await chmod(aside, old.mode & 0o777);
    await rename(aside, target);
  } catch (failure) {
    if (aside !== null) await rm(aside, { force: true }).catch(() => undefined);
    throw writeFailure(path, failure);
  }
}

/** The real path of a file below `root` that is to be written; a link inside `root` is followed. */
export async function targetOf(path: string, root: string): Promise<string> {
  const real = await resolveBelow(path, root);
  if (real !== null) return real;
  const folder = await resolveBelow(dirname(path), root);
  return folder === null ? path : join(folder, basename(path));
}

/**
 * A rename checks only the folder, so the file is checked first. A file without any write bit is not meant
 * to change, not even by root, who may do everything. A file with several hard links would keep its old text
 * under the other names, and if written in place it could be lost half-way: it is left to the author.
 */
export async function mayReplace(path: string, old: Stats): Promise<void> {
  if (!old.isFile()) throw new WorldError("unwritable-output", path, old.isDirectory() ? "EISDIR" : "special");
  if ((old.mode & 0o222) === 0 || !(await isWritable(path))) throw new WorldError("unwritable-output", path, "read-only");
  if (old.nlink > 1) throw new WorldError("unwritable-output", path, "hard link");
}

async function isWritable(path: string): Promise<boolean> {
  try {
    await access(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (failure) {
    if (isAbsent(failure)) return null;
    throw failure;
  }
}
