/** Writes one file completely: aside, then renamed, so that a reader never sees half of it. */
import { randomBytes } from "node:crypto";
import { rename, rm, writeFile as write } from "node:fs/promises";
import { dirname } from "node:path";
import { writeFailure } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";

/** Makes missing folders above it; a failure leaves the old file and throws a WorldError. */
export async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString("hex")}.new`;
  try {
    await makeFolder(dirname(path));
    await write(aside, bytes);
    await rename(aside, path);
  } catch (failure) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw writeFailure(path, failure);
  }
}
