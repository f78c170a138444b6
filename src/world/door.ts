/**
 * The one door to a folder that a stranger may have filled: everything below it is resolved first, and nothing outside it is read or
 * written. What is neither a file nor a folder (a pipe, a socket, a device) is never opened, since it might never answer. A disk that
 * does not answer a call within {@link ANSWER_TIME} is given up.
 */
import { constants, type Dirent, type Stats } from "node:fs";
import * as disk from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { ANSWER_TIME, answered } from "./answer.ts";
import { errorCode, isAbsent, readFailure, writeFailure } from "./failure.ts";
import { listMounts } from "./mounts.ts";
import { LARGEST_FILE, WorldError, type FolderEntry } from "./world.ts";

/** Entries of one folder: a report of 31 areas has a few dozen files, a photo archive some thousands. */
const MOST_ENTRIES = 20_000;
/** Bytes that are read at a time: a slow line sends them in less than {@link ANSWER_TIME}. */
const PART = 4 * 1024 * 1024;

const realpath = (path: string): Promise<string> => answered(disk.realpath(path));
const stat = (path: string): Promise<Stats> => answered(disk.stat(path));
const lstat = (path: string): Promise<Stats> => answered(disk.lstat(path));

/** Bytes of a file below `root`; null when it is absent. Throws a WorldError for everything that is not a file of at most `most` bytes inside `root`. */
export async function readBelow(path: string, root: string, most: number = LARGEST_FILE): Promise<Uint8Array | null> {
  try {
    const real = await resolveBelow(path, root);
    if (real === null) return null;
    mayRead(await stat(real), path, root, most);
    // Whatever has taken its place since does not keep us waiting, and no link is followed.
    const file = await answered(disk.open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)));
    try {
      const kind = await answered(file.stat());
      mayRead(kind, path, root, most);
      return await readParts(file, kind.size);
    } finally {
      await answered(file.close()).catch(() => undefined);
    }
  } catch (failure) {
    if (isAbsent(failure)) return null;
    throw failureBelow(path, root, failure);
  }
}

/** At most `size` bytes: a file may become shorter while it is read. */
async function readParts(file: disk.FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  for (let had = 0; had < size; ) {
    const { bytesRead } = await answered(file.read(bytes, had, Math.min(PART, size - had), null));
    if (bytesRead === 0) return bytes.subarray(0, had);
    had += bytesRead;
  }
  return bytes;
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
    throw failureBelow(path, root, failure);
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
 * The real path of an output folder, which may be absent. Throws a WorldError if it is a link, whoever made it, a file, or a mount point or
 * a folder around one; and if it is written as a folder of `project` but lies elsewhere.
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
  const mounts = kind === null ? [] : (await listMounts()).filter((mount) => isInside(mount, real));
  if (mounts.length > 0) throw new WorldError("unwritable-output", path, mounts.includes(real) ? "mount point" : "mount inside");
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
  const folder = await answered(disk.opendir(real, { bufferSize: 256 }));
  try {
    for (let entry = await answered(folder.read()); entry !== null; entry = await answered(folder.read())) {
      if (entries.length === MOST_ENTRIES) throw refusal("too-many-files", path, root, String(MOST_ENTRIES));
      entries.push(entry);
    }
    return entries;
  } finally {
    await answered(folder.close()).catch(() => undefined);
  }
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

function failureBelow(path: string, root: string, failure: unknown): unknown {
  return errorCode(failure) === "ETIMEDOUT" ? refusal("no-answer", path, root, String(ANSWER_TIME / 1000)) : readFailure(path, failure);
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
