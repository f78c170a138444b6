/** Runs the built command line as a user would, in a process of its own. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { HOME } from "../support/project.ts";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `luduan …args` in `cwd`, in English unless the environment says otherwise. */
export function luduan(args: readonly string[], cwd: string, environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((done, fail) => {
    const env = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", LANG: "C.UTF-8", ...environment };
    const child = spawn(process.execPath, [join(HOME, "build/cli.js"), ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("error", fail);
    child.on("close", (code) => done({ code, out, err }));
  });
}
