/**
 * The one door to a folder that a stranger may have filled: everything below it is resolved first, and nothing outside it is read or
 * written. What is neither a file nor a folder (a pipe, a socket, a device) is never opened, since it might never answer.
 */
import { constants, type Dirent, type Stats } from "node:fs";
import { lstat, open, opendir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { errorCode, isAbsent, readFailure, writeFailure } from "./failure.ts";
import { LARGEST_FILE, WorldError, type FolderEntry } from "./world.ts";

/** Entries of one folder: a report of 31 areas has a few dozen files, a photo archive some thousands. */
const MOST_ENTRIES = 20_000;

/** Bytes of a file below `root`; null when it is absent. Throws a WorldError for everything that is not a file of at most `most` bytes inside `root`. */
export async function readBelow(path: string, root: string, most: number = LARGEST_FILE): Promise<Uint8Array | null> {
  try {
    const real = await resolveBelow(path, root);
    if (real === null) return null;
    mayRead(await stat(real), path, root, most);
    // Whatever has taken its place since does not keep us waiting, and no link is followed.
    const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    try {
      mayRead(await file.stat(), path, root, most);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (failure) {
    if (isAbsent(failure)) return null;
    throw readFailure(path, failure);
  }
}

/** Sorted entries of a folder below `root`; null when it is absent. Throws a WorldError if it is outside `root`, or has too many entries. */
export async function listBelow(path: string, root: string): Promise<readonly FolderEntry[] | null> {
  try {
    const real = await resolveBelow(path, root);
    if (real === null) return null;
    const kind = await stat(real);
    if (kind.isFile()) return null;
    if (!kind.isDirectory()) throw refusal("not-a-file", path, root, "special");
    const entries = await listEntries(real, path, root);
    const found = await Promise.all(entries.map((entry) => (entry.isSymbolicLink() ? followLink(join(real, entry.name), entry.name, root) : entryOf(entry.name, entry))));
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (failure) {
    if (isAbsent(failure)) return null;
    throw readFailure(path, failure);
  }
}

/** Time and size of a file or folder below `root`; null when it is absent. */
export async function stampBelow(path: string, root: string): Promise<string | null> {
  try {
    const real = await resolveBelow(path, root);
    if (real === null) return null;
    const { mtimeMs, size } = await stat(real);
    return `${mtimeMs} ${size}`;
  } catch (failure) {
    if (isAbsent(failure)) return null;
    throw readFailure(path, failure);
  }
}

/** The real path of what is below `root`; null when it is absent. Throws a WorldError if a link on the way leads out of `root`, nowhere, or in a circle. */
export async function resolveBelow(path: string, root: string): Promise<string | null> {
  const top = await realpath(root).catch(absentAsNull);
  if (top === null) return null;
  try {
    const real = await realpath(path);
    if (isInside(real, top)) return real;
  } catch (failure) {
    if (isAbsent(failure) && !(await isLink(path))) return null;
    if (!isAbsent(failure) && errorCode(failure) !== "ELOOP") throw failure;
  }
  throw refusal("outside-folder", path, root, "");
}

/**
 * The real path of an output folder, which may be absent. Throws a WorldError if it is a link, whoever made it, or a file; and if it
 * is written as a folder of `project` but lies elsewhere.
 */
export async function resolveOutput(path: string, project: string | null): Promise<string> {
  try {
    return await findOutput(path, project);
  } catch (failure) {
    throw writeFailure(path, failure);
  }
}

async function findOutput(path: string, project: string | null): Promise<string> {
  const parent = await resolveFolder(dirname(path));
  const written = project !== null && isInside(resolve(dirname(path)), resolve(project));
  if (written && !isInside(parent, await resolveFolder(project))) throw new WorldError("unwritable-output", path, "link");
  const real = join(parent, basename(path));
  const kind = await lstat(real).catch(absentAsNull);
  if (kind?.isSymbolicLink() === true) throw new WorldError("unwritable-output", path, "link");
  if (kind !== null && !kind.isDirectory()) throw new WorldError("unwritable-output", path, "ENOTDIR");
  return real;
}

/** The real path of a folder; for one that is absent, that of the nearest folder above it, with the rest of the path. */
export async function resolveFolder(path: string): Promise<string> {
  const real = await realpath(path).catch(absentAsNull);
  return real ?? (dirname(path) === path ? path : join(await resolveFolder(dirname(path)), basename(path)));
}

/** Whether the path is the folder or below it; both absolute, and without links if that matters. */
function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}


async function listEntries(real: string, path: string, root: string): Promise<readonly Dirent[]> {
  const entries: Dirent[] = [];
  for await (const entry of await opendir(real, { bufferSize: 256 })) {
    if (entries.length === MOST_ENTRIES) throw refusal("too-many-files", path, root, String(MOST_ENTRIES));
    entries.push(entry);
  }
  return entries;
}

function entryOf(name: string, kind: Dirent | Stats): FolderEntry {
  return { name, type: kind.isFile() ? "file" : kind.isDirectory() ? "folder" : "special" };
}

async function followLink(path: string, name: string, root: string): Promise<FolderEntry> {
  try {
    const [target, top] = await Promise.all([realpath(path), realpath(root)]);
    if (!isInside(target, top)) return { name, type: "elsewhere" };
    return { ...entryOf(name, await stat(target)), target: slashes(relative(top, target)) };
  } catch (failure) {
    if (isAbsent(failure) || errorCode(failure) === "ELOOP") return { name, type: "elsewhere" };
    throw failure;
  }
}

function mayRead(kind: Stats, path: string, root: string, most: number): void {
  if (!kind.isFile()) throw refusal("not-a-file", path, root, kind.isDirectory() ? "folder" : "special");
  if (kind.size > most) throw refusal("file-too-large", path, root, String(most));
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(absentAsNull))?.isSymbolicLink() === true;
}

/** Names the place as the author of the folder knows it. */
function refusal(kind: WorldError["kind"], path: string, root: string, detail: string): WorldError {
  return new WorldError(kind, slashes(relative(root, path)) || basename(path), detail);
}

function absentAsNull(failure: unknown): null {
  if (isAbsent(failure)) return null;
  throw failure;
}

function slashes(path: string): string {
  return path.split(sep).join("/");
}
