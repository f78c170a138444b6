/** What a build may do to the disk: whole outputs or none, the same bytes everywhere, and no change to anybody else's files. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codesOf, hashesOf, isWhole, luduan, makeRoom, removeRoom, runCommand, writeProject, CLI, type RunOptions } from "./luduan.ts";

let room: string;
let project: string;
let dist: string;
/** Every file of the first good build. */
let good: ReadonlyMap<string, string>;

beforeAll(async () => {
  room = makeRoom();
  project = writeProject(join(room, "报告"));
  dist = join(project, "dist");
  const first = await luduan(["build", project]);
  expect(first.code, first.stderr).toBe(0);
  good = hashesOf(dist);
});
afterAll(() => removeRoom(room));

const build = (args: readonly string[], options: RunOptions = {}) => luduan(["build", project, ...args], options);

test("the same sources give the same bytes in another folder, language and time zone, and again", async () => {
  const copy = join(room, "另一个 copy");
  cpSync(project, copy, { recursive: true });
  rmSync(join(copy, "dist"), { recursive: true });
  const elsewhere = await luduan(["build"], { cwd: copy, env: { LANG: "zh_CN.UTF-8", LC_ALL: "C", TZ: "Pacific/Kiritimati" } });
  expect(elsewhere.code, elsewhere.stderr).toBe(0);
  expect(hashesOf(join(copy, "dist"))).toEqual(good);
  expect((await build(["--lang", "zh", "--verbose"], { env: { TZ: "America/New_York" } })).code).toBe(0);
  expect(hashesOf(dist)).toEqual(good);
});

test("each output alone is what it is among all", async () => {
  const ended = await build(["--only", "deck,data", "--out", "部分/甲"], { cwd: room });
  expect(ended).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining(join(room, "部分/甲")) });
  const part = hashesOf(join(room, "部分/甲"));
  expect([...part.keys()].filter((path) => !path.includes("/")).sort()).toEqual(["LICENSES.txt", "index.html", "manifest.json"]);
  for (const path of ["index.html", "data/observations.csv"]) expect([path, part.has(path)]).toEqual([path, true]);
  expect(part.get("data/observations.csv")).toBe(good.get("data/observations.csv"));
});

test("--verbose tells the layouts, --json prints one object, --print-deck the model", async () => {
  const [verbose, json, model] = await Promise.all([
    build(["--only", "data", "--verbose", "--out", join(room, "v")]),
    build(["--only", "data", "--json", "--out", join(room, "j")]),
    build(["--only", "data", "--print-deck", "--out", join(room, "m")]),
  ]);
  expect(verbose.stderr).toMatch(/\n {2}\S+ {2}bullets {2}\(.+\)\n/);
  expect(json).toEqual({ code: 0, stdout: `{\n  "diagnostics": []\n}\n`, stderr: "" });
  expect(JSON.parse(model.stdout)).toMatchObject({ settings: { title: "工作报告" }, indicators: [{ id: "gdp" }] });
});

describe("the last good build stays", () => {
  test("when the deck has an error", async () => {
    const part = join(project, "slides/10-part.md");
    const before = readFileSync(part);
    writeFileSync(part, "# 工作回顾\n\n## 指标\n\n- {{gpd}}\n");
    expect(await build([])).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^slides\/10-part\.md:5:5 error unknown-indicator\n/) });
    writeFileSync(part, before);
    expect(hashesOf(dist)).toEqual(good);
  });

  test("when there is no browser; what needs none is built without", async () => {
    const env = { PATH: "", HOME: join(room, "home"), XDG_CACHE_HOME: undefined, PUPPETEER_EXECUTABLE_PATH: join(room, "none"), PUPPETEER_CACHE_DIR: undefined };
    // On other systems browsers have fixed places that no environment can hide.
    if (process.platform === "linux") {
      expect(await build([], { env })).toMatchObject({ code: 2, stderr: expect.stringMatching(/error missing-browser\n.*\n {2}hint: run luduan setup .*--only deck/s) });
      expect(hashesOf(dist)).toEqual(good);
    }
    const web = await build(["--only", "deck,single,kiosk", "--out", join(room, "web")], { env });
    expect(web.code, web.stderr).toBe(0);
    for (const path of ["index.html", "kiosk.html", "工作报告.html"]) expect(hashesOf(join(room, "web")).get(path)).toBe(good.get(path));
  });

  test("when the browser does not start", async () => {
    const broken = join(room, "chrome-headless-shell");
    writeFileSync(broken, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    const ended = await build([], { env: { PATH: "", HOME: join(room, "home"), PUPPETEER_EXECUTABLE_PATH: broken, PUPPETEER_CACHE_DIR: room } });
    if (process.platform !== "linux") return;
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining("error browser-failed") });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(hashesOf(dist)).toEqual(good);
  });
});

