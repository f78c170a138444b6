/** Processes of this machine as Linux tells of them in /proc. */
import { readdirSync, readFileSync } from "node:fs";

export const processesNow = (): readonly number[] => readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);

/** Living processes of a group. */
export function groupOf(group: number): readonly number[] {
  return processesNow().filter((pid) => new RegExp(`\\) [^Z] \\d+ ${group} `).test(fileOf(pid, "stat")));
}

/** Processes started by `parent` that have this word in their command. */
export function childrenOf(parent: number, word: string): readonly number[] {
  return processesNow().filter((pid) => new RegExp(`^\\d+ \\(.*\\) \\w ${parent} `).test(fileOf(pid, "stat")) && fileOf(pid, "cmdline").includes(word));
}

/** What the system tells of a process: empty when it has ended or belongs to somebody else. */
export function fileOf(pid: number, file: "environ" | "stat" | "cmdline"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
