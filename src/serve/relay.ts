/** Passes on what phones ask and what the deck says. It knows nothing of slides: it keeps the last words, for those who come later. */
import { readPhoneMessage, readWindowMessage, type Invitation, type Script, type ServerMessage, type WindowMessage } from "../model/remote.ts";
import type { Pin } from "./pin.ts";
import type { Peer, PeerEars } from "./sockets.ts";

/** Who has not come in within these milliseconds is asked to leave: the PIN is typed before the socket is opened. */
const PATIENCE = 10_000;

export interface Relay {
  /** A window of the show, on this machine. */
  readonly welcomeWindow: (peer: Peer) => PeerEars;
  readonly welcomePhone: (peer: Peer) => PeerEars;
}

type State = Extract<WindowMessage, { type: "state" }>;

/** What a window of the show has said. */
interface Said {
  script: Script | null;
  state: State | null;
}

/** `inviteAt` gives the addresses of phones as they are now; null if no phones are wanted. */
export function createRelay(pin: Pin, inviteAt: (() => Invitation["ways"]) | null): Relay {
  const windows = new Map<Peer, Said>();
  const phones = new Set<Peer>();
  const tell = (peers: Iterable<Peer>, message: ServerMessage): void => {
    for (const peer of peers) peer.send(message);
  };
  const invitation = (): ServerMessage => ({ type: "invitation", invitation: inviteAt === null ? null : { ways: inviteAt(), pin: pin.digits, phones: phones.size, locked: pin.isLocked() } });
  const invite = (): void => tell(windows.keys(), invitation());
  /** The deck: the window that said last of all where it is. */
  const deck = (): readonly [Peer, Said] | null => [...windows].filter(([, { state }]) => state !== null).at(-1) ?? null;
  const brief = (peer: Peer): void => {
    const said = deck()?.[1];
    peer.send({ type: "script", script: said?.script ?? null } satisfies ServerMessage);
    if (said?.state != null) peer.send(said.state);
  };
  return {
    welcomeWindow: (peer) => {
      const said: Said = { script: null, state: null };
      windows.set(peer, said);
      peer.send(invitation());
      return {
        onText: (text) => {
          const message = readWindowMessage(text);
          if (message?.type === "hello") peer.send(invitation());
          else if (message?.type === "script") {
            said.script = message.script;
            if (deck()?.[0] === peer) tell(phones, { type: "script", script: said.script });
          } else if (message?.type === "state") {
            const before = deck()?.[0];
            said.state = message;
            // Whoever speaks is the deck from now on.
            windows.delete(peer);
            windows.set(peer, said);
            if (before === peer) tell(phones, message);
            else for (const phone of phones) brief(phone);
          }
        },
        onClose: () => {
          const was = deck()?.[0] === peer;
          windows.delete(peer);
          if (was) for (const phone of phones) brief(phone);
        },
      };
    },
    welcomePhone: (peer) => {
      const waiting = setTimeout(peer.close, PATIENCE);
      const enter = (key: string): void => {
        clearTimeout(waiting);
        phones.add(peer);
        peer.send({ type: "entered", key } satisfies ServerMessage);
        brief(peer);
        invite();
      };
      const refuse = (why: "pin" | "key" | "locked"): void => {
        peer.send({ type: "refused", why } satisfies ServerMessage);
        peer.close();
        invite();
      };
      return {
        onText: (text) => {
          const message = readPhoneMessage(text);
          if (message === null) return;
          if (message.type === "wish") {
            if (phones.has(peer)) deck()?.[0].send(message);
          } else if (phones.has(peer)) return;
          else if (message.type === "again") {
            if (pin.knows(message.key)) enter(message.key);
            else refuse("key");
          } else {
            const entered = pin.enter(message.pin);
            if (typeof entered === "string") refuse(entered);
            else enter(entered.key);
          }
        },
        onClose: () => {
          clearTimeout(waiting);
          if (phones.delete(peer)) invite();
        },
      };
    },
  };
}
