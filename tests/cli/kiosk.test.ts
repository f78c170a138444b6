/** luduan kiosk as an operator runs it: started, killed, asked, ended, and installed to start with the machine. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findBrowser } from "../../src/world/find-browser.mjs";
import { CLI, codesOf, luduan, makeRoom, removeRoom, writeProject } from "./luduan.ts";

let room = "";
let env: Record<string, string>;
const keep = (): string => join(room, "keep");
const running: ChildProcess[] = [];

beforeAll(async () => {
  room = makeRoom();
  const dir = writeProject(join(room, "某镇"), { "slides/20-plan.md": "# 工作安排\n\n## 今年目标\n\n- 稳中求进\n" });
  expect((await luduan(["build", dir, "--only", "kiosk"])).code).toBe(0);
  mkdirSync(join(room, "home"));
  const browser = join(room, "browser");
  writeFileSync(browser, `#!/bin/sh\nexec "${findBrowser()}" --remote-debugging-port=0 "$@"\n`);
  chmodSync(browser, 0o755);
  env = { PUPPETEER_EXECUTABLE_PATH: browser, HOME: join(room, "home"), XDG_DATA_HOME: join(room, "home/data") };
});
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  const pid = existsSync(join(keep(), "window.json")) ? Number(readFileSync(join(keep(), "window.json"), "utf8")) : 0;
  try {
    if (pid > 1) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended with its command.
  }
  removeRoom(room);
});

/** Starts the command; resolves when it has printed its address. */
async function start(port: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [CLI, "kiosk", join(room, "某镇"), "--keep", keep(), "--port", port, "--lang", "en"], { env: { ...process.env, ...env, VITEST: "" }, stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  await once(child.stdout!, "data");
  return child;
}

interface Line {
  readonly event: string;
  readonly [name: string]: unknown;
}

/** Asks again and again, until there is something. */
async function untilFound<T>(find: () => T | null | Promise<T | null>): Promise<T> {
  for (;;) {
    const found = await find();
    if (found !== null) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function untilLine(event: string, from: number): Promise<number> {
  return untilFound(() => {
    const lines = existsSync(join(keep(), "log/kiosk.jsonl")) ? readFileSync(join(keep(), "log/kiosk.jsonl"), "utf8").split("\n").slice(0, -1).map((line) => JSON.parse(line) as Line) : [];
    return lines.slice(from).some((line) => line.event === event) ? lines.length : null;
  });
}

it("kill -9 of the command: the window plays on, the next run takes it over, and a polite end closes it", async () => {
  const first = await start("5193");
  const before = await untilLine("shown", 0);
  const window = readFileSync(join(keep(), "window.json"), "utf8");
  first.kill("SIGKILL");
  await once(first, "exit");
  process.kill(Number(window), 0);
  const second = await start("5193");
  await untilLine("window-adopted", before);
  const after = await untilLine("shown", before);
  expect(readFileSync(join(keep(), "window.json"), "utf8")).toBe(window);

  const status = await luduan(["kiosk", "--status", "--keep", keep(), "--lang", "en"], { env });
  expect([status.code, status.stderr]).toEqual([0, ""]);
  expect(status.stdout).toMatch(/^playing, round \d+, slide \S+; up 0:\d\d:\d\d, window restarted 0 times, memory \d+ MB/);
  expect(JSON.parse((await luduan(["kiosk", "--status", "--json", "--keep", keep()], { env })).stdout)).toMatchObject({ state: "playing", decks: [{ source: join(room, "某镇") }] });

  second.kill("SIGTERM");
  expect(await once(second, "exit")).toEqual([0, null]);
  await untilLine("stopped", after);
  expect(() => process.kill(Number(window), 0)).toThrow("ESRCH");
});

// Mounting needs permission. Without it nothing is asserted.
it.runIf(process.platform === "linux" && process.getuid?.() === 0)("a full disk: plays from memory and loses its log; once there is room, the log goes on", async () => {
  const small = join(room, "small");
  mkdirSync(small);
  const script = `mount -t tmpfs -o size=1m none "$1" 2>/dev/null || exit 77
    head -c 2000000 /dev/zero > "$1/filler" 2>/dev/null; small=$1; shift
    "$@" & echo "pid $!"; wait; cat "$small/keep/log/kiosk.jsonl"; ls "$small/keep"`;
  const source = join(room, "某镇/dist");
  const child = spawn("unshare", ["-m", "sh", "-c", script, "sh", small, process.execPath, CLI, "kiosk", source, "--keep", join(small, "keep"), "--port", "0", "--no-window"], { env: { ...process.env, ...env, VITEST: "" }, stdio: ["ignore", "pipe", "inherit"] });
  running.push(child);
  let said = "";
  child.stdout!.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "close");
  const found = await Promise.race([untilFound(() => /pid (\d+)[^]*(http:\/\/127\.0\.0\.1:\d+\/)/.exec(said)), ended]);
  if ([1, 77].includes(found[0] as never)) return;
  const [, pid, url] = found as RegExpExecArray;
  const page = await untilFound(async () => (await fetch(`${url}decks/0/kiosk.html`)).status === 200 ? fetch(`${url}decks/0/kiosk.html`) : null);
  expect(Buffer.from(await page.arrayBuffer()).equals(readFileSync(join(source, "kiosk.html")))).toBe(true);
  // The volume is seen by that process alone.
  rmSync(join(`/proc/${pid}/root`, small, "filler"));
  process.kill(Number(pid), "SIGTERM");
  await ended;
  const lines = said.split("\n").filter((line) => line.startsWith("{")).map((line) => (JSON.parse(line) as Line).event);
  expect(lines).toEqual(["stopped"]);
});

it("tells that no screen runs, that a port is taken, and what it cannot read", async () => {
  const none = await luduan(["kiosk", "--status", "--json", "--keep", join(room, "nowhere")], { env });
  expect([none.code, codesOf(none)]).toEqual([2, ["no-screen"]]);
  const odd = await luduan(["kiosk", "某镇@25:00-26:00", "--lang", "en"], { env, cwd: room });
  expect([odd.code, odd.stdout]).toEqual([2, ""]);
  expect(odd.stderr).toContain(`"某镇@25:00-26:00" cannot be read.`);
  const blind = await luduan(["kiosk", join(room, "某镇"), "--keep", join(room, "blind"), "--port", "0"], { env: { ...env, PUPPETEER_EXECUTABLE_PATH: "", PATH: "/nowhere", PUPPETEER_CACHE_DIR: "/nowhere", XDG_CACHE_HOME: "/nowhere" } });
  expect([blind.code, blind.stdout]).toEqual([2, ""]);
  expect(blind.stderr).toContain("missing-browser");
});

it("writes what starts it with the machine, for this one and for others", async () => {
  const here = await luduan(["kiosk", "某镇@8:30-12:00", "https://hall.example/b/", "--install-unit", "--lang", "en"], { env, cwd: room });
  expect([here.code, here.stderr]).toEqual([0, ""]);
  const unit = readFileSync(join(room, "home/.config/systemd/user/luduan-kiosk.service"), "utf8");
  expect(unit).toContain(`"kiosk" "${join(room, "某镇")}@8:30-12:00" "https://hall.example/b/" "--keep"`);
  expect(readFileSync(join(room, "home/.config/autostart/luduan-kiosk.desktop"), "utf8")).toContain("start luduan-kiosk.service");
  expect((await luduan(["kiosk", "某镇", "--install-unit", "--out", "files"], { env, cwd: room })).code).toBe(0);
  expect(["luduan-kiosk.service", "luduan-kiosk.desktop", "luduan-kiosk.xml"].filter((name) => existsSync(join(room, "files", name)))).toHaveLength(3);
});
