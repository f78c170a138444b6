/** `luduan present` as people run it: the bundled tool serves, opens the browser, and ends when it is told to. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { HOME } from "../support/project.ts";
import { ask } from "../serve/ask.ts";

const TOOL = join(HOME, "build/cli.js");
const PAGE = `<!doctype html>\n<html lang="zh-CN"><head>\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">\n</head><body>演示</body></html>\n`;
let dir = "";
const running = new Set<ChildProcess>();
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "luduan-present-"));
  mkdirSync(join(dir, "deck/dist"), { recursive: true });
  mkdirSync(join(dir, "empty"));
  writeFileSync(join(dir, "deck/dist/工作报告.html"), PAGE);
  writeFileSync(join(dir, "deck/dist/manifest.json"), JSON.stringify({ generator: "luduan", outputs: { "工作报告.html": "0" } }));
  writeFileSync(join(dir, "odd.pem"), "no certificate");
  writeFileSync(join(dir, "browser"), `#!/bin/sh\necho "$1" >> "${dir}/opened"\n`);
  chmodSync(join(dir, "browser"), 0o755);
});
afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Starts it and waits for a text on standard output. */
function start(words: readonly string[], until: string, environment: Readonly<Record<string, string>> = {}): Promise<{ readonly child: ChildProcess; readonly text: () => string; readonly ended: Promise<number | null> }> {
  const child = spawn(process.execPath, [TOOL, "present", join(dir, "deck"), "--lang", "en", ...words], { env: { ...process.env, ...environment } });
  running.add(child);
  let out = "";
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  return new Promise((done, fail) => {
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      out += part;
      if (out.includes(until)) done({ child, text: () => out, ended });
    });
    child.stderr.setEncoding("utf8").on("data", (part: string) => (out += part));
    void ended.then(() => fail(new Error(out)));
  });
}

const portOf = (text: string): number => Number(/Deck: http:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1]);
const run = (...words: readonly string[]): { readonly status: number | null; readonly stderr: string } => spawnSync(process.execPath, [TOOL, "present", ...words, "--lang", "en"], { encoding: "utf8" });

describe("luduan present", () => {
  it("opens deck and speaker window, each by the browser that is named", async () => {
    const { text } = await start(["--port", "0"], "Ctrl-C", { BROWSER: join(dir, "browser") });
    const deck = `http://127.0.0.1:${portOf(text())}/`;
    await expect.poll(() => readFileSync(join(dir, "opened"), { encoding: "utf8", flag: "a+" }), { timeout: 8000 }).toBe(`${deck}\n${deck}?speaker\n`);
    const page = await ask(portOf(text()), "/");
    expect(page.body.toString()).toContain("演示");
    expect(text()).not.toContain("PIN");
  });

  it("gives the addresses where no browser opens", async () => {
    const { text } = await start(["--port", "0"], "No browser was opened", { BROWSER: join(dir, "none") });
    expect(text()).toContain(`http://127.0.0.1:${portOf(text())}/?speaker`);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s ends it with 0, and the same port serves again at once", async (signal) => {
    const first = await start(["--port", "0", "--no-open", "--lan"], "Ctrl-C");
    const port = portOf(first.text());
    expect((await ask(port, "/")).status).toBe(200);
    first.child.kill(signal);
    expect(await first.ended).toBe(0);
    const again = await start(["--port", String(port), "--no-open"], "Ctrl-C");
    expect(portOf(again.text())).toBe(port);
  });

  it("prints a PIN of its own at each start", async () => {
    const pins = [];
    for (let count = 0; count < 2; count += 1) {
      const { child, text, ended } = await start(["--port", "0", "--no-open", "--lan"], "PIN ");
      pins.push(/PIN (\d{6})/.exec(text())?.[1]);
      child.kill("SIGINT");
      await ended;
    }
    expect(pins[0]).toMatch(/^\d{6}$/);
    expect(pins[1]).not.toBe(pins[0]);
  });

  it("says which port is taken, of windows and of phones", async () => {
    const { text } = await start(["--port", "0", "--no-open"], "Ctrl-C");
    const port = portOf(text());
    expect(run(join(dir, "deck"), "--port", String(port), "--no-open")).toMatchObject({ status: 2, stderr: expect.stringContaining(`Port ${port} is taken`) as string });
    const hall = createServer();
    await new Promise<void>((done) => hall.listen(0, "0.0.0.0", done));
    const taken = (hall.address() as { port: number }).port;
    expect(run(join(dir, "deck"), "--port", String(taken - 1), "--no-open", "--lan")).toMatchObject({ status: 2, stderr: expect.stringContaining(`Port ${taken} is taken`) as string });
    await new Promise((done) => hall.close(done));
  });

  it("has a port of its own, so that a screen may play on the same machine", async () => {
    const unit = spawnSync(process.execPath, [TOOL, "kiosk", "deck", "--install-unit", "--out", "unit"], { cwd: dir });
    expect(unit.status).toBe(0);
    const screen = /"?--port"? "?(\d+)/.exec(readFileSync(join(dir, "unit/luduan-kiosk.service"), "utf8"))?.[1];
    const help = spawnSync(process.execPath, [TOOL, "help", "present", "--lang", "en"], { encoding: "utf8" }).stdout;
    const own = /default (\d+)/.exec(help)?.[1];
    // Another program of this machine may have it: then that is said.
    const said = await start(["--no-open"], "Ctrl-C").then(({ text }) => text(), String);
    expect(said).toMatch(new RegExp(`127\\.0\\.0\\.1:${own}/|Port ${own} is taken`));
    expect(own).not.toBe(screen);
  });

  it("says what is missing", () => {
    expect(run(join(dir, "empty"))).toMatchObject({ status: 2, stderr: expect.stringContaining("nothing-built") as string });
    expect(run(join(dir, "deck"), "--cert", "x")).toMatchObject({ status: 2, stderr: expect.stringContaining("--key") as string });
    expect(run(join(dir, "deck"), "--cert", "x", "--key", "y")).toMatchObject({ status: 2, stderr: expect.stringContaining("--lan") as string });
    for (const file of ["odd.pem", "none.pem"]) {
      expect(run(join(dir, "deck"), "--lan", "--port", "0", "--cert", join(dir, file), "--key", join(dir, "odd.pem"))).toMatchObject({ status: 2, stderr: expect.stringContaining("bad-certificate") as string });
    }
  });
});
