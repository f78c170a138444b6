/** What phones, the windows of a show and the server between them say to each other, with readers that trust no sender. */
import type { Language } from "./deck.ts";
import { readState, type ShowState } from "./stage.ts";

/** Addresses of the sockets: for windows on this machine, and for phones. */
export const STAGE_SOCKET = "/@luduan/stage";
export const PHONE_SOCKET = "/phone";
/** Address of the script that joins a served deck to its server, without its ending. */
export const BRIDGE = "/@luduan/bridge";
/** A PIN has this many digits. */
export const PIN_DIGITS = 6;
/** The server says something at least this often, in milliseconds: who hears nothing for three times as long has lost it. */
export const BEAT = 2000;

/** What a phone may ask of the show. */
export type PhoneWish = "next" | "previous" | "black";

/** What a phone sends: first its PIN, or the key that it was given for one; then wishes. */
export type PhoneMessage =
  | { readonly type: "enter"; readonly pin: string }
  | { readonly type: "again"; readonly key: string }
  | { readonly type: "wish"; readonly wish: PhoneWish };

/** What a phone shows of a deck. All texts are plain. */
export interface Script {
  readonly title: string;
  readonly lang: Language;
  /** Number of slides in the run. */
  readonly run: number;
  /** Minutes planned; null if none are. */
  readonly minutes: number | null;
  readonly slides: readonly { readonly title: string; readonly steps: number; readonly notes: readonly string[] }[];
}

/** The time that the speech has taken. */
export interface Clock {
  /** Seconds so far. */
  readonly elapsed: number;
  readonly running: boolean;
}

/** What a window of the show sends to the server. */
export type WindowMessage =
  | { readonly type: "script"; readonly script: Script }
  | { readonly type: "state"; readonly state: ShowState; readonly clock: Clock }
  | { readonly type: "hello" };

/** How phones come in, as the speaker window shows it. */
export interface Invitation {
  /** The addresses with the PIN behind `#`, each with its QR code as rows of `1` (dark) and `0`. */
  readonly ways: readonly { readonly address: string; readonly code: readonly string[] }[];
  readonly pin: string;
  /** Phones that are in. */
  readonly phones: number;
  /** After too many wrong PINs nobody comes in any more. */
  readonly locked: boolean;
}

/** What the server sends: to phones, to windows of the show, and `beat` to both. */
export type ServerMessage =
  | { readonly type: "beat" }
  | { readonly type: "entered"; readonly key: string }
  | { readonly type: "refused"; readonly why: "pin" | "key" | "locked" }
  | { readonly type: "script"; readonly script: Script | null }
  | { readonly type: "state"; readonly state: ShowState; readonly clock: Clock }
  | { readonly type: "wish"; readonly wish: PhoneWish }
  | { readonly type: "invitation"; readonly invitation: Invitation | null };

const WISHES: readonly PhoneWish[] = ["next", "previous", "black"];
/** Bounds on a script: slides, paragraphs of one slide, characters of one text. */
const MOST_SLIDES = 2000;
const MOST_PARAGRAPHS = 500;
const LONGEST = 20_000;

/** The message in what a phone sent; null if it is none. */
export function readPhoneMessage(text: string): PhoneMessage | null {
  const data = parse(text);
  if (!isObject(data)) return null;
  const { type, pin, key, wish } = data;
  if (type === "enter") return typeof pin === "string" ? { type, pin } : null;
  if (type === "again") return typeof key === "string" ? { type, key } : null;
  const known = WISHES.find((one) => one === wish);
  return type === "wish" && known !== undefined ? { type, wish: known } : null;
}

/** The message in what a window sent; null if it is none. */
export function readWindowMessage(text: string): WindowMessage | null {
  const data = parse(text);
  if (!isObject(data)) return null;
  switch (data["type"]) {
    case "hello":
      return { type: "hello" };
    case "script": {
      const script = readScript(data["script"]);
      return script === null ? null : { type: "script", script };
    }
    case "state":
      return readMoment(data);
    default:
      return null;
  }
}

/** The message in what the server sent; null if it is none. */
export function readServerMessage(text: string): ServerMessage | null {
  const data = parse(text);
  if (!isObject(data)) return null;
  const { type, key, why, wish } = data;
  switch (type) {
    case "beat":
      return { type };
    case "entered":
      return typeof key === "string" ? { type, key } : null;
    case "refused":
      return why === "pin" || why === "key" || why === "locked" ? { type, why } : null;
    case "script":
      return { type, script: readScript(data["script"]) };
    case "state":
      return readMoment(data);
    case "wish": {
      const known = WISHES.find((one) => one === wish);
      return known === undefined ? null : { type, wish: known };
    }
    case "invitation":
      return { type, invitation: readInvitation(data["invitation"]) };
    default:
      return null;
  }
}

/** The clock in unknown data; null if it is none. */
export function readClock(data: unknown): Clock | null {
  if (!isObject(data)) return null;
  const { elapsed, running } = data;
  return typeof elapsed === "number" && Number.isFinite(elapsed) && elapsed >= 0 ? { elapsed, running: running === true } : null;
}

function readMoment(data: Readonly<Record<string, unknown>>): Extract<ServerMessage, { type: "state" }> | null {
  const [state, clock] = [readState(data["state"]), readClock(data["clock"])];
  return state === null || clock === null ? null : { type: "state", state, clock };
}

function readScript(data: unknown): Script | null {
  if (!isObject(data)) return null;
  const { title, lang, run, minutes, slides } = data;
  if (!isText(title) || typeof run !== "number" || !Array.isArray(slides) || slides.length > MOST_SLIDES) return null;
  const read = slides.map(readSlide);
  if (read.includes(null)) return null;
  return { title, lang: lang === "en" ? "en" : "zh-CN", run, minutes: typeof minutes === "number" ? minutes : null, slides: read.filter((slide) => slide !== null) };
}

function readSlide(data: unknown): Script["slides"][number] | null {
  if (!isObject(data)) return null;
  const { title, steps, notes } = data;
  if (!isText(title) || typeof steps !== "number" || !Array.isArray(notes) || notes.length > MOST_PARAGRAPHS || !notes.every(isText)) return null;
  return { title, steps, notes };
}

function readInvitation(data: unknown): Invitation | null {
  if (!isObject(data)) return null;
  const { ways, pin, phones, locked } = data;
  if (!Array.isArray(ways) || typeof pin !== "string" || typeof phones !== "number") return null;
  const read = ways.flatMap((way: unknown) => (isObject(way) && isText(way["address"]) && Array.isArray(way["code"]) ? [{ address: way["address"], code: way["code"].map(String) }] : []));
  return { ways: read, pin, phones, locked: locked === true };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
