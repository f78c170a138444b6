/** Entry of the preview: the deck, and patches that change it in place after each saved edit. */
import "./deck.css";
import "./hover.css";
import { createHotContext } from "vite:client";
import { applyPatch, type Live } from "./apply-patch.ts";
import { HELLO, PATCH, type DeckPatch } from "../model/deck-patch.ts";
import { startHover } from "./hover-charts.ts";
import { DECK_DATA_ID } from "../model/page-ids.ts";
import { readDeckData } from "./read-deck-data.ts";
import { isSpeakerPage } from "./speaker/link.ts";
import { startSpeaker } from "./speaker/start-speaker.ts";
import { startDeck } from "./start-deck.ts";

/** The channel to the server; edits come on it. */
const server = createHotContext("/@luduan/page.js");
const root = document.querySelector<HTMLElement>(".reveal");
const revision = (): number => Number(document.querySelector<HTMLMetaElement>("meta[name=luduan-revision]")?.content);

if (root !== null) void start(root);
startHover(document);

async function start(reveal: HTMLElement): Promise<void> {
  let live: Live | null = null;
  // Listening begins before the deck does, so that no edit is missed in between.
  server.on(PATCH, (data) => {
    closeOverlay();
    const patch = data as DeckPatch;
    if (live === null) location.reload();
    else if (patch.revision > revision()) applyPatch(reveal, live, patch);
  });
  if (document.getElementById(DECK_DATA_ID) !== null) {
    const data = readDeckData(document);
    live = isSpeakerPage() ? { show: () => null, ...(await startSpeaker(reveal, data)) } : await startDeck(reveal, data);
  }
  server.send(HELLO, live === null ? 0 : revision());
}

/** Vite itself closes its overlay only when a module was updated. */
function closeOverlay(): void {
  for (const overlay of document.querySelectorAll("vite-error-overlay")) overlay.remove();
}
