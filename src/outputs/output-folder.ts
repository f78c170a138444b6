/** The output folder is replaced as a whole: it must be new, empty, or contain only an earlier build of ours. */
import type { World } from "../world/world.ts";

/** Files that file browsers leave behind. */
const LITTER = new Set([".ds_store", "thumbs.db", "desktop.ini"]);

/** Paths below `out` that no build of ours wrote; a build replaces the folder only if there are none. */
export async function findForeign(out: string, world: World): Promise<readonly string[]> {
  const found = await listFiles(out, "", world);
  if (found.length === 0) return [];
  const ours = parseManifest(await world.readFile(`${out}/manifest.json`));
  return found.filter((path) => !ours.has(path.normalize("NFC")));
}

async function listFiles(out: string, below: string, world: World): Promise<string[]> {
  const entries = (await world.listFolder(below === "" ? out : `${out}/${below}`, out)) ?? [];
  const found: string[] = [];
  for (const { name, type } of entries) {
    const path = below === "" ? name : `${below}/${name}`;
    if (type === "folder") found.push(...(await listFiles(out, path, world)));
    else if (!LITTER.has(name.toLowerCase())) found.push(path);
  }
  return found;
}

/** The files in a manifest of ours, including the manifest itself; none if another program wrote it. */
function parseManifest(bytes: Uint8Array | null): ReadonlySet<string> {
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()));
    if (typeof manifest !== "object" || manifest === null || !("generator" in manifest) || manifest.generator !== "luduan") return new Set();
    const outputs = "outputs" in manifest && typeof manifest.outputs === "object" ? Object.keys(manifest.outputs ?? {}) : [];
    return new Set(["manifest.json", ...outputs].map((path) => path.normalize("NFC")));
  } catch {
    return new Set();
  }
}
