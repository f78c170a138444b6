/** A phone as remote control and as the speaker's notes: the way in, and the line to the server. */
import type { Language } from "../../model/deck.ts";
import { PHONE_SOCKET, type PhoneMessage, type PhoneWish, type ServerMessage } from "../../model/remote.ts";
import { attempt } from "../memory.ts";
import { holdWakeLock } from "../wake-lock.ts";
import { openLine, type Line } from "./line.ts";
import { createPanel } from "./phone-panel.ts";
import { createDoor } from "./phone-door.ts";
import { remoteWordsFor, type RemoteWords } from "./remote-words.ts";

/** Where the key stays as long as this tab: a reload comes in again. */
const KEY = "luduan:phone-key";

/** Starts the page; a PIN behind the address, as the QR code has it, is used and taken away. */
export function startPhone(page: Document): void {
  let words = remoteWordsFor(page.documentElement.lang as Language);
  let line: Line | null = null;
  const door = createDoor(page, words, (pin) => enter({ type: "enter", pin }));
  const panel = createPanel(page, (wish) => ask(wish));
  const ask = (wish: PhoneWish): void => {
    if (line?.send({ type: "wish", wish } satisfies PhoneMessage) !== true) panel.say(words.notSent);
  };
  const letIn = (key: string): void => {
    attempt(() => sessionStorage.setItem(KEY, key));
    door.hide();
    panel.show(true);
    panel.say(null);
    holdWakeLock(true);
  };
  const turnAway = (why: Extract<ServerMessage, { type: "refused" }>["why"]): void => {
    line?.end();
    line = null;
    attempt(() => sessionStorage.removeItem(KEY));
    panel.show(false);
    door.show(reason(why, words));
  };
  const hear = (message: ServerMessage): void => {
    switch (message.type) {
      case "entered":
        return letIn(message.key);
      case "refused":
        return turnAway(message.why);
      case "script":
        words = remoteWordsFor(message.script?.lang ?? (page.documentElement.lang as Language));
        return panel.write(message.script);
      case "state":
        return panel.update(message.state, message.clock);
      case "beat":
      case "wish":
      case "invitation":
        return;
    }
  };
  /** From the second time on it comes back with the key that it was given for its PIN. */
  const enter = (first: PhoneMessage): void => {
    line?.end();
    let [entered, lost] = [false, false];
    const opened = openLine(PHONE_SOCKET, {
      onOpen: () => {
        const key = attempt(() => sessionStorage.getItem(KEY)) ?? panel.key();
        opened.send(entered && key !== null ? { type: "again", key } : first);
      },
      onLost: () => {
        // Said once: what was said of a press since then is not written over by each further try.
        if (!entered) door.show(words.lost);
        else if (!lost) panel.say(words.lost);
        lost = true;
      },
      onMessage: (message) => {
        if (message.type === "entered") {
          [entered, lost] = [true, false];
          panel.keep(message.key);
        }
        hear(message);
      },
    });
    line = opened;
  };
  const pin = new URLSearchParams(`pin=${location.hash.slice(1)}`).get("pin") ?? "";
  const key = attempt(() => sessionStorage.getItem(KEY));
  attempt(() => history.replaceState(null, "", location.pathname));
  page.title = words.remote;
  page.body.append(door.box, panel.box);
  if (pin !== "") enter({ type: "enter", pin });
  else if (key !== null) enter({ type: "again", key });
  else door.show("");
}

function reason(why: "pin" | "key" | "locked", words: RemoteWords): string {
  return why === "pin" ? words.wrongPin : why === "key" ? words.oldKey : words.locked;
}
