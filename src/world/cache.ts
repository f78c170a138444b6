/** The user's cache: results that are expensive to compute and equal for every build, checked by hash when read. */
import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "./make-folder.ts";

const HASH = 32;
const DAY = 24 * 60 * 60 * 1000;
/** Entries not read for this long are removed. */
const KEPT = 45 * DAY;

export interface Cache {
  read(key: string): Promise<Uint8Array | null>;
  write(key: string, bytes: Uint8Array): Promise<void>;
}

/** A cache in `folder`; every failure is a miss. */
export function createCache(folder: string): Cache {
  let pruned = false;
  const fileOf = (key: string): string => join(folder, createHash("sha256").update(key).digest("hex").slice(0, 40));
  return {
    async read(key) {
      try {
        const file = fileOf(key);
        const [stored, times] = await Promise.all([readFile(file), stat(file)]);
        const bytes = stored.subarray(HASH);
        if (!digest(bytes).equals(stored.subarray(0, HASH))) return null;
        if (Date.now() - times.mtimeMs > DAY) await utimes(file, new Date(), new Date());
        return bytes;
      } catch {
        return null;
      }
    },
    async write(key, bytes) {
      const aside = `${fileOf(key)}-${process.pid}-${randomBytes(3).toString("hex")}.tmp`;
      try {
        await makeFolder(folder, 0o700);
        await writeFile(aside, Buffer.concat([digest(bytes), bytes]), { mode: 0o600 });
        await rename(aside, fileOf(key));
        if (!pruned) {
          pruned = true;
          await prune(folder);
        }
      } catch {
        // A read-only or full cache costs time, not the build.
        await rm(aside, { force: true }).catch(() => undefined);
      }
    },
  };
}

function digest(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

async function prune(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^[0-9a-f]{40}(-.*\.tmp)?$/.test(name)) continue;
    const age = Date.now() - (await stat(join(folder, name))).mtimeMs;
    if (age > (name.endsWith(".tmp") ? DAY : KEPT)) await rm(join(folder, name), { force: true });
  }
}
