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

/** Everyone who is in. */
interface Room {
  /** The windows of the show; whoever spoke last is last. */
  readonly windows: Map<Peer, Said>;
  readonly phones: Set<Peer>;
  readonly pin: Pin;
  /** Says to a window how phones come in. */
  readonly invite: (window: Peer) => void;
}

/** `inviteAt` gives the addresses of phones as they are now; null if no phones are wanted. */
export function createRelay(pin: Pin, inviteAt: (() => Invitation["ways"]) | null): Relay {
  const phones = new Set<Peer>();
  const invitation = (): Invitation | null => (inviteAt === null ? null : { ways: inviteAt(), pin: pin.digits, phones: phones.size, locked: pin.isLocked() });
  const room: Room = { windows: new Map(), phones, pin, invite: (window) => send(window, { type: "invitation", invitation: invitation() }) };
  return {
    welcomeWindow: (peer) => welcomeWindow(peer, room),
    welcomePhone: (peer) => welcomePhone(peer, room),
  };
}

function welcomeWindow(peer: Peer, room: Room): PeerEars {
  const { windows, phones, invite } = room;
  const said: Said = { script: null, state: null };
  windows.set(peer, said);
  invite(peer);
  return {
    onText: (text) => {
      const message = readWindowMessage(text);
      if (message?.type === "hello") invite(peer);
      else if (message?.type === "script") {
        said.script = message.script;
        if (deckOf(room)?.[0] === peer) for (const phone of phones) send(phone, { type: "script", script: said.script });
      } else if (message?.type === "state") hearState(peer, said, message, room);
    },
    onClose: () => {
      const was = deckOf(room)?.[0] === peer;
      windows.delete(peer);
      if (was) for (const phone of phones) brief(phone, room);
    },
  };
}

function hearState(peer: Peer, said: Said, state: State, room: Room): void {
  const before = deckOf(room)?.[0];
  said.state = state;
  // Whoever speaks is the deck from now on.
  room.windows.delete(peer);
  room.windows.set(peer, said);
  for (const phone of room.phones) {
    if (before === peer) send(phone, state);
    else brief(phone, room);
  }
}

function welcomePhone(peer: Peer, room: Room): PeerEars {
  const { phones, pin } = room;
  const waiting = setTimeout(peer.close, PATIENCE);
  const enter = (key: string): void => {
    clearTimeout(waiting);
    phones.add(peer);
    send(peer, { type: "entered", key });
    brief(peer, room);
    inviteAll(room);
  };
  const refuse = (why: "pin" | "key" | "locked"): void => {
    send(peer, { type: "refused", why });
    peer.close();
    inviteAll(room);
  };
  return {
    onText: (text) => {
      const message = readPhoneMessage(text);
      if (message?.type === "wish") {
        if (phones.has(peer)) deckOf(room)?.[0].send(message);
        return;
      }
      if (message === null || phones.has(peer)) return;
      const answer = message.type === "enter" ? pin.enter(message.pin) : pin.knows(message.key) ? { key: message.key } : "key";
      if (typeof answer === "string") refuse(answer);
      else enter(answer.key);
    },
    onClose: () => {
      clearTimeout(waiting);
      if (phones.delete(peer)) inviteAll(room);
    },
  };
}

/** The deck: the window that said last of all where it is. */
function deckOf({ windows }: Room): readonly [Peer, Said] | null {
  return [...windows].filter(([, { state }]) => state !== null).at(-1) ?? null;
}

/** Tells a phone all that it shows. */
function brief(phone: Peer, room: Room): void {
  const said = deckOf(room)?.[1];
  send(phone, { type: "script", script: said?.script ?? null });
  if (said?.state != null) send(phone, said.state);
}

/** The number of phones has changed, or the door. */
function inviteAll({ windows, invite }: Room): void {
  for (const window of windows.keys()) invite(window);
}

function send(peer: Peer, message: ServerMessage): void {
  peer.send(message);
}
