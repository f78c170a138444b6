/** Printing in a browser that runs elsewhere: it is used, left alive and undisturbed, and its absence or loss is reported. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findBrowser } from "../../src/world/find-browser.mjs";
import { diagnosticsOf, hashesOf, isWhole, luduan, makeRoom, removeRoom, writeProject } from "./luduan.ts";

/** With these settings no browser of this machine can be found. */
const NOWHERE = { PATH: "", PUPPETEER_EXECUTABLE_PATH: undefined, PUPPETEER_CACHE_DIR: "/nonexistent" };

// Whole builds, on a machine that may be running others.
vi.setConfig({ testTimeout: 120_000 });

let room: string;
let project: string;
let remote: Remote;

interface Remote {
  readonly process: ChildProcess;
  /** `ws://127.0.0.1:…/devtools/browser/…` */
  readonly url: string;
}

/** A real browser with its debugging port open. */
function startRemote(profile: string): Promise<Remote> {
  const flags = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--disable-gpu", "--font-render-hinting=none", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "about:blank"];
  const child = spawn(findBrowser()!, flags, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      const url = /listening on (ws:\S+)/.exec((said += text))?.[1];
      if (url !== undefined) resolve({ process: child, url });
    });
    child.on("error", reject);
    child.on("exit", () => reject(new Error(said)));
  });
}

/** Debian's command is a script around the browser, so the whole process group must end. */
async function end({ process: child }: Remote): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGKILL");
  await gone;
}

const httpOf = (url: string): string => `http://${new URL(url).host}`;
const targetsOf = async (url: string): Promise<readonly string[]> => ((await (await fetch(`${httpOf(url)}/json/list`)).json()) as { url: string }[]).map((target) => target.url);

/** What a relay does apart from passing bytes on. */
interface Relay {
  /** Called with what the visitor sent. */
  readonly onSent?: (data: Buffer) => void;
  /** How many bytes of the host's answer to pass on before breaking the connection; null passes on everything and keeps it open. */
  readonly breakAfter?: (data: Buffer) => number | null;
}

