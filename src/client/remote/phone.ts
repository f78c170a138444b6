/** A phone as remote control and as the speaker's notes: the way in, and the line to the server. */
import type { Language } from "../../model/deck.ts";
import { PHONE_SOCKET, type PhoneMessage, type PhoneWish, type ServerMessage } from "../../model/remote.ts";
import { attempt } from "../memory.ts";
import { holdWakeLock } from "../wake-lock.ts";
import { openLine, type Line } from "./line.ts";
import { createPanel, type PhonePanel } from "./phone-panel.ts";
import { createDoor, type Door } from "./phone-door.ts";
import { remoteWordsFor, type RemoteWords } from "./remote-words.ts";

/** Where the key stays as long as this tab: a reload comes in again. */
const KEY = "luduan:phone-key";

/** The page of a phone. */
interface Phone {
  readonly page: Document;
  readonly door: Door;
  readonly panel: PhonePanel;
  words: RemoteWords;
  /** Null outside. */
  line: Line | null;
}

/** Starts the page; a PIN behind the address, as the QR code has it, is used and taken away. */
export function startPhone(page: Document): void {
  const words = remoteWordsFor(page.documentElement.lang as Language);
  const panel = createPanel(page, (wish) => ask(phone, wish));
  const door = createDoor(page, words, (pin) => enter(phone, { type: "enter", pin }));
  const phone: Phone = { page, door, panel, words, line: null };
  const pin = new URLSearchParams(`pin=${location.hash.slice(1)}`).get("pin") ?? "";
  const key = attempt(() => sessionStorage.getItem(KEY));
  attempt(() => history.replaceState(null, "", location.pathname));
  page.title = words.remote;
  page.body.append(door.box, panel.box);
  if (pin !== "") enter(phone, { type: "enter", pin });
  else if (key !== null) enter(phone, { type: "again", key });
  else door.show("");
}

/** Opens a line. From the second time on it comes back with the key that it was given for its PIN. */
function enter(phone: Phone, first: PhoneMessage): void {
  const { panel, door } = phone;
  phone.line?.end();
  let [entered, lost] = [false, false];
  const line = openLine(PHONE_SOCKET, {
    onOpen: () => {
      const key = attempt(() => sessionStorage.getItem(KEY)) ?? panel.key();
      line.send(entered && key !== null ? { type: "again", key } : first);
    },
    onLost: () => {
      // Said once: what was said of a press since then is not written over by each further try.
      if (!entered) door.show(phone.words.lost);
      else if (!lost) panel.say(phone.words.lost);
      lost = true;
    },
    onMessage: (message) => {
      if (message.type === "entered") {
        [entered, lost] = [true, false];
        panel.keep(message.key);
      }
      hear(phone, message);
    },
  });
  phone.line = line;
}

function hear(phone: Phone, message: ServerMessage): void {
  switch (message.type) {
    case "entered":
      return letIn(phone, message.key);
    case "refused":
      return turnAway(phone, message.why);
    case "script":
      phone.words = remoteWordsFor(message.script?.lang ?? (phone.page.documentElement.lang as Language));
      return phone.panel.write(message.script);
    case "state":
      return phone.panel.update(message.state, message.clock);
    case "beat":
    case "wish":
    case "invitation":
      return;
  }
}

function letIn({ door, panel }: Phone, key: string): void {
  attempt(() => sessionStorage.setItem(KEY, key));
  door.hide();
  panel.show(true);
  panel.say(null);
  holdWakeLock(true);
}

function turnAway(phone: Phone, why: Extract<ServerMessage, { type: "refused" }>["why"]): void {
  phone.line?.end();
  phone.line = null;
  attempt(() => sessionStorage.removeItem(KEY));
  phone.panel.show(false);
  phone.door.show(reason(why, phone.words));
}

function ask({ line, panel, words }: Phone, wish: PhoneWish): void {
  if (line?.send({ type: "wish", wish } satisfies PhoneMessage) !== true) panel.say(words.notSent);
}

function reason(why: "pin" | "key" | "locked", words: RemoteWords): string {
  return why === "pin" ? words.wrongPin : why === "key" ? words.oldKey : words.locked;
}
