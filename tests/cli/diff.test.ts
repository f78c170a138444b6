/** luduan diff from the command line: folders, builds, git revisions, sheets, exit codes. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codesOf, hashesOf, luduan, makeRoom, removeRoom, writeProject } from "./luduan.ts";

const NOW = "indicator,period,value,growth\ngdp,2021,149,11.6%\n";
let room: string;
let repository: string;
let town: string;

/** Runs git as this test's own user, whatever the machine's settings are. */
function git(...args: readonly string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execFileSync("git", ["-c", "user.name=测试", "-c", "user.email=test@example.org", "-C", repository, ...args], { env, encoding: "utf8" });
}

beforeAll(() => {
  room = makeRoom();
  writeProject(join(room, "旧"));
  writeProject(join(room, "新"), { "data/observations.csv": NOW });
  repository = join(room, "仓库");
  town = join(repository, "乡镇 一");
  mkdirSync(repository);
  writeProject(town);
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "one");
  git("tag", "初稿");
  writeFileSync(join(town, "data/observations.csv"), NOW);
  git("commit", "--quiet", "--all", "--message", "two");
});
afterAll(() => removeRoom(room));

const CHANGE = /地区生产总值 2021 {2}148亿元 → 149亿元\n {4}slide 2 \(主要指标\): text\n/;

describe("what can be compared", () => {
  test("two folders: 0 though they differ, 1 where that is asked for, 0 when they are alike", async () => {
    const [differs, asked, alike] = await Promise.all([luduan(["diff", "旧", "新"], { cwd: room }), luduan(["diff", "旧", "新", "--exit-code"], { cwd: room }), luduan(["diff", "旧", "旧", "--exit-code"], { cwd: room })]);
    expect(differs).toMatchObject({ code: 0, stdout: expect.stringMatching(CHANGE), stderr: "" });
    expect(asked).toMatchObject({ code: 1, stdout: differs.stdout });
    expect(alike).toMatchObject({ code: 0, stdout: "旧 → 旧\nNo difference.\n" });
  });

  test("revisions of a project below the repository's top, without touching it", async () => {
    const before = hashesOf(repository);
    const [alone, both, tag, fromAbove] = await Promise.all([
      luduan(["diff", "HEAD~1"], { cwd: town }),
      luduan(["diff", "HEAD~1", "HEAD", "--json"], { cwd: town }),
      luduan(["diff", "初稿", "HEAD", "--exit-code"], { cwd: town }),
      luduan(["diff", "HEAD~1", "乡镇 一"], { cwd: repository }),
    ]);
    expect(alone).toMatchObject({ code: 0, stdout: expect.stringMatching(CHANGE) });
    expect(JSON.parse(both.stdout)).toMatchObject({ before: { label: "HEAD~1", errors: 0 }, after: { label: "HEAD", title: "工作报告" }, changes: [{ type: "figure", before: "148亿元", after: "149亿元" }] });
    expect(tag).toMatchObject({ code: 1, stdout: expect.stringMatching(CHANGE) });
    expect(fromAbove).toMatchObject({ code: 0, stdout: expect.stringMatching(CHANGE) });
    expect(hashesOf(repository)).toEqual(before);
  });

  test("two builds, and a build with a folder; private notes stay out of the build", async () => {
    const notes = (words: string): string => `# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}\n\n备注：\n${words}\n`;
    writeProject(join(room, "甲"), { "slides/10-part.md": notes("请看这里。") });
    writeProject(join(room, "乙"), { "slides/10-part.md": notes("请看那里。"), "data/observations.csv": NOW });
    for (const name of ["甲", "乙"]) expect(await luduan(["build", name, "--only", "data,single"], { cwd: room })).toMatchObject({ code: 0 });
    expect(readFileSync(join(room, "甲/dist/data/edition.json"), "utf8")).not.toContain("请看");
    const [builds, mixed] = await Promise.all([luduan(["diff", "甲/dist", "乙/dist"], { cwd: room }), luduan(["diff", "甲/dist", "乙"], { cwd: room })]);
    for (const ended of [builds, mixed]) {
      expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(CHANGE) });
      expect(ended.stdout).toContain("slide 2 (主要指标)  the notes changed");
    }
  });
});

