/**
 * `npm run bench -- --slidev`: the presentation beside Slidev's editable one, in turn on one machine, with the same text. Slidev (some 500 MB of packages) is installed
 * for this alone, into the bench's own folder. Its export photographs pages in a browser and puts text over them; ours is drawn from the model, without a browser.
 */
import { execFile } from "node:child_process";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { comparePair, sameText, timed } from "./peers.mjs";

const PACKAGES = ["@slidev/cli@52.20.1", "@slidev/theme-default@0.25.0", "playwright-chromium@1"];
const [SLIDES, GOAL] = [30, 0.2];

/**
 * @param {{ cli: string, work: string, browser: string, runs: number }} options
 * @param {(name: string, unit: string, values: number[], goal?: string) => void} record
 */
export async function benchSlidev({ cli, work, browser, runs }, record) {
  const home = join(work, "slidev");
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "package.json"), '{ "private": true }\n');
  await promisify(execFile)("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...PACKAGES], { cwd: home });
  const { dir, pages } = await sameText(work, SLIDES);
  // Slidev reads double braces as expressions.
  await writeFile(join(home, "slides.md"), `---\ntheme: default\n---\n\n${pages.map((page) => page.replaceAll(/\{+[^{}]*\}+/g, "")).join("\n---\n\n")}`);
  const [out, theirs] = [join(work, "slidev-ours"), join(home, "slides.pptx")];
  const name = `presentation, ${SLIDES} slides`;
  await comparePair(record, runs, {
    name, peer: "Slidev", goal: GOAL,
    first: () => timed([cli, "build", dir, "--out", out, "--only", "pptx"], process.env),
    second: () => timed([join(home, "node_modules/@slidev/cli/bin/slidev.mjs"), "export", "slides.md", "--format", "pptx-editable", "--output", "slides.pptx", "--executable-path", browser], process.env, home),
  });
  const ours = join(out, readdirSync(out).find((file) => file.endsWith(".pptx")));
  record(`${name}, size`, "KB", [(await stat(ours)).size / 1024], `(Slidev ${((await stat(theirs)).size / 1024).toFixed(0)})`);
}
