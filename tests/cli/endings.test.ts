/** How a build ends when it may not continue, and what two builds at once do to each other. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { ChildProcess } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findBrowsers } from "../../src/world/find-browser.mjs";
import { childrenOf, fileOf, groupOf, processesNow } from "../support/processes.ts";
import { codesOf, hashesOf, isWhole, luduan, makeRoom, removeRoom, writeProject, type Ended } from "./luduan.ts";

let room: string;
let project: string;
let dist: string;
let good: ReadonlyMap<string, string>;

beforeAll(async () => {
  room = makeRoom();
  project = writeProject(join(room, "报告"));
  dist = join(project, "dist");
  const ended = await luduan(["build", project, "--only", "deck,slides"]);
  expect(ended.code, ended.stderr).toBe(0);
  good = hashesOf(dist);
  cpSync(dist, join(room, "good"), { recursive: true });
});
afterAll(() => removeRoom(room));
beforeEach(() => {
  rmSync(dist, { recursive: true, force: true });
  cpSync(join(room, "good"), dist, { recursive: true });
});

/** How long the system may take to clear away what was killed, on a busy machine. */
const GONE = { timeout: 10_000 };

/** Profile folders of browsers that were started for `pid`. */
const profilesOf = (pid: number): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`luduan-browser-${pid}-`));
const namesBeside = (): string[] => readdirSync(project).sort();

/** Builds everything and sends `signal` as soon as `ready` returns true. */
async function interrupt(signal: NodeJS.Signals, ready: (child: ChildProcess, printed: string) => boolean): Promise<Ended & { pid: number }> {
  let pid = 0;
  const ended = await luduan(["build", project], {
    onStart: (child) => {
      pid = child.pid ?? 0;
      let printed = "";
      let sent = false;
      child.stderr?.on("data", (text: string) => (printed += text));
      const watch = async (): Promise<void> => {
        while (!sent && child.exitCode === null) {
          sent = ready(child, printed) && child.kill(signal);
          await turn();
        }
      };
      void watch();
    },
  });
  return { ...ended, pid };
}

const browserIsStarting = (child: ChildProcess): boolean => profilesOf(child.pid ?? 0).length > 0;
const isSwapping = (): boolean => namesBeside().some((name) => name.startsWith(".dist.luduan-new-"));

test.each([
  ["SIGINT", "while the browser starts", browserIsStarting],
  ["SIGTERM", "while fonts are cut", (_: ChildProcess, printed: string) => printed.includes("images")],
  ["SIGINT", "while files are written", isSwapping],
] as const)("%s %s: exit 130, nothing half, nothing left over", async (signal, _, ready) => {
  const ended = await interrupt(signal, ready);
  expect(isWhole(dist)).toBe(true);
  // While files are written, the folder may be swapped, or the build may finish, before the signal arrives.
  if (ready !== isSwapping) expect(hashesOf(dist)).toEqual(good);
  if (ready !== isSwapping || ended.code !== 0) expect(ended).toMatchObject({ code: 130, stdout: "", stderr: expect.stringMatching(/(^|\n)Stopped; .*\n$/) });
  expect(namesBeside()).toEqual(["data", "dist", "slides"]);
  expect(profilesOf(ended.pid)).toEqual([]);
});

test.each([
  ["while the browser starts", browserIsStarting],
  ["while files are written", isSwapping],
] as const)("SIGKILL %s: the last good build stands, and the next one clears away", async (_, ready) => {
  const killed = await interrupt("SIGKILL", ready);
  expect(killed.code === null || killed.code === 0).toBe(true);
  expect(isWhole(dist)).toBe(true);
  const next = await luduan(["build", project]);
  expect(next.code, next.stderr).toBe(0);
  expect(isWhole(dist)).toBe(true);
  expect(namesBeside()).toEqual(["data", "dist", "slides"]);
  expect(profilesOf(killed.pid)).toEqual([]);
});

