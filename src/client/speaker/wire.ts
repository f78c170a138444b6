/** How the windows of one file reach each other: over a channel that all of them share, and directly from opener to opened. */
import { readMessage, sealMessage, type StageBody, type StageMessage } from "../../model/stage.ts";
import { attempt } from "../memory.ts";

export interface Wire {
  /** The name of this window, until it is reloaded. */
  readonly name: string;
  /** Sends to one window, or to all. */
  readonly send: (body: StageBody, to: string | null) => void;
  /** A window opened by this one may talk to it directly. */
  readonly adopt: (view: Window) => void;
}

/** What hears each message once, with whether it came from the opener or from a window opened here. */
export type Hear = (message: StageMessage, kin: boolean) => void;

/** The wire of this window; `build` is that of the slides or notes that it shows. */
export function createWire(build: string, hear: Hear): Wire {
  const name = Math.random().toString(36).slice(2);
  const kin = new Set<Window>(window.opener === null ? [] : [window.opener as Window]);
  const heard = new Map<string, number>();
  let count = 0;
  const receive = (data: unknown, direct: boolean): void => {
    const message = readMessage(data);
    if (message === null || message.from === name || (message.to !== null && message.to !== name)) return;
    if (message.count <= (heard.get(message.from) ?? 0)) return;
    heard.set(message.from, message.count);
    hear(message, direct);
  };
  // Blocked storage may block this as well; windows that opened each other still talk.
  const channel = attempt(() => new BroadcastChannel(`luduan-stage:${location.pathname}`));
  const publish = channel?.postMessage.bind(channel);
  channel?.addEventListener("message", (event) => receive(event.data, false));
  addEventListener("message", (event) => {
    const { source } = event;
    // Only windows of the same origin ("null" for file://) that opened this one or were opened by it: no frame, no stranger.
    if (source === null || !("opener" in source) || event.origin !== origin || source === window) return;
    if (source.opener === window) kin.add(source);
    if (kin.has(source)) receive(event.data, true);
  });
  return {
    name,
    adopt: (view) => void kin.add(view),
    send: (body, to) => {
      count += 1;
      const message = sealMessage({ build, from: name, to, count, body });
      for (const view of kin) post(view, message);
      attempt(() => publish?.(message));
    },
  };
}

/** `file://` pages have no usable origin: there the receiver checks the sender, and nothing secret is sent. */
function post(to: Window, message: object): void {
  attempt(() => to.postMessage(message, origin === "null" || location.protocol === "file:" ? "*" : origin));
}
