/** A project from a stranger, on the command line: nothing outside it is read, published or changed, and an output folder is only replaced if it is ours. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codesOf, diagnosticsOf, hashesOf, luduan, makeRoom, removeRoom, writeProject, type Ended } from "./luduan.ts";

const room = makeRoom();
afterAll(() => removeRoom(room));

const SECRET = "外面的机密";
const outside = join(room, "outside");
/** Every place where a project has a file or a folder. */
const PLACES = ["slides/deck.yaml", "slides/10-part.md", "slides/20-more.md", "data/indicators.csv", "data/observations.csv", "data/report.xlsx", "themes/own/theme.yaml", "themes/own/theme.css", "themes/own/fonts/own.ttf", "images/bridge.png", ".git/HEAD"];
const FOLDERS = ["slides", "data", "themes", "themes/own", "themes/own/fonts", "images", ".git"];
const PROJECT = {
  "slides/deck.yaml": "title: 工作报告\norganisation: 测试镇\nperiod: 2021\nplan: 2022\n",
  "slides/10-part.md": "# 回顾\n\n## 一\n\n- 全年{{gdp}},好\n\n## 二\n\n![桥](images/bridge.png)\n",
  ".git/HEAD": "ref: refs/heads/main\n",
};

beforeAll(() => {
  for (const path of PLACES) {
    mkdirSync(dirname(join(outside, path)), { recursive: true });
    writeFileSync(join(outside, path), `${SECRET},甲\n`);
  }
});

/** Checks that a run ended as it should and gave nothing away. */
function nothingLeft(ended: Ended, before: ReadonlyMap<string, string>, project: string): void {
  expect(ended.stdout + ended.stderr).not.toContain(SECRET);
  expect(ended.stderr).not.toContain("internal-error");
  expect(hashesOf(outside)).toEqual(before);
  expect(existsSync(join(project, "dist"))).toBe(false);
}

describe("links out of the project", () => {
  test.each([...PLACES, ...FOLDERS])("%s", async (path) => {
    const project = writeProject(join(room, `link ${path.replaceAll("/", " ")}`), PROJECT);
    rmSync(join(project, path), { recursive: true, force: true });
    mkdirSync(dirname(join(project, path)), { recursive: true });
    symlinkSync(join(outside, path), join(project, path));
    const before = hashesOf(outside);
    // It writes what can be mended, so it is the most that a check does.
    const fixed = await luduan(["check", project, "--fix", "--json"]);
    nothingLeft(fixed, before, project);
    // The picture is missing in all of them, so all fail; a link that nobody asked for is told only where it stands in the way.
    expect(fixed.code).toBe(1);
    const told = diagnosticsOf(fixed).map(({ file, code }) => `${file} ${code}`);
    if (path === "images" || path.startsWith("images/")) expect(told).toContain("slides/10-part.md image-outside-project");
    else if (!path.startsWith(".git") && !path.includes("fonts")) expect(told).toContain(`${path} not-a-file`);
  });

  test("a font of the theme, and the commit of a build", async () => {
    const { css, yaml } = themeWithFont();
    const project = writeProject(join(room, "font"), { "slides/deck.yaml": `${PROJECT["slides/deck.yaml"]}theme: own\n`, "themes/own/theme.yaml": yaml, "themes/own/theme.css": css });
    mkdirSync(join(project, "themes/own/fonts"));
    symlinkSync(join(outside, "themes/own/fonts/own.ttf"), join(project, "themes/own/fonts/own.ttf"));
    const before = hashesOf(outside);
    const ended = await luduan(["build", project, "--only", "deck", "--json"]);
    nothingLeft(ended, before, project);
    expect(ended.code).toBe(1);
    expect(diagnosticsOf(ended).map(({ file, code }) => `${file} ${code}`)).toEqual(["themes/own/fonts/own.ttf not-a-file"]);
  });
});

