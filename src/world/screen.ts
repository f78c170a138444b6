/** What a screen needs of its machine: a full-screen browser, a log that never fills the disk, and editions from a web server. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { appendFile, mkdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isAbsent } from "./failure.ts";
import { findBrowsers, isHeadlessShell } from "./find-browser.mjs";
import { WorldError } from "./world.ts";

/** A browser has this long to end by itself, and its processes as long to go once they are killed, in milliseconds. */
const END_TIME = 3000;
/** Between two looks at processes that are ending, in milliseconds. */
const LOOK = 20;
/** A server that sends nothing for so long is given up, in milliseconds. */
const PATIENCE = 20_000;

/** A window that fills the screen. */
export interface ScreenWindow {
  readonly pid: number;
  /** Resolves when its process has ended. */
  readonly ended: Promise<void>;
  /** Resolves when none of its processes is left, after two `END_TIME` at the latest. */
  readonly end: () => Promise<void>;
}

export interface OpenWindow {
  readonly address: string;
  /** Folder of the browser's own profile. */
  readonly profile: string;
  /** Flags besides ours. */
  readonly flags: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens a browser that shows nothing but the page: no first run, bubble after a crash, translation, update, password or gesture. It is a process group
 * of its own, so that it plays on when this process is killed. Throws a WorldError if there is no browser.
 */
export function openWindow({ address, profile, flags, environment }: OpenWindow): ScreenWindow {
  const path = findScreenBrowser(environment);
  const child = spawn(path, [...windowFlags(profile), ...flags, address], { detached: true, stdio: "ignore", env: { ...environment } });
  const ended = new Promise<void>((done) => {
    child.once("exit", () => done());
    child.once("error", () => done());
  });
  child.unref();
  return windowOf(child.pid ?? 0, ended);
}

/** A browser that shows pages; a headless shell only if it is named. Throws a WorldError if there is none. */
export function findScreenBrowser(environment: OpenWindow["environment"]): string {
  const found = findBrowsers(environment);
  const named = environment["PUPPETEER_EXECUTABLE_PATH"];
  const path = found.find((browser) => browser === named || !isHeadlessShell(browser));
  if (path === undefined) throw new WorldError("missing-browser", "", "");
  return path;
}

/** The window that an earlier run of this command opened, if it is there still (Linux). */
export function findWindow(pid: number, profile: string): ScreenWindow | null {
  if (!isOurs(pid, profile)) return null;
  const watch = async (): Promise<void> => {
    while (isOurs(pid, profile)) await wait(500);
  };
  return windowOf(pid, watch());
}

function isOurs(pid: number, profile: string): boolean {
  try {
    return pid > 1 && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(profileFlag(profile));
  } catch {
    return false;
  }
}

function windowOf(pid: number, ended: Promise<void>): ScreenWindow {
  return {
    pid,
    ended,
    end: async () => {
      if (pid === 0) return;
      signal(pid, "SIGTERM");
      await Promise.race([ended, wait(END_TIME)]);
      // Its renderers too: one that hangs does not end by itself, and on a busy machine they outlive their browser by a moment.
      const late = performance.now() + END_TIME;
      while (signal(pid, "SIGKILL") && isAlive(pid) && performance.now() < late) await wait(LOOK);
    },
  };
}

/** Signals all processes of a window; false if there is none. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(process.platform === "win32" ? pid : -pid, name);
  } catch {
    return false;
  }
}

/** Whether a group has a process that runs: one that has ended keeps its number until its parent has heard of it, for ever in a container without an init. */
function isAlive(group: number): boolean {
  if (process.platform !== "linux") return true;
  return readdirSync("/proc").some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const [state, , grouped] = (readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1) ?? "").split(" ");
      return Number(grouped) === group && state !== "Z";
    } catch {
      return false;
    }
  });
}

const profileFlag = (profile: string): string => `--user-data-dir=${profile}`;

function windowFlags(profile: string): string[] {
  const flags = [
    profileFlag(profile),
    "--kiosk",
    "--no-first-run",
    "--no-default-browser-check",
    "--noerrdialogs",
    "--disable-infobars",
    "--disable-session-crashed-bubble",
    "--hide-crash-restore-bubble",
    "--disable-features=Translate,TranslateUI,MediaRouter,OptimizationGuideModelDownloading,OverscrollHistoryNavigation",
    "--simulate-outdated-no-au=Tue, 31 Dec 2099 23:59:59 GMT",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-extensions",
    "--disable-pinch",
    "--overscroll-history-navigation=0",
    "--password-store=basic",
    "--ozone-platform-hint=auto",
    "--no-pings",
    // The window shows what this machine serves and asks for nothing else.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ];
  // Chromium does not allow root to use its sandbox; everyone else keeps it.
  return process.getuid?.() === 0 ? [...flags, "--no-sandbox"] : flags;
}

/** Lines in a file; full files are kept under numbers. */
export interface LineLog {
  /** False if the disk takes nothing; the line is then lost, and the next one is tried again. */
  readonly add: (line: string) => Promise<boolean>;
}

/** `most` bytes for each file, and `files` of them: never more than their product. */
export function openLog(path: string, most: number, files: number): LineLog {
  let size = -1;
  const write = async (line: string): Promise<boolean> => {
    try {
      if (size < 0) {
        await mkdir(dirname(path), { recursive: true });
        size = await sizeOf(path);
      }
      if (size > 0 && size + line.length > most) {
        await turnOver(path, files);
        size = 0;
      }
      // A line that was cut by a full disk ends before the next begins.
      await appendFile(path, `${line}\n`);
      size += Buffer.byteLength(line) + 1;
      return true;
    } catch {
      size = -1;
      return false;
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    add: (line) => {
      const next = last.then(() => write(line));
      last = next;
      return next;
    },
  };
}

async function turnOver(path: string, files: number): Promise<void> {
  const numbered = (number: number): string => (number === 0 ? path : join(dirname(path), `${basename(path)}.${number}`));
  await rm(numbered(files - 1), { force: true });
  for (let number = files - 2; number >= 0; number -= 1) {
    await rename(numbered(number), numbered(number + 1)).catch((failure: unknown) => {
      if (!isAbsent(failure)) throw failure;
    });
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (failure) {
    if (isAbsent(failure)) return 0;
    throw failure;
  }
}

/** Bytes of an address, of `most` at most. */
export async function download(address: string, most: number, hear: (modified: number) => void = () => undefined): Promise<Uint8Array | "missing" | "too-large" | "unreachable"> {
  const given = new AbortController();
  let late = setTimeout(() => given.abort(), PATIENCE);
  try {
    const response = await fetch(address, { redirect: "error", signal: given.signal, headers: { "cache-control": "no-cache" } });
    if (response.status === 404 || response.status === 410) return "missing";
    if (!response.ok || response.body === null) return "unreachable";
    const modified = Date.parse(response.headers.get("last-modified") ?? "");
    if (!Number.isNaN(modified)) hear(modified);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > most) return "too-large";
      chunks.push(chunk);
      clearTimeout(late);
      late = setTimeout(() => given.abort(), PATIENCE);
    }
    return Buffer.concat(chunks);
  } catch {
    return "unreachable";
  } finally {
    clearTimeout(late);
    given.abort();
  }
}
