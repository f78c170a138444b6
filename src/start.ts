/**
 * Loads the bundled programs and keeps their compiled code between runs, on every Node.js: to read and compile three megabytes of
 * program took a third of the time of a small deck. Node's own cache (22 and later) has no part in it, since it keeps modules only
 * as they were when first loaded, without the functions that a command goes on to use.
 */
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { tuneEngine } from "./cli/tune-engine.ts";
import { cacheFolder } from "./world/cache-folder.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Folders of tools that have not been used for this long are removed. */
const KEPT = 45 * DAY;
const SUM = 4;

interface Loaded {
  exports: unknown;
}
interface Compiled {
  readonly script: Script;
  readonly file: string;
}

interface CommandLine {
  readonly main: () => Promise<void>;
}

/** Runs the command line. */
export async function run(): Promise<void> {
  tuneEngine();
  const [, , command = ""] = process.argv;
  await (load("cli", /^[a-z]{1,12}$/.test(command) ? command : "other") as CommandLine).main();
}

/**
 * What the bundled program `name` exports. `use` says what it is loaded for: each use keeps the code that it runs.
 * A cache that is missing, broken, or cannot be written costs time only. `NODE_DISABLE_COMPILE_CACHE` turns it off, as it does Node's own.
 */
export function load(name: string, use: string): unknown {
  const keeps = !process.env["NODE_DISABLE_COMPILE_CACHE"];
  const folder = join(cacheFolder(process.env), "compiled", `${process.version}-${process.arch}-${sumOf(__dirname)}`, use);
  const loaded = new Map<string, Loaded>();
  const missed: Compiled[] = [];
  const loadFile = (path: string): unknown => {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const program: Loaded = { exports: {} };
    loaded.set(path, program);
    const source = readFileSync(path);
    const file = join(folder, `${path.slice(__dirname.length + 1)}.${sumOf(source)}`);
    const kept = keeps ? readKept(file) : undefined;
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source.toString("latin1")}\n})`, {
      filename: path,
      ...(kept === undefined ? {} : { cachedData: kept }),
    });
    if (keeps && (kept === undefined || script.cachedDataRejected === true)) missed.push({ script, file });
    const ordinary = createRequire(path);
    const own = (id: string): unknown => (id.startsWith("./") ? loadFile(join(dirname(path), id)) : ordinary(id));
    (script.runInThisContext() as (...given: unknown[]) => void)(program.exports, Object.assign(own, ordinary), program, path, __dirname);
    return program.exports;
  };
  // At the end, when the functions that this command uses are compiled.
  process.once("exit", () => keep(folder, missed));
  return loadFile(join(__dirname, `${name}.cjs`));
}

/** The compiled code, unless it is not what was written: V8 itself compares its version and flags, but not the bytes. */
function readKept(file: string): Buffer | undefined {
  try {
    const stored = readFileSync(file);
    const code = stored.subarray(SUM);
    return stored.length > SUM && stored.readUInt32LE(0) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function keep(folder: string, missed: readonly Compiled[]): void {
  if (missed.length === 0) return;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const { script, file } of missed) {
      const code = script.createCachedData();
      const sum = Buffer.alloc(SUM);
      sum.writeUInt32LE(crc32(code));
      const aside = `${file}-${process.pid}.tmp`;
      writeFileSync(aside, Buffer.concat([sum, code]), { mode: 0o600 });
      renameSync(aside, file);
    }
    forget(folder, new Set(missed.map(({ file }) => file)));
  } catch {
    // A read-only or full cache costs time, not the command.
  }
}

/** Removes what an older bundle of this tool left here, and the folders of tools that are gone. */
function forget(folder: string, fresh: ReadonlySet<string>): void {
  const programs = new Set([...fresh].map((file) => withoutHash(file)));
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (!fresh.has(file) && (programs.has(withoutHash(file)) || file.endsWith(".tmp")) && !isYoung(file, DAY / 24)) rmSync(file, { force: true });
  }
  const all = dirname(dirname(folder));
  for (const name of readdirSync(all)) if (!isYoung(join(all, name), KEPT)) rmSync(join(all, name), { recursive: true, force: true });
}

function isYoung(path: string, age: number): boolean {
  return Date.now() - statSync(path).mtimeMs < age;
}

/** `build-Ab3_x9Qz.cjs.1234abcd` → `build`. */
function withoutHash(file: string): string {
  return file.replace(/(?:-[\w-]{8})?\.cjs\..*$/, "");
}

function sumOf(data: string | Uint8Array): string {
  return crc32(data).toString(16).padStart(8, "0");
}
