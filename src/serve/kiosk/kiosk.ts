/** A screen that looks after itself: fetches editions, serves them to its own window, watches the window, and writes down what showed. */
import type { PlayedDeck, PlayerEvent, PlayerReport } from "../../model/player.ts";
import { renderPlayer, WORN } from "../../web/kiosk-shell.ts";
import { download, findScreenBrowser, findWindow, openLog, openWindow, type ScreenWindow } from "../../world/screen.ts";
import type { World } from "../../world/world.ts";
import { isLoopback } from "../gate.ts";
import { listen, type Listening } from "../listen.ts";
import { answerPlayer, REPORT } from "./player-server.ts";
import { createShelf, nameOf, type Change, type Shelf } from "./shelf.ts";
import { afterFailure, afterSleep, dutyOf, UNWATCHED, WATCH_TIMES, type Watched, type WatchTimes } from "./watchdog.ts";

/** A log of 5 MB and nine before it: 50 MB, some months of a loop with a slide every ten seconds. */
const LOG_SIZE = 5 * 1024 * 1024;
const LOG_FILES = 10;
/** Below `keep`: the address of the screen that runs, for `--status`. */
export const STATE = "address.txt";
/** Between two looks at the window, in milliseconds. */
const TICK = 500;
/** A look that comes so much later was kept from coming, in milliseconds. */
const ASLEEP = 5000;

export interface KioskTimes extends WatchTimes {
  /** Between two looks at the sources. */
  readonly every: number;
}

export const KIOSK_TIMES: KioskTimes = { ...WATCH_TIMES, every: 60_000 };

export interface KioskOptions {
  /** Folders or addresses, each with its hours. */
  readonly playlist: readonly { readonly source: string; readonly hours: PlayedDeck["hours"] }[];
  /** Folder for editions, log, state and the browser's profile. */
  readonly keep: string;
  /** 0 is any free port. */
  readonly port: number;
  /** Whether to open the window. */
  readonly window: boolean;
  /** More flags for the browser. */
  readonly flags: readonly string[];
  readonly lang: "zh" | "en";
  readonly version: string;
  /** The player's scripts. */
  readonly scripts: { readonly page: string; readonly worker: string };
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly times: KioskTimes;
}

export interface Kiosk {
  readonly url: string;
  /** Closes the window and the server. */
  readonly stop: () => Promise<void>;
}

/** What a screen is doing; `/health` and `--status` show it. */
export interface Health {
  readonly version: string;
  /** Seconds since the command started. */
  readonly up: number;
  /** `playing`: its page spoke lately; `waiting`: nothing to play yet; `silent`: no page speaks. */
  readonly state: "playing" | "closed" | "waiting" | "silent";
  readonly slide: string;
  readonly loops: number;
  readonly restarts: number;
  /** Bytes: of this process, and of the page's script where the browser tells. */
  readonly memory: { readonly server: number; readonly page: number | null };
  readonly decks: readonly { readonly source: string; readonly build: string | null; readonly built: string | null; readonly refused: string | null }[];
}

interface Screen {
  readonly options: KioskOptions;
  readonly world: World;
  readonly shelves: readonly Shelf[];
  readonly begun: number;
  watched: Watched;
  window: ScreenWindow | null;
  report: PlayerReport | null;
  heard: number | null;
  restarts: number;
  stopped: boolean;
  readonly write: (line: object, at?: number) => void;
}

/** Starts serving, then the window. Throws a PortError if the port is taken, and a WorldError without a browser. */
export async function startKiosk(options: KioskOptions, world: World): Promise<Kiosk> {
  if (options.window) findScreenBrowser(options.environment);
  const log = openLog(`${options.keep}/log/kiosk.jsonl`, LOG_SIZE, LOG_FILES);
  const shelves = options.playlist.map(({ source }, deck) => createShelf(source, `${options.keep}/decks/${deck}`, world, download));
  const write = (line: object, at = Date.now()): void => void log.add(JSON.stringify({ time: new Date(at).toISOString(), ...line }));
  const screen: Screen = { options, world, shelves, begun: performance.now(), watched: UNWATCHED, window: null, report: null, heard: null, restarts: 0, stopped: false, write };
  const listening = await serve(screen);
  const url = `http://127.0.0.1:${listening.port}/`;
  await world.writeFile(`${options.keep}/${STATE}`, new TextEncoder().encode(url)).catch(() => undefined);
  screen.write({ event: "started", version: options.version, port: listening.port, sources: options.playlist.map(({ source }) => source) });
  for (const [deck, shelf] of shelves.entries()) tell(screen, deck, await shelf.open());
  const timers = shelves.map((_, deck) => follow(screen, deck));
  if (options.window) await adopt(screen);
  const stopWatch = options.window ? watch(screen, url) : () => undefined;
  return {
    url,
    stop: async () => {
      screen.stopped = true;
      stopWatch();
      for (const stop of timers) stop();
      await screen.window?.end();
      await listening.close();
      await log.add(JSON.stringify({ time: new Date().toISOString(), event: "stopped" }));
    },
  };
}

