/** Entry of the player: the page around the loop that takes new editions. Bundled as one classic script. */
import { PLAYER_DATA_ID, type PlayerSettings } from "../model/player.ts";
import { LOOP_PAGE } from "../model/edition.ts";
import { guardPage } from "./guard.ts";
import { play } from "./player/playlist.ts";

const settings = JSON.parse(document.getElementById(PLAYER_DATA_ID)?.textContent ?? "null") as PlayerSettings;
const base = (path: string): string => new URL(path, location.href).href;

if (location.protocol === "file:") {
  // A page on a disk may not read its neighbours, so nothing can be held against anything: the loop alone plays.
  location.replace(base(`${settings.decks[0]?.base ?? ""}${LOOP_PAGE}`));
} else {
  guardPage(document.body.appendChild(document.createElement("div")));
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("worker.js").catch(() => undefined);
  void play({ ...settings, decks: settings.decks.map((deck) => ({ ...deck, base: base(deck.base) })), report: settings.report === null ? null : base(settings.report) });
}
