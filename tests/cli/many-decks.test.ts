/** Many decks in one command: each is built by itself and reported with its folder, with a summary at the end. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { JsonDiagnostic } from "../../src/diagnostics/format.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { HOME } from "../support/project.ts";
import { codesOf, hashesOf, isWhole, luduan, makeRoom, removeRoom, writeProject, type Ended } from "./luduan.ts";

// Whole builds, on a machine that may be running others.
vi.setConfig({ testTimeout: 120_000 });

let room: string;
beforeAll(() => {
  room = makeRoom();
});
afterAll(() => removeRoom(room));
beforeEach(() => {
  for (const name of readdirSync(room)) rmSync(join(room, name), { recursive: true });
  for (const name of ["甲镇", "乙 镇", "丙镇"]) writeProject(join(room, "towns", name));
});

const build = (...args: string[]): Promise<Ended> => luduan(["build", ...args], { cwd: room });
const breakDeck = (name: string): void => writeFileSync(join(room, "towns", name, "slides/10-part.md"), "# 工作回顾\n\n## 指标\n\n- {{gpd}}\n");

interface JsonDeck {
  readonly deck: string;
  readonly out: string;
  readonly exitCode: number;
  readonly slides: number;
  readonly files: number;
  readonly diagnostics: readonly JsonDiagnostic[];
}
const decksOf = (ended: Ended): readonly JsonDeck[] => (JSON.parse(ended.stdout) as { decks: JsonDeck[] }).decks;

test("a deck with a mistake stops no other: its place names its folder, and the summary names it", async () => {
  breakDeck("乙 镇");
  const ended = await build("towns/甲镇", "towns/乙 镇/", "towns/丙镇", "--only", "deck,slides");
  expect(ended).toMatchObject({ code: 1, stdout: "" });
  expect(ended.stderr.replace(/\d+\.\d+ s/g, "T s")).toBe(`[1/3] towns/甲镇  done: 2 slides in T s
towns/乙 镇/slides/10-part.md:5:5 error unknown-indicator
  No indicator is called "gpd".
    5 | - {{gpd}}
      |     ^^^
  hint: did you mean "gdp" (data/indicators.csv:2)?

1 error.

[2/3] towns/乙 镇  failed: the last result is untouched
[3/3] towns/丙镇  done: 2 slides in T s
3 decks: 2 built, 1 failed, in T s
  failed: towns/乙 镇
`);
  expect([isWhole(join(room, "towns/甲镇/dist")), existsSync(join(room, "towns/乙 镇/dist")), isWhole(join(room, "towns/丙镇/dist"))]).toEqual([true, false, true]);
});

test("a deck among many is what it is alone", async () => {
  expect((await build("towns/*", "--out", "all")).code).toBe(0);
  expect((await build("towns/甲镇", "--out", "one")).code).toBe(0);
  expect(hashesOf(join(room, "all/甲镇"))).toEqual(hashesOf(join(room, "one")));
  expect(readdirSync(join(room, "all")).sort()).toEqual(["丙镇", "乙 镇", "甲镇"].sort());
});

test("--json is one object with each deck's own; a folder that is not there is the machine's exit code", async () => {
  breakDeck("乙 镇");
  const ended = await build("towns/甲镇", "towns/乙 镇", "towns/丁镇", "--json", "--only", "data");
  expect(ended).toMatchObject({ code: 2, stderr: "" });
  expect(decksOf(ended).map(({ deck, out, exitCode, slides, files }) => [deck, out, exitCode, slides > 0, files > 0])).toEqual([
    ["towns/甲镇", join(room, "towns/甲镇/dist"), 0, true, true],
    ["towns/乙 镇", join(room, "towns/乙 镇/dist"), 1, false, false],
    ["towns/丁镇", join(room, "towns/丁镇/dist"), 2, false, false],
  ]);
  expect(decksOf(ended).map(({ diagnostics }) => diagnostics.map(({ code, file }) => [code, file]))).toEqual([
    [], [["unknown-indicator", "towns/乙 镇/slides/10-part.md"]], [["missing-folder", null]],
  ]);
});

test("other shapes are one list, in which every place names its deck", async () => {
  breakDeck("乙 镇");
  const lines = await build("towns/甲镇", "towns/乙 镇", "--format", "unix", "--only", "data");
  expect(lines).toMatchObject({ code: 1, stderr: "", stdout: expect.stringMatching(/^towns\/乙 镇\/slides\/10-part\.md:\d+:\d+: error: .*\[unknown-indicator\]\n$/) });
  const { runs } = JSON.parse((await build("towns/甲镇", "towns/乙 镇", "--format", "sarif", "--only", "data")).stdout) as { runs: { results: { ruleId: string }[] }[] };
  expect(runs.map(({ results }) => results.map(({ ruleId }) => ruleId))).toEqual([["unknown-indicator"]]);
});

describe("folders by pattern", () => {
  test("in quotes, in order of name, each once, files left out", async () => {
    writeFileSync(join(room, "towns/说明.txt"), "x");
    const ended = await build("towns/*", "towns/甲镇", "--json", "--only", "data");
    expect(ended.code, ended.stderr).toBe(0);
    expect(decksOf(ended).map(({ deck }) => deck)).toEqual(["towns/丙镇", "towns/乙 镇", "towns/甲镇"]);
  });

  test("one folder found this way is told as many are; a folder whose name only looks like a pattern is itself", async () => {
    expect(decksOf(await build("towns/甲*", "--json", "--only", "data")).map(({ deck }) => deck)).toEqual(["towns/甲镇"]);
    writeProject(join(room, "报告[终稿]"));
    expect(codesOf(await build("报告[终稿]", "--json", "--only", "data"))).toEqual([]);
    expect(isWhole(join(room, "报告[终稿]/dist"))).toBe(true);
  });

  test("that matches nothing is wrong usage", async () => {
    expect(await build("cities/*")).toMatchObject({ code: 2, stderr: expect.stringContaining("error no-such-folders") });
  });
});

test("two decks of one name would replace each other below --out; each in its own dist they do not", async () => {
  mkdirSync(join(room, "old"));
  writeProject(join(room, "old/甲镇"));
  const ended = await build("towns/甲镇", "old/甲镇", "--out", "all", "--only", "data");
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining("error same-deck-name") });
  expect(existsSync(join(room, "all"))).toBe(false);
  expect((await build("towns/甲镇", "old/甲镇", "--only", "data")).code).toBe(0);
});

test("--print-deck is for one deck", async () => {
  expect(await build("towns/*", "--print-deck")).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("bad-flag") });
});

test.runIf(process.platform === "linux")("a browser that one document brings down is started again for the next", async () => {
  const world = createWorld({ home: HOME });
  const request = { lang: "en", title: "", style: "", bodyClass: "", body: "<h1>1</h1>", faces: [], width: 100, height: 100, scale: 1 };
  try {
    await world.printPdf(request);
    const profile = `luduan-browser-${process.pid}-`;
    const ours = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && isOurs(name, profile)).map(Number);
    expect(ours.length).toBeGreaterThan(0);
    for (const pid of ours) kill(pid);
    await world.printPdf(request).catch(() => undefined);
    expect((await world.printPdf(request)).length).toBeGreaterThan(1000);
  } finally {
    await world.close();
  }
});

function isOurs(pid: string, profile: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(profile);
  } catch {
    return false;
  }
}

/** A child ends with its parent and may already be gone. */
function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ESRCH") throw failure;
  }
}
