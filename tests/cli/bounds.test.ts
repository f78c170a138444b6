/** Long runs in every field: the work is bounded in time and memory, with a clear error where a size has a bound. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallProject, THEMES } from "../support/project.ts";
import { writeWorkbook, type CellPlan } from "../support/workbook.ts";
import { CLI, makeRoom, runCommand, type Ended } from "./luduan.ts";

let room: string;
let projects = 0;
/**
 * Seconds of a processor. The aim is two on an idle machine, and the worst field takes 0.8 there; the same work counted 2.1 on a busy machine
 * with shared cores. Work that grows with the square of the length takes half a minute.
 */
const MOST_SECONDS = 8;
const MOST_MEGABYTES = 500;
/** What the command takes of the processor for a project of a few lines, on this machine at this time. */
let base = 0;

/**
 * Prints what the process used: a test beside this one must not count. Linux counts the memory of the parent before `exec` into
 * `maxRSS` (getrusage(2)), and a test runner is large; its own peak stands in /proc.
 */
const USAGE = `
  import { existsSync, readFileSync } from "node:fs";
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const status = "/proc/self/status";
    const peak = existsSync(status) ? Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync(status, "utf8"))[1]) : maxRSS;
    process.stderr.write("\\nUSED " + (userCPUTime + systemCPUTime) / 1e6 + " " + peak / 1024 + "\\n");
  });`;

