/** Runs commands of the system and installs what is missing; plain JavaScript, because set-up runs before the tool is built. */
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Prints a line of progress to the user, in Chinese or in English.
 * @typedef {(zh: string, en: string) => void} Say
 */

/**
 * Runs a command quietly and returns what it printed; the caller shows its output only if it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Readonly<Record<string, string | undefined>>, minutes?: number, cwd?: string }} [options] `minutes` is the time limit.
 * @returns {{ ok: boolean, text: string }}
 */
export function runQuietly(command, args, { env = process.env, minutes = 10, cwd } = {}) {
  const shell = process.platform === "win32" && command === "npm";
  const done = spawnSync(command, args, { cwd, env, shell, encoding: "utf8", timeout: minutes * 60_000, stdio: ["ignore", "pipe", "pipe"] });
  return { ok: done.status === 0, text: `${done.stdout ?? ""}${done.stderr ?? ""}${done.error ? done.error.message : ""}`.trim() };
}

/**
 * Path of a command in PATH, or null.
 * @param {string} name
 * @returns {string | null}
 */
export function findCommand(name) {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  for (const folder of (process.env.PATH ?? process.env.Path ?? "").split(delimiter)) {
    for (const ending of endings) {
      try {
        accessSync(join(folder, name + ending), constants.X_OK);
        return join(folder, name + ending);
      } catch {
        // Not here: try the next folder.
      }
    }
  }
  return null;
}

/**
 * Installs packages of Debian and similar systems; only root may, so false for everybody else.
 * @param {readonly string[]} packages
 * @param {Say} say
 * @returns {boolean}
 */
export function installWithApt(packages, say) {
  if (process.getuid?.() !== 0 || findCommand("apt-get") === null) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  say(`正在用 apt 安装 ${packages.join(" ")}……`, `Installing ${packages.join(" ")} with apt …`);
  return runQuietly("apt-get", ["update"], { env }).ok && runQuietly("apt-get", ["install", "-y", "--no-install-recommends", ...packages], { env }).ok;
}