test("a deck with errors is told of them alone, though a browser that fails was started meanwhile", async () => {
  const broken = writeProject(join(room, "broken"), { "slides/10-part.md": "# 工作回顾\n\n## 指标\n\n- {{gpd}}\n" });
  const browser = join(room, "broken-browser");
  writeFileSync(browser, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  const ended = await luduan(["build", broken, "--json"], { env: { PUPPETEER_EXECUTABLE_PATH: browser } });
  expect(ended.code).toBe(1);
  expect(codesOf(ended)).toEqual(["unknown-indicator"]);
});

describe("output folders that are refused", () => {
  test("foreign files are named and kept, whatever else is there", async () => {
    const out = join(room, "mixed");
    cpSync(dist, out, { recursive: true });
    writeFileSync(join(out, "Thumbs.db"), "litter");
    expect((await build(["--only", "data", "--out", out])).code).toBe(0);
    mkdirSync(join(out, "给领导"));
    writeFileSync(join(out, "给领导/讲话.docx"), "mine");
    const ended = await build(["--only", "data", "--out", out]);
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(/error unsafe-output\n.*给领导\/讲话\.docx/) });
    expect(readFileSync(join(out, "给领导/讲话.docx"), "utf8")).toBe("mine");
  });

  test("another program's manifest.json does not make a folder ours", async () => {
    const out = join(room, "site");
    mkdirSync(out);
    writeFileSync(join(out, "manifest.json"), `{"name":"site"}`);
    expect(codesOf(await build(["--json", "--only", "data", "--out", out]))).toEqual(["unsafe-output"]);
    expect(readdirSync(out)).toEqual(["manifest.json"]);
  });

  test("the project, its folders and those around it", async () => {
    for (const out of [project, join(project, "slides"), room]) {
      expect(codesOf(await build(["--json", "--only", "data", "--out", out]))).toEqual(["unsafe-output"]);
    }
    expect(existsSync(join(project, "slides/deck.yaml"))).toBe(true);
  });

  test("a file, or a place below one", async () => {
    const file = join(project, "slides/deck.yaml");
    for (const out of [file, join(file, "x")]) {
      expect(await build(["--only", "data", "--out", out])).toMatchObject({ code: 2, stderr: expect.stringContaining("error unwritable-output") });
    }
    expect(statSync(file).isFile()).toBe(true);
  });

  // /proc refuses with ENOENT, and Node's recursive mkdir never returns from that.
  if (process.platform === "linux") {
    test("a file system that takes no folders", async () => {
      expect(await build(["--only", "data", "--out", "/proc/luduan/dist"])).toMatchObject({ code: 2, stderr: expect.stringContaining("error unwritable-output") });
    });
  }
});

