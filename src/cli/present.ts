/** luduan present: serves the built deck on this machine, opens both windows, and lets phones in if they are wanted. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { badCertificate, nothingBuilt } from "../diagnostics/messages/serving.ts";
import { findBuild, type Build } from "../serve/find-build.ts";
import { PortError } from "../serve/listen.ts";
import { serveShow, stagePage, type Certificate, type ServedShow } from "../serve/present.ts";
import { printCode } from "../serve/qr-code.ts";
import { createWorld } from "../world/node-world.ts";
import { openWindows } from "../world/open-windows.ts";
import { WorldError, type World } from "../world/world.ts";
import type { Command } from "./arguments.ts";
import { conclude, type Output, type Place } from "./output.ts";
import { endSoon, portDiagnostic, untilEnded } from "./serving.ts";
import { words } from "./words.ts";

/** Always the same, since what a browser keeps of a show belongs to the address; and not the screen's, which may run on the same machine. Phones have the next one. */
const DEFAULT_PORT = 5210;
/** A chain of certificates has a few KB. */
const LARGEST_PEM = 256 * 1024;

export async function runPresent(command: Command, place: Place, output: Output): Promise<number> {
  const world = createWorld({ home: fileURLToPath(place.home) });
  try {
    const dir = resolve(place.from, command.word ?? ".");
    const build = await findBuild(dir, world);
    const named = command.word ?? ".";
    if (build === null || stagePage(build) === null) return conclude([nothingBuilt(named, `${place.luduan} build${command.word === null ? "" : ` "${named}"`}`)], new Map(), "text", output);
    const tls = await readCertificate(command, place, world);
    if (tls !== null && "code" in tls) return conclude([tls], new Map(), "text", output);
    // Listens from the start: whoever ends it may do so as soon as the address is printed.
    const ended = untilEnded();
    const show = await start(command, build, tls, world, output);
    if ("code" in show) return conclude([show], new Map(), "text", output);
    tell(show, build, output);
    if (!command.noOpen) tellOpened(await openWindows([show.deck, show.speaker]), show, output);
    await ended;
    endSoon();
    await show.close();
    return 0;
  } finally {
    await world.close();
  }
}

async function start({ port, lan, cert }: Command, build: Build, tls: Certificate | null, world: World, output: Output): Promise<ServedShow | Diagnostic> {
  try {
    return await serveShow({ build, world, port: port ?? DEFAULT_PORT, phones: lan ? { tls } : null, lang: output.lang === "en" ? "en" : "zh-CN" });
  } catch (failure) {
    // Only a certificate makes Node.js refuse for any other reason than the port.
    if (tls !== null && cert !== null && !(failure instanceof PortError)) return badCertificate(cert);
    return portDiagnostic(failure);
  }
}

/** Null if none is wanted. */
async function readCertificate({ cert, key }: Command, place: Place, world: World): Promise<Certificate | Diagnostic | null> {
  if (cert === null || key === null) return null;
  const [certificate, secret] = await Promise.all([readPem(resolve(place.from, cert), world), readPem(resolve(place.from, key), world)]);
  if (certificate === null) return badCertificate(cert);
  return secret === null ? badCertificate(key) : { cert: certificate, key: secret };
}

async function readPem(path: string, world: World): Promise<Uint8Array | null> {
  try {
    // The user names it: it may be anywhere.
    return await world.readFile(path, dirname(path), LARGEST_PEM);
  } catch (failure) {
    if (failure instanceof WorldError) return null;
    throw failure;
  }
}

function tell({ deck, speaker, phones }: ServedShow, build: Build, output: Output): void {
  const own = words(output.lang);
  output.print(own.presenting(deck, speaker, stagePage(build) === "index.html"));
  if (phones === null) return;
  const ways = phones.ways();
  output.print(ways.length === 0 ? own.noNetwork(phones.pin) : "");
  for (const { address, code } of ways) output.print(`${printCode(code)}${own.phoneWay(address.replace(/\/?#.*$/, ""), phones.pin)}`);
}

function tellOpened(opened: number, { deck, speaker }: ServedShow, output: Output): void {
  const own = words(output.lang);
  if (opened === 0) output.print(own.openByHand(deck, speaker));
  else if (opened === 1) output.print(own.openNotes);
}
