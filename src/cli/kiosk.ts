/** luduan kiosk: serves built decks to a full-screen window and looks after it; or tells how that goes, or installs what starts it. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { kioskNotRunning } from "../diagnostics/messages/serving.ts";
import { badSource } from "../diagnostics/messages/usage.ts";
import { KIOSK_TIMES, startKiosk, STATE, type Health, type KioskOptions } from "../serve/kiosk/kiosk.ts";
import { unitFiles } from "../serve/kiosk/units.ts";
import { readPlayerFiles } from "../web/tool-files.ts";
import { createWorld } from "../world/node-world.ts";
import { download } from "../world/screen.ts";
import { WorldError, type World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import { conclude, type Output, type Place } from "./output.ts";
import { readPlaylist } from "./playlist.ts";
import { endSoon, portDiagnostic, untilEnded } from "./serving.ts";
import { kioskWords } from "./kiosk-words.ts";

/** Not that of `present`: both may run on one machine. */
const PORT = 5190;
/** Bytes of an answer about a screen. */
const LARGEST_HEALTH = 1024 * 1024;

export async function runKiosk(command: Command, place: Place, output: Output): Promise<number> {
  const world = createWorld({ home: fileURLToPath(place.home) });
  const keep = command.keep === null ? keepFolder(process.env) : resolve(place.from, command.keep);
  if (command.status) return showStatus(keep, command, world, output);
  const playlist = readPlaylist(command.words.length === 0 ? ["."] : command.words, place.from);
  if (typeof playlist === "string") return conclude([badSource(playlist)], new Map(), "text", output);
  if (command.installUnit) return install(command, playlist, keep, place, world, output);
  return run({ playlist, keep, port: command.port ?? PORT, window: !command.noWindow, flags: [], lang: output.lang, version: output.version, scripts: await readPlayerFiles(world), environment: process.env, times: KIOSK_TIMES }, world, output);
}

async function run(options: KioskOptions, world: World, output: Output): Promise<number> {
  // Listens from the start: whoever ends it may do so as soon as the address is printed.
  const ended = untilEnded();
  try {
    const kiosk = await startKiosk(options, world);
    output.print(kioskWords(output.lang).playing(kiosk.url, join(options.keep, "log", "kiosk.jsonl")));
    await ended;
    setTimeout(endSoon, PATIENCE).unref();
    await kiosk.stop();
    await world.close();
    return 0;
  } catch (failure) {
    if (failure instanceof WorldError) throw failure;
    return conclude([portDiagnostic(failure)], new Map(), "text", output);
  }
}

/** The window has so long to close, in milliseconds. */
const PATIENCE = 8000;

/** Editions, log and profile of this user's screen. */
function keepFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const own = process.platform === "win32" ? environment["LOCALAPPDATA"] : environment["XDG_DATA_HOME"];
  return join(own || join(homedir(), process.platform === "win32" ? "AppData/Local" : ".local/share"), "luduan-kiosk");
}

/** 0 if it plays or is closed for the day, 2 otherwise. */
async function showStatus(keep: string, { format }: Command, world: World, output: Output): Promise<number> {
  const address = await world.readFile(join(keep, STATE), keep, 1000).catch(() => null);
  const url = address === null ? "" : new TextDecoder().decode(address);
  const answer = /^http:\/\/127\.0\.0\.1:\d+\/$/.test(url) ? await download(`${url}health?any`, LARGEST_HEALTH) : "unreachable";
  if (typeof answer === "string") return conclude([kioskNotRunning(keep)], new Map(), format, output);
  const text = new TextDecoder().decode(answer);
  const health = JSON.parse(text) as Health;
  output.print(format === "json" ? text : kioskWords(output.lang).status(health));
  return health.state === "playing" || health.state === "closed" ? 0 : 2;
}

/** Writes what starts this very command with the machine; with `--out` for another machine. */
async function install(command: Command, playlist: KioskOptions["playlist"], keep: string, place: Place, world: World, output: Output): Promise<number> {
  const sources = playlist.map(({ source }, index) => source + (/@[\d:,-]+$/.exec(command.words[index] ?? "")?.[0] ?? ""));
  const words = [process.execPath, fileURLToPath(new URL("build/cli.js", place.home)), "kiosk", ...sources, "--keep", keep, "--port", String(command.port ?? PORT), "--lang", output.lang, ...(command.noWindow ? ["--no-window"] : [])];
  const files = unitFiles(words, homedir());
  const wanted = command.out === null ? files.filter(({ name }) => name.endsWith(".xml") === (process.platform === "win32")) : files;
  const folders = { "luduan-kiosk.service": ".config/systemd/user", "luduan-kiosk.desktop": ".config/autostart", "luduan-kiosk.xml": "luduan-kiosk" } as const;
  const written: string[] = [];
  for (const { name, text } of wanted) {
    const path = command.out === null ? join(homedir(), folders[name], name) : join(resolve(place.from, command.out), name);
    await world.writeFile(path, new TextEncoder().encode(text));
    written.push(path);
  }
  output.print(kioskWords(output.lang).installed(written));
  return 0;
}
