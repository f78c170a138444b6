/** A web server with editions of a loop that a test publishes, spoils and takes away, and the player's page on top. */
import { createHash } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer";
import { readPlayerReport, type PlayedDeck, type PlayerEvent } from "../../src/model/player.ts";
import { renderPlayer, WORN } from "../../src/web/kiosk-shell.ts";
import { bundleClient, kioskPage, type Client, type FixtureOptions } from "./fixture.ts";

export const DECK = "0123456789abcdef";
const sha256 = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");

export interface Clients {
  readonly kiosk: Client;
  readonly player: Client;
  readonly keeper: Client;
}

export async function bundleClients(): Promise<Clients> {
  const [kiosk, player, keeper] = await Promise.all([bundleClient("kiosk"), bundleClient("player"), bundleClient("keeper")]);
  return { kiosk, player, keeper };
}

/** A build by path below its folder; `name` is in its page, so that a test sees which one plays. */
export function makeEdition(clients: Clients, name: string, built: string, deck = DECK, options: Partial<FixtureOptions> = {}): Map<string, string | Buffer> {
  const page = kioskPage(clients.kiosk, { notes: false, seconds: 0.15, ...options }).replace("<body", `<body data-edition="${name}"`);
  const manifest = { generator: "luduan", deck, built, outputs: { "kiosk.html": sha256(page) } };
  return new Map([["manifest.json", JSON.stringify(manifest)], ["kiosk.html", page]]);
}

export interface Host {
  readonly url: string;
  /** Files by path; a test changes them while the server runs. */
  readonly files: Map<string, string | Buffer>;
  readonly events: PlayerEvent[];
  /** Answers instead of the file: destroys the connection, say. */
  spoil: ((path: string, response: ServerResponse) => boolean) | null;
  readonly publish: (edition: ReadonlyMap<string, string | Buffer>, base?: string) => void;
  readonly waitFor: (wanted: (event: PlayerEvent) => boolean) => Promise<PlayerEvent>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { html: "text/html", js: "text/javascript", json: "application/json" };

export async function startHost(clients: Clients, decks: readonly PlayedDeck[] = [{ base: "../", hours: null }], worn = WORN): Promise<Host> {
  const page = renderPlayer("zh-CN", "政府工作报告", clients.player.script, { decks, report: "../report", every: 150, silence: 2500, worn });
  const files = new Map<string, string | Buffer>([["/kiosk/", page], ["/kiosk/worker.js", clients.keeper.script]]);
  const waiting = new Set<() => void>();
  let server: Server;
  let port = 0;
  const start = async (): Promise<void> => {
    server = createServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://localhost").pathname;
      if (path === "/report") {
        let text = "";
        request.on("data", (chunk) => (text += chunk)).on("end", () => {
          host.events.push(...(readPlayerReport(JSON.parse(text))?.events ?? []));
          for (const look of waiting) look();
          response.writeHead(204).end();
        });
        return;
      }
      if (host.spoil?.(path, response) === true) return;
      const content = files.get(path);
      response.writeHead(content === undefined ? 404 : 200, { "content-type": TYPES[path.split(".").pop() ?? ""] ?? "text/html" });
      response.end(content ?? "");
    });
    await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
    port = (server.address() as AddressInfo).port;
  };
  const host: Host = {
    get url() {
      return `http://127.0.0.1:${port}/kiosk/`;
    },
    files,
    events: [],
    spoil: null,
    publish: (edition, base = "/") => {
      for (const [path, content] of edition) files.set(base + path, content);
    },
    waitFor: (wanted) =>
      new Promise((done) => {
        const look = (): void => {
          const found = host.events.find(wanted);
          if (found === undefined) return;
          waiting.delete(look);
          done(found);
        };
        waiting.add(look);
        look();
      }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    start,
  };
  await start();
  return host;
}

/** Sends the head and so many bytes of a file, 0: nothing at all; then the line is dead. */
export function cutAfter(bytes: number, file: string | Buffer, response: ServerResponse): void {
  if (bytes === 0) return void response.destroy();
  const content = Buffer.from(file);
  response.writeHead(200, { "content-length": content.length });
  response.write(content.subarray(0, bytes), () => response.destroy());
}

/** The name of the edition that is on top. */
export async function shownEdition(page: Page): Promise<string | null> {
  const node = await page.$("iframe.up:not(.old)");
  const frame = (await node?.contentFrame()) ?? null;
  return ((await frame?.evaluate(`document.querySelector(".slides > .present") === null ? null : document.body.dataset.edition ?? null`).catch(() => null)) ?? null) as string | null;
}

/** Waits until this edition shows a slide on top. */
export async function untilShown(page: Page, name: string): Promise<void> {
  for (;;) {
    if ((await shownEdition(page)) === name) return;
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }
}
