/** The samples: tests/diagnostics/<code>/ has the files with the error, its good/ the files that fix it. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { build, type Compiled } from "../../src/build.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { compileFolder, compileFolderPages, HOME, smallProject, THEMES, withFolder } from "../support/project.ts";
import { writeWorkbook, type WorkbookPlan } from "../support/workbook.ts";

/** Contents by path; null removes a file. */
export type Files = Readonly<Record<string, Uint8Array | null>>;

export const HERE = fileURLToPath(new URL(".", import.meta.url));
const MESSAGES = fileURLToPath(new URL("../../src/diagnostics/messages/", import.meta.url));
/** Message files in the order in which an author meets them. */
const ROOMS = ["settings", "yaml", "characters", "slides", "blocks", "data", "workbook", "numbers", "marks", "numerals", "terms", "exceptions", "pages", "theme", "outputs", "presentation", "history", "rehearsal", "serving", "documents", "import", "usage"];

/** Codes that have a sample. */
export const SAMPLES: readonly string[] = readdirSync(HERE).filter((name) => statSync(join(HERE, name)).isDirectory());

/** Every code of src/diagnostics/messages/, in the order of {@link ROOMS} and then of declaration. */
export function declaredCodes(): readonly string[] {
  return [...declaredRules().keys()];
}

/** Every code with its short code, or null if it has none. */
export function declaredRules(): ReadonlyMap<string, string | null> {
  const files = readdirSync(MESSAGES).map((name) => name.replace(/\.ts$/, ""));
  const rooms = files.toSorted((a, b) => ROOMS.indexOf(a) - ROOMS.indexOf(b));
  const codes = new Map<string, string | null>();
  for (const room of rooms) {
    const text = readFileSync(join(MESSAGES, `${room}.ts`), "utf8");
    for (const message of text.split(/\b(?:error|warning|note)\(\s*(?=")/).slice(1)) {
      const code = /^"([a-z0-9-]+)"/.exec(message)?.[1];
      if (code !== undefined) codes.set(code, codes.get(code) ?? /\brule: "([A-Z]\d\d)"/.exec(message)?.[1] ?? null);
    }
  }
  return codes;
}

/** The files of a sample, with the error. */
export function badFiles(code: string): Files {
  const own = Object.entries(readFiles(join(HERE, code)));
  return Object.fromEntries(own.filter(([name]) => !name.startsWith("good/") && !name.startsWith("expected.")));
}

/** The files of good/, which replace those of the same name. */
export function goodFiles(code: string): Files {
  return readFiles(join(HERE, code, "good"));
}

/** Codes that only a browser can find: it measures the pages of their samples. */
const MEASURED: readonly string[] = ["overflow", "small-type", "low-contrast", "words-on-photo", "pale-mark", "missing-units", "broken-name", "lone-character"];
/** Codes that appear only on paper: the handout with notes of their samples is printed. */
const PRINTED: readonly string[] = ["print-cut-off", "small-print", "faint-print"];
/** One browser for all samples, started on first use. */
const world = createWorld({ home: HOME });

const compiled = new Map<string, Promise<Compiled>>();

/** The small project with the files of a sample, `bad` or `good`, compiled once. */
export function compileSample(code: string, side: "bad" | "good"): Promise<Compiled> {
  const key = `${side} ${code}`;
  const files = side === "bad" ? badFiles(code) : { ...badFiles(code), ...goodFiles(code) };
  const found = compiled.get(key) ?? withFolder(smallProject(files), (dir) => compileBy(code, dir));
  compiled.set(key, found);
  return found;
}

function compileBy(code: string, dir: string): Promise<Compiled> {
  if (PRINTED.includes(code)) return build({ dir, out: join(dir, "dist"), themes: [join(dir, "themes"), THEMES], only: ["handout-2"], steps: false, onOutput: () => undefined }, world);
  return MEASURED.includes(code) ? compileFolderPages(dir, world) : compileFolder(dir);
}

/** Ends the samples' browser. */
export function endSamples(): Promise<void> {
  return world.close();
}

/** An empty file named `x.remove` removes x. `x.xlsx.yaml` is a workbook in text form, so that people can read what changes. */
function readFiles(dir: string): Files {
  const files: Record<string, Uint8Array | null> = {};
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(dir, path).replaceAll("\\", "/");
    if (!entry.isFile() || name.endsWith(".actual")) continue;
    if (name.endsWith(".remove")) files[name.slice(0, -".remove".length)] = null;
    else if (name.endsWith(".xlsx.yaml")) files[name.slice(0, -".yaml".length)] = writeWorkbook(parse(readFileSync(path, "utf8")) as WorkbookPlan);
    else files[name] = readFileSync(path);
  }
  return files;
}