/** Passes bytes on to a port of this machine. */
async function startRelay(port: number, { onSent = () => undefined, breakAfter = () => null }: Relay): Promise<Server> {
  const server = createServer((visitor) => {
    const host = connect(port, "127.0.0.1");
    for (const socket of [visitor, host]) socket.on("error", () => undefined);
    // What the visitor sent last is still on its way; destroying the connection would take it back.
    visitor.on("close", () => host.end());
    host.on("close", () => visitor.destroy());
    visitor.on("data", onSent);
    visitor.pipe(host).on("data", (data) => {
      const last = breakAfter(data);
      if (last === null) visitor.write(data);
      else if (!visitor.writableEnded) visitor.end(data.subarray(0, last));
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return server;
}

/** The end of the browser's answer to opening a tab, which appears a moment later; null if the data has none. */
function openingAnswer(data: Buffer): number | null {
  const found = /\{"id":\d+,"result":\{"targetId":"\w+"\}\}/.exec(data.toString("latin1"));
  return found === null ? null : found.index + found[0].length;
}

/** The address of the same browser behind a relay. */
const behind = (url: string, relay: Server): string => url.replace(/:\d+\//, `:${portOf(relay)}/`);
const portIn = (url: string): number => Number(new URL(url).port);
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

beforeAll(async () => {
  room = makeRoom();
  project = writeProject(join(room, "报告"));
  mkdirSync(join(room, "profile"));
  remote = await startRemote(join(room, "profile"));
});
afterAll(async () => {
  await end(remote);
  removeRoom(room);
});

test.each([
  ["--browser-url with the browser's own address", (url: string) => ({ args: ["--browser-url", url], env: {} })],
  ["LUDUAN_BROWSER_URL with its debugging port", (url: string) => ({ args: [], env: { LUDUAN_BROWSER_URL: httpOf(url) } })],
] as const)("%s: the same PDF without a browser of this machine, and the other one lives on as it was", async (_, how) => {
  const out = join(room, "remote");
  const { args, env } = how(remote.url);
  const ended = await luduan(["build", project, "--only", "slides", "--out", out, ...args], { env: { ...NOWHERE, ...env } });
  expect(ended.code, ended.stderr).toBe(0);
  expect(isWhole(out)).toBe(true);
  expect((await luduan(["build", project, "--only", "slides"])).code).toBe(0);
  expect(hashesOf(out).get("slides.pdf")).toBe(hashesOf(join(project, "dist")).get("slides.pdf"));
  expect(remote.process.exitCode).toBeNull();
  expect(await targetsOf(remote.url)).toEqual(["about:blank"]);
});

test("an address where nobody answers: exit 2, said without the secrets in it, and the old result stays", async () => {
  expect((await luduan(["build", project, "--only", "slides"])).code).toBe(0);
  const before = hashesOf(join(project, "dist"));
  // A port that was free a moment ago.
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  for (const url of [`ws://me:secret@127.0.0.1:${port}/devtools?token=secret`, `http://127.0.0.1:${port}`]) {
    const ended = await luduan(["build", project, "--only", "slides", "--json", "--browser-url", url]);
    expect(ended.code).toBe(2);
    expect(diagnosticsOf(ended).map(({ code, message }) => [code, message.includes(`127.0.0.1:${port}`)])).toEqual([["browser-unreachable", true]]);
    expect(ended.stdout).not.toContain("secret");
    expect(ended.stdout).toContain("ECONNREFUSED");
  }
  expect(hashesOf(join(project, "dist"))).toEqual(before);
});

test("an address that is none is wrong usage", async () => {
  for (const url of ["chromium", "file:///usr/bin/chromium", "ws:/"]) {
    expect(await luduan(["build", project, "--browser-url", url])).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(`bad-flag`) });
  }
});

test("a connection that is lost midway: exit 2, no crash, and the old result stays", async () => {
  expect((await luduan(["build", project, "--only", "slides"])).code).toBe(0);
  const before = hashesOf(join(project, "dist"));
  mkdirSync(join(room, "doomed"));
  const doomed = await startRemote(join(room, "doomed"));
  // The page with its fonts is hundreds of kilobytes: the browser dies while they are on their way.
  let sent = 0;
  const onSent = (data: Buffer): void => {
    if (sent < 50_000 && (sent += data.length) >= 50_000) void end(doomed);
  };
  const relay = await startRelay(portIn(doomed.url), { onSent });
  const ended = await luduan(["build", project, "--only", "slides", "--json", "--browser-url", behind(doomed.url, relay)]);
  relay.close();
  await end(doomed);
  expect(ended.code).toBe(2);
  expect(diagnosticsOf(ended).map(({ code }) => code)).toEqual(["browser-unreachable"]);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  expect(hashesOf(join(project, "dist"))).toEqual(before);
});

test("a connection that is lost while a tab opens: told in the words of what failed, and the build ends with its last message", async () => {
  const relay = await startRelay(portIn(remote.url), { breakAfter: openingAnswer });
  let told = 0;
  const ended = await luduan(["build", project, "--only", "slides", "--json", "--browser-url", behind(remote.url, relay)], {
    onStart: (child) => void child.stdout?.on("data", () => (told = Date.now())),
  });
  // Without its own limits the build would take half a minute.
  expect(Date.now() - told).toBeLessThan(10_000);
  relay.close();
  expect(diagnosticsOf(ended).map(({ code }) => code)).toEqual(["browser-unreachable"]);
});

test("an address that hangs up at once: told in the words of the connection", async () => {
  const server = createServer((visitor) => visitor.destroy()).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const ended = await luduan(["build", project, "--only", "slides", "--json", "--browser-url", `ws://127.0.0.1:${portOf(server)}/devtools`]);
  server.close();
  expect(diagnosticsOf(ended).map(({ code, message }) => [code, /(socket hang up|ECONNRESET)$/.test(message)])).toEqual([["browser-unreachable", true]]);
});

test.skipIf(process.platform === "win32")("Ctrl-C while the other browser hangs: the build ends soon, and the browser clears away when it goes on", async () => {
  mkdirSync(join(room, "hanging"));
  const hanging = await startRemote(join(room, "hanging"));
  const group = -(hanging.process.pid ?? 0);
  let stopped = 0;
  let interrupt = (): void => undefined;
  const breakAfter = (data: Buffer): null => {
    if (stopped === 0 && openingAnswer(data) !== null) {
      process.kill(group, "SIGSTOP");
      stopped = Date.now();
      interrupt();
    }
    return null;
  };
  const relay = await startRelay(portIn(hanging.url), { breakAfter });
  try {
    const ended = await luduan(["build", project, "--only", "slides", "--browser-url", behind(hanging.url, relay)], { onStart: (child) => (interrupt = () => void child.kill("SIGINT")) });
    expect(ended).toMatchObject({ code: 130, stderr: expect.stringContaining("Stopped; ") });
    expect(Date.now() - stopped).toBeLessThan(10_000);
    process.kill(group, "SIGCONT");
    await vi.waitFor(async () => expect(await targetsOf(hanging.url)).toEqual(["about:blank"]), { timeout: 20_000 });
  } finally {
    relay.close();
    await end(hanging);
  }
});
