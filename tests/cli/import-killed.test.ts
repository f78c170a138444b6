/** An update that is killed at any of its steps, or that finds no room: the next command finds the project as it was, or as it becomes. */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOME } from "../support/project.ts";
import { CLI, hashesOf, luduan, makeRoom, removeRoom, runCommand } from "./luduan.ts";

/** Processes at once. */
const AT_ONCE = 4;
let room: string;
let project: string;
let next: string;
let old: ReadonlyMap<string, string>;
let fresh: ReadonlyMap<string, string>;

beforeAll(async () => {
  room = makeRoom();
  project = join(room, "我的 报告");
  next = join(room, "新稿.txt");
  const county = join(HOME, "tests/import/texts/county.txt");
  expect((await luduan(["import", county, project])).code).toBe(0);
  writeFileSync(next, readFileSync(county, "utf8").replaceAll("486.3", "490.1").replace("一是推进强链延链。", "一是推进强链补链。"));
  old = hashesOf(project);
  const done = copyOf("done");
  expect((await luduan(["import", next, "--into", done])).code).toBe(0);
  fresh = hashesOf(done);
});
afterAll(() => removeRoom(room));

function copyOf(name: string): string {
  const dir = join(room, name);
  cpSync(project, dir, { recursive: true });
  return dir;
}

/** Ends the process right before its n-th call that changes something below `dir`, as a power cut would. */
function killAt(dir: string, n: number): Readonly<Record<string, string>> {
  const script = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
    let calls = 0;
    const below = (path) => String(path).startsWith(${JSON.stringify(`${dir}/`)});
    for (const [from, names] of [[fs.promises, ["rename", "mkdir", "writeFile", "chmod", "rm", "rmdir", "open"]], [fs, ["renameSync", "rmSync"]]]) for (const name of names) {
      const real = from[name];
      from[name] = (path, ...rest) => {
        const changes = below(path) && (name !== "open" || rest[0] === "wx");
        if (changes && ++calls === ${n}) process.kill(process.pid, "SIGKILL");
        return real.call(from, path, ...rest);
      };
    }
    syncBuiltinESMExports();`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

test("a kill at every step: the next command finds all files old or all new, and nothing is left over", async () => {
  const states: string[] = [];
  const attempt = async (n: number): Promise<{ readonly killed: boolean; readonly state: string }> => {
    const dir = copyOf(`killed ${n}`);
    const ended = await luduan(["import", next, "--into", dir], { env: killAt(dir, n) });
    const after = await luduan(n % 2 === 0 ? ["check", dir] : ["build", dir, "--only", "data", "--out", join(room, `out ${n}`)]);
    expect(after.code, after.stderr).toBe(0);
    const now = hashesOf(dir);
    return { killed: ended.code === null, state: same(now, old) ? "old" : same(now, fresh) ? "new" : `mixed: ${[...now.keys()].join(" ")}` };
  };
  for (let [n, killed] = [1, true]; killed; n += AT_ONCE) {
    expect(n).toBeLessThan(60);
    const attempts = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => attempt(n + index)));
    states.push(...attempts.map(({ state }) => state));
    killed = attempts.every((one) => one.killed);
  }
  // The change stands from one step on, and never goes back.
  expect(states.join(" ")).toMatch(/^(?:old )+new(?: new)+$/);
  expect(states.length).toBeGreaterThan(10);
}, 600_000);

function same(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, hash]) => other.get(name) === hash);
}

test("what a person changed meanwhile is not replaced: nothing is written, and a person is told", async () => {
  const dir = copyOf("edited");
  const mine = "# 我改的\n\n备注：\n我的话。\n";
  const path = join(dir, "slides/20-part-3.md");
  // Another program writes right before the update looks at what it replaces.
  const script = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";
    const { writeFileSync: write } = fs, { readdir } = fs.promises; let [done, seen] = [false, 0];
    fs.promises.readdir = (at, ...rest) => { if (String(at) === ${JSON.stringify(dir)} && ++seen >= 3 && !done) { done = true; write(${JSON.stringify(path)}, ${JSON.stringify(mine)}); } return readdir.call(fs.promises, at, ...rest); };
    syncBuiltinESMExports();`;
  const ended = await luduan(["import", next, "--into", dir], { env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` } });
  expect(ended.code, ended.stderr).toBe(2);
  expect(ended.stderr).toContain("changed meanwhile");
  expect(readFileSync(path, "utf8")).toBe(mine);
  expect(same(new Map([...hashesOf(dir)].filter(([name]) => name !== "slides/20-part-3.md")), new Map([...old].filter(([name]) => name !== "slides/20-part-3.md")))).toBe(true);
});

test("a list of changes that a stranger wrote reaches nothing outside the project, and nothing hidden", async () => {
  const dir = copyOf("strange");
  const change = join(dir, ".luduan-change");
  mkdirSync(change);
  writeFileSync(join(change, "0"), "x");
  for (const place of ["../escaped", "/tmp/escaped", ".git/hooks/x", "slides/../../escaped", ""]) {
    writeFileSync(join(change, "list.json"), JSON.stringify([place]));
    await luduan(["check", dir]);
    expect(existsSync(join(change, "0"))).toBe(true);
  }
  expect(existsSync(join(room, "escaped"))).toBe(false);
  expect(same(new Map([...hashesOf(dir)].filter(([name]) => !name.startsWith(".luduan-change"))), old)).toBe(true);
});

test("a read-only file is told, and no other file is changed", async () => {
  const dir = copyOf("read-only");
  chmodSync(join(dir, "data/observations.csv"), 0o444);
  const ended = await luduan(["import", next, "--into", dir]);
  expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(/observations\.csv" cannot be written \(read-only\)/) as string });
  expect(same(hashesOf(dir), old)).toBe(true);
});

// Mounting needs permission. Without it nothing is asserted.
describe.runIf(process.platform === "linux" && process.getuid?.() === 0)("on a volume", () => {
  test("that is full, or read-only: a person is told, and the project is as it was", async () => {
    const small = join(room, "small");
    mkdirSync(small);
    const script = `mount -t tmpfs -o size=400k none "$1" 2>/dev/null || exit 77
      node=$2 cli=$3
      cp -r "$4" "$1/project"; cp -r "$4" "$1.before"
      dd if=/dev/zero of="$1/filler" bs=4k 2>/dev/null
      "$node" "$cli" import "$5" --into "$1/project" 2>&1; echo "code $?"
      diff -r "$1/project" "$1.before" && echo same; ls -A "$1/project" | grep -c luduan
      rm "$1/filler"; mount -o remount,ro "$1"
      "$node" "$cli" import "$5" --into "$1/project" 2>&1; echo "code $?"
      diff -r "$1/project" "$1.before" && echo same
      "$node" "$cli" import "$5" "$1/other" 2>&1; echo "code $?"`;
    const { code, stdout } = await runCommand("unshare", ["-m", "sh", "-c", script, "sh", small, process.execPath, CLI, project, next]);
    if (code === 77 || code === 1) return;
    expect(stdout.match(/disk-full|unwritable-output|code \d|^same$|^\d$/gm)).toEqual(["disk-full", "code 2", "same", "0", "unwritable-output", "code 2", "same", "unwritable-output", "code 2"]);
    expect(readdirSync(small)).toEqual([]);
  });
});
