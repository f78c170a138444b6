/** The player around a loop: it takes new editions whole, refuses all others, and goes on without network and server. */
import { afterEach, beforeAll, expect, it } from "vitest";
import type { Page } from "puppeteer";
import { bundleClients, makeEdition, shownEdition, startHost, untilShown, type Clients, type Host } from "./player-host.ts";
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

async function openPlayer(edition = first()): Promise<Page> {
  host = await startHost(clients);
  host.publish(edition);
  const { page } = await shared.open();
  await page.goto(host.url);
  await untilShown(page, "first");
  return page;
}

/** Waits for the loop to show another slide: the screen plays. */
async function untilTurned(): Promise<void> {
  const seen = host.events.length;
  await host.waitFor((event) => event.event === "shown" && host.events.indexOf(event) >= seen);
}

it("takes a new edition at the end of a round, with a loop on top in every picture", async () => {
  const page = await openPlayer(makeEdition(clients, "first", DAY1, undefined, CALM));
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
  host.publish(makeEdition(clients, "second", DAY2, undefined, CALM));
  await untilShown(page, "second");
  await page.waitForFunction(() => document.querySelectorAll("iframe").length === 1);
  expect(await page.evaluate(() => (window as unknown as { bare: number }).bare)).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { pictures: number }).pictures)).toBeGreaterThan(3);
  await host.waitFor((event) => event.event === "edition" && event.from === "fetched");
  await untilTurned();
  const shown = host.events.filter((event) => event.event === "shown");
  // The round of the old edition ends with its last slide before the new one begins.
  const builds = [...new Set(shown.map((event) => (event as { build: string }).build))];
  expect(builds).toHaveLength(2);
  const last = shown.filter((event) => (event as { build: string }).build === builds[0]).at(-1) as { slide: string };
  expect(last.slide).toBe("closing");
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
  await untilTurned();
  expect(await shownEdition(page)).toBe("first");
  // Told once, not at every look.
  expect(host.events.filter((event) => event.event === "refused")).toHaveLength(1);
  host.publish(makeEdition(clients, "third", DAY3));
  await untilShown(page, "third");
});

it("refuses a page that never starts", async () => {
  const page = await openPlayer();
  const dead = makeEdition(clients, "dead", DAY2, undefined, {});
  const html = String(dead.get("kiosk.html")).replace(/<script>[\s\S]*<\/script>/, "");
  const { createHash } = await import("node:crypto");
  host.publish(new Map([["manifest.json", JSON.stringify({ ...manifestOf(dead), outputs: { "kiosk.html": createHash("sha256").update(html).digest("hex") } })], ["kiosk.html", html]]));
  expect(await host.waitFor((event) => event.event === "refused")).toMatchObject({ reason: "dead" });
  await untilTurned();
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
    if (bytes === 0) response.destroy();
    else {
      const content = Buffer.from(host.files.get(path) ?? "");
      response.writeHead(200, { "content-length": content.length });
      response.write(content.subarray(0, bytes), () => response.destroy());
    }
    return true;
  };
  host.publish(makeEdition(clients, "second", DAY2));
  await host.waitFor((event) => event.event === "unreachable");
  await untilTurned();
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
  await untilTurned();
  expect(host.events.some((event) => event.event === "edition" && event.from === "kept")).toBe(true);
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
  await untilTurned();
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
