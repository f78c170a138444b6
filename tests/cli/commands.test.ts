/** Commands, exit codes, languages and the last good build, through the built command line. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HOME, smallProject, withFolder } from "../support/project.ts";
import { luduan } from "./run.ts";

const VERSION = (JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as { version: string }).version;

describe("usage", () => {
  it.each([
    [["biuld"], "unknown-command", "build"],
    [["build", "--ouput", "x"], "bad-flag", "--out"],
    [["build", "--port", "1"], "bad-flag", "--port"],
    [["build", "--lang", "fr"], "bad-flag", "zh"],
    [["dev", "--port", "99999"], "bad-flag", "99999"],
    [["build", "a", "b"], "too-many-folders", "quotes"],
    [["build", "--only", "slide"], "unknown-output", "slides"],
    [["new"], "missing-name", "my-town"],
  ])("%j is %s", async (args, code, word) => {
    const ended = await luduan(args, HOME);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(code);
    expect(ended.err).toContain(word);
    expect(ended.out).toBe("");
  });

  it("speaks the language of --lang, else of the environment", async () => {
    expect((await luduan(["biuld", "--lang", "zh"], HOME)).err).toContain("没有“biuld”这个命令");
    expect((await luduan(["biuld"], HOME, { LANG: "zh_CN.UTF-8" })).err).toContain("没有“biuld”这个命令");
    expect((await luduan(["biuld", "--lang=en"], HOME, { LANG: "zh_CN.UTF-8" })).err).toContain("There is no command");
  });

  it("tells its version and helps, in both languages", async () => {
    expect(await luduan(["--version"], HOME)).toEqual({ code: 0, out: `luduan ${VERSION}\n`, err: "" });
    for (const command of ["build", "check", "dev", "new"]) {
      const [english, chinese] = await Promise.all([luduan(["help", command], HOME), luduan([command, "--help", "--lang", "zh"], HOME)]);
      expect([english.code, chinese.code]).toEqual([0, 0]);
      expect(english.out).toContain(`luduan ${command}`);
      expect(english.out).not.toMatch(/\p{Script=Han}/u);
      expect(chinese.out).toMatch(/\p{Script=Han}/u);
    }
  });

  it("says calmly what nobody foresaw", async () => {
    await withFolder(smallProject({}), async (dir) => {
      // An engine whose own parts fail stands for any bug.
      const ended = await luduan(["build", dir, "--only", "data"], dir, { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent("TextEncoder.prototype.encode=()=>{throw new Error('broken')}")}` });
      expect(ended.code).toBe(2);
      expect(ended.err).toContain("internal-error");
      expect(ended.err).not.toMatch(/\n\s+at /);
    });
  });
});

describe("build", () => {
  it("writes what is asked for, the same bytes each time, wherever the project is", async () => {
    const outputs = ["--only", "deck,single,kiosk,data"];
    const build = (dir: string, environment = {}): Promise<ReadonlyMap<string, string>> =>
      withFolder(smallProject({}), async (copy) => {
        const ended = await luduan(["build", copy, "--out", join(dir, "out"), ...outputs], dir, environment);
        expect(ended.code, ended.err).toBe(0);
        return readTree(join(dir, "out"));
      });
    const first = await withFolder(new Map(), (dir) => build(dir));
    const second = await withFolder(new Map(), (dir) => build(dir, { TZ: "Asia/Shanghai", LANG: "zh_CN.UTF-8" }));
    expect([...first.keys()]).toContain("工作报告.html");
    expect(second).toEqual(first);
  });

  it("keeps the last good build when a mistake comes in, says where it is, and mends with it", async () => {
    await withFolder(smallProject({}), async (dir) => {
      const build = (...more: string[]): ReturnType<typeof luduan> => luduan(["build", ".", "--only", "deck,data", ...more], dir);
      expect((await build()).code).toBe(0);
      const good = readTree(join(dir, "dist"));
      const slide = join(dir, "slides/10-part.md");
      const text = readFileSync(slide, "utf8");
      writeFileSync(slide, text.replace("{{gdp}}", "{{gpd}}").replaceAll("\n", "\r\n"));
      const ended = await build();
      expect(ended.code).toBe(1);
      expect(ended.err).toContain("slides/10-part.md:5:7 error unknown-indicator");
      const json = JSON.parse((await build("--json")).out) as { diagnostics: unknown[] };
      expect(json.diagnostics).toEqual([
        {
          severity: "error", code: "unknown-indicator", rule: null, message: 'No indicator is called "gpd".', hint: 'did you mean "gdp" (data/indicators.csv:2)?',
          file: "slides/10-part.md", line: 5, column: 7, endLine: 5, endColumn: 10,
        },
      ]);
      expect(readTree(join(dir, "dist"))).toEqual(good);
      writeFileSync(slide, text);
      expect((await build()).code).toBe(0);
      expect(readTree(join(dir, "dist"))).toEqual(good);
    });
  });

  it("does not replace a folder that holds anything else (unsafe-output)", async () => {
    await withFolder(smallProject({ "dist/thesis.doc": "years of work" }), async (dir) => {
      const ended = await luduan(["build", dir, "--only", "data"], dir);
      expect(ended.code).toBe(2);
      expect(ended.err).toContain("unsafe-output");
      expect(readFileSync(join(dir, "dist/thesis.doc"), "utf8")).toBe("years of work");
    });
  });

  it("makes web outputs without a browser, and says what a PDF lacks", async () => {
    await withFolder(smallProject({}), async (dir) => {
      // On Linux a browser is looked for in PATH and in the home folder; elsewhere also where installers put it.
      const without = { PATH: "", HOME: dir };
      expect((await luduan(["build", dir, "--only", "single"], dir, without)).code).toBe(0);
      const ended = await luduan(["build", dir, "--only", "slides"], dir, without);
      expect(ended.code).toBe(2);
      expect(ended.err).toContain("missing-browser");
      expect(existsSync(join(dir, "dist/工作报告.html"))).toBe(true);
    });
  });

  it("takes two builds of one folder at once: the result is whole", async () => {
    await withFolder(smallProject({}), async (dir) => {
      const ended = await Promise.all([luduan(["build", dir, "--only", "deck,data"], dir), luduan(["build", dir, "--only", "deck,data"], dir)]);
      expect(ended.map(({ code }) => code)).toEqual([0, 0]);
      const { outputs } = JSON.parse(readFileSync(join(dir, "dist/manifest.json"), "utf8")) as { outputs: Record<string, string> };
      expect([...readTree(join(dir, "dist")).keys()].toSorted()).toEqual(["manifest.json", ...Object.keys(outputs)].toSorted());
      expect(readdirSync(dir).toSorted()).toEqual(["data", "dist", "slides"]);
    });
  });
});

describe("new", () => {
  it.each(["zh", "en"])("makes a project that builds as it is: %s", async (lang) => {
    await withFolder(new Map(), async (dir) => {
      expect((await luduan(["new", "新 town", "--lang", lang], dir)).code).toBe(0);
      const checked = await luduan(["check", "新 town"], dir);
      expect(checked.code, checked.err).toBe(0);
      const again = await luduan(["new", "新 town"], dir);
      expect(again.code).toBe(2);
      expect(again.err).toContain("folder-not-empty");
    });
  });

  it("goes into an empty folder that is there", async () => {
    await withFolder(new Map(), async (dir) => {
      mkdirSync(join(dir, "town"));
      expect((await luduan(["new", "town"], dir)).code).toBe(0);
      expect(readdirSync(join(dir, "town")).toSorted()).toEqual(["data", "slides"]);
    });
  });
});

function readTree(dir: string): ReadonlyMap<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return new Map(paths.map((path) => [path.slice(dir.length + 1), readFileSync(path, "base64")]));
}
