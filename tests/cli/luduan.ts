/** Runs the built command line as a person would. Set-up (`npm test`) has built it. */
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { JsonDiagnostic } from "../../src/diagnostics/format.ts";
import { HOME, smallProject } from "../support/project.ts";

export const CLI = join(HOME, "build/cli.js");

export interface Ended {
  /** Null if a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Added to this process's environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called once, when the command is running. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** The environment of an English-speaking person at a desk, not that of the test runner. */
const DESK: Readonly<Record<string, string | undefined>> = { LC_ALL: undefined, LC_MESSAGES: undefined, LANG: "en_US.UTF-8", CI: undefined, NO_COLOR: undefined, VITEST: undefined, NODE_ENV: undefined, LUDUAN_DEBUG: undefined };

export function luduan(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runCommand(process.execPath, [CLI, ...args], options);
}

export function runCommand(command: string, args: readonly string[], { cwd = tmpdir(), env = {}, onStart }: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const merged = Object.entries({ ...process.env, ...DESK, ...env }).filter(([name, value]) => value !== undefined && !name.startsWith("npm_"));
    const child = spawn(command, args, { cwd, env: Object.fromEntries(merged), stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    onStart?.(child);
  });
}

/** What `--json` printed. */
export function diagnosticsOf(ended: Ended): readonly JsonDiagnostic[] {
  return (JSON.parse(ended.stdout) as { diagnostics: JsonDiagnostic[] }).diagnostics;
}

export function codesOf(ended: Ended): readonly string[] {
  return diagnosticsOf(ended).map((diagnostic) => diagnostic.code);
}

/** A folder for one test file. Its name has a space and Han characters, as people's folders do. */
export function makeRoom(): string {
  return mkdtempSync(join(tmpdir(), "luduan 命令 "));
}

export function removeRoom(room: string): void {
  rmSync(room, { recursive: true, force: true });
}

/** Writes the small project without errors to `dir`; `files` replace or (null) remove. */
export function writeProject(dir: string, files: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  for (const [path, content] of smallProject(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

/** Path and SHA-256 of every file below `dir`. */
export function hashesOf(dir: string): ReadonlyMap<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1)).sort();
  return new Map(paths.map((path) => [path.replaceAll("\\", "/"), createHash("sha256").update(readFileSync(join(dir, path))).digest("hex")]));
}

/** Whether every file in the manifest of `dist` exists with its hash, and there are no other files. */
export function isWhole(dist: string): boolean {
  const { outputs } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8")) as { outputs: Record<string, string> };
  const found = hashesOf(dist);
  return found.size === Object.keys(outputs).length + 1 && Object.entries(outputs).every(([path, hash]) => found.get(path) === hash);
}
