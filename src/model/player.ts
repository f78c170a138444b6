/** What a loop tells the page that shows it, what that page tells its server, and how the page is set up. Texts from elsewhere go through the readers here. */
import type { OpenSpan } from "./opening.ts";
import type { Refusal } from "./edition.ts";

/** The `id` of the element with the page's {@link PlayerSettings}. */
export const PLAYER_DATA_ID = "player-data";

/** One deck of a playlist. */
export interface PlayedDeck {
  /** Folder of the build, from the player's page, with a slash at its end. */
  readonly base: string;
  /** When it plays, each day; null plays whenever the others leave it time. */
  readonly hours: readonly OpenSpan[] | null;
}

export interface PlayerSettings {
  readonly decks: readonly PlayedDeck[];
  /** Address that takes reports; null where no server of ours is. */
  readonly report: string | null;
  /** Milliseconds between two looks for a new edition. */
  readonly every: number;
  /** Milliseconds without a word from a loop, after which it is loaded again. */
  readonly silence: number;
  /** Changes of slides after which a loop goes on in a fresh frame. */
  readonly worn: number;
}

/** What a loop tells its parent at each change and each second. It carries places and counts, never words: any page may embed a loop. */
export interface LoopState {
  readonly luduan: "loop";
  readonly slide: string;
  /** Rounds that have ended since the loop was loaded. */
  readonly rounds: number;
  /** When this round ends, in milliseconds since 1970; 0 while the loop stands still. */
  readonly ends: number;
  /** Black outside its hours. */
  readonly closed: boolean;
  /** A reader has stopped it. */
  readonly paused: boolean;
}

/** What the player asks of a loop: to begin a round now. */
export const BEGIN = "luduan:begin";

/** Something that a screen's log keeps. */
export type PlayerEvent =
  | { readonly at: number; readonly event: "shown"; readonly deck: number; readonly build: string; readonly slide: string }
  | { readonly at: number; readonly event: "edition"; readonly deck: number; readonly build: string; readonly from: "kept" | "fetched" }
  | { readonly at: number; readonly event: "refused"; readonly deck: number; readonly reason: Refusal }
  | { readonly at: number; readonly event: "reloaded" | "unreachable" | "reachable" | "not-kept"; readonly deck: number };

/** The state of a screen, sent every few seconds. */
export interface PlayerReport {
  /** When the page was loaded, in milliseconds since 1970; names it as well. */
  readonly since: number;
  readonly deck: number;
  /** First digits of the build's digest; empty before something plays. */
  readonly build: string;
  readonly slide: string;
  readonly loops: number;
  readonly closed: boolean;
  /** Bytes that the page's script uses; null where the browser does not tell. */
  readonly memory: number | null;
  readonly events: readonly PlayerEvent[];
}

const EVENTS = ["shown", "edition", "refused", "reloaded", "unreachable", "reachable", "not-kept"];
const MOST_EVENTS = 500;
const LONGEST = 200;

/** A loop's message; null for any other. */
export function readLoopState(data: unknown): LoopState | null {
  if (!isRecord(data) || data["luduan"] !== "loop") return null;
  const { slide, rounds, ends, closed, paused } = data;
  if (!isShort(slide) || !isCount(rounds) || !isCount(ends) || typeof closed !== "boolean" || typeof paused !== "boolean") return null;
  return { luduan: "loop", slide, rounds, ends, closed, paused };
}

/** A player's report; null for anything else. What its events hold beyond the known names is dropped. */
export function readPlayerReport(data: unknown): PlayerReport | null {
  if (!isRecord(data)) return null;
  const { since, deck, build, slide, loops, closed, memory, events } = data;
  if (!isCount(since) || !isCount(deck) || !isShort(build) || !isShort(slide) || !isCount(loops) || typeof closed !== "boolean") return null;
  if (!(memory === null || isCount(memory)) || !Array.isArray(events) || events.length > MOST_EVENTS) return null;
  const read = events.map(readEvent);
  return read.includes(null) ? null : { since, deck, build, slide, loops, closed, memory, events: read.filter((event) => event !== null) };
}

function readEvent(data: unknown): PlayerEvent | null {
  if (!isRecord(data) || !isCount(data["at"]) || !isCount(data["deck"]) || !EVENTS.includes(String(data["event"]))) return null;
  const kept = ["at", "event", "deck", "build", "slide", "from", "reason"].flatMap((name) => (name in data ? [[name, data[name]] as const] : []));
  if (kept.some(([, value]) => typeof value !== "number" && !isShort(value))) return null;
  return Object.fromEntries(kept) as unknown as PlayerEvent;
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null;
}

function isShort(value: unknown): value is string {
  return typeof value === "string" && value.length <= LONGEST;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/** Which deck plays at `minute` of the day after `last` (-1: none yet): those with hours before those without, in turn; -1 if none is open. */
export function nextDeck(decks: readonly PlayedDeck[], last: number, minute: number): number {
  const open = (hours: readonly OpenSpan[]): boolean => hours.some(([from, to]) => (minute >= from && minute < to) || minute + 1440 < to);
  const timed = decks.flatMap(({ hours }, index) => (hours !== null && open(hours) ? [index] : []));
  const free = timed.length > 0 ? timed : decks.flatMap(({ hours }, index) => (hours === null ? [index] : []));
  return free.find((index) => index > last) ?? free[0] ?? -1;
}