// Once in a while the system stops a build between its two renames; a real fault would appear every time.
test("builds at once into one folder: each ends well, one of them stands whole, and a reader is never without it for long", { retry: 2 }, async () => {
  rmSync(join(project, "dist"), { recursive: true });
  await luduan(["build", project, "--only", "data"]);
  const building = new Set(["deck", "data", "deck,data", "single", "kiosk"]);
  const reader = (async (): Promise<number> => {
    let missed = 0;
    let longest = 0;
    while (building.size > 0) {
      missed = existsSync(join(dist, "manifest.json")) ? 0 : missed + 1;
      longest = Math.max(longest, missed);
      if (missed === 0) JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
      await turn();
    }
    return longest;
  })().catch((failure: NodeJS.ErrnoException) => (failure.code === "ENOENT" ? 1 : Promise.reject(failure)));
  const outputs = [...building];
  const ended = await Promise.all(outputs.map((only) => luduan(["build", project, "--only", only]).finally(() => building.delete(only))));
  expect(ended.map(({ code, stderr }) => (code === 0 ? 0 : stderr))).toEqual(outputs.map(() => 0));
  expect(isWhole(dist)).toBe(true);
  expect(namesBeside()).toEqual(["data", "dist", "slides"]);
  // Two renames follow each other at once: at most one or two looks fall between them.
  expect(await reader).toBeLessThan(5);
});

test("the preview ends calmly, by the first Ctrl-C", async () => {
  const ended = await luduan(["dev", project, "--port", "0"], {
    onStart: (child) => {
      child.stdout?.once("data", () => child.kill("SIGINT"));
    },
  });
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Serving http:\/\/127\.0\.0\.1:\d+\//) });
});

test.runIf(process.platform === "linux")("of its browser nothing is left: no process and no profile", async () => {
  const mark = `LUDUAN_ENDING=${Date.now()}`;
  const marked = (): number => processesNow().filter((one) => fileOf(one, "environ").includes(mark)).length;
  let pid = 0;
  let most = 0;
  const ended = await luduan(["build", project, "--only", "slides", "--out", join(room, "alone")], {
    env: Object.fromEntries([mark.split("=")]) as Record<string, string>,
    onStart: (child) => {
      pid = child.pid ?? 0;
      child.stderr?.on("data", () => (most = Math.max(most, marked())));
    },
  });
  expect(ended.code, ended.stderr).toBe(0);
  expect(most).toBeGreaterThan(2);
  expect(marked()).toBe(0);
  expect(profilesOf(pid)).toEqual([]);
});

/** A program that says where it runs, starts another, and then neither answers nor ends politely. */
const HANGING = `#!/bin/sh
trap "" TERM INT HUP
/bin/sleep 600 &
echo "$$ $!" > "$HANGING_MARK"
wait
`;

const isAlive = (pid: number): boolean => /\) [^Z] /.test(fileOf(pid, "stat"));

/** The environment of a machine whose only browser hangs, and the processes of that browser once it has started. */
function hangingBrowser(name: string): { readonly env: Readonly<Record<string, string>>; readonly processes: () => readonly number[] } {
  const folder = join(room, name);
  mkdirSync(folder, { recursive: true });
  const [browser, mark] = [join(folder, "chrome-headless-shell"), join(folder, "mark")];
  writeFileSync(browser, HANGING, { mode: 0o755 });
  // The usual places of browsers on Linux are those in PATH.
  const env = { PATH: "/nowhere", PUPPETEER_EXECUTABLE_PATH: browser, PUPPETEER_CACHE_DIR: folder, XDG_CACHE_HOME: folder, HANGING_MARK: mark };
  return { env, processes: () => (existsSync(mark) ? readFileSync(mark, "utf8").trim().split(" ").map(Number) : []) };
}

