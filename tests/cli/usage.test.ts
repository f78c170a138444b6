/** The words of the command line: commands, flags, languages, exit codes. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseRequest } from "../../src/cli/arguments.ts";
import { HOME } from "../support/project.ts";
import { codesOf, diagnosticsOf, luduan, makeRoom, removeRoom, runCommand, writeProject } from "./luduan.ts";

let room: string;
beforeAll(() => {
  room = makeRoom();
  writeProject(join(room, "报告 2021"));
});
afterAll(() => removeRoom(room));

test("version and help", async () => {
  const [version, help, zh, topic] = await Promise.all([luduan(["--version"]), luduan([]), luduan(["--lang", "zh", "--help"]), luduan(["help", "build"])]);
  expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^luduan \d+\.\d+\.\d+\n$/), stderr: "" });
  expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining("\n  build    Compiles DIR"), stderr: "" });
  expect(zh).toMatchObject({ code: 0, stdout: expect.stringContaining("\n  build    把 DIR") });
  expect(topic).toMatchObject({ code: 0, stdout: expect.stringMatching(/^luduan build \[DIR …\].*--out DIR.*--only/s) });
});

test("the printed mistake: place to standard error, nothing to standard output, exit 2", async () => {
  expect(await luduan(["biuld"], { env: { LC_ALL: "zh_CN.UTF-8" } })).toEqual({
    code: 2,
    stdout: "",
    stderr: "错误 unknown-command\n  没有“biuld”这个命令。\n  建议：是不是“build”？全部命令：desk、build、check、diff、dev、present、rehearse、new、import、kiosk、setup、help、version。\n\n共 1 个错误。\n",
  });
});

describe("what the words ask for", () => {
  const ask = (line: string, environment: Record<string, string> = {}) => parseRequest(line.split(" ").filter((word) => word !== ""), environment);

  test.each([
    ["build", { name: "build", word: null, out: null, only: null, format: "text" }],
    ["build 报告 --out ../o --only deck,slides --verbose", { name: "build", word: "报告", out: "../o", only: ["deck", "slides"], verbose: true }],
    ["--json check 报告", { name: "check", word: "报告", format: "json" }],
    ["build --only=deck，kiosk、data", { only: ["deck", "kiosk", "data"] }],
    ["build --only handout,notes --steps", { only: ["handout-2", "handout-3", "handout-6", "notes"], steps: true }],
    ["build --only handout-6", { only: ["handout-6"], steps: false }],
    ["build --print-deck", { printDeck: true }],
    ["check --json", { format: "json" }],
    ["check --format sarif", { format: "sarif" }],
    ["check --pages", { pages: true, report: false }],
    ["check --report --out 清单", { report: true, out: "清单" }],
    ["diff HEAD~1", { name: "diff", word: "HEAD~1", words: ["HEAD~1"], exitCode: false }],
    ["diff 旧 新 --exit-code --out 表.pdf", { word: "旧", words: ["旧", "新"], exitCode: true, out: "表.pdf" }],
    ["new 新", { name: "new", word: "新", like: null }],
    ["new 新 --like communique --lang en", { name: "new", word: "新", like: "communique" }],
    ["dev --port 0 --open", { name: "dev", port: 0, open: true }],
    ["build --help", { name: "help", word: "build" }],
    ["--help", { name: "help", word: null }],
    ["build -v", { name: "version" }],
    ["build -- --odd", { name: "build", word: "--odd" }],
  ])("%s", (line, command) => {
    expect(ask(line).command).toMatchObject(command);
  });

  test.each([
    ["biuld", "unknown-command", /did you mean "build"/],
    ["xyz", "unknown-command", /^Commands: desk, build, check/],
    ["help biuld", "unknown-command", /did you mean "build"/],
    ["build --onyl deck", "bad-flag", /did you mean "--only"/],
    ["build --only handout-4", "unknown-output", /did you mean "handout-\d"/],
    ["check --only deck", "bad-flag", /Options: --fix, --json/],
    ["build --port 3", "bad-flag", /Options: --out/],
    ["build -x", "bad-flag", /Options: --out/],
    ["build --only", "bad-flag", /luduan help/],
    ["build --only=", "bad-flag", /luduan help/],
    ["build --out --json", "bad-flag", /luduan help/],
    ["build --json=1", "bad-flag", /luduan help/],
    ["build --json --print-deck", "bad-flag", /twice/],
    ["build --format sarif --print-deck", "bad-flag", /twice/],
    ["check --json --format unix", "bad-flag", /twice/],
    ["check --format sarfi", "bad-flag", /did you mean "sarif"\? Formats: text, json/],
    ["check --out 清单", "bad-flag", /add --report/],
    ["diff a b c", "too-many-folders", /quotes/],
    ["new 新 --like provinse", "bad-flag", /did you mean "province"\? Names: township, county, city, province, communique, english$/],
    ["new 新 --like 乡镇", "bad-flag", /^Names: township, county/],
    ["build --like county", "bad-flag", /Options: --out/],
    ["build --only dek", "unknown-output", /did you mean "deck"\? Names: deck, single/],
    ["build --only deck,,data", "unknown-output", /Names: deck/],
    ["check one two", "too-many-folders", /quotes/],
    ["dev --port 70000", "bad-flag", /65535/],
    ["dev --port 1e3", "bad-flag", /65535/],
    ["check --lang fr", "bad-flag", /zh or en/],
    ["check --constructor", "bad-flag", /Options/],
  ])("%s is %s", (line, code, hint) => {
    expect(ask(line).command).toMatchObject({ code, severity: "error", span: null, hint: { en: expect.stringMatching(hint), zh: expect.stringMatching(/\p{Script=Han}/u) } });
  });

  test.each([
    ["check --lang zh", { LANG: "en_US" }, "zh"],
    ["check --lang=en", { LANG: "zh_CN" }, "en"],
    ["check", { LANG: "zh_CN.UTF-8" }, "zh"],
    ["check", { LC_ALL: "en_GB", LANG: "zh_CN" }, "en"],
    ["check", { LC_ALL: "", LC_MESSAGES: "zh_TW", LANG: "en" }, "zh"],
    ["check", { LANG: "C" }, "en"],
    ["check --lang fr", { LANG: "zh_CN" }, "zh"],
    ["check --bogus --lang zh", { LANG: "en_US" }, "zh"],
  ])("%s with %j speaks %s", (line, environment, lang) => {
    expect(ask(line, environment).lang).toBe(lang);
  });
});

test("a folder that is not there, or a file in its place, is wrong usage: exit 2, one complaint", async () => {
  const [absent, file, build] = await Promise.all([
    luduan(["check", "没有", "--json"], { cwd: room }),
    luduan(["check", "报告 2021/slides/deck.yaml", "--json"], { cwd: room }),
    luduan(["build", "没有", "--json"], { cwd: room }),
  ]);
  for (const ended of [absent, file, build]) expect(ended).toMatchObject({ code: 2, stderr: "" });
  expect(diagnosticsOf(absent)).toEqual([
    { severity: "error", code: "missing-folder", rule: null, message: `There is no folder "${join(room, "没有")}".`, hint: expect.any(String), file: null, line: null, column: null, endLine: null, endColumn: null, fix: null },
  ]);
  expect(codesOf(file)).toEqual(["missing-folder"]);
  expect(codesOf(build)).toEqual(["missing-folder"]);
});

test("wrong usage is told as JSON too where it is asked for", async () => {
  expect(codesOf(await luduan(["check", "--json", "--onyl"]))).toEqual(["bad-flag"]);
});

test("a project without mistakes: exit 0, one line", async () => {
  expect(await luduan(["check", "报告 2021"], { cwd: room })).toEqual({ code: 0, stdout: "", stderr: "No errors: 2 slides.\n" });
  expect(await luduan(["check", "--json"], { cwd: join(room, "报告 2021") })).toEqual({ code: 0, stdout: `{\n  "diagnostics": []\n}\n`, stderr: "" });
});

test("npm run luduan: folders are meant from where the user stands, standard output is the command's alone", async () => {
  const ended = await runCommand("npm", ["--silent", "--prefix", HOME, "run", "luduan", "--", "check", "报告 2021", "--json"], { cwd: room, env: { INIT_CWD: undefined } });
  expect(ended).toMatchObject({ code: 0, stdout: `{\n  "diagnostics": []\n}\n` });
});

test("colour only for a terminal", async () => {
  expect((await luduan(["check", "没有"], { env: { FORCE_COLOR: "1" } })).stderr).not.toContain("\u001B");
});

test("check --report writes the audit beside what is there, and nothing else", async () => {
  const dir = join(room, "报告 2021");
  const ended = await luduan(["check", "报告 2021", "--report", "--out", "清单"], { cwd: room });
  expect(ended).toMatchObject({ code: 0, stdout: "", stderr: expect.stringMatching(/Wrote .*audit\.html\n.*No errors/s) });
  expect(readdirSync(join(room, "清单")).sort()).toEqual(["audit.html", "audit.json"]);
  expect(readdirSync(dir).sort()).toEqual(["data", "slides"]);
});

test("check --pages measures what check alone cannot see, and writes nothing", async () => {
  const dir = join(room, "版面");
  // Longer than a slide by itself: a slide for each entry does not help.
  const entries = ["春", "夏"].map((when) => `  - when: ${when}\n    title: 产业\n    text: ${"引进一批科技含量高的项目，".repeat(when === "春" ? 40 : 1)}\n`);
  writeProject(dir, { "slides/10-part.md": `# 回顾\n\n## 工作\n\n\`\`\`timeline\nentries:\n${entries.join("")}\`\`\`\n` });
  const [plain, pages] = await Promise.all([luduan(["check", "版面"], { cwd: room }), luduan(["check", "版面", "--pages"], { cwd: room })]);
  expect(plain).toMatchObject({ code: 0, stderr: "No errors: 3 slides.\n" });
  expect(pages).toMatchObject({ code: 1, stderr: expect.stringMatching(/^slides\/10-part\.md:3:1 error overflow \(V01\)\n  \d+ px of .* are cut off \(page 2\)/) });
  expect(readdirSync(dir).sort()).toEqual(["data", "slides"]);
});

test("check --format: for editors and code hosts paths start where the command runs", async () => {
  writeProject(join(room, "错"), { "slides/10-part.md": "# 回顾\n\n## 一\n\n- {{gpd}}\n" });
  const [unix, sarif] = await Promise.all([luduan(["check", "错", "--format", "unix"], { cwd: room }), luduan(["check", "错", "--format", "sarif"], { cwd: room })]);
  expect(unix).toMatchObject({ code: 1, stderr: "", stdout: '错/slides/10-part.md:5:5: error: No indicator is called "gpd". [unknown-indicator]\n' });
  expect(sarif).toMatchObject({ code: 1, stderr: "" });
  expect(JSON.parse(sarif.stdout)).toMatchObject({ version: "2.1.0", runs: [{ results: [{ ruleId: "unknown-indicator", locations: [{ physicalLocation: { artifactLocation: { uri: "%E9%94%99/slides/10-part.md" }, region: { startLine: 5, startColumn: 5, endColumn: 8 } } }] }] }] });
});
