/** Projects stuffed with links, pipes and odd files at random places: every command ends as it should, and nothing outside is read, published or changed. */
import { execFileSync } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build, type Built } from "../../src/build.ts";
import { formatDiagnostics } from "../../src/diagnostics/format.ts";
import { fixProject } from "../../src/fix.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME, smallProject, THEMES } from "../support/project.ts";

const SECRET = "外面的机密";
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const PLACES = ["slides", "slides/deck.yaml", "slides/10-part.md", "slides/20-more.md", "data", "data/indicators.csv", "data/observations.csv", "data/projects.csv", "data/terms.csv", "themes", "themes/own", "themes/own/theme.yaml", "themes/own/theme.css", "images", "images/bridge.png", "images/more.svg", "images/deep/a/b", ".git", ".git/HEAD", "dist", "slides/\u001B[31m\n::error::x.md", "data/a\u202Eb.csv"];

const room = mkdtempSync(join(tmpdir(), "luduan-hostile-"));
const outside = join(room, "outside");
const world = createWorld({ home: HOME });

/** Repeatable, so that a failure can be repeated. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const ODD: readonly ((path: string, place: string) => void)[] = [
  (path, place) => symlinkSync(join(outside, place), path),
  (path) => symlinkSync(outside, path),
  (path) => symlinkSync(".", path),
  (path) => symlinkSync("..", path),
  (path) => symlinkSync(path, path),
  (path) => symlinkSync("nowhere", path),
  (path) => symlinkSync("/dev/zero", path),
  (path) => symlinkSync("../slides", path),
  (path) => mkdirSync(path),
  (path) => {
    writeFileSync(path, "");
    truncateSync(path, 2 ** 36);
  },
  (path) => writeFileSync(path, Buffer.from([0, 1, 2, 255, 254, 27, 91, 51, 49, 109])),
  ...(process.platform === "win32" ? [] : [(path: string): void => void execFileSync("mkfifo", [path])]),
];

/** Whatever is outside the project, with its content. */
const outsideNow = (): string => readdirSync(outside, { recursive: true, encoding: "utf8" }).toSorted().map((name) => `${name} ${lstatSync(join(outside, name)).isFile() ? readFileSync(join(outside, name), "utf8") : ""}`).join("\n");

beforeAll(() => {
  for (const place of [...PLACES.filter((one) => /\w\.\w+$/.test(one)), ".git/HEAD", "dist/manifest.json"]) {
    mkdirSync(dirname(join(outside, place)), { recursive: true });
    writeFileSync(join(outside, place), `${SECRET},甲\n`);
  }
});
afterAll(async () => {
  await world.close();
  rmSync(room, { recursive: true, force: true });
});

it.each(Array.from({ length: 60 }, (_, seed) => seed))("a project stuffed with links, pipes and odd files, number %i", async (seed) => {
  const project = join(room, `project ${seed}`);
  for (const [path, content] of smallProject({ "slides/10-part.md": "# 回顾\n\n## 一\n\n- 全年{{gdp}},好\n\n## 二\n\n![桥](images/bridge.png)\n", "images/bridge.png": PIXEL, ".git/HEAD": "ref: refs/heads/main\n" })) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), content);
  }
  cpSync(join(THEMES, "shuixiang"), join(project, "themes/own"), { recursive: true });
  const random = randomOf(seed + 1);
  for (let count = 1 + random(4); count > 0; count -= 1) {
    const place = PLACES[random(PLACES.length)]!;
    try {
      rmSync(join(project, place), { recursive: true, force: true });
      mkdirSync(dirname(join(project, place)), { recursive: true });
      ODD[random(ODD.length)]!(join(project, place), place);
    } catch {
      // Something odd stands in the way already.
    }
  }
  const before = outsideNow();
  const themes = [join(project, "themes"), THEMES];
  const fixed = await fixProject(project, themes, world);
  const built: Built = await build({ dir: project, out: join(project, "dist"), themes, only: ["data"], steps: false, onOutput: () => undefined }, world);
  const printed = [fixed, built].map(({ diagnostics, sources }) => formatDiagnostics(diagnostics, sources, { lang: "zh", colour: false, all: true })).join("");
  expect(outsideNow()).toBe(before);
  expect(printed).not.toContain(SECRET);
  // oxlint-disable-next-line no-control-regex -- that is the point
  expect(printed).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]|^::error/m);
  if (built.files.size > 0) for (const name of built.files.keys()) expect(readFileSync(join(project, "dist", name), "utf8")).not.toContain(SECRET);
}, 30_000);
