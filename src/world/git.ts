/** A folder as it was at a revision, read from git's store: the work tree and the index are not touched. */
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { errorCode } from "./failure.ts";
import { WorldError, type FolderEntry, type World } from "./world.ts";

/** Largest file to read, in bytes. */
const LARGEST = 512 * 1024 * 1024;
/** A plain file and an executable one; links and submodules are left out. */
const FILE_MODES = new Set(["100644", "100755"]);

/**
 * A world in which `dir` has the files of `revision`; everything else is as in `world`. Throws a WorldError if git is
 * missing, `dir` is not in a repository or the revision is unknown. A folder that the revision does not have is absent.
 */
export async function createRevisionWorld(world: World, dir: string, revision: string): Promise<World> {
  const root = resolve(dir);
  const git = createGit(root, revision);
  const below = await git(["rev-parse", "--show-prefix"], "not-a-repository");
  const commit = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], "unknown-revision");
  const files = parseTree(await git(["ls-tree", "-r", "-z", "--full-tree", textOf(commit).trim()], "git-failed"), textOf(below).replace(/\n$/, ""));
  const blob = (id: string): Promise<Uint8Array> => git(["cat-file", "blob", id], "git-failed");
  const within = (path: string): string | null => {
    const whole = resolve(path);
    if (whole === root) return "";
    return whole.startsWith(`${root}/`) || whole.startsWith(`${root}\\`) ? whole.slice(root.length + 1).replaceAll("\\", "/") : null;
  };
  return {
    ...world,
    finishChange: () => Promise.resolve(),
    readFile: async (path, from, most) => {
      const own = within(path);
      if (own === null) return world.readFile(path, from, most);
      const id = files.get(own);
      return id === undefined ? null : blob(id);
    },
    listFolder: async (path, from) => {
      const own = within(path);
      return own === null ? world.listFolder(path, from) : entriesOf(own, files);
    },
  };
}

type Git = (args: readonly string[], kind: WorldError["kind"]) => Promise<Uint8Array>;

/** Runs git in `root`; a failure becomes a WorldError of the given kind, with git's own words. */
function createGit(root: string, revision: string): Git {
  // Git must use the folder asked for, not what a caller's hook has set.
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...environment } = process.env;
  const env = { ...environment, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" };
  return (args, kind) =>
    new Promise((done, fail) => {
      execFile("git", ["-C", root, ...args], { encoding: "buffer", env, maxBuffer: LARGEST }, (failure, output, complaint) => {
        if (failure === null) done(output);
        else if (errorCode(failure) === "ENOENT") fail(new WorldError("missing-git", revision, ""));
        else fail(new WorldError(kind, kind === "not-a-repository" ? root : revision, firstLine(textOf(complaint))));
      });
    });
}

/** Blobs below `prefix`, by path relative to it. */
function parseTree(listing: Uint8Array, prefix: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const line of textOf(listing).split("\0")) {
    const [about = "", path = ""] = line.split("\t", 2);
    const [mode = "", , id = ""] = about.split(" ");
    if (FILE_MODES.has(mode) && path.startsWith(prefix)) files.set(path.slice(prefix.length), id);
  }
  return files;
}

/** Sorted entries of a folder; null if no file is below it. */
function entriesOf(folder: string, files: ReadonlyMap<string, string>): readonly FolderEntry[] | null {
  const found = new Map<string, FolderEntry>();
  const start = folder === "" ? "" : `${folder}/`;
  for (const path of files.keys()) {
    if (!path.startsWith(start)) continue;
    const [name = "", ...deeper] = path.slice(start.length).split("/");
    found.set(name, { name, type: deeper.length === 0 ? "file" : "folder" });
  }
  return found.size === 0 ? null : [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function firstLine(text: string): string {
  return (text.trim().split("\n", 1)[0] ?? "").replace(/^fatal: /, "");
}
