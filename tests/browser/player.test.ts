/** The player around a loop: it takes new editions whole, refuses all others, and goes on without network and server. */
import { createHash } from "node:crypto";
import { afterEach, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer";
import { bundleClients, cutAfter, makeEdition, shownEdition, startHost, untilShown, type Clients, type Host } from "./player-host.ts";
import { sharedBrowser } from "./shared-browser.ts";

const shared = sharedBrowser();
let clients: Clients;
let host: Host;
beforeAll(async () => {
  clients = await bundleClients();
});
afterEach(() => host.stop());

const DAY1 = "2026-01-01T00:00:00Z";
const DAY2 = "2026-01-02T00:00:00Z";
const DAY3 = "2026-01-03T00:00:00Z";
const first = (): Map<string, string | Buffer> => makeEdition(clients, "first", DAY1);

/** Slides that stay so long, in seconds, are all seen, even on a busy machine. */
const CALM = { seconds: 0.9 };

/** `before` runs in the page and in its frames before their own scripts. */
async function openPlayer(edition = first(), before = ""): Promise<Page> {
  host = await startHost(clients);
  host.publish(edition);
  const { page } = await shared.open();
  await page.evaluateOnNewDocument(before);
  await page.goto(host.url);
  await untilShown(page, "first");
  return page;
}

/** Waits for the loop on top to show another slide: the screen plays. */
async function untilTurned(page: Page): Promise<void> {
  const frame = await (await page.waitForSelector("iframe.up:not(.old)"))!.contentFrame();
  const slide = await frame.evaluate(() => document.documentElement.dataset["slide"]);
  await frame.waitForFunction((before) => document.documentElement.dataset["slide"] !== before, {}, slide);
}

/** Counts pictures of the player, and those of them in which no loop covers the page. */
async function watchCover(page: Page): Promise<() => Promise<{ readonly bare: number; readonly pictures: number }>> {
  await page.waitForFunction(() => getComputedStyle(document.querySelector("iframe.up")!).opacity === "1");
  await page.evaluate(() => {
    const watch = window as unknown as { bare: number; pictures: number };
    watch.bare = 0;
    watch.pictures = 0;
    const look = (): void => {
      const covered = [...document.querySelectorAll("iframe.up")].some((frame) => getComputedStyle(frame).opacity === "1");
      watch.pictures += 1;
      if (!covered) watch.bare += 1;
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => {
    const { bare, pictures } = window as unknown as { bare: number; pictures: number };
    return { bare, pictures };
  });
}

it("takes a new edition at the end of a round, with a loop on top in every picture", async () => {
  const page = await openPlayer(makeEdition(clients, "first", DAY1, undefined, CALM));
  const cover = await watchCover(page);
  host.publish(makeEdition(clients, "second", DAY2, undefined, CALM));
  await untilShown(page, "second");
  await page.waitForFunction(() => document.querySelectorAll("iframe").length === 1);
  const { bare, pictures } = await cover();
  expect(bare).toBe(0);
  expect(pictures).toBeGreaterThan(3);
  await host.waitFor((event) => event.event === "edition" && event.from === "fetched");
  const shown = (): { readonly build: string; readonly slide: string }[] => host.events.flatMap((event) => (event.event === "shown" ? [event] : []));
  await host.waitFor(() => new Set(shown().map(({ build }) => build)).size === 2);
  // The round of the old edition ends with its last slide before the new one begins.
  expect(shown().findLast(({ build }) => build === shown()[0]!.build)!.slide).toBe("closing");
});

const manifestOf = (edition: ReadonlyMap<string, string | Buffer>): Record<string, unknown> => JSON.parse(String(edition.get("manifest.json"))) as Record<string, unknown>;

it.each([
  ["half", "a manifest that is cut", () => new Map([["manifest.json", String(makeEdition(clients, "bad", DAY2).get("manifest.json")).slice(0, -9)]])],
  ["corrupt", "a page with one changed byte", () => new Map(makeEdition(clients, "bad", DAY2)).set("kiosk.html", Buffer.from(String(makeEdition(clients, "bad", DAY2).get("kiosk.html")).replace("强产业", "强产亚")))],
  ["corrupt", "a page that is cut", () => new Map(makeEdition(clients, "bad", DAY2)).set("kiosk.html", String(makeEdition(clients, "bad", DAY2).get("kiosk.html")).slice(0, 5000))],
  ["older", "an edition from before", () => makeEdition(clients, "bad", "2025-12-31T23:59:59Z")],
  ["foreign", "another deck", () => makeEdition(clients, "bad", DAY2, "fedcba9876543210")],
  ["foreign", "another program's manifest", () => new Map([["manifest.json", "{}"]])],
  ["unsafe", "a path that leads outside", () => {
    const edition = makeEdition(clients, "bad", DAY2);
    const manifest = manifestOf(edition);
    return edition.set("manifest.json", JSON.stringify({ ...manifest, outputs: { ...(manifest["outputs"] as object), "../../etc/passwd": "0".repeat(64) } }));
  }],
  ["too-large", "an enormous manifest", () => new Map([["manifest.json", " ".repeat(1024 * 1024 + 1)]])],
  ["too-large", "a manifest of a hundred thousand files", () => new Map([["manifest.json", JSON.stringify({ ...manifestOf(makeEdition(clients, "bad", DAY2)), outputs: Object.fromEntries(Array.from({ length: 5001 }, (_, file) => [`f${file}`, ""])) })]])],
] as const)("refuses as %s: %s; the old edition plays on, and the next whole one is taken", async (reason, _what, bad) => {
  const page = await openPlayer();
  host.publish(bad());
  expect(await host.waitFor((event) => event.event === "refused")).toMatchObject({ reason });
  await untilTurned(page);
  expect(await shownEdition(page)).toBe("first");
  // Told once, not at every look.
  expect(host.events.filter((event) => event.event === "refused")).toHaveLength(1);
  host.publish(makeEdition(clients, "third", DAY3));
  await untilShown(page, "third");
});

/** A build of our own kind with a page of somebody else's making; its manifest is right. */
function withPage(edition: Map<string, string | Buffer>, html: string): Map<string, string | Buffer> {
  const outputs = { "kiosk.html": createHash("sha256").update(html).digest("hex") };
  return new Map([["manifest.json", JSON.stringify({ ...manifestOf(edition), outputs })], ["kiosk.html", html]]);
}

it("a hostile page in a right manifest reaches neither the player nor what it keeps, and leads nowhere", async () => {
  host = await startHost(clients);
  const evil = `${host.url}evil`;
  // What it could do it says as the name of its slide; at last it goes elsewhere itself.
  const hostile = `<!doctype html><script>
    const tries = {
      parent: () => parent.document.body, top: () => { top.location.href = "${evil}"; }, storage: () => localStorage.length, kept: () => caches.open("luduan-editions"),
      popup: () => { if (open("${evil}") === null) throw 0; }, worker: () => navigator.serviceWorker.register("${evil}.js"), read: () => fetch("${new URL("../manifest.json", host.url).href}"),
    };
    (async () => {
      const could = [];
      for (const [name, attempt] of Object.entries(tries)) try { await attempt(); could.push(name); } catch {}
      setInterval(() => parent.postMessage({ luduan: "loop", slide: "could: " + could, rounds: 0, ends: Date.now() + 1e6, closed: false, paused: false }, "*"), 100);
      setTimeout(() => (location.href = "${evil}"), 1000);
    })();
  </script>`;
  const asked: string[] = [];
  host.spoil = (path) => (asked.push(path), false);
  host.publish(withPage(first(), hostile));
  const { page } = await shared.open();
  await page.goto(host.url);
  const told = await host.waitFor((event) => event.event === "shown");
  await host.waitFor((event) => event.event === "reloaded");
  expect([told, page.url()]).toMatchObject([{ slide: "could: " }, host.url]);
  expect(asked.filter((path) => path.includes("evil"))).toEqual([]);
});

it("refuses a page that never starts", async () => {
  const page = await openPlayer();
  const dead = makeEdition(clients, "dead", DAY2, undefined, {});
  host.publish(withPage(dead, String(dead.get("kiosk.html")).replace(/<script>[\s\S]*<\/script>/, "")));
  expect(await host.waitFor((event) => event.event === "refused")).toMatchObject({ reason: "dead" });
  await untilTurned(page);
  expect(await shownEdition(page)).toBe("first");
  host.publish(makeEdition(clients, "third", DAY3));
  await untilShown(page, "third");
});

it.each([
  ["before the manifest", "manifest.json", 0],
  ["within the manifest", "manifest.json", 40],
  ["before the page", "kiosk.html", 0],
  ["within the page", "kiosk.html", 4000],
] as const)("plays on when the network is cut %s, and takes the edition when it is back", async (_when, file, bytes) => {
  const page = await openPlayer();
  host.spoil = (path, response) => {
    if (!path.endsWith(file)) return false;
    cutAfter(bytes, host.files.get(path)!, response);
    return true;
  };
  host.publish(makeEdition(clients, "second", DAY2));
  await host.waitFor((event) => event.event === "unreachable");
  await untilTurned(page);
  expect(await shownEdition(page)).toBe("first");
  host.spoil = null;
  await untilShown(page, "second");
  await host.waitFor((event) => event.event === "reachable");
});

it("plays on when the server is gone, starts without it, and takes the next edition when it is back", async () => {
  const page = await openPlayer();
  await page.waitForFunction(async () => (await (await caches.open("luduan-editions")).keys()).length === 2 && (await navigator.serviceWorker.ready).active?.state === "activated");
  await host.stop();
  await page.reload();
  await untilShown(page, "first");
  await host.start();
  host.publish(makeEdition(clients, "second", DAY2));
  await untilShown(page, "second");
  await host.waitFor((event) => event.event === "edition" && event.from === "kept");
});

it("starts from the server where what was kept is damaged", async () => {
  const page = await openPlayer();
  await page.waitForFunction(async () => (await (await caches.open("luduan-editions")).keys()).length === 2);
  await page.evaluate(async () => {
    const cache = await caches.open("luduan-editions");
    for (const { url } of await cache.keys()) if (url.includes("kiosk.html")) await cache.put(url, new Response("<p>half"));
  });
  await page.reload();
  await untilShown(page, "first");
  expect(await page.$eval("iframe", (frame) => frame.src.startsWith("blob:"))).toBe(true);
});

it("plays on where the disk is full, and tells that nothing is kept", async () => {
  host = await startHost(clients);
  host.publish(first());
  const { page } = await shared.open();
  const session = await page.createCDPSession();
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(host.url).origin, quotaSize: 1000 });
  await page.goto(host.url);
  await untilShown(page, "first");
  await host.waitFor((event) => event.event === "not-kept");
  await untilTurned(page);
});

it("loads a loop that has lost its timers again", async () => {
  const page = await openPlayer();
  const frame = await (await page.$("iframe.up"))?.contentFrame();
  await frame?.evaluate(() => {
    for (let timer = 0; timer < 100_000; timer += 1) clearTimeout(timer);
  });
  await host.waitFor((event) => event.event === "reloaded");
  const told = host.events.length;
  await host.waitFor((event) => event.event === "shown" && host.events.indexOf(event) >= told);
  expect(await shownEdition(page)).toBe("first");
});

it("plays the decks of a list in turn, each from its first slide to its last", async () => {
  host = await startHost(clients, [{ base: "../a/", hours: null }, { base: "../b/", hours: null }, { base: "../missing/", hours: null }]);
  host.publish(makeEdition(clients, "first", DAY1, undefined, CALM), "/a/");
  host.publish(makeEdition(clients, "second", DAY1, "fedcba9876543210", CALM), "/b/");
  const { page } = await shared.open();
  await page.goto(host.url);
  const shown = (): string => host.events.flatMap((event) => (event.event === "shown" ? [`${event.deck}${event.slide.slice(0, 2)}`] : [])).join(" ");
  await host.waitFor(() => (shown().match(/0cl 1co/g)?.length ?? 0) >= 2);
  expect(shown()).toMatch(/1co( 1\w\w)* 1cl 0co/);
});

it("goes on in a fresh frame after many changes, with a loop on top in every picture and nothing left behind", async () => {
  host = await startHost(clients, undefined, 12);
  host.publish(first());
  const { page } = await shared.open();
  await page.goto(host.url);
  await untilShown(page, "first");
  const cover = await watchCover(page);
  for (let count = 0; count < 5; count += 1) {
    const old = await page.waitForSelector("iframe.up:not(.old)");
    await page.waitForFunction((frame) => !frame!.isConnected, {}, old);
    await old!.dispose();
  }
  expect((await cover()).bare).toBe(0);
  expect(await page.evaluate(() => document.querySelectorAll("iframe").length)).toBeLessThan(3);
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  expect((await page.metrics()).Documents).toBeLessThan(8);
  expect([...new Set(host.events.map(({ event }) => event))].toSorted()).toEqual(["edition", "shown"]);
  // The slide at which the frames change places is told once.
  const shown = host.events.flatMap((event) => (event.event === "shown" ? [event.slide] : []));
  expect(shown.filter((slide, at) => slide === shown[at - 1])).toEqual([]);
});

const HOUR = 3_600_000;

it("goes on when the clock jumps, back by hours and on by a year, again and again, and takes the next edition", async () => {
  const start = Date.now();
  // In all frames at once: each three seconds by the real clock they read another time.
  const page = await openPlayer(first(), `{
    const Real = Date;
    const now = () => Real.now() + [0, ${-3 * HOUR}, ${9000 * HOUR}][Math.floor(Real.now() / 3000) % 3];
    window.Date = class extends Real { constructor(...parts) { parts.length === 0 ? super(now()) : super(...parts); } static now() { return now(); } };
  }`);
  const shownAt = async (from: number, to: number): Promise<void> => {
    const slides = new Set<string>();
    await host.waitFor((event) => event.event === "shown" && event.at > start + from * HOUR && event.at < start + to * HOUR && slides.add(event.slide).size > 2);
  };
  await shownAt(-4, -2);
  await shownAt(8000, 9999);
  host.publish(makeEdition(clients, "second", DAY2));
  await untilShown(page, "second");
  expect(host.events.filter(({ event }) => event === "reloaded")).toEqual([]);
});

it("plays the deck of the hour in the zone that the machine has now", async () => {
  const minute = new Date().getUTCHours() * 60 + new Date().getUTCMinutes();
  /** Four hours around now, so many hours east. */
  const around = (east: number): [number, number] => {
    const from = (minute + (east - 2) * 60 + 1440) % 1440;
    return [from, from + 240];
  };
  host = await startHost(clients, [{ base: "../a/", hours: [around(8)] }, { base: "../b/", hours: [around(-4)] }]);
  host.publish(first(), "/a/");
  host.publish(makeEdition(clients, "second", DAY1, "fedcba9876543210"), "/b/");
  const { page } = await shared.open();
  await page.emulateTimezone("Asia/Shanghai");
  await page.goto(host.url);
  await untilShown(page, "first");
  await page.emulateTimezone("America/La_Paz");
  await untilShown(page, "second");
  await page.emulateTimezone("Asia/Shanghai");
  await untilShown(page, "first");
});

it("goes on after the machine slept, without loading a loop again that was not silent", async () => {
  const page = await openPlayer();
  await untilTurned(page);
  const group = -shared.browser().process()!.pid!;
  process.kill(group, "SIGSTOP");
  // Longer than the silence after which a loop counts as hung.
  await new Promise((done) => setTimeout(done, 4000));
  const slept = Date.now();
  process.kill(group, "SIGCONT");
  const slides = new Set<string>();
  await host.waitFor((event) => event.event === "shown" && event.at >= slept && slides.add(event.slide).size > 2);
  expect(host.events.filter(({ event }) => event === "reloaded")).toEqual([]);
  expect(await shownEdition(page)).toBe("first");
});

it("survives a storm of fingers, plays on a minute after it, and takes the edition that came meanwhile", async () => {
  host = await startHost(clients);
  host.publish(first());
  const { page, complaints } = await shared.open();
  await page.setViewport({ width: 960, height: 540, hasTouch: true });
  await page.evaluateOnNewDocument("{ const now = performance.now.bind(performance); performance.now = () => now() + (window.later ?? 0); }");
  await page.goto(host.url);
  await untilShown(page, "first");
  host.publish(makeEdition(clients, "second", DAY2));
  // All over the screen, the keys at its foot included, with fingers that stay down and slide.
  for (let count = 0; count < 120; count += 1) {
    const [x, y] = [(count * 379) % 960, (count * 211) % 540];
    if (count % 5 !== 0) await page.touchscreen.tap(x, y);
    else {
      const finger = await page.touchscreen.touchStart(x, y);
      await finger.move((x + 400) % 960, y);
      await finger.end();
    }
  }
  const frame = await (await page.$("iframe.up:not(.old)"))!.contentFrame();
  await page.touchscreen.tap(480, 100);
  await frame.waitForSelector(".kiosk-bar");
  await frame.evaluate("window.later = 61_000");
  await untilShown(page, "second");
  await untilTurned(page);
  // The browser counts an answer without a body among failed requests.
  expect([page.url(), complaints.filter((text) => text !== `failed: ${new URL("../report", host.url).href}`)]).toEqual([host.url, []]);
});