describe.runIf(process.platform === "linux")("a browser that hangs", () => {
  test.each([
    ["SIGTERM", ["build"]],
    ["SIGINT", ["build"]],
    ["SIGTERM", ["check", "--pages"]],
  ] as const)("%s ends %s within three seconds, and its browser with all its processes", async (signal, [command, ...flags]) => {
    const { env, processes } = hangingBrowser(`${signal} ${command}`);
    let asked = 0;
    let pid = 0;
    const ended = await luduan([command, project, ...flags], {
      env,
      onStart: (child) => {
        pid = child.pid ?? 0;
        const watch = async (): Promise<void> => {
          while (processes().length < 2 && child.exitCode === null) await turn();
          asked = Date.now();
          child.kill(signal);
        };
        void watch();
      },
    });
    expect(Date.now() - asked).toBeLessThan(3000);
    expect([ended.code, processes().length, profilesOf(pid)]).toEqual([130, 2, []]);
    await expect.poll(() => processes().filter(isAlive), GONE).toEqual([]);
    expect(ended.stderr + ended.stdout).not.toContain("internal-error");
  });

  test("at its start is given up after twenty seconds, and the last good build stands", async () => {
    const { env, processes } = hangingBrowser("start");
    const started = Date.now();
    const ended = await luduan(["build", project, "--only", "slides", "--json"], { env });
    expect([ended.code, codesOf(ended)]).toEqual([2, ["browser-failed"]]);
    expect(Date.now() - started).toBeLessThan(30_000);
    expect(ended.stdout).toContain("no answer within 20 s");
    expect(processes()).toHaveLength(2);
    await expect.poll(() => processes().filter(isAlive), GONE).toEqual([]);
    expect(hashesOf(dist)).toEqual(good);
  });

  test("in the middle of its work is given up as well", async () => {
    let group = 0;
    // The only one: another would take the place of one that is still starting.
    const env = { PATH: "/nowhere", PUPPETEER_CACHE_DIR: room, PUPPETEER_EXECUTABLE_PATH: findBrowsers(process.env)[0] };
    const ended = await luduan(["build", project, "--only", "slides"], {
      env,
      onStart: (child) => {
        let printed = "";
        child.stderr?.on("data", (text: string) => {
          printed += text;
          // Fonts are the last that a document waits for.
          if (group > 0 || !/^ *fonts /m.test(printed)) return;
          group = childrenOf(child.pid ?? 0, "--remote-debugging-pipe")[0] ?? 0;
          process.kill(-group, "SIGSTOP");
        });
      },
    });
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(/error browser-failed\n.*no answer within 20 s/) });
    await expect.poll(() => groupOf(group), GONE).toEqual([]);
    expect(hashesOf(dist)).toEqual(good);
  });
});

test("a preview of a folder that is not there is wrong usage", async () => {
  expect(await luduan(["dev", join(room, "没有")])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("missing-folder") });
});

test.runIf(process.platform === "linux")("a picture process that is killed is the machine's failure, no picture's; the build ends with its message", async () => {
  const noise = { create: { width: 1600, height: 1200, channels: 3, background: "white", noise: { type: "gaussian", mean: 128, sigma: 30 } } } as const;
  const names = ["a", "b", "c", "d"];
  const photos = await Promise.all(names.map(async (name) => [`slides/images/${name}.jpg`, await sharp(noise).jpeg({ quality: 90 }).toBuffer()] as const));
  const slides = names.map((name) => `## 照片${name}\n\n![一座桥](images/${name}.jpg)\n`).join("\n");
  const pictured = writeProject(join(room, "照片"), { "slides/10-part.md": `# 工作回顾\n\n${slides}`, ...Object.fromEntries(photos) });
  let killed = 0;
  let told = 0;
  // The browser is just opening its tabs.
  const ended = await luduan(["build", pictured, "--only", "deck,slides,notes", "--json"], {
    env: { XDG_CACHE_HOME: join(room, "empty cache") },
    onStart: (child) => {
      child.stdout?.on("data", () => (told = Date.now()));
      const watch = async (): Promise<void> => {
        while (killed === 0 && child.exitCode === null) {
          for (const pid of childrenOf(child.pid ?? 0, "picture-worker")) killed += process.kill(pid, "SIGKILL") ? 1 : 0;
          await turn();
        }
      };
      void watch();
    },
  });
  expect(Date.now() - told).toBeLessThan(10_000);
  expect(killed).toBe(1);
  expect(ended.code).toBe(2);
  expect(codesOf(ended)).toEqual(["helper-failed"]);
  expect(existsSync(join(pictured, "dist"))).toBe(false);
});
