/** A screen of one test: a folder with builds, a browser that a test can look into, the log, and the health. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Browser, type Page } from "puppeteer";
import { KIOSK_TIMES, startKiosk, type Health, type Kiosk, type KioskOptions } from "../../src/serve/kiosk/kiosk.ts";
import { findBrowser } from "../../src/world/find-browser.mjs";
import { createWorld } from "../../src/world/node-world.ts";
import type { Clients } from "../browser/player-host.ts";

/** Short, so that faults are seen in seconds; long enough for a busy machine. */
export const QUICK = { ...KIOSK_TIMES, every: 200, start: 45_000, silence: 6000, grace: 500, pause: 100, longest: 400 };

export interface Line {
  readonly time: string;
  readonly event: string;
  readonly [name: string]: unknown;
}

export interface KioskRoom {
  readonly dir: string;
  readonly source: string;
  readonly keep: string;
  /** Environment in which the browser lets itself be looked into. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly publish: (edition: ReadonlyMap<string, string | Buffer>, folder?: string) => void;
  readonly start: (options?: Partial<KioskOptions>) => Promise<Kiosk>;
  readonly log: () => readonly Line[];
  /** Waits for a line of the log after the first `from` ones. */
  readonly line: (wanted: (line: Line) => boolean, from?: number) => Promise<Line>;
  readonly pid: () => number;
  readonly look: () => Promise<{ browser: Browser; page: Page }>;
  readonly end: () => Promise<void>;
}

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 50));

export function makeKioskRoom(clients: Clients): KioskRoom {
  const dir = mkdtempSync(join(tmpdir(), "luduan 大厅 "));
  const [source, keep, browserFile] = [join(dir, "dist"), join(dir, "keep"), join(dir, "browser")];
  writeFileSync(browserFile, `#!/bin/sh\nexec "${findBrowser()}" --remote-debugging-port=0 "$@"\n`);
  chmodSync(browserFile, 0o755);
  const environment = { ...process.env, PUPPETEER_EXECUTABLE_PATH: browserFile };
  const world = createWorld({ home: process.cwd() });
  const running: Kiosk[] = [];
  const log = (): readonly Line[] => {
    const file = join(keep, "log/kiosk.jsonl");
    if (!existsSync(file)) return [];
    return readFileSync(file, "utf8").split("\n").slice(0, -1).map((line) => JSON.parse(line) as Line);
  };
  return {
    dir, source, keep, environment, log,
    publish: (edition, folder = source) => {
      mkdirSync(folder, { recursive: true });
      for (const [path, content] of edition) writeFileSync(join(folder, path), content);
    },
    start: async (options = {}) => {
      const kiosk = await startKiosk({ playlist: [{ source, hours: null }], keep, port: 0, window: true, flags: [], lang: "zh", version: "test", scripts: { page: clients.player.script, worker: clients.keeper.script }, environment, times: QUICK, ...options }, world);
      running.push(kiosk);
      return kiosk;
    },
    line: async (wanted, from = 0) => {
      for (;;) {
        const found = log().slice(from).find(wanted);
        if (found !== undefined) return found;
        await pause();
      }
    },
    pid: () => Number(readFileSync(join(keep, "window.json"), "utf8")),
    look: async () => {
      const port = join(keep, "profile/DevToolsActivePort");
      for (;;) {
        try {
          const browser = await connect({ browserURL: `http://127.0.0.1:${readFileSync(port, "utf8").split("\n")[0]}`, defaultViewport: null });
          const page = (await browser.pages()).find((tab) => tab.url().startsWith("http://127.0.0.1"));
          if (page !== undefined) return { browser, page };
          await browser.disconnect();
        } catch {
          // It is starting still.
        }
        await pause();
      }
    },
    end: async () => {
      for (const kiosk of running) await kiosk.stop();
      await world.close();
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** What `/health` says, with its status. */
export async function healthOf(url: string): Promise<{ status: number; health: Health }> {
  const response = await fetch(`${url}health`);
  return { status: response.status, health: (await response.json()) as Health };
}

export async function untilHealth(url: string, wanted: (health: Health) => boolean): Promise<Health> {
  for (;;) {
    const { health } = await healthOf(url);
    if (wanted(health)) return health;
    await pause();
  }
}

/** Processes of a window, by its process group; of one kind (`renderer`), or all of them. */
export function processesOf(group: number, kind: string | null): readonly number[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const [state, , grouped] = (readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1] ?? "").split(" ");
      return Number(grouped) === group && state !== "Z" && (kind === null || readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`--type=${kind}`));
    } catch {
      return false;
    }
  });
}
