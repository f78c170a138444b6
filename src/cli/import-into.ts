/** luduan import --into: brings a project up to date with a new document. */
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { renderReview, reviewJson } from "../import.ts";
import { updateProject, type Updated, type UpdateOptions } from "../update.ts";
import type { World } from "../world/world.ts";
import { updateSummary } from "./import-summary.ts";
import { conclude, exitCode, pathBelow, themeFolders, type Output, type Place } from "./output.ts";

export const REVIEW_NAMES = { "zh-CN": "导入核对", en: "import-review" } as const;
/** Folders of a project that an update may change. Each is swapped as a whole. */
const FOLDERS = ["data", "slides"] as const;

export async function updateInto(dir: string, { document, data = null, told }: Pick<UpdateOptions, "document" | "data"> & { readonly told: readonly Diagnostic[] }, place: Place, output: Output, world: World): Promise<number> {
  for (const folder of FOLDERS) await world.recoverFolder(join(dir, folder));
  const updated = await updateProject({ document, data, dir, themes: themeFolders(dir, place), written: await lastImport(dir, world) }, world);
  const diagnostics = [...told, ...updated.diagnostics];
  const code = conclude(diagnostics, updated.sources, "text", output, pathBelow(dir, place));
  if (updated.told === null) return exitCode(diagnostics);
  await writeFolders(dir, updated, world);
  output.print(updateSummary(updated.told, dir, place.luduan, output.lang));
  return code;
}

/** The paragraphs that the last import wrote; empty where its review is gone. */
async function lastImport(dir: string, world: World): Promise<ReadonlySet<string>> {
  const texts = new Set<string>();
  for (const name of Object.values(REVIEW_NAMES)) {
    const bytes = await world.readFile(join(dir, `${name}.json`), dir);
    for (const text of bytes === null ? [] : paragraphsIn(new TextDecoder().decode(bytes))) texts.add(text);
  }
  return texts;
}

function paragraphsIn(json: string): string[] {
  try {
    const { paragraphs } = JSON.parse(json) as { paragraphs?: unknown };
    return Array.isArray(paragraphs) ? paragraphs.flatMap((one: unknown) => (typeof one === "object" && one !== null && "text" in one && typeof one.text === "string" ? [one.text] : [])) : [];
  } catch {
    return [];
  }
}

/** Folders are written aside and renamed in; the review comes last, so that a killed update is only done again. */
async function writeFolders(dir: string, { files, review }: Updated, world: World): Promise<void> {
  for (const folder of FOLDERS) {
    const changed = new Map([...files].filter(([path]) => path.startsWith(`${folder}/`)).map(([path, bytes]) => [path.slice(folder.length + 1), bytes]));
    if (changed.size > 0) await world.replaceFolder(join(dir, folder), new Map([...(await readTree(join(dir, folder), "", dir, world)), ...changed]));
  }
  if (review === null) return;
  const name = REVIEW_NAMES[review.lang];
  for (const [ending, text] of [["html", renderReview(review)], ["json", reviewJson(review)]] as const) await world.writeFile(join(dir, `${name}.${ending}`), new TextEncoder().encode(text));
}

async function readTree(root: string, below: string, dir: string, world: World): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const { name, type } of (await world.listFolder(join(root, below), dir)) ?? []) {
    const path = below === "" ? name : `${below}/${name}`;
    if (type === "folder") for (const [file, bytes] of await readTree(root, path, dir, world)) files.set(file, bytes);
    else files.set(path, (await world.readFile(join(root, path), dir)) ?? new Uint8Array());
  }
  return files;
}