test("a cache that is broken or cannot be written costs time only", async () => {
  const cache = mkdtempSync(join(tmpdir(), "luduan-cache-"));
  const web = (out: string, folder: string) => build(["--only", "deck", "--out", join(room, out)], { env: { XDG_CACHE_HOME: folder } });
  try {
    expect((await web("c1", cache)).code).toBe(0);
    const entries = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) writeFileSync(join(entry.parentPath, entry.name), "broken");
    const ended = await Promise.all([web("c2", cache), web("c3", join(project, "slides/deck.yaml"))]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
  for (const out of ["c2", "c3"]) expect(hashesOf(join(room, out))).toEqual(hashesOf(join(room, "c1")));
});

test.each([[".puppeteerrc.cjs"], ["puppeteer.config.js"], [".puppeteerrc.json"]])("%s in a deck's folder is neither run nor heeded", async (name) => {
  const own = writeProject(join(room, `configured ${name}`));
  const trace = join(own, "it ran");
  const code = `require("node:fs").writeFileSync(${JSON.stringify(trace)}, ""); module.exports = { executablePath: "/nowhere" };`;
  writeFileSync(join(own, name), name.endsWith(".json") ? JSON.stringify({ executablePath: "/nowhere", browserRevision: 1 }) : code);
  const ended = await luduan(["build", "--only", "slides"], { cwd: own });
  expect(ended.code, ended.stderr).toBe(0);
  expect(existsSync(trace)).toBe(false);
});

test("a reader that goes away does not stop a build half way", async () => {
  const out = join(room, "piped");
  const ended = await build(["--only", "data", "--print-deck", "--out", out], { onStart: (child) => child.stdout?.destroy() });
  expect(ended).toMatchObject({ code: 0, stderr: expect.stringContaining("Done: ") });
  expect(isWhole(out)).toBe(true);
});

// Mounting needs permission. Without it the folder stays empty and nothing is asserted.
if (process.platform === "linux" && process.getuid?.() === 0) {
  test("a full disk and a read-only one: said plainly, nothing half, the last good build stays", async () => {
    const small = join(room, "small");
    mkdirSync(small);
    const script = `mount -t tmpfs -o size=300k none "$1" 2>/dev/null || exit 77
      node=$2 cli=$3 project=$4
      "$node" "$cli" build "$project" --only data --out "$1/dist" 2>/dev/null; echo "$?"
      cp "$1/dist/manifest.json" "$5"
      "$node" "$cli" build "$project" --only single --out "$1/dist" --json; echo "$?"
      cmp "$1/dist/manifest.json" "$5" && ls -A "$1"
      mount -o remount,ro "$1"
      "$node" "$cli" build "$project" --only data --out "$1/dist" --json; echo "$?"
      cmp "$1/dist/manifest.json" "$5" && ls -A "$1"`;
    const { code, stdout } = await runCommand("unshare", ["-m", "sh", "-c", script, "sh", small, process.execPath, CLI, project, join(room, "manifest")]);
    if (code === 77 || code === 1) return;
    expect(stdout.match(/^(\d|dist| {6}"code": .*)$/gm)).toEqual(["0", `      "code": "disk-full",`, "2", "dist", `      "code": "unwritable-output",`, "2", "dist"]);
  });
}

test("what nobody foresaw is said calmly, without a stack trace", async () => {
  // Broken built-ins of the engine stand for any bug.
  const broken = "TextEncoder.prototype.encode=()=>{throw new Error('broken')}";
  const ended = await luduan(["build", project, "--only", "data"], { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` } });
  expect(ended).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("internal-error") });
  expect(ended.stderr).not.toMatch(/\n\s+at /);
});

test("a build counts its notes and tells them where it is asked to", async () => {
  const noted = writeProject(join(room, "提示"), {
    "data/indicators.csv": "id,name,unit,kind\ngdp,地区生产总值,亿元,flow\noutput,工业总产值,亿元,flow\n",
    "data/observations.csv": "indicator,period,value,growth\ngdp,2021,148,11.6%\noutput,2021,288,\n",
  });
  const brief = await luduan(["build", noted, "--only", "data"]);
  expect(brief).toMatchObject({ code: 0, stderr: expect.stringMatching(/^1 note besides: .*check tells them\.$/m) });
  expect(brief.stderr).not.toContain("value-without-growth");
  const all = await luduan(["build", noted, "--only", "data", "--verbose"]);
  expect(all.stderr).toContain("value-without-growth (A06)");
  expect(all.stderr).not.toContain("besides");
});
