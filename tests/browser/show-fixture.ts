/** A small built deck on stage, as `luduan present` serves it, with phones. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket } from "ws";
import { findBuild } from "../../src/serve/find-build.ts";
import { serveShow, type ServedShow, type ShowOptions } from "../../src/serve/present.ts";
import { createWorld } from "../../src/world/node-world.ts";
import { bundleClient, singlePage, type FixtureOptions } from "./fixture.ts";
import { HOME } from "../support/project.ts";

export const world = createWorld({ home: HOME });

/** A folder that holds a built deck with notes. */
export async function buildFolder(options: Partial<FixtureOptions> = {}): Promise<{ readonly dir: string; readonly remove: () => void }> {
  const dir = mkdtempSync(join(tmpdir(), "luduan-show-"));
  mkdirSync(join(dir, "dist"));
  writeFileSync(join(dir, "dist/工作报告.html"), singlePage(await bundleClient("deck"), { notes: true, ...options }));
  writeFileSync(join(dir, "dist/manifest.json"), JSON.stringify({ generator: "luduan", outputs: { "工作报告.html": "0" } }));
  return { dir, remove: () => rmSync(dir, { recursive: true }) };
}

export async function serveFolder(dir: string, options: Partial<ShowOptions> = {}): Promise<ServedShow> {
  const build = await findBuild(dir, world);
  if (build === null) throw new Error(`${dir} is no build`);
  return serveShow({ build, world, port: 0, phones: { tls: null }, lang: "zh-CN", ...options });
}

/** Where phones of this machine find the show; `pin` comes with the address, as a QR code has it. */
export function phoneAddress({ phones }: ServedShow, pin = phones?.pin ?? ""): string {
  return `http://127.0.0.1:${phones?.port}/${pin === "" ? "" : `#${pin}`}`;
}

/** A socket that no page of ours opens. */
export interface Stranger {
  readonly socket: WebSocket;
  /** What was heard, as parsed JSON, beats left out. */
  readonly heard: { readonly type: string; readonly [name: string]: unknown }[];
  readonly closed: Promise<number>;
  /** Resolves when something of this type has been heard. */
  readonly hears: (type: string) => Promise<void>;
}

/** Opens a socket; rejects with the status of the refusal. */
export function openStranger(port: number, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Stranger> {
  const host = `127.0.0.1:${port}`;
  const socket = new WebSocket(`ws://${host}${path}`, { headers: { host, origin: `http://${host}`, ...headers } });
  const heard: Stranger["heard"] = [];
  const waiting = new Map<string, () => void>();
  const closed = new Promise<number>((done) => socket.on("close", done));
  socket.on("message", (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Stranger["heard"][number];
    if (message.type === "beat") return;
    heard.push(message);
    waiting.get(message.type)?.();
  });
  const hears = (type: string): Promise<void> => (heard.some((message) => message.type === type) ? Promise.resolve() : new Promise((done) => waiting.set(type, done)));
  return new Promise((done, fail) => {
    socket.on("unexpected-response", (_, response) => fail(new Error(String(response.statusCode))));
    socket.on("error", fail);
    socket.on("open", () => {
      socket.off("error", fail).on("error", () => undefined);
      done({ socket, heard, closed, hears });
    });
  });
}