beforeAll(async () => {
  room = makeRoom();
  writeFileSync(join(room, "usage.mjs"), USAGE);
  base = (await used({})).seconds;
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

type Files = Readonly<Record<string, string | Uint8Array>>;

function write(files: Files): string {
  const dir = join(room, `p${++projects}`);
  for (const [path, content] of smallProject(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

interface Used extends Ended {
  readonly seconds: number;
  readonly megabytes: number;
}

async function used(files: Files, others: Files | null = null): Promise<Used> {
  const dirs = [write(files), ...(others === null ? [] : [write(others)])];
  const ended = await runCommand(process.execPath, ["--import", join(room, "usage.mjs"), CLI, ...(others === null ? ["check", dirs[0]!] : ["diff", ...dirs]), "--lang", "en"]);
  const [, seconds, megabytes] = /USED (\S+) (\S+)/.exec(ended.stderr) ?? [];
  for (const dir of dirs) rmSync(dir, { recursive: true });
  return { ...ended, seconds: Number(seconds), megabytes: Number(megabytes) };
}

async function expectBounded(files: Files, others: Files | null = null): Promise<Used> {
  const { seconds, megabytes, ...ended } = await used(files, others);
  expect(ended.code, ended.stderr.slice(-300)).toBeLessThanOrEqual(1);
  expect(seconds - base).toBeLessThan(MOST_SECONDS);
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  return { ...ended, seconds, megabytes };
}

/** Text of `bytes` bytes in UTF-8. */
const run = (part: string, bytes: number): string => part.repeat(Math.floor(bytes / Buffer.byteLength(part)));
const MEGABYTE = 1_000_000;
const THEME = readFileSync(join(THEMES, "shuixiang/theme.yaml"), "utf8");
/** As much as a line may have. */
const LINE = 300_000;
/** Characters with the seed's own order, so that no two stretches are the same. */
function mixed(count: number): string {
  let state = 7;
  return Array.from({ length: count }, () => String.fromCodePoint(0x4e00 + ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16) % 3000)).join("");
}
/** Lines, one for each number. */
const numbered = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => `${line(index)}\n`).join("");
const notes = (text: string): Files => ({ "slides/10-part.md": `## 标题\n\n- 甲\n\n备注：\n\n${text}\n` });

/** Each field with a place for a run. */
const FIELDS: readonly (readonly [name: string, files: (text: string) => Files])[] = [
  ["notes", notes],
  ["title", (text) => ({ "slides/10-part.md": `## ${text}甲\n\n- 甲\n` })],
  ["item", (text) => ({ "slides/10-part.md": `## 甲\n\n- 甲${text}\n` })],
  ["table", (text) => ({ "slides/10-part.md": `## 甲\n\n| 甲 | 乙 |\n|---|---|\n| ${text} | 乙 |\n` })],
  ["attribute", (text) => ({ "slides/10-part.md": `## 甲 {kicker="${text.replaceAll('"', "")}"}\n\n- 甲\n` })],
  ["reference", (text) => ({ "slides/10-part.md": `## 甲\n\n- {{${text}}}\n` })],
  ["block", (text) => ({ "slides/10-part.md": `## 甲\n\n\`\`\`figures\nindicators: [gdp]\ntitle: "${text.replaceAll(/["\\]/g, "")}"\n\`\`\`\n` })],
  ["setting", (text) => ({ "slides/deck.yaml": `title: "${text.replaceAll(/["\\]/g, "")}甲"\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n` })],
  ["indicator", (text) => ({ "data/indicators.csv": `id,name,unit,kind\ngdp,${text.replaceAll(/[",]/g, "")}甲,亿元,flow\n` })],
  ["unit", (text) => ({ "data/indicators.csv": `id,name,unit,kind\ngdp,甲,${text.replaceAll(/[",]/g, "")},flow\n` })],
  ["figure", (text) => ({ "data/observations.csv": `indicator,period,value,growth\ngdp,2021,${text.replaceAll(/[",]/g, "")},11.6%\n` })],
  ["target", (text) => ({ "data/targets.csv": `indicator,period,target\ngdp,2022,${text.replaceAll(/[",]/g, "")}\n` })],
  ["project", (text) => ({ "data/projects.csv": `name,section,status\n${text.replaceAll(/[",]/g, "")}甲,生态,启动\n` })],
  ["term", (text) => ({ "data/terms.csv": `wording,kind,since,source\n${text.replaceAll(/[",|]/g, "")}甲,phrase,2021,报告\n${text.replaceAll(/[",|]/g, "")}乙|丙丁戊,place,2021,报告\n` })],
];
const RUNS = ["甲", "？", " ", "-", "1", "“", "&amp;", "\u200B"];

/** Half of the runs, neighbours the other half; LONG_RUNS=all takes all of them, for who changes how text is read. */
const runsOf = (field: number): readonly string[] => (process.env["LONG_RUNS"] === "all" ? RUNS : RUNS.filter((_, index) => index % 2 === field % 2));

describe.each(FIELDS.map(([name, files], index) => [name, files, runsOf(index)] as const))("%s", (_name, files, runs) => {
  it.concurrent.each(runs)("a line of %j", async (part) => void (await expectBounded(files(run(part, LINE)))));
});

describe("a megabyte", () => {
  it.each(["甲", "？", "-", "1", "“", "亿元"])("of %j in one line is cut, and told: line-too-long", async (part) => {
    const { code, stderr } = await expectBounded(notes(run(part, MEGABYTE)));
    expect([code, /error line-too-long/.test(stderr)]).toEqual([1, true]);
  });

  it.each<readonly [name: string, files: Files]>([
    ["of text in lines", notes(`${mixed(80)}，\n`.repeat(4_100))],
    ["of paragraphs", notes(`${mixed(80)}。\n\n`.repeat(4_100))],
    ["of one name in a table", { "data/projects.csv": `name,section,status\n${mixed(20_000)},生态,启动\n` }],
    ["of names with one beginning", { "data/projects.csv": `name,section,status\n${Array.from({ length: 10_000 }, (_, index) => `整治提升工程标段${String.fromCodePoint(0x4e00 + index)}项目,生态,启动\n`).join("")}`, ...notes("整治提升工程标段某项目，".repeat(500)) }],
    ["of phrases with one beginning", { "data/terms.csv": `wording,kind,since,source\n${Array.from({ length: 10_000 }, (_, index) => `整治提升工程标段${String.fromCodePoint(0x4e00 + index)}项目,phrase,2021,报告\n`).join("")}`, ...notes("整治提升工程标段某项目，".repeat(500)) }],
    ["of columns", { "data/list.csv": `${"a,".repeat(250_000)}\n${"1,".repeat(250_000)}\n` }],
    ["of rules of a theme", { "slides/deck.yaml": "title: 甲\norganisation: 乙\nperiod: 2021\ntheme: own\n", "themes/own/theme.yaml": THEME, "themes/own/theme.css": run(".a{color:red}", MEGABYTE) }],
    ["of rules of a theme, six times", { "slides/deck.yaml": "title: 甲\norganisation: 乙\nperiod: 2021\ntheme: own\n", "themes/own/theme.yaml": THEME, "themes/own/theme.css": run(".a{color:red}", 6 * MEGABYTE) }],
    ["of slides", { "slides/10-part.md": `# 甲\n\n${run("## 页\n\n- 乙\n", MEGABYTE)}` }],
    ["of items", { "slides/10-part.md": `## 甲\n\n${run("- 乙\n", MEGABYTE)}` }],
    ["of rows on a slide", { "slides/10-part.md": `## 甲\n\n| 甲 | 乙 |\n|---|---|\n${run("| 1 | 2 |\n", MEGABYTE)}` }],
    ["of keys", { "slides/deck.yaml": `title: 甲\norganisation: 乙\nperiod: 2021\n${numbered(70_000, (index) => `k${index}: 1`)}` }],
    ["of keys in blocks", { "slides/10-part.md": numbered(16, (page) => `## 页${page}\n\n\`\`\`figures\n{${numbered(6_000, (index) => `k${index}: 1,`).replaceAll("\n", " ")}}\n\`\`\`\n`) }],
    ["of parts that lead round in a circle", { "data/indicators.csv": `id,name,unit,kind,part_of\n${numbered(35_000, (index) => `a${index},名${index},亿元,flow,a${(index + 1) % 35_000}`)}` }],
    ["of names that are not there, beside many that are", { "data/indicators.csv": `id,name,unit,kind\n${numbered(4_000, (index) => `a${index},名${index},亿元,flow`)}`, "data/observations.csv": `indicator,period,value\n${numbered(60_000, (index) => `b${index},2021,1`)}` }],
  ])("%s", async (_name, files) => void (await expectBounded(files)));

  it("of lines is read to the bound, and told: too-many-lines", async () => {
    const { code, stderr } = await expectBounded(notes(run("甲，\n\n", MEGABYTE)));
    expect([code, /slides\/10-part\.md:20001:1 error too-many-lines/.test(stderr)]).toEqual([1, true]);
  });

  it("a hundred of them are not read: file-too-large", async () => {
    const { code, stderr } = await expectBounded({ "slides/10-part.md": run("甲乙丙丁，\n", 100 * MEGABYTE) });
    expect([code, /error file-too-large/.test(stderr)]).toEqual([1, true]);
  });
});

describe("a cell in the last column of 20,000 rows costs what a cell costs", () => {
  it.each<readonly [name: string, cell: CellPlan, told: RegExp]>([
    ["with a text: too-wide", "甲", /error too-wide\n *projects!XFD2:/],
    ["with a format alone", { format: "0.0" }, /^(?!.*(?:too-wide|unreadable-workbook))/s],
  ])("%s", async (_name, cell, told) => {
    const wide = Array.from({ length: 20_000 }, () => Object.assign([] as CellPlan[], { 16_383: cell }));
    const { stderr } = await expectBounded({ "data/book.xlsx": writeWorkbook({ sheets: { projects: { rows: [["name", "section", "status"], ...wide] } } }) });
    expect(stderr).toMatch(told);
  });
});

it.each(["0.", "0", "?/", "[>1]", "#,"])("a number format of 100,000 characters of %s is not followed", async (part) => {
  const cell = { value: 1.5, format: run(part, 100_000) };
  const { stderr } = await expectBounded({ "data/book.xlsx": writeWorkbook({ sheets: { projects: { rows: [["name", "section", "status"], ...Array.from({ length: 500 }, () => [cell, cell, cell])] } } }) });
  expect(stderr).toContain("unclear-number");
});

it("a passage of 20,000 characters written anew is compared", async () => {
  const { stdout } = await expectBounded(notes(mixed(20_000)), notes([...mixed(20_000)].toReversed().join("")));
  expect(stdout.length).toBeGreaterThan(0);
});
