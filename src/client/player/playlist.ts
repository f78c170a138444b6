/** What plays now and what comes next: one deck for ever, or several in turn; a new edition comes in between two rounds. */
import { nextDeck, type PlayerSettings } from "../../model/player.ts";
import { fetchEdition, type Found, type WholeEdition } from "./fetch-edition.ts";
import { beginRound, drop, prepare, raise, type Playing } from "./frames.ts";
import { holdWakeLock } from "../wake-lock.ts";
import { keep, openKept } from "./kept.ts";
import { createReporter, type Reporter } from "./reporter.ts";

/** Between two looks at what plays, in milliseconds. */
const TICK = 200;
/** The next one comes in so long before a round ends, in milliseconds: the first slide of the round that would follow is never seen. */
const AHEAD = 400;
/** A page that is loaded again and again rests between, in milliseconds. */
const REST = 10_000;
/** A look that comes so late was kept from coming, by a suspended machine say, in milliseconds. */
const ASLEEP = 2000;

/** A deck of the playlist as far as it is known. */
interface Shelf {
  readonly base: string;
  whole: WholeEdition | null;
  /** What the browser keeps for a start without a network. */
  kept: WholeEdition | null;
  /** The refusal that was told last, so that it is told once. */
  told: string;
  /** Digest of an edition whose page does not start. */
  dead: string;
}

interface Player {
  readonly settings: PlayerSettings;
  readonly shelves: readonly Shelf[];
  readonly reporter: Reporter;
  playing: Playing | null;
  next: Playing | null;
  preparing: boolean;
  loops: number;
  /** Rounds of the loop that plays when it was last looked at. */
  rounds: number;
  slide: string;
  restAt: number;
  /** When it last looked, by `performance.now()`. */
  looked: number;
}

/** Plays for ever. */
export async function play(settings: PlayerSettings): Promise<void> {
  const shelves = settings.decks.map(({ base }): Shelf => ({ base, whole: null, kept: null, told: "", dead: "" }));
  const player: Player = { settings, shelves, reporter: createReporter(settings.report, () => stateOf(player)), playing: null, next: null, preparing: false, loops: 0, rounds: 0, slide: "", restAt: 0, looked: performance.now() };
  // What was kept plays before the network is asked.
  await Promise.all(shelves.map(async (shelf, deck) => {
    shelf.kept = await openKept(shelf.base);
    shelf.whole = shelf.kept;
    if (shelf.whole !== null) player.reporter.note({ event: "edition", deck, build: nameOf(shelf.whole), from: "kept" });
  }));
  setInterval(() => look(player), TICK);
  for (const deck of shelves.keys()) void follow(player, deck);
}

function stateOf({ playing, loops }: Player): { deck: number; build: string; slide: string; loops: number; closed: boolean } {
  return { deck: playing?.deck ?? 0, build: playing === null ? "" : nameOf(playing.whole), slide: playing?.state?.slide ?? "", loops, closed: playing?.state?.closed === true };
}

/** The name of a build in reports. */
const nameOf = ({ edition }: WholeEdition): string => edition.digest.slice(0, 12);

/** Looks for new editions of a deck, for ever. */
async function follow(player: Player, deck: number): Promise<void> {
  const shelf = player.shelves[deck]!;
  await receive(player, deck, await fetchEdition(shelf.base, shelf.whole?.edition ?? null));
  setTimeout(() => void follow(player, deck), player.settings.every);
}

async function receive(player: Player, deck: number, found: Found): Promise<void> {
  const shelf = player.shelves[deck]!;
  const { reporter } = player;
  if (found === "unreachable") {
    if (shelf.told !== found) reporter.note({ event: found, deck });
    shelf.told = found;
    return;
  }
  if (shelf.told === "unreachable") reporter.note({ event: "reachable", deck });
  if (found === "same") {
    shelf.told = "";
    return;
  }
  if ("refusal" in found) {
    const told = found.refusal + found.mark;
    if (shelf.told !== told) reporter.note({ event: "refused", deck, reason: found.refusal });
    shelf.told = told;
    return;
  }
  shelf.told = "";
  if (found.edition.digest === shelf.dead) return;
  shelf.whole = found;
  reporter.note({ event: "edition", deck, build: nameOf(found), from: "fetched" });
}

