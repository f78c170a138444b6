/** What the windows of a show say to each other, with readers that trust no sender. */
import { readPresses, readToolWish, type Presses, type ToolWish } from "./stage-tools.ts";

/** A slide by 0-based index, and how many of its steps are shown. */
export interface Place {
  readonly slide: number;
  readonly step: number;
}

/** What covers the slide: PowerPoint's B and W. */
export type Cover = "black" | "white";

/** What the deck reports at every change, and in answer to every wish. */
export interface ShowState extends Place {
  readonly black: boolean;
  readonly white: boolean;
  /** Epoch milliseconds at which the speech was begun anew; 0 if it never was. A later one resets the clock. */
  readonly run: number;
  readonly presses: Presses;
}

/** What a speaker window requests; `hello` requests only the state, `reload` a deck whose file has a newer build. */
export type Wish = { readonly type: "hello" | "next" | "previous" | Cover | "reload" } | ({ readonly type: "go" } & Place) | ToolWish;

/** One message. A window is named by `from`, a random text that lasts until it is reloaded. */
export interface StageMessage {
  /** The build whose slides or notes the sender shows. */
  readonly build: string;
  readonly from: string;
  /** The window that is meant; null is every one. */
  readonly to: string | null;
  /** Counts the sender's messages: one that comes twice, on two ways, is obeyed once. */
  readonly count: number;
  readonly body: StageBody;
}

/**
 * `bye` is the deck's last word; `speaker` tells other speaker windows since when (epoch milliseconds) this one is the speaker's, `clock` its
 * time to whoever shows it elsewhere. `remote` is a wish that a phone sent: whoever passes it on is no speaker window.
 */
export type StageBody =
  | { readonly type: "wish" | "remote"; readonly wish: Wish }
  | { readonly type: "clock"; readonly elapsed: number; readonly running: boolean }
  | { readonly type: "state"; readonly state: ShowState }
  | { readonly type: "speaker"; readonly since: number }
  | { readonly type: "bye" | "focus" };

/** Distinguishes our messages from others that reach a window. */
const MARK = "luduan-stage";

/** A message as it is sent. */
export function sealMessage(message: StageMessage): object {
  return { mark: MARK, ...message };
}

/** The message in what a window received; null if it is none of ours. */
export function readMessage(data: unknown): StageMessage | null {
  if (!isObject(data) || data["mark"] !== MARK) return null;
  const { build, from, to, count } = data;
  const body = readBody(data["body"]);
  if (typeof build !== "string" || typeof from !== "string" || !Number.isInteger(count) || body === null) return null;
  return to === null || typeof to === "string" ? { build, from, to, count: Number(count), body } : null;
}

function readBody(body: unknown): StageBody | null {
  if (!isObject(body)) return null;
  switch (body["type"]) {
    case "bye":
    case "focus":
      return { type: body["type"] };
    case "speaker":
      return typeof body["since"] === "number" ? { type: "speaker", since: body["since"] } : null;
    case "clock":
      return typeof body["elapsed"] === "number" ? { type: "clock", elapsed: body["elapsed"], running: body["running"] === true } : null;
    case "wish":
    case "remote": {
      const wish = readWish(body["wish"]);
      return wish === null ? null : { type: body["type"], wish };
    }
    case "state": {
      const state = readState(body["state"]);
      return state === null ? null : { type: "state", state };
    }
    default:
      return null;
  }
}

function readWish(wish: unknown): Wish | null {
  if (!isObject(wish)) return null;
  const { type } = wish;
  switch (type) {
    case "hello":
    case "next":
    case "previous":
    case "black":
    case "white":
    case "reload":
      return { type };
    case "go": {
      const place = readPlace(wish);
      return place === null ? null : { type, ...place };
    }
    default:
      return readToolWish(wish);
  }
}

/** The state in unknown data; null if it is none. */
export function readState(state: unknown): ShowState | null {
  const place = readPlace(state);
  if (place === null || !isObject(state)) return null;
  return { ...place, black: state["black"] === true, white: state["white"] === true, run: typeof state["run"] === "number" ? state["run"] : 0, presses: readPresses(state["presses"]) };
}

function readPlace(place: unknown): Place | null {
  if (!isObject(place)) return null;
  const { slide, step } = place;
  return Number.isInteger(slide) && Number.isInteger(step) ? { slide: Number(slide), step: Number(step) } : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
