/** The connection between deck and speaker window: both are the same page, so either may be reloaded. */
import { attempt } from "../memory.ts";
import type { Place } from "../place.ts";

/** What the deck reports: its current place. */
export interface ShowState extends Place {
  readonly black: boolean;
}

/** What the speaker window requests; `hello` requests only the state. */
export type Wish =
  | { readonly type: "hello" | "next" | "previous" | "black" }
  | { readonly type: "go"; readonly slide: number; readonly step: number };

const WISHES: readonly unknown[] = ["hello", "next", "previous", "black", "go"];
const MARK = "luduan-speaker";
/** The address of the speaker window: the deck's own with this query. */
const QUERY = "?speaker";

/** True in the speaker window. */
export function isSpeakerPage(): boolean {
  return location.search === QUERY;
}

/** The deck's end. */
export interface DeckEnd {
  /** Opens the window or brings it to the front; false if the browser blocks it. */
  readonly open: () => boolean;
  readonly tell: (state: ShowState) => void;
  readonly hasWindow: () => boolean;
}

/** `onWish` returns the state, or null while nothing is shown. */
export function createDeckEnd(onWish: (wish: Wish) => ShowState | null): DeckEnd {
  let view: Window | null = null;
  const channel = openChannel();
  const answer = (data: unknown, send: (state: object) => void): void => {
    const wish = parseWish(data);
    const state = wish === null ? null : onWish(wish);
    if (state !== null) send({ mark: MARK, state });
  };
  addEventListener("message", (event) => {
    const source = event.source;
    // Only a window opened by this one, of the same origin ("null" for file://), may control the deck.
    if (source === null || !("opener" in source) || source.opener !== window || event.origin !== origin) return;
    view = source;
    answer(event.data, (state) => post(source, state));
  });
  channel?.listen((data) => answer(data, channel.send));
  const hasWindow = (): boolean => view !== null && !view.closed;
  return {
    hasWindow,
    open: () => {
      if (view === null || view.closed) view = open(`${location.pathname}${QUERY}`, MARK, "popup,width=1440,height=810");
      view?.focus();
      return view !== null;
    },
    tell: (state) => {
      const message = { mark: MARK, state };
      if (view !== null && !view.closed) post(view, message);
      channel?.send(message);
    },
  };
}

/** The speaker window's end; `onState` is called at every change, and about once a second. */
export function createSpeakerEnd(onState: (state: ShowState) => void): (wish: Wish) => void {
  const deck = window.opener as Window | null;
  // A window without an opener (opened by hand, or cut off by its server's policy) still shares its origin with the deck.
  const channel = deck === null ? openChannel() : null;
  const hear = (data: unknown): void => {
    const state = parseState(data);
    if (state !== null) onState(state);
  };
  addEventListener("message", (event) => {
    if (event.source === deck && event.origin === origin) hear(event.data);
  });
  channel?.listen(hear);
  return (wish) => {
    const message = { mark: MARK, wish };
    if (deck !== null) post(deck, message);
    channel?.send(message);
  };
}

interface Channel {
  readonly send: (message: object) => void;
  readonly listen: (hear: (data: unknown) => void) => void;
}

/** A channel to all pages at this address; null if the browser has no such thing. */
function openChannel(): Channel | null {
  const channel = attempt(() => new BroadcastChannel(`${MARK}:${location.pathname}`));
  if (channel === null) return null;
  return { send: channel.postMessage.bind(channel), listen: (hear) => channel.addEventListener("message", (event) => hear(event.data)) };
}

/** `file://` pages have no usable origin: there the receiver checks the sender, and nothing secret is sent. */
function post(to: Window, message: object): void {
  attempt(() => to.postMessage(message, origin === "null" || location.protocol === "file:" ? "*" : origin));
}

function contentOf(data: unknown, key: "state" | "wish"): object | null {
  if (typeof data !== "object" || data === null || !("mark" in data) || data.mark !== MARK || !(key in data)) return null;
  const content = (data as Record<string, unknown>)[key];
  return typeof content === "object" ? content : null;
}

function parseState(data: unknown): ShowState | null {
  const state = contentOf(data, "state") as Partial<ShowState> | null;
  if (typeof state?.slide !== "number" || typeof state.step !== "number") return null;
  return { slide: state.slide, step: state.step, black: state.black === true };
}

function parseWish(data: unknown): Wish | null {
  const wish = contentOf(data, "wish");
  if (wish === null || !("type" in wish) || !WISHES.includes(wish.type)) return null;
  if (wish.type !== "go") return wish as Wish;
  const numbers = "slide" in wish && "step" in wish && Number.isInteger(wish.slide) && Number.isInteger(wish.step);
  return numbers ? (wish as Wish) : null;
}