/** Does what is due now. */
function look(player: Player): void {
  const { playing } = player;
  const now = performance.now();
  // Nobody listened meanwhile, so the loop was not silent.
  if (playing !== null && now - player.looked > ASLEEP) playing.heard = now;
  player.looked = now;
  holdWakeLock(playing !== null && playing.state?.closed !== true);
  if (playing?.state !== null && playing !== null) {
    const { slide, rounds, ends } = playing.state;
    if (slide !== player.slide && slide !== "") player.reporter.note({ event: "shown", deck: playing.deck, build: nameOf(playing.whole), slide });
    player.slide = slide;
    const ended = Math.max(0, rounds - player.rounds);
    const left = ends - Date.now();
    const over = player.next !== null && (ended > 0 || (left > 0 && left <= AHEAD));
    player.loops += ended === 0 && over ? 1 : ended;
    player.rounds = rounds;
    if (over) return swap(player);
    if (now - playing.heard > player.settings.silence) return renew(player);
  }
  prepareNext(player);
}

/** What waits below takes the place of what plays. */
function swap(player: Player): void {
  const { next, playing } = player;
  if (next === null) return;
  player.rounds = next.state?.rounds ?? 0;
  if (player.shelves.length > 1) {
    beginRound(next);
    // What it showed unseen is no proof of play.
    next.state = null;
  }
  raise(next, playing);
  player.playing = next;
  player.next = null;
  // A fresh frame of what plays shows the slide that was told.
  if (next.whole !== playing?.whole) player.slide = "";
}

/** Puts below what plays whatever should come after it: another deck, a newer edition of this one, or a fresh frame for one that is worn. */
function prepareNext(player: Player): void {
  const { playing, shelves } = player;
  const now = new Date();
  const due = nextDeck(player.settings.decks.map((deck, index) => (shelves[index]?.whole === null ? { ...deck, hours: [] } : deck)), playing?.deck ?? -1, now.getHours() * 60 + now.getMinutes());
  if (due === -1) return close(player);
  const whole = shelves[due]!.whole!;
  if (player.next !== null && (player.next.deck !== due || player.next.whole !== whole)) {
    drop(player.next);
    player.next = null;
  }
  if (playing?.deck === due && playing.whole === whole && playing.changes < player.settings.worn) return;
  if (player.next === null) void start(player, due, whole);
  // A deck that is dark has no round that could end.
  else if (playing === null || playing.state?.closed === true) swap(player);
}

async function start(player: Player, deck: number, whole: WholeEdition): Promise<void> {
  if (player.preparing || performance.now() < player.restAt) return;
  player.preparing = true;
  const next = await prepare(deck, whole);
  player.preparing = false;
  if (next === null) return fail(player, deck, whole);
  player.next = next;
  const shelf = player.shelves[deck]!;
  // Kept only when it has shown that it plays.
  if (shelf.whole !== whole || shelf.kept === whole) return;
  if (await keep(shelf.base, whole)) shelf.kept = whole;
  else if ("caches" in window) player.reporter.note({ event: "not-kept", deck });
}

/** A page that does not start: the one that plays goes on. Where none does, or it is a fresh frame of what plays, the same page is tried again. */
function fail(player: Player, deck: number, whole: WholeEdition): void {
  const { playing } = player;
  player.restAt = performance.now() + REST;
  if (playing?.whole === whole) return;
  player.reporter.note({ event: "refused", deck, reason: "dead" });
  if (playing?.deck !== deck) return;
  const shelf = player.shelves[deck]!;
  shelf.dead = whole.edition.digest;
  shelf.whole = playing.whole;
}

/** A loop that says nothing hangs or has crashed: it is loaded again below and takes its own place. */
function renew(player: Player): void {
  const { playing } = player;
  if (playing === null || player.preparing || performance.now() < player.restAt) return;
  player.restAt = performance.now() + REST;
  player.reporter.note({ event: "reloaded", deck: playing.deck });
  player.preparing = true;
  void prepare(playing.deck, playing.whole).then((again) => {
    player.preparing = false;
    if (again === null) return;
    if (player.next !== null) drop(player.next);
    player.next = again;
    swap(player);
  });
}

/** No deck of the playlist has hours now. */
function close(player: Player): void {
  if (player.playing !== null) drop(player.playing);
  player.playing = null;
  player.slide = "";
}
