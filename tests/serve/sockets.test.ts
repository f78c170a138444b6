/** What strangers in the same network may try with the sockets of a show: each comes to nothing, and the show goes on. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request as secureRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { PHONE_SOCKET, STAGE_SOCKET, type Script } from "../../src/model/remote.ts";
import type { ServedShow } from "../../src/serve/present.ts";
import { buildFolder, openStranger, serveFolder, world, type Stranger } from "../browser/show-fixture.ts";
import { ask } from "./ask.ts";

let folder: Awaited<ReturnType<typeof buildFolder>>;
let show: ServedShow;
let [desk, hall, pin] = [0, 0, ""];
/** A phone that is let in by nobody and says nothing, at a show of its own: it is waited for while the other tests run. */
let silent: { readonly show: ServedShow; readonly left: Promise<number> };
beforeAll(async () => {
  folder = await buildFolder();
  const own = await serveFolder(folder.dir);
  const started = performance.now();
  const phone = await openStranger(own.phones!.port, PHONE_SOCKET);
  silent = { show: own, left: phone.closed.then(() => performance.now() - started) };
});
afterAll(async () => {
  await silent.show.close();
  folder.remove();
  await world.close();
});
beforeEach(async () => {
  show = await serveFolder(folder.dir);
  [desk, hall, pin] = [Number(new URL(show.deck).port), show.phones!.port, show.phones!.pin];
});
afterEach(() => show.close());

const openPhone = (headers = {}): Promise<Stranger> => openStranger(hall, PHONE_SOCKET, headers);
const openWindow = (headers = {}): Promise<Stranger> => openStranger(desk, STAGE_SOCKET, headers);
const say = ({ socket }: Stranger, message: object): void => socket.send(JSON.stringify(message));
const wrongPin = (): string => String((Number(pin) + 1) % 1_000_000).padStart(6, "0");
const STATE = { slide: 1, step: 0, black: false, white: false, run: 0, presses: { next: 0, previous: 0 } };
const SCRIPT: Script = { title: "工作报告", lang: "zh-CN", run: 2, minutes: null, slides: [{ title: "一", steps: 0, notes: ["讲稿"] }, { title: "二", steps: 0, notes: [] }] };
const MOMENT = { type: "state", state: STATE, clock: { elapsed: 3, running: true } };

async function openDeck(): Promise<Stranger> {
  const deck = await openWindow();
  say(deck, { type: "script", script: SCRIPT });
  say(deck, MOMENT);
  return deck;
}

async function enter(): Promise<Stranger> {
  const phone = await openPhone();
  say(phone, { type: "enter", pin });
  await phone.hears("entered");
  return phone;
}

describe("a socket is refused", () => {
  it.each(["http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1:1", "http://localhost.evil.example", ""])("to a page of %j", async (origin) => {
    await expect(openPhone({ origin })).rejects.toThrow("403");
    await expect(openWindow({ origin })).rejects.toThrow("403");
  });

  it("to one that says a name that leads here", async () => {
    for (const host of ["evil.example", `evil.example:${hall}`, "127.0.0.1.evil.example"]) {
      await expect(openPhone({ host, origin: `http://${host}` })).rejects.toThrow("403");
      await expect(openWindow({ host, origin: `http://${host}` })).rejects.toThrow("403");
    }
  });

  it("at every other address, and windows have none in the network", async () => {
    for (const path of ["/", STAGE_SOCKET, `${PHONE_SOCKET}?x`, `${PHONE_SOCKET}/`]) await expect(openStranger(hall, path)).rejects.toThrow("404");
    for (const path of ["/", PHONE_SOCKET]) await expect(openStranger(desk, path)).rejects.toThrow("404");
  });

  it("when there are too many", async () => {
    const many = await Promise.all(Array.from({ length: 32 }, () => openPhone()));
    await expect(openPhone()).rejects.toThrow("503");
    many[0]!.socket.close();
    await many[0]!.closed;
    await openPhone();
  });
});

