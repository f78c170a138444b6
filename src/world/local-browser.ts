/** A browser on this machine: found, started without a network and with its own profile, and ended whatever happens. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, LaunchOptions, Page } from "puppeteer-core";
import { errorCode, messageOf } from "./failure.ts";
import { findBrowsers, isHeadlessShell } from "./find-browser.mjs";
import { giveUpWith } from "./give-up.ts";
import { askForEffort, Silence, SILENCE } from "./heartbeat.ts";
import { END_TIME, PATIENCE, type RunningBrowser } from "./running-browser.ts";
import { WorldError } from "./world.ts";

const PROFILE = "luduan-browser-";

interface Launched {
  readonly browser: Browser;
  readonly profile: string;
  /** Cleans up if the process ends first. */
  readonly abandon: () => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Tries the installed browsers until one starts: a browser may lack libraries or a sandbox, or hang. Throws a WorldError if none starts, or after `stop`. */
export async function launchBrowser(environment: Environment, stop: AbortSignal): Promise<RunningBrowser> {
  const found = findBrowsers(environment);
  const first = found[0];
  if (first === undefined) throw new WorldError("missing-browser", "", "");
  let reason = "";
  for (const path of found) {
    try {
      return running(await launch(path, environment, stop));
    } catch (failure) {
      if (stop.aborted) break;
      // One that hung would only hang once more.
      reason ||= (failure instanceof Silence ? "" : await complaintOf(path, stop)) || messageOf(failure);
    }
  }
  throw new WorldError("browser-failed", first, reason);
}

function running(launched: Launched): RunningBrowser {
  const { browser } = launched;
  // It starts with a tab, and another would cost another process.
  let first: Promise<Page> | null = browser.pages().then(([page]) => page ?? browser.newPage());
  first.catch(() => undefined);
  return {
    newPage: () => {
      const page = first ?? browser.newPage();
      first = null;
      return page;
    },
    newContext: () => browser.createBrowserContext(),
    effort: askForEffort(browser),
    connected: () => browser.connected,
    failure: (detail) => new WorldError("browser-failed", browser.process()?.spawnfile ?? "", detail),
    end: () => end(launched),
  };
}

/** The complaint of a browser that does not start (a missing library, no sandbox); empty if it gives none within ten seconds. */
function complaintOf(path: string, stop: AbortSignal): Promise<string> {
  return new Promise((done) => {
    const child = spawn(path, [...browserFlags(), "--headless", "--dump-dom", "about:blank"], { detached: process.platform !== "win32", stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    const kill = (): void => void (killAll(child) || child.kill("SIGKILL"));
    const timer = setTimeout(kill, 10_000);
    stop.addEventListener("abort", kill);
    process.once("exit", kill);
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint = (complaint + text).slice(0, 100_000)));
    child.once("error", () => done(""));
    child.once("close", (code) => {
      clearTimeout(timer);
      stop.removeEventListener("abort", kill);
      process.off("exit", kill);
      const lines = complaint.split("\n").filter((line) => /error|fatal|sandbox|cannot|not found/i.test(line));
      done(code === 0 ? "" : (lines[0] ?? "").trim().slice(0, 300));
    });
  });
}

/** Starts one browser; throws a {@link Silence} for one that hangs, after ending all its processes. */
async function launch(executablePath: string, environment: Environment, stop: AbortSignal): Promise<Launched> {
  const [{ default: puppeteer }, profile] = await Promise.all([import("puppeteer-core"), makeProfile()]);
  const starting = new AbortController();
  const giveUp = (): void => starting.abort();
  const late = setTimeout(giveUp, SILENCE);
  const removeProfile = (): void => removeNow(profile);
  stop.addEventListener("abort", giveUp);
  process.once("exit", removeProfile);
  try {
    if (stop.aborted) throw new Error("the browser has ended");
    // Puppeteer itself would wait for five minutes, and for a browser that cannot even be killed for ever.
    const browser = await Promise.race([puppeteer.launch(launchOptions(executablePath, profile, environment, starting.signal)), abortion(starting.signal)]);
    giveUpWith(browser);
    // The pipes of a killed browser may break when nobody listens any more, which would also end this process.
    for (const pipe of browser.process()?.stdio ?? []) pipe?.on("error", () => undefined);
    // The last resort if the process ends without `close`: children of a killed parent end with their pipe.
    const abandon = (): void => {
      browser.process()?.kill("SIGKILL");
      removeNow(profile);
    };
    process.once("exit", abandon);
    return { browser, profile, abandon };
  } catch (failure) {
    removeProfile();
    throw failure;
  } finally {
    clearTimeout(late);
    stop.removeEventListener("abort", giveUp);
    process.off("exit", removeProfile);
  }
}

function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => void signal.addEventListener("abort", () => fail(new Silence()), { once: true }));
}

function launchOptions(executablePath: string, profile: string, environment: Environment, signal: AbortSignal): LaunchOptions {
  return {
    executablePath,
    headless: isHeadlessShell(executablePath) ? "shell" : true,
    pipe: true,
    userDataDir: profile,
    env: { ...environment },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    protocolTimeout: PATIENCE,
    args: browserFlags(),
    // Ends the browser's whole process group.
    signal,
  };
}

/** No request can leave: names do not resolve, and services that call home are off. */
function browserFlags(): string[] {
  const flags = [
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-gpu",
    "--no-default-browser-check",
    "--no-pings",
    "--font-render-hinting=none",
    "--disable-features=OptimizationGuideModelDownloading,CertificateTransparencyComponentUpdater",
  ];
  // Chromium does not allow root to use its sandbox; everyone else keeps it.
  return process.getuid?.() === 0 ? [...flags, "--no-sandbox"] : flags;
}

/** A private profile; removes those of killed runs. */
async function makeProfile(): Promise<string> {
  const folder = tmpdir();
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = name.startsWith(PROFILE) ? Number(name.slice(PROFILE.length).split("-")[0]) : 0;
    if (pid > 0 && pid !== process.pid && !isRunning(pid)) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
  return mkdtemp(join(folder, `${PROFILE}${process.pid}-`));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return errorCode(failure) !== "ESRCH";
  }
}

async function end({ browser, profile, abandon }: Launched): Promise<void> {
  const child = browser.process();
  // If it has ended, its process id may belong to another process by now.
  const lives = child !== null && child.exitCode === null && child.signalCode === null;
  if (lives && killAll(child)) await once(child, "exit");
  else await closeCalmly(browser);
  process.off("exit", abandon);
  removeNow(profile);
}

/** Synchronous: at the very end nothing else is waiting, and removal in one go takes less than half the time. */
function removeNow(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // The next build removes it.
  }
}

/**
 * Kills the browser with its renderers, which are in its group. Its profile is thrown away:
 * tidying it up at a normal end takes as long as printing a document. Windows has no groups.
 */
function killAll({ pid }: ChildProcess): boolean {
  try {
    return pid !== undefined && process.kill(-pid, "SIGKILL");
  } catch {
    return false;
  }
}

async function closeCalmly(browser: Browser): Promise<void> {
  const child = browser.process();
  const forced = setTimeout(() => child?.kill("SIGKILL"), END_TIME);
  await browser.close().catch(() => child?.kill("SIGKILL"));
  clearTimeout(forced);
}
