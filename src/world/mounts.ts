/** Where other file systems, or other folders of the same one, are mounted. */
import { readFile } from "node:fs/promises";

/** Paths of all mount points, as the kernel knows them (proc(5)); empty on systems other than Linux. */
export async function listMounts(): Promise<readonly string[]> {
  if (process.platform !== "linux") return [];
  const text = await readFile("/proc/self/mountinfo", "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => line.split(" ")[4] ?? []).map(unescape);
}

/** Blanks and backslashes are written in octal digits, byte by byte. */
function unescape(path: string): string {
  return path.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}
