/** The packed tool, installed outside the repository as users do: by itself, and in a deck's own repository. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sharedBrowser } from "../browser/shared-browser.ts";
import { HOME } from "../support/project.ts";
import { hashesOf, makeRoom, removeRoom, runCommand, writeProject, type Ended } from "./luduan.ts";

const MEGABYTE = 1e6;
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";
/** Packages come from npm's cache where set-up has put them there. */
const INSTALL = ["install", "--prefer-offline", "--no-audit", "--no-fund"];

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const shared = sharedBrowser();
let room: string;
let packed: Packed;
let tarball: string;

beforeAll(async () => {
  room = makeRoom();
  const ended = await runCommand(NPM, ["pack", "--json", "--pack-destination", room], { cwd: HOME });
  expect(ended).toMatchObject({ code: 0 });
  [packed] = JSON.parse(ended.stdout) as [Packed];
  tarball = join(room, packed.filename);
}, 180_000);
afterAll(() => removeRoom(room));

test("the tarball holds what a user needs and no more", () => {
  const paths = packed.files.map(({ path }) => path);
  expect(packed.size).toBeLessThan(3 * MEGABYTE);
  expect(paths).toEqual(expect.arrayContaining(["build/cli.js", "build/api.js", "build/api.d.ts", "build/client/deck.js", "build/client/dev.js", "build/licenses/bundled.md", "build/licenses/pinyin-pro/LICENSE", "LICENSE", "package.json"]));
  expect(paths.filter((path) => !/^(?:build|themes|src\/template)\//.test(path)).sort()).toEqual(["LICENSE", "README.md", "README.zh-CN.md", "package.json"]);
  for (const theme of readdirSync(join(HOME, "themes"))) expect(paths).toContain(`themes/${theme}/theme.yaml`);
});

describe("installed for one user", () => {
  let prefix: string;
  const run = (args: readonly string[], cwd = room): Promise<Ended> => runCommand(process.execPath, [join(prefix, "lib/node_modules/luduan/build/cli.js"), ...args], { cwd });
  beforeAll(async () => {
    prefix = join(room, "prefix");
    expect(await runCommand(NPM, [...INSTALL, "--global", "--prefix", prefix, tarball], { cwd: room })).toMatchObject({ code: 0 });
  }, 300_000);

  test("makes, checks, builds and compares a project", async () => {
    expect(await runCommand(join(prefix, "bin/luduan"), ["--version"])).toMatchObject({ code: 0, stdout: `luduan ${versionHere()}\n` });
    expect(await run(["new", "报告 2022", "--lang", "zh"])).toMatchObject({ code: 0 });
    expect(await run(["check", "报告 2022"])).toMatchObject({ code: 0 });
    expect(await run(["build", "报告 2022"])).toMatchObject({ code: 0 });
    const dist = join(room, "报告 2022/dist");
    expect(readdirSync(dist)).toEqual(expect.arrayContaining(["index.html", "kiosk.html", "slides.pdf", "booklet.pdf", "LICENSES.txt"]));
    expect(readFileSync(join(dist, "LICENSES.txt"), "utf8")).toMatch(/\nreveal\.js\n=+\n\n.*\n@fontsource\/noto-s/s);
    expect(await run(["diff", "报告 2022", "报告 2022"])).toMatchObject({ code: 0 });
  });

  test("builds the sample with the same bytes on every Node.js, each with compiled code of its own", async () => {
    const outputs = async (node: string, out: string, ...more: string[]): Promise<ReadonlyMap<string, string>> => {
      const env = { XDG_CACHE_HOME: join(room, "cache") };
      expect(await runCommand(node, [join(prefix, "lib/node_modules/luduan/build/cli.js"), "build", HOME, "--out", out, ...more], { cwd: room, env })).toMatchObject({ code: 0 });
      const hashes = hashesOf(join(room, out));
      rmSync(join(room, out), { recursive: true });
      return hashes;
    };
    const expected = await outputs(process.execPath, "own");
    const others = otherNodes();
    for (const [index, [version, node]] of others.entries()) {
      expect((await runCommand(node, ["--version"])).stdout).toMatch(new RegExp(`^v${version}\\.`));
      // What the oldest and the newest make alike, those between make alike, too: of them a page and two documents.
      const between = index > 0 && index < others.length - 1;
      const made = await outputs(node, `on ${version}`, ...(between ? ["--only", "deck,slides,booklet"] : []));
      expect([...made].filter(([name]) => !between || name !== "manifest.json"), version).toEqual([...expected].filter(([name]) => !between || (made.has(name) && name !== "manifest.json")));
      expect(made.size, version).toBeGreaterThan(between ? 5 : 20);
      expect(readdirSync(join(room, "cache/luduan/compiled")).some((name) => name.startsWith(`v${version}.`)), version).toBe(true);
    }
  }, 180_000);

  test("shows the preview: the page starts, and follows an edit", async () => {
    const project = writeProject(join(room, "预览"));
    const preview = await startServer([join(prefix, "lib/node_modules/luduan/build/cli.js"), "dev", project, "--port", "0"], room);
    const { page, complaints } = await shared.open();
    await page.goto(preview.url);
    await page.waitForSelector("html.started .reveal.ready");
    expect(await page.evaluate("document.fonts.ready.then((faces) => [...faces].filter(({ status }) => status === 'error').length)")).toBe(0);
    writeFileSync(join(project, "slides/10-part.md"), "# 工作回顾\n\n## 换了一句\n\n- 甲\n");
    await page.waitForFunction("document.querySelector('.slides').textContent.includes('换了一句')");
    expect(complaints).toEqual([]);
    await preview.end();
  });
});

describe("in a deck's own repository", () => {
  let project: string;
  beforeAll(async () => {
    project = join(room, "repository");
    mkdirSync(project);
    writeProject(project);
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "report", private: true, type: "module", scripts: { build: "luduan build --only deck" } }));
    expect(await runCommand(NPM, [...INSTALL, "--save-dev", tarball], { cwd: project })).toMatchObject({ code: 0 });
  }, 300_000);

  test("its script finds the project, the themes and the fonts", async () => {
    expect(await runCommand(NPM, ["run", "build"], { cwd: project })).toMatchObject({ code: 0 });
    expect(readdirSync(join(project, "dist/assets")).filter((name) => name.endsWith(".woff2"))).not.toEqual([]);
  });

  test("npx runs it", async () => {
    expect(await runCommand(NPM, ["exec", "--offline", "--", "luduan", "check"], { cwd: project })).toMatchObject({ code: 0 });
  });

  test("a program compiles and builds", async () => {
    const program = `
      import { build, compile } from "luduan";
      const { ok, title, slides } = await compile({ dir: "." });
      const built = await build({ dir: ".", out: "pages", only: ["single"] });
      const words = await build({ dir: ".", only: ["poster"] }).catch((failure) => failure.name);
      console.log(JSON.stringify({ ok, title, slides: slides.length, files: [...built.files.keys()], words }));`;
    const ended = await runCommand(process.execPath, ["--input-type=module", "-e", program], { cwd: project });
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: true, title: "工作报告", words: "TypeError", files: expect.arrayContaining(["LICENSES.txt"]) });
    expect(existsSync(join(project, "pages/LICENSES.txt"))).toBe(true);
  });

  test("a mistake comes with its place, and nothing is written", async () => {
    writeFileSync(join(project, "slides/10-part.md"), "# 工作回顾\n\n## 主要指标\n\n- 全年{{gpd}}\n");
    const program = `
      import { build } from "luduan";
      const { ok, diagnostics, files, slides } = await build({ dir: ".", out: "none", lang: "zh" });
      console.log(JSON.stringify({ ok, files: files.size, slides, first: diagnostics.find(({ severity }) => severity === "error") }));`;
    const ended = await runCommand(process.execPath, ["--input-type=module", "-e", program], { cwd: project });
    expect(JSON.parse(ended.stdout)).toMatchObject({ ok: false, files: 0, slides: [], first: { file: "slides/10-part.md", line: 5, column: 7, message: expect.stringContaining("gpd") } });
    expect(existsSync(join(project, "none"))).toBe(false);
  });

  test("a site takes the deck in: shown at its address while the site is written, and built into it", async () => {
    writeProject(project);
    const site = join(room, "site");
    mkdirSync(site);
    symlinkSync(join(project, "node_modules"), join(site, "node_modules"));
    writeFileSync(join(site, "index.html"), "<!doctype html><title>Town</title><p>The town's own page</p>\n");
    writeFileSync(join(site, "vite.config.mjs"), `import { luduan } from "luduan";\nexport default { plugins: [luduan({ dir: "../repository", at: "/report/" })] };\n`);
    const vite = join(project, "node_modules/vite/bin/vite.js");
    const server = await startServer([vite, "--port", "0", "--host", "127.0.0.1"], site);
    const { page, complaints } = await shared.open();
    await page.goto(`${server.url}report/`);
    await page.waitForSelector("html.started .reveal.ready");
    expect(complaints).toEqual([]);
    await page.goto(server.url);
    expect(await page.$eval("p", ({ textContent }) => textContent)).toBe("The town's own page");
    await server.end();
    expect(await runCommand(process.execPath, [vite, "build"], { cwd: site })).toMatchObject({ code: 0 });
    expect(readdirSync(join(site, "dist/report"))).toEqual(expect.arrayContaining(["index.html", "assets", "LICENSES.txt"]));
    writeFileSync(join(project, "slides/10-part.md"), "# 工作回顾\n\n## 主要指标\n\n- 全年{{gpd}}\n");
    expect(await runCommand(process.execPath, [vite, "build"], { cwd: site })).toMatchObject({ code: 1, stderr: expect.stringContaining("slides/10-part.md:5:7 error") });
    expect(existsSync(join(site, "dist/report"))).toBe(false);
  });

  test("its types are whole", async () => {
    writeFileSync(join(project, "use.ts"), `import { build, type BuildResult, type Diagnostic } from "luduan";\nconst built: BuildResult = await build({ dir: ".", only: ["deck"] });\nexport const first: Diagnostic | undefined = built.diagnostics[0];\n`);
    const check = (): Promise<Ended> => runCommand(process.execPath, [join(HOME, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--types", "", "use.ts"], { cwd: project });
    expect(await check()).toMatchObject({ code: 0, stdout: "" });
    writeFileSync(join(project, "use.ts"), `import { build } from "luduan";\nawait build({ dir: ".", only: ["poster"] });\n`);
    expect(await check()).toMatchObject({ code: 1, stdout: expect.stringContaining(`"poster"`) });
  });
});

/** By their first number; set-up has installed them on Linux. */
function otherNodes(): readonly (readonly [version: string, node: string])[] {
  const folder = join(HOME, "node_modules/.luduan-nodes/node_modules");
  return readdirSync(folder).flatMap((name) => {
    const [, version] = /^node-(\d+)-/.exec(name) ?? [];
    return version === undefined ? [] : [[version, join(folder, name, "bin/node")] as const];
  });
}

interface Server {
  readonly url: string;
  readonly end: () => Promise<void>;
}

/** Runs until the address is printed. */
function startServer(args: readonly string[], cwd: string): Promise<Server> {
  return new Promise((done, fail) => {
    const ended = runCommand(process.execPath, args, {
      cwd,
      env: { NO_COLOR: "1" },
      onStart: (child) => {
        let printed = "";
        child.stdout?.on("data", (text: string) => {
          printed += text;
          const url = /http:\/\/\S+\//.exec(printed)?.[0];
          if (url !== undefined) done({ url, end: async () => void (child.kill("SIGTERM"), await ended) });
        });
      },
    });
    ended.then(({ stderr }) => fail(new Error(stderr)), fail);
  });
}

function versionHere(): string {
  return (JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as { version: string }).version;
}
