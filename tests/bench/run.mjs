/** npm run bench: build times and memory of generated decks, sizes, start-up, first paint, edit → seen. `--peers`: beside Marp only; `--slidev`: the presentation beside Slidev's; `--likeness`: the presentation as LibreOffice draws it. Prints a table and writes JSON. */
import { mkdtemp, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { editToSeen, firstPaint } from "./browser.mjs";
import { rateTexts, timeRules } from "./checks.mjs";
import { generateDeck, generateFigures, generateTable } from "./generate.mjs";
import { repeat, run, spread } from "./measure.mjs";
import { benchPeers } from "./peers.mjs";
import { benchPhotos } from "./photos.mjs";
import { openDesk } from "./desk.mjs";
import { benchFilm } from "./film.mjs";
import { benchLikeness } from "./likeness.mjs";
import { benchImport } from "./import.mjs";
import { benchSlidev } from "./slidev.mjs";
import { benchPresentation } from "./presentation.mjs";
import { findBrowser } from "../../src/setup.mjs";
import { keyToWindows, presentShow, startToSlide } from "./stage.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CLI = join(ROOT, "build/cli.js");
const SIZES = (process.env.BENCH_SIZES ?? "30,100,300,1000").split(",").map(Number);
const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const results = [];

function record(name, unit, values, goal) {
  const row = { name, unit, ...spread(values), goal };
  results.push(row);
  const digits = unit === "ms" || unit === "KB" ? 0 : 2;
  const show = (value) => value.toFixed(digits).padStart(8);
  process.stdout.write(`${name.padEnd(44)}${show(row.min)}${show(row.median)}${show(row.max)} ${unit.padEnd(3)} ${goal ?? ""}\n`);
}

const work = await mkdtemp(join(tmpdir(), "luduan-bench-"));
process.stdout.write(`${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}\n`);
process.stdout.write(`${"".padEnd(44)}${"min".padStart(8)}${"median".padStart(8)}${"max".padStart(8)}\n`);
try {
  if (process.argv.includes("--likeness")) {
    for (const fault of await benchLikeness({ cli: CLI, root: ROOT, work }, record)) {
      process.stdout.write(`${fault}\n`);
      process.exitCode = 1;
    }
  } else if (process.argv.includes("--peers")) await benchPeers({ cli: CLI, sample: ROOT, work, browser: findBrowser(), runs: RUNS }, record);
  else if (process.argv.includes("--slidev")) await benchSlidev({ cli: CLI, work, browser: findBrowser(), runs: RUNS }, record);
  else await benchLuduan();
} finally {
  await rm(work, { recursive: true, force: true });
}
const part = ["peers", "slidev", "likeness"].find((one) => process.argv.includes(`--${one}`));
const json = join(ROOT, part === undefined ? "build/bench.json" : `build/bench-${part}.json`);
await writeFile(json, `${JSON.stringify({ node: process.version, cpu: cpus()[0].model, cores: cpus().length, results }, null, 2)}\n`);
process.stdout.write(`${json}\n`);

async function benchLuduan() {
  record("node alone", "ms", (await repeat(RUNS, 1, () => run(["-e", "0"]))).map((row) => row.seconds * 1000));
  record("luduan --version", "ms", (await repeat(RUNS, 1, () => run([CLI, "--version"]))).map((row) => row.seconds * 1000), "< 120");
  const goals = { 30: "≤ 0.8 (Marp 0.82)", 300: "(Marp 1.03)", 1000: "≤ 1.7 (Marp 1.70)" };
  const pdfGoals = { 30: "(Marp 2.7)", 300: "< 4.5 (Marp 4.5)" };
  for (const slides of SIZES) {
    const dir = join(work, `deck-${slides}`);
    await generateDeck(dir, slides);
    const web = await repeat(RUNS, 1, () => run([CLI, "build", dir, "--only", "deck"]));
    record(`web deck, ${slides} slides`, "s", web.map((row) => row.seconds), goals[slides]);
    record(`web deck, ${slides} slides, peak memory`, "MB", web.map((row) => row.megabytes), "< 200");
    const pdf = await repeat(Math.min(RUNS, 3), 1, () => run([CLI, "build", dir, "--only", "slides"]));
    record(`slides.pdf, ${slides} slides`, "s", pdf.map((row) => row.seconds), pdfGoals[slides]);
  }
  for (const slides of [300, 600]) {
    const dir = join(work, `figures-${slides}`);
    await generateFigures(dir, slides);
    const checks = await repeat(RUNS, 1, () => run([CLI, "check", dir, "--json"]));
    record(`luduan check, ${slides} slides, ${slides * 10} figures`, "s", checks.map((row) => row.seconds));
    record(`the rules alone, ${slides} slides, ${slides * 10} figures`, "ms", await timeRules(dir, RUNS * 2), slides === 300 ? "< 300" : undefined);
  }
  for (const { name, mentions, all, named, ofNamed, errors, warnings } of await rateTexts()) {
    record(`wrong digits told, ${name}, ${mentions} mentions`, "%", [all], "≥ 90");
    record(`wrong digits told, ${name}, ${named} named`, "%", [ofNamed], "≥ 95");
    record(`false errors, ${name}, per 1,000 characters`, "", [errors], "0");
    record(`false warnings, ${name}, per 1,000 characters`, "", [warnings], "≤ 0.03");
  }
  for (const kind of ["csv", "xlsx"]) {
    const dir = join(work, `table-${kind}`);
    await generateTable(dir, kind);
    const table = await repeat(Math.min(RUNS, 3), 1, () => run([CLI, "check", dir]));
    record(`check of 300,000 rows, .${kind}`, "s", table.map((row) => row.seconds));
    record(`check of 300,000 rows, .${kind}, peak memory`, "MB", table.map((row) => row.megabytes));
  }
  await benchImport({ cli: CLI, root: ROOT, work, runs: RUNS }, record);
  await benchPhotos(CLI, work, record);
  const sample = join(work, "sample");
  await mkdir(sample);
  const printed = await repeat(Math.min(RUNS, 3), 1, () => run([CLI, "build", ROOT, "--out", join(sample, "print"), "--only", "slides,handout,notes,booklet"]));
  record("all six PDFs of the sample", "s", printed.map((row) => row.seconds), "≤ 2.7 (Marp, one PDF of 30)");
  const whole = await repeat(Math.min(RUNS, 3), 1, () => run([CLI, "build", ROOT, "--out", join(sample, "dist")]));
  record("all outputs of the sample", "s", whole.map((row) => row.seconds));
  const long = await repeat(Math.min(RUNS, 3), 1, () => run([CLI, "build", ROOT, "--out", join(sample, "long"), "--only", "long"]));
  record("long picture of the sample", "s", long.map((row) => row.seconds));
  await benchPresentation(CLI, ROOT, { name: "the sample, 54 slides", out: join(sample, "pptx"), runs: RUNS, most: "< 500", size: "< 500" }, record);
  for (const slides of SIZES.filter((one) => one >= 300)) await benchPresentation(CLI, join(work, `deck-${slides}`), { name: `${slides} slides`, out: join(work, `pptx-${slides}`), runs: Math.min(RUNS, 3) }, record);
  await benchFilm(CLI, ROOT, join(sample, "film"), record);
  for (const name of await readdir(join(sample, "dist"))) {
    const size = await stat(join(sample, "dist", name));
    if (size.isFile() && /\.(html|pdf)$/.test(name)) record(`size of ${name}`, "KB", [size.size / 1024], name.includes("报告") ? "< 1074 (1.1 MB)" : undefined);
  }
  const single = join(sample, "dist", (await readdir(join(sample, "dist"))).find((name) => name.includes("报告") && name.endsWith(".html")));
  record("single file of the sample → first slide", "ms", await startToSlide(single, RUNS));
  record("key → both windows", "ms", await keyToWindows(pathToFileURL(single).href, RUNS * 4), "< 50");
  const { starts, keys } = await presentShow(join(sample, "dist"), CLI, RUNS);
  record("luduan present → first slide", "ms", starts);
  record("luduan present, key → both windows", "ms", keys, "< 50");
  record("first contentful paint of the sample", "ms", await firstPaint(join(sample, "dist"), RUNS), "< 200");
  const desk = await openDesk(sample, CLI, RUNS * 2);
  record("luduan desk of the sample → slide", "ms", [desk.opened], "< 2000");
  record("luduan desk of the sample, key → seen", "ms", desk.keys, "< 100");
  record("luduan desk of the sample, key in a form → seen", "ms", desk.inForm, "< 100");
  record("luduan desk, idle, of one core", "%", [desk.processor], "< 1");
  for (const slides of SIZES.filter((size) => size === 30 || size === 300)) {
    record(`edit → seen, ${slides} slides`, "ms", await editToSeen(join(work, `deck-${slides}`), CLI, RUNS * 2), slides === 30 ? "< 50" : "< 80");
  }
}
