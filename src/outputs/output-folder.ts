/** The output folder is replaced as a whole: it must be new, empty, or contain only an earlier build of ours, unchanged. */
import { createHash } from "node:crypto";
import { isAbsolute, join, relative, sep } from "node:path";
import { WorldError, type World } from "../world/world.ts";

/** Files that file browsers leave behind. */
const LITTER = new Set([".ds_store", "thumbs.db", "desktop.ini"]);
/** What no build writes, whatever a manifest says: hidden files, folders of sources, and their kinds of files. */
const NEVER_OURS = /(?:^|\/)\.|^(?:slides|themes)\/|\.(?:md|ya?ml|xls\w?|docx?|wps|et)$/i;

/** Folders of a project that are never replaced. */
const SOURCES = ["slides", "data", "themes", ".git"];

/** Looks at a folder that another build replaces again and again; a build takes longer than a look. */
const MOST_LOOKS = 10;

/**
 * Paths below `out` that no build of ours wrote, or that were changed since; a build replaces the folder only if there are none. A
 * manifest lists what a build wrote with its digests. Anybody may write one, so it does not speak for sources, least of all those of `dir`.
 */
export async function findForeign(out: string, dir: string, world: World): Promise<readonly string[]> {
  for (let looks = 1; ; looks += 1) {
    const manifest = await readManifest(out, world);
    const foreign = await lookForForeign(out, dir, manifest, world);
    // Another build may have put its folder here meanwhile: files of one and the manifest of the other do not agree.
    if (foreign.length === 0 || looks === MOST_LOOKS || (await readManifest(out, world)) === manifest) return foreign;
  }
}

async function lookForForeign(out: string, dir: string, manifest: string, world: World): Promise<readonly string[]> {
  const found = (await listFiles(out, "", world)) ?? [];
  if (found.length === 0) return [];
  const [real, project] = await Promise.all([world.resolveFolder(out), world.resolveFolder(dir)]);
  if (isInside(project, real) || SOURCES.some((name) => isInside(real, join(project, name)))) return found;
  const ours = digestsIn(manifest);
  const foreign: string[] = [];
  // One at a time: they may be large.
  for (const path of found) if (!(await isOurs(path, out, ours, world))) foreign.push(path);
  return foreign;
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** All files; a folder that has none, and what is neither file nor folder, as well: replacing would lose them. Null for what is not there. */
async function listFiles(out: string, below: string, world: World): Promise<string[] | null> {
  const entries = await world.listFolder(below === "" ? out : `${out}/${below}`, out);
  if (entries === null) return null;
  const found: string[] = [];
  for (const { name, type, target } of entries) {
    const path = below === "" ? name : `${below}/${name}`;
    if (type === "folder" && target === undefined) {
      const inside = await listFiles(out, path, world);
      found.push(...(inside?.length === 0 ? [`${path}/`] : (inside ?? [])));
    } else if (!LITTER.has(name.toLowerCase())) found.push(path);
  }
  return found;
}

async function isOurs(path: string, out: string, ours: ReadonlyMap<string, string>, world: World): Promise<boolean> {
  if (path === "manifest.json") return ours.size > 0;
  const digest = ours.get(path.normalize("NFC"));
  if (digest === undefined || NEVER_OURS.test(path)) return false;
  try {
    const bytes = await world.readFile(`${out}/${path}`, out);
    // What has gone since is nobody's loss.
    return bytes === null || createHash("sha256").update(bytes).digest("hex") === digest;
  } catch (failure) {
    // A link, a pipe or an enormous file is none of ours.
    if (failure instanceof WorldError) return false;
    throw failure;
  }
}

/** The text of the manifest in `out`; empty if there is none that can be read. */
async function readManifest(out: string, world: World): Promise<string> {
  try {
    return new TextDecoder().decode((await world.readFile(`${out}/manifest.json`, out)) ?? new Uint8Array());
  } catch (failure) {
    if (failure instanceof WorldError) return "";
    throw failure;
  }
}

/** Digests by path in a manifest of ours; none if another program wrote it. */
function digestsIn(text: string): ReadonlyMap<string, string> {
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest !== "object" || manifest === null || !("generator" in manifest) || manifest.generator !== "luduan") return new Map();
    const outputs = "outputs" in manifest && typeof manifest.outputs === "object" ? Object.entries(manifest.outputs ?? {}) : [];
    return new Map(outputs.map(([path, digest]) => [path.normalize("NFC"), String(digest)]));
  } catch {
    return new Map();
  }
}