function serve(screen: Screen): Promise<Listening> {
  const { playlist, times, lang, scripts, port } = screen.options;
  const decks = playlist.map(({ hours }, deck) => ({ base: `decks/${deck}/`, hours }));
  // The player looks often: its server is on this machine.
  const settings = { decks, report: REPORT.slice(1), every: Math.min(times.every, 5000), silence: Math.min(times.silence, 10_000), worn: WORN };
  const site = {
    page: renderPlayer(lang === "zh" ? "zh-CN" : "en", "Luduan", scripts.page, settings),
    worker: scripts.worker,
    build: (deck: number) => screen.shelves[deck]?.whole() ?? null,
    onReport: (report: PlayerReport) => receive(screen, report),
    health: () => healthOf(screen),
  };
  return listen({ address: "127.0.0.1", port, isHost: isLoopback, mayPost: (url) => url === REPORT, answer: (request, response) => answerPlayer(site, request, response) });
}

/** Looks for new editions of a deck until it is stopped. */
function follow(screen: Screen, deck: number): () => void {
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  const go = async (): Promise<void> => {
    tell(screen, deck, await screen.shelves[deck]!.look());
    if (!stopped) timer = setTimeout(() => void go(), screen.options.times.every);
  };
  void go();
  return () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
  };
}

function tell(screen: Screen, deck: number, changes: readonly Change[]): void {
  for (const change of changes) screen.write({ ...change, source: screen.options.playlist[deck]?.source });
}

/** A word from the page; its events are the proof of play. What the player fetched from us we wrote down ourselves. */
function receive(screen: Screen, report: PlayerReport): void {
  screen.report = report;
  screen.heard = performance.now();
  screen.watched = { ...screen.watched, heard: screen.heard };
  const ours = (event: PlayerEvent): boolean => event.event === "shown" || event.event === "reloaded" || event.event === "refused";
  for (const { at, ...event } of report.events.filter(ours)) screen.write({ ...event, source: screen.options.playlist[event.deck]?.source }, at);
}

function healthOf(screen: Screen): { well: boolean; state: Health } {
  const { report, heard, shelves, options } = screen;
  const speaks = heard !== null && performance.now() - heard < options.times.silence;
  const state = shelves.every((shelf) => shelf.whole() === null) ? "waiting" : !speaks ? "silent" : report?.closed === true ? "closed" : "playing";
  const decks = shelves.map((shelf) => {
    const whole = shelf.whole();
    return { source: shelf.source, build: whole === null ? null : nameOf(whole), built: whole === null || whole.edition.built === null ? null : new Date(whole.edition.built).toISOString(), refused: shelf.refused() };
  });
  return {
    well: state === "playing" || state === "closed",
    state: {
      version: options.version, up: Math.round((performance.now() - screen.begun) / 1000), state, slide: report?.slide ?? "", loops: report?.loops ?? 0, restarts: screen.restarts,
      memory: { server: process.memoryUsage().rss, page: report?.memory ?? null }, decks,
    },
  };
}

/** Takes over the window that plays since an earlier run was killed: nobody in the hall sees that its server was away. */
async function adopt(screen: Screen): Promise<void> {
  const { keep } = screen.options;
  const text = await screen.world.readFile(`${keep}/window.json`, keep, 1000).catch(() => null);
  const pid = text === null ? Number.NaN : Number(new TextDecoder().decode(text));
  const window = Number.isInteger(pid) ? findWindow(pid, profileOf(screen)) : null;
  if (window === null) return;
  screen.write({ event: "window-adopted" });
  take(screen, window);
}

const profileOf = ({ options }: Screen): string => `${options.keep}/profile`;

function take(screen: Screen, window: ScreenWindow): void {
  screen.window = window;
  screen.watched = { ...screen.watched, opened: performance.now(), heard: null, ended: null };
  void window.ended.then(() => {
    if (screen.window === window) screen.watched = { ...screen.watched, ended: performance.now() };
  });
}

/** Opens the window, and opens it again when it crashes, hangs or does not start. */
function watch(screen: Screen, url: string): () => void {
  const { times, environment, flags, keep } = screen.options;
  let busy = false;
  let looked = performance.now();
  const step = async (): Promise<void> => {
    const now = performance.now();
    const duty = dutyOf(screen.watched, now, times);
    if (duty.duty === "open") {
      const window = openWindow({ address: url, profile: profileOf(screen), flags, environment });
      take(screen, window);
      screen.write({ event: "window-opened" });
      await screen.world.writeFile(`${keep}/window.json`, new TextEncoder().encode(String(window.pid))).catch(() => undefined);
    } else if (duty.duty === "close") {
      screen.restarts += 1;
      screen.write({ event: "window-failed", failure: duty.failure });
      screen.watched = afterFailure(screen.watched, now, times);
      await screen.window?.end();
      screen.window = null;
    }
  };
  const timer = setInterval(() => {
    const slept = performance.now() - looked;
    looked += slept;
    if (slept > ASLEEP) screen.watched = afterSleep(screen.watched, slept);
    if (busy || screen.stopped) return;
    busy = true;
    void step().catch(() => screen.write({ event: "window-missing" })).finally(() => (busy = false));
  }, Math.min(TICK, times.grace));
  return () => clearInterval(timer);
}
