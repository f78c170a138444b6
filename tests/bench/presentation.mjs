/** What a presentation takes beyond compiling, and how large it is. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { repeat, run } from "./measure.mjs";

/** Milliseconds that the build itself reports for it. */
function millisecondsIn(text) {
  return Number(/^ {2}pptx +([\d.]+) s$/m.exec(text)[1]) * 1000;
}

/**
 * @param {string} cli
 * @param {string} dir A project.
 * @param {{ name: string, out: string, runs: number, most?: string, size?: string }} options `most` and `size` are goals.
 * @param {(name: string, unit: string, values: number[], goal?: string) => void} record
 */
export async function benchPresentation(cli, dir, { name, out, runs, most, size }, record) {
  const rows = await repeat(runs, 1, () => run([cli, "build", dir, "--out", out, "--only", "pptx"]));
  record(`presentation of ${name}, beyond compiling`, "ms", rows.map(({ text }) => millisecondsIn(text)), most);
  const file = readdirSync(out).find((one) => one.endsWith(".pptx"));
  record(`presentation of ${name}, size`, "KB", [statSync(join(out, file)).size / 1024], size);
}
