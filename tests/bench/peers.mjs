/**
 * `npm run bench -- --peers`: Luduan and Marp side by side, in turn on one machine, with the same text. Marp is installed for this
 * alone, into the bench's own folder; it is no dependency. Prints the medians, their ratio and the goal.
 */
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { generateDeck } from "./generate.mjs";
import { run, spread } from "./measure.mjs";
import { watchChildren } from "./memory.mjs";

const MARP = "@marp-team/marp-cli@4.5.1";
const WEB_GOALS = { 30: 0.45, 300: 0.5, 1000: 0.6 };
const PDF_GOALS = { 30: 0.35, 300: 0.5 };
const SIX_GOAL = 0.75;
const SIZES = [30, 300, 1000];

/**
 * @param {{ cli: string, sample: string, work: string, browser: string, runs: number }} options `cli`: the bundled tool; `sample`:
 *   the deck with six PDFs; `work`: a folder of the bench's own; `browser`: given to both, so that neither has a faster one.
 * @param {(name: string, unit: string, values: number[], goal?: string) => void} record
 */
export async function benchPeers({ cli, sample, work, browser, runs }, record) {
  const marp = await installMarp(work);
  const env = { ...process.env, CI: "1", CHROME_PATH: browser, PUPPETEER_EXECUTABLE_PATH: browser };
  const ours = (...args) => timed([cli, "build", ...args], env);
  const theirs = (...args) => timed([marp, "--no-config", "--allow-local-files", ...args], env);
  const pair = (name, first, second, goal) => comparePair(record, runs, { name, first, second, goal });
  for (const slides of SIZES) {
    const { dir, markdown } = await sameText(work, slides);
    await pair(`web deck, ${slides} slides`, () => ours(dir, "--only", "deck"), () => theirs(markdown, "-o", join(work, "marp.html")), WEB_GOALS[slides]);
    if (PDF_GOALS[slides] === undefined) continue;
    await pair(`one PDF, ${slides} slides`, () => ours(dir, "--only", "slides"), () => theirs(markdown, "--pdf", "-o", join(work, "marp.pdf")), PDF_GOALS[slides]);
  }
  const { markdown } = await sameText(work, 30);
  const six = ["--out", join(work, "six"), "--only", "slides,handout,notes,booklet"];
  await pair("six PDFs of the sample : one PDF, 30 slides", () => ours(sample, ...six), () => theirs(markdown, "--pdf", "-o", join(work, "marp.pdf")), SIX_GOAL);
}

async function installMarp(work) {
  const home = join(work, "marp");
  await mkdir(home, { recursive: true });
  await writeFile(join(home, "package.json"), '{ "private": true }\n');
  await promisify(execFile)("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", MARP], { cwd: home });
  return join(home, "node_modules/@marp-team/marp-cli/marp-cli.js");
}

/** Seconds of the whole process, and megabytes of all that it started. */
export async function timed(args, env, cwd = process.cwd()) {
  const watch = watchChildren();
  const { seconds } = await run(args, { env, cwd, onStart: watch.start });
  return { seconds, megabytes: watch.stop().together };
}

export async function comparePair(record, runs, { name, first, second, goal, peer = "Marp" }) {
  await first();
  await second();
  const rows = [];
  for (let i = 0; i < runs; i += 1) rows.push({ ours: await first(), theirs: await second() });
  const column = (side, what) => rows.map((row) => row[side][what]);
  record(name, "s", column("ours", "seconds"));
  record(`${name}, ${peer}`, "s", column("theirs", "seconds"));
  record(`${name}, ratio of the medians`, "", [spread(column("ours", "seconds")).median / spread(column("theirs", "seconds")).median], `≤ ${goal}`);
  const [memory, limit] = ["ours", "theirs"].map((side) => spread(column(side, "megabytes")).max);
  record(`${name}, peak memory of all processes`, "MB", [memory], `≤ ${peer}'s ${limit.toFixed(0)}`);
}

/** The generated deck as a folder for Luduan and as one Markdown file for Marp: titles, lists and notes are the same; a chart is its list of names. */
export async function sameText(work, slides) {
  const dir = join(work, `peer-${slides}`);
  await generateDeck(dir, slides);
  const names = (await readdir(join(dir, "slides"))).filter((name) => name.endsWith(".md")).toSorted();
  const pages = (await Promise.all(names.map((name) => readFile(join(dir, "slides", name), "utf8")))).flatMap((text) => text.split(/^(?=#{1,2} )/m).filter((page) => page.trim() !== ""));
  const markdown = join(dirname(dir), `peer-${slides}.md`);
  const plain = pages.map(plainPage);
  await writeFile(markdown, `---\nmarp: true\n---\n\n${plain.join("\n---\n\n")}`);
  return { dir, markdown, pages: plain };
}

function plainPage(page) {
  const [shown, notes] = page.split("备注：\n");
  const listed = shown.replace(/```chart\n[^]*?indicators: \[(.*)\][^]*?```/, (_, ids) => ids.split(", ").map((id) => `- ${id}`).join("\n"));
  return `${listed.trim()}\n\n<!--\n${plainReferences(notes ?? "").trim()}\n-->\n`;
}

function plainReferences(text) {
  return text.replace(/\{\{(\w+)(?:\.\w+)?\}\}/g, "$1");
}
