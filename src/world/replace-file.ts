/** Writes one file under a temporary name and renames it: a failure or a kill leaves the old file. */
import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isAbsent, writeFailure } from "./failure.ts";
import { WorldError } from "./world.ts";

/** Replaces `path`, keeping its permissions; a link stays, and its target is replaced. Throws a WorldError if it cannot be replaced. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  let aside: string | null = null;
  try {
    const target = await targetOf(path);
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

async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (failure) {
    if (isAbsent(failure)) return path;
    throw failure;
  }
}

/**
 * A rename checks only the folder, so the file is checked first. A file without any write bit is not meant
 * to change, not even by root, who may do everything. A file with several hard links would keep its old text
 * under the other names, and if written in place it could be lost half-way: it is left to the author.
 */
async function mayReplace(path: string, old: Stats): Promise<void> {
  if ((old.mode & 0o222) === 0 || !(await isWritable(path))) throw new WorldError("unwritable-output", path, "read-only");
  if (old.isFile() && old.nlink > 1) throw new WorldError("unwritable-output", path, "hard link");
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