test("unusable-font: an axis that a font does not have is the theme's mistake, not ours", async () => {
  const yaml = readFileSync(join(SHIPPED, "theme.yaml"), "utf8").replace(/axes: \{/, "axes: { zzzz: 3, ");
  const project = writeProject(join(room, "axis"), { "slides/deck.yaml": `${PROJECT["slides/deck.yaml"]}theme: own\n`, "themes/own/theme.yaml": yaml });
  const ended = await luduan(["build", project, "--only", "deck", "--json"]);
  expect([ended.code, codesOf(ended)]).toEqual([2, ["unusable-font"]]);
  expect(ended.stdout).toContain("zzzz");
});

const SHIPPED = join(import.meta.dirname, "../../themes/shuixiang");

/** A shipped theme, with one font of its own. */
function themeWithFont(): { readonly css: string; readonly yaml: string } {
  const yaml = readFileSync(join(SHIPPED, "theme.yaml"), "utf8");
  return { css: "", yaml: yaml.replace(/"?@fontsource\/[^"\s},]+"?/, "fonts/own.ttf") };
}

if (process.platform !== "win32") {
  describe("pipes, which would make a reader wait for ever", () => {
    test.each([...PLACES, "data", "images", ".git"])("%s", async (path) => {
      const project = writeProject(join(room, `pipe ${path.replaceAll("/", " ")}`), { ...PROJECT, "slides/10-part.md": "# 回顾\n\n## 一\n\n- 全年好\n" });
      rmSync(join(project, path), { recursive: true, force: true });
      mkdirSync(dirname(join(project, path)), { recursive: true });
      execFileSync("mkfifo", [join(project, path)]);
      const ended = await luduan(["build", project, "--only", "data", "--json"]);
      const told = diagnosticsOf(ended).map(({ file, code }) => `${file} ${code}`);
      const harmless = path.startsWith(".git") || path.startsWith("images") || path.includes("fonts");
      if (harmless) expect([ended.code, told.filter((one) => one.includes("not-a-file"))]).toEqual([0, []]);
      else expect([ended.code, told]).toEqual([1, expect.arrayContaining([`${path} not-a-file`])]);
    });
  });
}

describe("the output folder", () => {
  const project = join(room, "project");
  const dist = join(project, "dist");
  const build = (...args: string[]): Promise<Ended> => luduan(["build", project, "--only", "data", "--json", ...args]);
  const sha256 = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

  beforeAll(async () => {
    writeProject(project);
    expect((await build()).code).toBe(0);
  });

  test("a link to another deck's output is refused, and that stays as it is", async () => {
    const other = join(room, "other");
    cpSync(dist, join(other, "dist"), { recursive: true });
    const linked = writeProject(join(room, "linked"));
    symlinkSync(join(other, "dist"), join(linked, "dist"));
    const before = hashesOf(other);
    const ended = await luduan(["build", linked, "--only", "data", "--json"]);
    expect([ended.code, codesOf(ended)]).toEqual([2, ["unwritable-output"]]);
    expect(hashesOf(other)).toEqual(before);
    expect(lstatSync(join(linked, "dist")).isSymbolicLink()).toBe(true);
  });

  test("the audit is not written through a link either", async () => {
    const linked = writeProject(join(room, "audited"));
    symlinkSync(outside, join(linked, "audit"));
    const before = hashesOf(outside);
    const ended = await luduan(["check", linked, "--report"]);
    expect([ended.code, ended.stderr.includes("error unwritable-output")]).toEqual([2, true]);
    expect(hashesOf(outside)).toEqual(before);
  });

  test("a manifest that lists the project's own sources with right digests does not open them", async () => {
    const forged = writeProject(join(room, "forged"));
    const files = [...hashesOf(forged)];
    writeFileSync(join(forged, "manifest.json"), JSON.stringify({ generator: "luduan", outputs: Object.fromEntries(files) }));
    mkdirSync(join(forged, "more"));
    writeFileSync(join(forged, "data/manifest.json"), JSON.stringify({ generator: "luduan", outputs: Object.fromEntries(files.map(([path, hash]) => [path.replace("data/", ""), hash])) }));
    const before = hashesOf(forged);
    for (const out of [forged, join(forged, "data"), join(forged, "slides")]) {
      const ended = await luduan(["build", forged, "--only", "data", "--json", "--out", out]);
      expect([ended.code, codesOf(ended)]).toEqual([2, ["unsafe-output"]]);
      // Nor for another project that is told to write there.
      expect(codesOf(await build("--out", out === join(forged, "data") ? forged : out))).toEqual(["unsafe-output"]);
    }
    expect(hashesOf(forged)).toEqual(before);
  });

  test("a manifest that only names files does not make them ours", async () => {
    const out = join(room, "documents");
    mkdirSync(out);
    writeFileSync(join(out, "letter.pdf"), "mine");
    writeFileSync(join(out, "manifest.json"), JSON.stringify({ generator: "luduan", outputs: { "letter.pdf": "", "../letter.pdf": "" } }));
    expect(codesOf(await build("--out", out))).toEqual(["unsafe-output"]);
    expect(readdirSync(out).toSorted()).toEqual(["letter.pdf", "manifest.json"]);
  });

  test("a finished file that somebody changed is not lost", async () => {
    const out = join(room, "edited");
    cpSync(dist, out, { recursive: true });
    expect((await build("--out", out)).code).toBe(0);
    writeFileSync(join(out, "data/observations.csv"), "mine");
    const ended = await build("--out", out);
    expect(ended).toMatchObject({ code: 2, stdout: expect.stringContaining("data/observations.csv") });
    expect([codesOf(ended), readFileSync(join(out, "data/observations.csv"), "utf8")]).toEqual([["unsafe-output"], "mine"]);
  });

  test("an empty folder, a link and a pipe in it are told", async () => {
    const out = join(room, "odd");
    const expectRefused = async (name: string): Promise<void> => {
      expect(diagnosticsOf(await build("--out", out))).toMatchObject([{ code: "unsafe-output", message: expect.stringContaining(name) }]);
      expect(readdirSync(out)).toContain(name.replace("/", ""));
    };
    const fresh = (): void => {
      rmSync(out, { recursive: true, force: true });
      cpSync(dist, out, { recursive: true });
    };
    fresh();
    mkdirSync(join(out, "给领导"));
    await expectRefused("给领导/");
    fresh();
    symlinkSync(join(outside, "slides/deck.yaml"), join(out, "linked.yaml"));
    await expectRefused("linked.yaml");
    if (process.platform === "win32") return;
    fresh();
    execFileSync("mkfifo", [join(out, "pipe")]);
    await expectRefused("pipe");
    expect(sha256(join(out, "manifest.json"))).toBe(sha256(join(dist, "manifest.json")));
  });
});