describe("the network gets a page and nothing of the deck", () => {
  it("has no file of the build and no script of the windows", async () => {
    for (const path of ["/index.html", `/${encodeURIComponent("工作报告.html")}`, "/manifest.json", "/@luduan/bridge.js", "/phone.ts", "/../package.json"]) expect((await ask(hall, path)).status).toBe(404);
    const page = await ask(hall, "/");
    expect(page.body.toString()).not.toContain("工作报告");
    expect(page.headers["content-security-policy"]).toBe(`default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src ws://127.0.0.1:${hall}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
    expect((await ask(hall, "/", { host: "evil.example" })).status).toBe(403);
    expect((await ask(hall, "/phone.js", { "sec-fetch-site": "cross-site", "sec-fetch-dest": "script" })).status).toBe(403);
  });

  it("the deck's page may open one socket and run our script besides its own", async () => {
    const page = await ask(desk, "/");
    expect(page.headers["content-security-policy"]).toMatch(new RegExp(`^default-src 'none'; script-src 'sha256-[^ ;]+' 'self'; style-src 'sha256-[^ ;]+' 'self'; .*frame-ancestors 'none'; connect-src ws://127\\.0\\.0\\.1:${desk}$`));
    expect(page.body.toString()).not.toContain("http-equiv");
    // All else is the built page, byte for byte.
    const built = readFileSync(join(folder.dir, "dist/工作报告.html"), "utf8");
    expect(page.body.toString()).toBe(built.replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">\n?/, "").replace(/<\/body>(?![\s\S]*<\/body>)/, '<link rel="stylesheet" href="/@luduan/bridge.css">\n<script src="/@luduan/bridge.js"></script>\n</body>'));
  });
});

describe("a phone", () => {
  it("hears nothing and moves nothing before its PIN", async () => {
    const deck = await openDeck();
    const phone = await openPhone();
    say(phone, { type: "wish", wish: "next" });
    say(phone, { type: "again", key: "x".repeat(43) });
    await phone.closed;
    expect(phone.heard).toEqual([{ type: "refused", why: "key" }]);
    await enter();
    expect(deck.heard.filter(({ type }) => type === "wish")).toEqual([]);
  });

  it("hears notes and place after it, and its wishes reach the deck alone", async () => {
    const [deck, speaker] = [await openDeck(), await openWindow()];
    const phone = await enter();
    await phone.hears("state");
    expect(phone.heard.slice(1)).toEqual([{ type: "script", script: SCRIPT }, MOMENT]);
    for (const wish of ["next", "previous", "black"]) say(phone, { type: "wish", wish });
    await expect.poll(() => deck.heard.filter(({ type }) => type === "wish")).toEqual([{ type: "wish", wish: "next" }, { type: "wish", wish: "previous" }, { type: "wish", wish: "black" }]);
    expect(speaker.heard.filter(({ type }) => type === "wish")).toEqual([]);
  });

  it("comes back with its key", async () => {
    const phone = await enter();
    const { key } = phone.heard[0]!;
    phone.socket.close();
    const again = await openPhone();
    say(again, { type: "again", key });
    await again.hears("entered");
  });

  it("ten wrong PINs lock the door for all who are not in", async () => {
    const speaker = await openWindow();
    const inside = await enter();
    const { key } = inside.heard[0]!;
    for (let tries = 1; tries <= 10; tries += 1) {
      const guess = await openPhone();
      say(guess, { type: "enter", pin: wrongPin() });
      await guess.closed;
      expect(guess.heard).toEqual([{ type: "refused", why: tries < 10 ? "pin" : "locked" }]);
    }
    const right = await openPhone();
    say(right, { type: "enter", pin });
    await right.closed;
    expect(right.heard).toEqual([{ type: "refused", why: "locked" }]);
    await expect.poll(() => speaker.heard.at(-1)).toMatchObject({ type: "invitation", invitation: { locked: true, phones: 1 } });
    // Whoever was in goes on, after a lost connection as well.
    inside.socket.close();
    const back = await openPhone();
    say(back, { type: "again", key });
    await back.hears("entered");
  });

  it("has a PIN that ends with the program", async () => {
    const other = await serveFolder(folder.dir);
    const key = (await enter()).heard[0]!["key"];
    const phone = await openStranger(other.phones!.port, PHONE_SOCKET);
    say(phone, { type: "again", key });
    await phone.closed;
    expect(phone.heard).toEqual([{ type: "refused", why: "key" }]);
    await other.close();
  });
});

describe("odd messages are dropped", () => {
  const ODD = ["", "{", "null", "7", "[]", '"next"', '{"type":"wish"}', '{"type":"wish","wish":"reload"}', '{"type":"wish","wish":{"type":"next"}}', '{"type":"go","slide":3}', '{"type":"state"}', '{"type":"enter","pin":123456}', '{"type":"__proto__"}', '{"type":"script","script":{"slides":7}}', "\u0000"];

  it("of phones that are in, as text and as bytes", async () => {
    const deck = await openDeck();
    const phone = await enter();
    for (const text of ODD) phone.socket.send(text);
    phone.socket.send(Buffer.from('{"type":"wish","wish":"next"}'), { binary: true });
    say(phone, { type: "wish", wish: "black" });
    await deck.hears("wish");
    expect(deck.heard.filter(({ type }) => type === "wish")).toEqual([{ type: "wish", wish: "black" }]);
  });

  it("of windows", async () => {
    const deck = await openDeck();
    const phone = await enter();
    for (const text of ODD) deck.socket.send(text);
    say(deck, { type: "state", state: { slide: "x" }, clock: {} });
    say(deck, { ...MOMENT, state: { ...STATE, slide: 0 } });
    await expect.poll(() => phone.heard.at(-1)).toMatchObject({ state: { slide: 0 } });
    expect(phone.heard.filter(({ type }) => type === "state")).toHaveLength(2);
  });

  it("a message that is too large ends its socket, and no other", async () => {
    const other = await enter();
    const phone = await enter();
    phone.socket.send("x".repeat(5000));
    expect(await phone.closed).toBe(1009);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
  });

  it("a flood is held back and cut off; others are heard meanwhile", async () => {
    const deck = await openDeck();
    const other = await enter();
    const phone = await enter();
    for (let count = 0; count < 2000; count += 1) say(phone, { type: "wish", wish: "next" });
    await phone.closed;
    const passed = deck.heard.filter(({ type }) => type === "wish").length;
    expect(passed).toBeLessThanOrEqual(90);
    say(other, { type: "wish", wish: "black" });
    await expect.poll(() => deck.heard.at(-1)).toEqual({ type: "wish", wish: "black" });
  });
});

describe("with a certificate", () => {
  const dir = mkdtempSync(join(tmpdir(), "luduan-cert-"));
  afterAll(() => rmSync(dir, { recursive: true }));

  it("phones come by https, under the names in it alone", async () => {
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", join(dir, "key.pem"), "-out", join(dir, "cert.pem"), "-days", "2", "-subj", "/CN=stage.example", "-addext", "subjectAltName=DNS:stage.example,DNS:*.example"], { stdio: "ignore" });
    const tls = { cert: readFileSync(join(dir, "cert.pem")), key: readFileSync(join(dir, "key.pem")) };
    const secure = await serveFolder(folder.dir, { phones: { tls } });
    const port = secure.phones!.port;
    expect(secure.phones!.ways().map(({ address }) => address)).toEqual([`https://stage.example:${port}/#${secure.phones!.pin}`]);
    const status = (host: string): Promise<number> => new Promise((done, fail) => {
      secureRequest({ host: "127.0.0.1", port, path: "/", headers: { host }, ca: tls.cert, servername: "stage.example" }, (response) => done(response.resume().statusCode ?? 0)).on("error", fail).end();
    });
    expect([await status(`stage.example:${port}`), await status(`evil.example:${port}`), await status(`x.example:${port}`)]).toEqual([200, 403, 403]);
    const agent = new Agent({ ca: tls.cert, servername: "stage.example" });
    const open = (origin: string): Promise<boolean> => new Promise((done) => {
      const socket = new WebSocket(`wss://127.0.0.1:${port}${PHONE_SOCKET}`, [], { agent, headers: { host: `stage.example:${port}`, origin } });
      socket.on("open", () => done(true)).on("error", () => done(false));
    });
    expect([await open(`https://stage.example:${port}`), await open(`http://stage.example:${port}`)]).toEqual([true, false]);
    await secure.close();
  });
});

it("a phone that does not come in is asked to leave", { timeout: 20_000 }, async () => {
  expect(await silent.left).toBeGreaterThan(9000);
});
