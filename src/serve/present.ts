/** A show: the built deck for the windows on this machine, and a page for phones in the same network if they are wanted. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "../model/deck.ts";
import { BRIDGE, PHONE_SOCKET, STAGE_SOCKET, type Invitation } from "../model/remote.ts";
import type { World } from "../world/world.ts";
import { isOwnHost, listAddresses, namesIn } from "./addresses.ts";
import { joinPage } from "./bridge.ts";
import { createBuiltFolder } from "./built-folder.ts";
import type { Build } from "./find-build.ts";
import { isForeign, isLoopback, readTarget } from "./gate.ts";
import { listen, type Listening } from "./listen.ts";
import { mediaType } from "./media-types.ts";
import { createPhonePage } from "./phone-page.ts";
import { createPin } from "./pin.ts";
import { drawCode } from "./qr-code.ts";
import { createRelay } from "./relay.ts";
import { openSockets } from "./sockets.ts";

const LOOPBACK = "127.0.0.1";
const EVERYWHERE = "0.0.0.0";
/** Windows of the show, and phones with those who try to be. */
const MOST_WINDOWS = 16;
const MOST_PHONES = 32;
/** Largest messages in bytes: a window sends all notes of a deck, a phone a word. */
const LARGEST_SCRIPT = 4 * 1024 * 1024;
const LARGEST_WORD = 1024;
/** Pages of a build that are no deck for the stage. */
const NO_STAGE = /^(?:index|kiosk|audit)\.html$/;

/** Certificate and key as PEM. */
export interface Certificate {
  readonly cert: Uint8Array;
  readonly key: Uint8Array;
}

export interface ShowOptions {
  readonly build: Build;
  readonly world: World;
  /** Of the windows; phones have the next one. 0 is any free port for both. */
  readonly port: number;
  /** Whether phones may come in; `tls` serves them with encryption. */
  readonly phones: { readonly tls: Certificate | null } | null;
  /** Language of the phones' page until it knows the deck's. */
  readonly lang: Language;
}

export interface ServedShow {
  /** Addresses of the deck and of its speaker window. */
  readonly deck: string;
  readonly speaker: string;
  /** Null without phones. */
  readonly phones: { readonly port: number; readonly pin: string; readonly ways: () => Invitation["ways"] } | null;
  readonly close: () => Promise<void>;
}

/** The page of the stage in a build: the single file, since it has the notes, else the web deck; null if there is neither. */
export function stagePage({ files }: Build): string | null {
  return files.find((path) => /^[^/]+\.html$/.test(path) && !NO_STAGE.test(path)) ?? files.find((path) => path === "index.html") ?? null;
}

/** Serves until it is closed. Throws a PortError if a port cannot be had, and whatever Node.js says of a certificate that does not fit. */
export async function serveShow({ build, world, port, phones, lang }: ShowOptions): Promise<ServedShow> {
  const pin = createPin();
  const names = phones?.tls == null ? [] : namesIn(phones.tls.cert);
  const secure = phones?.tls != null;
  let hall: Listening | null = null;
  const ways = (): Invitation["ways"] => {
    const hosts = [...names, ...(names.length > 0 ? [] : listAddresses())];
    return hosts.map((host) => `${secure ? "https" : "http"}://${host}:${hall?.port}/#${pin.digits}`).map((address) => ({ address, code: drawCode(address) }));
  };
  const relay = createRelay(pin, phones === null ? null : ways);
  const desk = await listen({ address: LOOPBACK, port, isHost: isLoopback, answer: answerWindows(build, world) });
  const closeWindows = openSockets(desk.server, { path: STAGE_SOCKET, isHost: isLoopback, secure: false, most: MOST_WINDOWS, largest: LARGEST_SCRIPT, welcome: relay.welcomeWindow });
  const closeDesk = (): Promise<void> => {
    closeWindows();
    return desk.close();
  };
  const deck = `http://${LOOPBACK}:${desk.port}/`;
  if (phones === null) return { deck, speaker: `${deck}?speaker`, phones: null, close: closeDesk };
  const isHost = (host: string): boolean => isOwnHost(host, names);
  try {
    hall = await listen({ address: EVERYWHERE, port: port === 0 ? 0 : port + 1, isHost, answer: createPhonePage(lang, secure, world), tls: phones.tls });
  } catch (failure) {
    await closeDesk();
    throw failure;
  }
  const open = hall;
  const closePhones = openSockets(open.server, { path: PHONE_SOCKET, isHost, secure, most: MOST_PHONES, largest: LARGEST_WORD, welcome: relay.welcomePhone });
  return {
    deck,
    speaker: `${deck}?speaker`,
    phones: { port: open.port, pin: pin.digits, ways },
    close: async () => {
      closePhones();
      await Promise.all([open.close(), closeDesk()]);
    },
  };
}

/** The deck stands for `/`; beside the files of the build there are only the two that join it to this server. */
function answerWindows(build: Build, world: World): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const folder = createBuiltFolder(build.dir, world, stagePage(build) ?? "index.html", joinPage);
  return async (request, response) => {
    const path = readTarget(request.url ?? "/")?.pathname ?? "";
    if (!path.startsWith(BRIDGE)) return folder.answer(request, response);
    const ending = path.slice(BRIDGE.length);
    const bytes = !isForeign(request.headers, false) && [".js", ".css"].includes(ending) ? await world.readToolFile(`build/client/bridge${ending}`) : null;
    if (bytes === null) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": mediaType(path), "content-length": bytes.length, "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : bytes);
  };
}
