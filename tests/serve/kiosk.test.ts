/** A screen that looks after itself, with a real browser: what breaks, what the log says, and that it plays again alone. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { bundleClients, cutAfter, makeEdition, shownEdition, startHost, untilShown, type Clients } from "../browser/player-host.ts";
import { ask } from "./ask.ts";
import { healthOf, makeKioskRoom, processesOf, QUICK, untilHealth, type KioskRoom, type Line } from "./kiosk-room.ts";

let clients: Clients;
let room: KioskRoom;
beforeAll(async () => {
  clients = await bundleClients();
});
beforeEach(() => {
  room = makeKioskRoom(clients);
  room.publish(makeEdition(clients, "first", "2026-01-01T00:00:00Z"));
});
afterEach(() => room.end());

const second = (): Map<string, string | Buffer> => makeEdition(clients, "second", "2026-01-02T00:00:00Z");
const shown = (line: Line): boolean => line.event === "shown";

it("plays, tells what showed when, takes a new edition, and ends with its window", async () => {
  const kiosk = await room.start();
  expect(await room.line(shown)).toMatchObject({ slide: expect.any(String), build: expect.stringMatching(/^[0-9a-f]{12}$/), source: room.source });
  const { browser, page } = await room.look();
  expect(await shownEdition(page)).toBe("first");
  const before = await untilHealth(kiosk.url, ({ loops }) => loops > 0);
  expect(before).toMatchObject({ state: "playing", restarts: 0, decks: [{ source: room.source, built: "2026-01-01T00:00:00.000Z", refused: null }] });
  expect(before.memory.server).toBeGreaterThan(10_000_000);
  room.publish(second());
  await untilShown(page, "second");
  const after = await untilHealth(kiosk.url, ({ decks }) => decks[0]?.build !== before.decks[0]?.build);
  expect(after.decks[0]).toMatchObject({ built: "2026-01-02T00:00:00.000Z", refused: null });
  await room.line((line) => shown(line) && line["build"] === after.decks[0]?.build);
  await browser.disconnect();
  const window = room.pid();
  expect(processesOf(window, null).length).toBeGreaterThan(1);
  await kiosk.stop();
  expect(processesOf(window, null)).toEqual([]);
  expect(room.log().at(-1)?.event).toBe("stopped");
});

it("kill -9 of the browser: black for a moment, then a new window plays", async () => {
  const kiosk = await room.start();
  await room.line(shown);
  const old = room.pid();
  process.kill(-old, "SIGKILL");
  expect(await room.line((line) => line.event === "window-failed")).toMatchObject({ failure: "crashed" });
  const lines = room.log().length;
  await room.line(shown, lines);
  expect(room.pid()).not.toBe(old);
  expect((await untilHealth(kiosk.url, ({ state }) => state === "playing")).restarts).toBe(1);
});

it("kill -9 of the renderer: the browser's own page of complaint, then a new window plays", async () => {
  await room.start();
  await room.line(shown);
  const renderers = processesOf(room.pid(), "renderer");
  expect(renderers.length).toBeGreaterThan(0);
  for (const pid of renderers) process.kill(pid, "SIGKILL");
  expect(await room.line((line) => line.event === "window-failed")).toMatchObject({ failure: "silent" });
  await room.line(shown, room.log().length);
});

it("a page that hangs: its picture stands, then a new window plays", async () => {
  const kiosk = await room.start();
  await room.line(shown);
  const { browser, page } = await room.look();
  void page.evaluate(() => {
    for (;;);
  }).catch(() => undefined);
  expect(await room.line((line) => line.event === "window-failed")).toMatchObject({ failure: "silent" });
  await browser.disconnect();
  await room.line(shown, room.log().length);
  expect((await healthOf(kiosk.url)).health.restarts).toBe(1);
});

it("a machine that sleeps: nobody was silent, the same window plays on", async () => {
  await room.start();
  await room.line(shown);
  const window = room.pid();
  process.kill(-window, "SIGSTOP");
  // This process, which watches it, stands still for longer than a page may be silent.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, QUICK.silence + 1000);
  process.kill(-window, "SIGCONT");
  await room.line(shown, room.log().length);
  expect(room.pid()).toBe(window);
  expect(room.log().filter(({ event }) => event === "window-failed")).toEqual([]);
});

it("no source, no network: the last good edition plays on, after a cold start too", async () => {
  const first = await room.start();
  await room.line(shown);
  renameSync(room.source, `${room.source}-away`);
  await room.line((line) => line.event === "unreachable");
  await room.line(shown, room.log().length);
  await first.stop();
  const lines = room.log().length;
  await room.start();
  expect(await room.line((line) => line.event === "edition", lines)).toMatchObject({ from: "kept" });
  await room.line(shown, lines);
  renameSync(`${room.source}-away`, room.source);
  room.publish(second());
  expect(await room.line((line) => line.event === "edition" && line["from"] === "fetched", lines)).toBeDefined();
  expect(room.log().filter((line) => line.event === "reachable").length).toBeGreaterThan(0);
});

const changed = (): Map<string, string | Buffer> => new Map(second()).set("kiosk.html", "<p>half");

it.each([
  ["corrupt", "a page that is not the manifest's", changed],
  ["half", "a manifest that is cut", () => new Map([["manifest.json", String(second().get("manifest.json")).slice(0, 60)]])],
  ["older", "a replayed build", () => makeEdition(clients, "old", "2025-01-01T00:00:00Z")],
  ["foreign", "another deck", () => makeEdition(clients, "other", "2026-01-02T00:00:00Z", "f".repeat(16))],
  ["unsafe", "a path that leads outside", () => new Map([["manifest.json", String(second().get("manifest.json")).replace('"kiosk.html"', '"../../evil": "", "kiosk.html"')]])],
  ["too-large", "an enormous manifest", () => new Map([["manifest.json", " ".repeat(1024 * 1024 + 1)]])],
] as const)("refuses as %s: %s; then takes the next whole one", async (reason, _what, bad) => {
  const kiosk = await room.start({ window: false });
  await untilHealth(kiosk.url, ({ decks }) => decks[0]?.build !== null);
  const { build } = (await healthOf(kiosk.url)).health.decks[0]!;
  room.publish(bad());
  expect(await room.line((line) => line.event === "refused")).toMatchObject({ reason, source: room.source });
  expect((await untilHealth(kiosk.url, ({ decks }) => decks[0]?.refused === reason)).decks[0]?.build).toBe(build);
  room.publish(makeEdition(clients, "third", "2026-01-03T00:00:00Z"));
  await untilHealth(kiosk.url, ({ decks }) => decks[0]?.build !== build && decks[0]?.refused === null);
  expect(room.log().filter((line) => line.event === "refused")).toHaveLength(1);
});

it("a network that is cut at each stage of an update: the last good edition stays, and the next is taken when it is back", async () => {
  const host = await startHost(clients);
  try {
    host.publish(makeEdition(clients, "first", "2026-01-01T00:00:00Z"));
    const kiosk = await room.start({ window: false, playlist: [{ source: new URL("..", host.url).href, hours: null }] });
    let { build } = (await untilHealth(kiosk.url, ({ decks }) => decks[0]?.build !== null)).decks[0]!;
    for (const [day, [file, bytes]] of ([["manifest.json", 0], ["manifest.json", 40], ["kiosk.html", 0], ["kiosk.html", 4000]] as const).entries()) {
      const lines = room.log().length;
      host.spoil = (path, response) => path.endsWith(file) && (cutAfter(bytes, host.files.get(path)!, response), true);
      host.publish(makeEdition(clients, `cut ${day}`, `2026-01-0${day + 2}T00:00:00Z`));
      await room.line(({ event }) => event === "unreachable", lines);
      expect((await untilHealth(kiosk.url, ({ decks }) => decks[0]?.refused === "unreachable")).decks[0]?.build).toBe(build);
      host.spoil = null;
      build = (await untilHealth(kiosk.url, ({ decks }) => decks[0]?.refused === null && decks[0].build !== build)).decks[0]!.build;
      await room.line(({ event }) => event === "reachable", lines);
    }
  } finally {
    await host.stop();
  }
});

it("a disk that takes nothing more: editions come and play from memory", async () => {
  mkdirSync(room.keep, { recursive: true });
  // Neither log nor editions can be written: a file stands where their folders should be.
  for (const name of ["decks", "log"]) writeFileSync(join(room.keep, name), "");
  const kiosk = await room.start();
  expect((await untilHealth(kiosk.url, ({ state, loops }) => state === "playing" && loops > 0)).decks[0]?.build).not.toBeNull();
  const { browser, page } = await room.look();
  room.publish(second());
  await untilShown(page, "second");
  await browser.disconnect();
  // When there is room again, the log goes on.
  rmSync(join(room.keep, "log"));
  await room.line(shown);
});

it("answers its own page and whoever asks for its health, and nobody else", async () => {
  const kiosk = await room.start({ window: false });
  const port = Number(new URL(kiosk.url).port);
  await untilHealth(kiosk.url, ({ decks }) => decks[0]?.build !== null);
  const statusOf = async (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<number> => (await ask(port, path, headers, method)).status;
  expect(await statusOf("/")).toBe(200);
  expect(String((await ask(port, "/")).headers["content-security-policy"])).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  // Nobody plays: a monitor sees that by the status alone.
  expect([await statusOf("/health"), await statusOf("/health?any")]).toEqual([503, 200]);
  for (const path of ["/decks/0/index.html", "/decks/0/../../keep/window.json", "/decks/1/kiosk.html", "/log/kiosk.jsonl", "/%2e%2e/x"]) expect([404, 503], path).toContain(await statusOf(path));
  expect(await statusOf("/health", { host: "evil.example" })).toBe(403);
  expect(await statusOf("/decks/0/kiosk.html", { "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await statusOf("/report", { "content-type": "text/plain" }, "POST")).toBe(415);
  expect(await statusOf("/report", { "sec-fetch-site": "same-site", "content-type": "application/json" }, "POST")).toBe(403);
  expect(await statusOf("/health", {}, "POST")).toBe(405);
  const post = (body: string): Promise<number> => fetch(`${kiosk.url}report`, { method: "POST", headers: { "content-type": "application/json" }, body }).then(({ status }) => status, () => 413);
  expect([await post("{"), await post("{}"), await post(" ".repeat(300_000))]).toEqual([400, 400, 413]);
});
