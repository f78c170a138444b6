/**
 * Changes several files of a folder at once: all of them, or none. The new files are written aside with a list of their places and
 * renamed into `.luduan-change` in one step; from then on the change stands. Then each takes its place. Whoever opens the folder after
 * a kill finishes the change first: every step may be done again, by several processes at once too.
 */
import { rmSync, type Stats } from "node:fs";
import { chmod, lstat, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { answered } from "./answer.ts";
import { errorCode, isAbsent, writeFailure } from "./failure.ts";
import { isDead, ownName, parseOwnName } from "./leftovers.ts";
import { makeFolder } from "./make-folder.ts";
import { mayReplace, targetOf } from "./replace-file.ts";
import { WorldError, type FileChange } from "./world.ts";
import { writeFile } from "./write-file.ts";

/** Folder of a change that stands, and what the names of folders before that have in them. */
const [CHANGE, STAGED] = [".luduan-change", "change"] as const;
const LIST = "list.json";
/** No hidden file and nothing above the folder, whoever wrote the list. */
const PLACE = /^(?:(?!\.)[^/\\\0]+\/)*(?!\.)[^/\\\0]+$/;
/** Most bytes of a list, and most files. */
const [MOST_LIST, MOST_FILES] = [1_000_000, 10_000] as const;

/** `changes` by path below `dir`, with forward slashes. Throws a WorldError, and changes nothing, where a file may not be written or is not as it was read. */
export async function changeFiles(dir: string, changes: ReadonlyMap<string, FileChange>): Promise<void> {
  if (changes.size === 0) return;
  await finishChange(dir);
  const staging = join(dir, ownName(STAGED, "new"));
  const clear = (): void => rmSync(staging, { recursive: true, force: true });
  process.once("exit", clear);
  try {
    for (const [path, { before }] of changes) await mayChange(dir, path, before);
    await stage(staging, changes);
    await rename(staging, join(dir, CHANGE));
  } catch (failure) {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    // Another process has begun a change since.
    if (["ENOTEMPTY", "EEXIST"].includes(errorCode(failure))) throw new WorldError("unwritable-output", dir, "changed meanwhile");
    throw writeFailure(dir, failure);
  } finally {
    process.off("exit", clear);
  }
  await finishChange(dir);
}

/** Finishes what a killed change has begun, and removes what one left that had not. Throws a WorldError where it cannot. */
export async function finishChange(dir: string): Promise<void> {
  const change = join(dir, CHANGE);
  try {
    await clearStaged(dir);
    const places = await placesIn(change);
    if (places === null) return;
    for (const [index, path] of places.entries()) await takePlace(join(change, String(index)), join(dir, path), dir);
    await rm(change, { recursive: true, force: true, maxRetries: 3 });
  } catch (failure) {
    throw writeFailure(dir, failure);
  }
}

async function mayChange(dir: string, path: string, before: Uint8Array | null): Promise<void> {
  const target = await targetOf(join(dir, path), dir);
  const old = await statOf(target);
  if (old !== null) await mayReplace(target, old);
  const now = old === null ? null : await readFile(target);
  if (now === null ? before !== null : before === null || Buffer.compare(now, before) !== 0) throw new WorldError("unwritable-output", join(dir, path), "changed meanwhile");
}

/** Each file on the disk before the list counts, as a machine may lose its power. */
async function stage(staging: string, changes: ReadonlyMap<string, FileChange>): Promise<void> {
  await mkdir(staging);
  for (const [index, { after }] of [...changes.values()].entries()) await writeThrough(join(staging, String(index)), after);
  await writeThrough(join(staging, LIST), Buffer.from(JSON.stringify([...changes.keys()])));
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The places of a change that stands; null where there is none. */
async function placesIn(change: string): Promise<readonly string[] | null> {
  const kind = await statOf(join(change, LIST));
  if (kind === null || !kind.isFile() || kind.size > MOST_LIST) return null;
  const text = await readFile(join(change, LIST), "utf8").catch((failure: unknown) => {
    if (isAbsent(failure)) return "null";
    throw failure;
  });
  const places = parsePlaces(text);
  return places?.every((place) => PLACE.test(place)) === true && places.length <= MOST_FILES ? places : null;
}

function parsePlaces(text: string): readonly string[] | null {
  try {
    const places: unknown = JSON.parse(text);
    return Array.isArray(places) && places.every((place): place is string => typeof place === "string") ? places : null;
  } catch {
    return null;
  }
}

/** One that is not there any more has taken its place before. */
async function takePlace(staged: string, path: string, dir: string): Promise<void> {
  const kind = await lstat(staged).catch(absentAsNull);
  if (kind?.isFile() !== true) return;
  const target = await targetOf(path, dir);
  try {
    const old = await statOf(target);
    if (old !== null) await chmod(staged, old.mode & 0o777);
    else await makeFolder(dirname(target));
    await rename(staged, target);
  } catch (failure) {
    // A folder of the project may be a volume of its own.
    if (errorCode(failure) === "EXDEV") return writeFile(target, await readFile(staged));
    if (!isAbsent(failure)) throw failure;
    if ((await lstat(staged).catch(absentAsNull)) !== null) throw failure;
  }
}

async function clearStaged(dir: string): Promise<void> {
  const names = await answered(readdir(dir)).catch(absentAsNull);
  const dead = (names ?? []).filter((name) => {
    const own = parseOwnName(name, STAGED);
    return own !== null && isDead(own);
  });
  for (const name of dead) await rm(join(dir, name), { recursive: true, force: true }).catch(() => undefined);
}

async function statOf(path: string): Promise<Stats | null> {
  return stat(path).catch(absentAsNull);
}

function absentAsNull(failure: unknown): null {
  if (isAbsent(failure)) return null;
  throw failure;
}
