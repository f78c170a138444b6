/** Writes one file aside and renames it in: a failure or a kill leaves the old one. */
import { randomBytes } from "node:crypto";
import { chmod, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isAbsent, writeFailure } from "./failure.ts";

/** Replaces `path`, keeping its permissions; a link stays one, and what it points to is replaced. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  let aside: string | null = null;
  try {
    const target = await targetOf(path);
    const mode = await modeOf(target);
    aside = join(dirname(target), `.luduan-${process.pid}-${randomBytes(4).toString("hex")}`);
    await writeFile(aside, bytes, { flag: "wx" });
    if (mode !== null) await chmod(aside, mode);
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

async function modeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch (failure) {
    if (isAbsent(failure)) return null;
    throw failure;
  }
}
