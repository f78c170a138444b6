/** A desk over a small project, for one test file. */
import { request } from "node:http";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDesk, type Desk } from "../../src/open-desk.ts";
import { createWorld } from "../../src/world/node-world.ts";
import type { World } from "../../src/world/world.ts";
import { writeProject } from "../cli/luduan.ts";
import { HOME } from "../support/project.ts";

export interface DeskRoom {
  readonly dir: string;
  /** Its address, with the key. */
  readonly url: () => string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** With `begin` it starts without a project, and the folder around it is the user's own. */
export function createDeskRoom(files: Readonly<Record<string, string | Uint8Array | null>> = {}, begin = false): DeskRoom {
  const root = mkdtempSync(join(tmpdir(), "luduan 工作台 "));
  const dir = writeProject(join(root, "报告"), files);
  const memory = join(root, "memory");
  mkdirSync(memory);
  let world: World | null = null;
  let desk: Desk | null = null;
  const stop = async (): Promise<void> => {
    await desk?.close();
    await world?.close();
    desk = null;
  };
  return {
    dir,
    url: () => desk?.url ?? "",
    stop,
    start: async () => {
      world = createWorld({ home: HOME });
      desk = await startDesk({ dir: begin ? root : dir, named: !begin, home: HOME, user: root, memory, port: 0, lang: "zh", world });
    },
    remove: async () => {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** A request exactly as written: `fetch` would tidy it up. */
export function ask(url: string, { path, method = "GET", headers = {}, body }: { readonly path?: string; readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {}): Promise<Answer> {
  const { hostname, port, pathname, search } = new URL(url);
  return new Promise((done, fail) => {
    const sent = request({ hostname, port, path: path ?? pathname + search, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on("error", fail);
    sent.end(body);
  });
}

/** What the desk's page does: JSON there and back. */
export async function post<Result>(url: string, address: string, body: unknown): Promise<Result> {
  const answer = await ask(`${url}${address}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return JSON.parse(answer.body) as Result;
}