describe("what cannot be compared is said calmly, with 2", () => {
  test("revisions", async () => {
    const run = async (args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<readonly string[]> => {
      const ended = await luduan(["diff", "--json", ...args], { cwd, env });
      expect(ended).toMatchObject({ code: 2, stderr: "" });
      return codesOf(ended);
    };
    expect(await run(["HEAD~7"], town)).toEqual(["unknown-revision"]);
    expect(await run(["--", "--output=x"], town)).toEqual(["unknown-revision"]);
    expect(await run(["HEAD"], join(room, "旧"))).toEqual(["not-a-repository"]);
    expect(await run(["HEAD"], town, { PATH: room })).toEqual(["missing-git"]);
    const damaged = join(room, "坏");
    cpSync(repository, damaged, { recursive: true });
    const blob = git("rev-parse", "HEAD:乡镇 一/data/observations.csv").trim();
    rmSync(join(damaged, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    expect(await run(["HEAD"], join(damaged, "乡镇 一"))).toEqual(["git-failed"]);
  });

  test("nothing named, too much named, a build without its edition, a name that is no sheet", async () => {
    expect(await luduan(["build", "旧", "--only", "kiosk", "--out", "单"], { cwd: room })).toMatchObject({ code: 0 });
    const ask = async (...args: readonly string[]): Promise<readonly string[]> => codesOf(await luduan(["diff", ...args, "--json"], { cwd: room }));
    expect(await ask()).toEqual(["nothing-to-compare"]);
    expect(await ask("a", "b", "c")).toEqual(["too-many-folders"]);
    expect(await ask("单", "新")).toEqual(["no-edition"]);
    expect(await ask("旧", "新", "--out", "x.docx")).toEqual(["bad-flag"]);
  });

  test("a deck with errors is compared, and that is said", async () => {
    writeProject(join(room, "错"), { "slides/10-part.md": "# 工作回顾\n\n## 主要指标\n\n- 全年{{gdp}}、{{gpd}}\n" });
    const ended = await luduan(["diff", "旧", "错"], { cwd: room });
    expect(ended).toMatchObject({ code: 0, stderr: expect.stringMatching(/^warning compared-with-errors\n {2}"错" has 1 error;/) });
  });
});

describe("the sheet", () => {
  test("HTML: the same bytes twice, no script, nothing from elsewhere, its own fonts", async () => {
    const write = async (name: string): Promise<string> => {
      expect(await luduan(["diff", "旧", "新", "--lang", "zh", "--out", name], { cwd: room })).toMatchObject({ code: 0, stderr: expect.stringContaining(name) });
      return readFileSync(join(room, name), "utf8");
    };
    const html = await write("一.html");
    expect(await write("二.html")).toBe(html);
    expect(html).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; font-src data:/);
    expect(html).not.toMatch(/<script|https?:/);
    expect(html).toContain('<th scope="row">地区生产总值 2021年</th><td class="old" data-head="原稿">148亿元</td><td class="new" data-head="新稿">149亿元</td>');
    expect(html).toMatch(/@font-face\{font-family:"Luduan Sans"/);
  });

  test("PDF: A4, tagged, in Chinese, its figures as text", async () => {
    expect(await luduan(["diff", "旧", "新", "--lang", "zh", "--out", "表/对照.pdf"], { cwd: room })).toMatchObject({ code: 0 });
    const file = join(room, "表/对照.pdf");
    const about = execFileSync("pdfinfo", [file], { encoding: "utf8" });
    expect(about).toMatch(/Title: +修改对照表：工作报告/);
    expect(about).toMatch(/Tagged: +yes/);
    expect(about).toMatch(/Pages: +1\n/);
    expect(about).toMatch(/Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/);
    expect(execFileSync("pdffonts", [file], { encoding: "utf8" })).not.toMatch(/Type 3/);
    expect(execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" })).toMatch(/地区生产总值.*148亿元.*149亿元.*第2页/s);
  });
});
