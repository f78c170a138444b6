/** Opens what `luduan diff` compares: a project folder, an output folder or a git revision, each as an edition. */
import { basename, resolve } from "node:path";
import { compile, createCompileCache } from "../build.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { noEdition } from "../diagnostics/messages/history.ts";
import { editionOf, withPrivateNotes, type Edition } from "../diff/edition.ts";
import { parsePrintedPages } from "../diff/printed-pages.ts";
import type { PrintedPages } from "../model/printed-pages.ts";
import { parseEdition, parsePrivateNotes } from "../diff/read-edition.ts";
import { createRevisionWorld } from "../world/git.ts";
import type { World } from "../world/world.ts";
import { themeFolders, type Output, type Place } from "./output.ts";
import { words } from "./words.ts";

export interface OpenedEdition {
  readonly edition: Edition;
  /** The pages on which it was printed; null if it is not a build, or a build without documents. */
  readonly printed: PrintedPages | null;
  /** As the user named it. */
  readonly label: string;
  readonly dir: string;
  /** Number of errors that the compiler found; what they affect is missing from the edition. */
  readonly errors: number;
}

export interface Opened {
  readonly before: OpenedEdition;
  readonly after: OpenedEdition;
}

/** Reasons why an edition cannot be read. */
export interface Failed {
  readonly failures: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

export interface OpenRequest {
  readonly before: string;
  /** Null is the user's current folder. */
  readonly after: string | null;
  readonly place: Place;
  readonly output: Output;
}

/** A word that names a folder means that folder; any other word is a revision of the other folder, or of the user's current folder. */
export async function openEditions({ before, after, place, output }: OpenRequest, world: World): Promise<Opened | Failed> {
  const [old, now] = await Promise.all([findFolder(before, place, world), findFolder(after ?? ".", place, world)]);
  const project = [now, old].find((found) => found?.type === "project")?.dir ?? resolve(place.from);
  const opening: Opening = { place, output, world };
  const first = await open(before, old ?? { type: "revision", dir: project }, opening);
  if ("failures" in first) return first;
  const second = await open(after ?? ".", now ?? { type: "revision", dir: project }, opening);
  return "failures" in second ? second : { before: first, after: second };
}

interface Found {
  readonly type: "project" | "build" | "revision";
  readonly dir: string;
}

interface Opening {
  readonly place: Place;
  readonly output: Output;
  readonly world: World;
}

/** Null if there is no such folder. An output folder has a manifest of ours and no slides. */
async function findFolder(word: string, place: Place, world: World): Promise<Found | null> {
  const dir = resolve(place.from, word);
  const entries = await world.listFolder(dir, dir);
  if (entries === null) return null;
  const names = entries.map(({ name }) => name);
  return { type: names.includes("manifest.json") && !names.includes("slides") ? "build" : "project", dir };
}

async function open(word: string, { type, dir }: Found, { place, output, world }: Opening): Promise<OpenedEdition | Failed> {
  switch (type) {
    case "build": {
      const edition = parseEdition(await world.readFile(`${dir}/data/edition.json`, dir));
      const notes = parsePrivateNotes(await world.readFile(`${dir}/internal/notes.json`, dir));
      // Older builds have it in data/.
      const printed = parsePrintedPages((await world.readFile(`${dir}/internal/pages.json`, dir)) ?? (await world.readFile(`${dir}/data/pages.json`, dir)));
      if (edition === null) return { failures: [noEdition(word)], sources: new Map() };
      return { edition: notes === null ? edition : withPrivateNotes(edition, notes), printed, label: word, dir, errors: 0 };
    }
    case "project":
      return compileEdition(word === "." ? words(output.lang).asTheyAre(basename(dir)) : word, dir, place, world);
    case "revision":
      return compileEdition(word, dir, place, await createRevisionWorld(world, dir, word));
  }
}

async function compileEdition(label: string, dir: string, place: Place, world: World): Promise<OpenedEdition | Failed> {
  const { model, diagnostics, sources } = await compile(dir, themeFolders(dir, place), world, createCompileCache());
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return model === null ? { failures: errors, sources } : { edition: editionOf(model, true), printed: null, label, dir, errors: errors.length };
}
