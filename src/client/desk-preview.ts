/** Entry of the preview inside the desk: the deck, patched by the page around it. */
import "./deck.css";
import "./hover.css";
import "./desk-page/frames.css";
import { DECK_DATA_ID } from "../model/page-ids.ts";
import { applyPatch } from "./apply-patch.ts";
import { listenToDesk, tellDesk } from "./desk-page/frame-wire.ts";
import { startHover } from "./hover-charts.ts";
import { readDeckData } from "./read-deck-data.ts";
import { hashOf } from "./place.ts";
import { startDeck } from "./start-deck.ts";
import { countSteps } from "./steps.ts";

const root = document.querySelector<HTMLElement>(".reveal");
if (root !== null && document.getElementById(DECK_DATA_ID) !== null) void start(root);
startHover(document);

async function start(reveal: HTMLElement): Promise<void> {
  const live = await startDeck(reveal, readDeckData(document));
  listenToDesk((message) => {
    if (message.type === "patch") applyPatch(reveal, live, message.patch);
    else if (message.type === "go" && shownId(reveal) !== message.id) location.hash = whole(message.id);
  });
  let told = "";
  const tell = (): void => {
    const id = shownId(reveal);
    if (id === told) return;
    told = id;
    tellDesk({ type: "at", id });
  };
  new MutationObserver(tell).observe(reveal, { subtree: true, attributes: true, attributeFilter: ["class"] });
  tellDesk({ type: "ready", revision: Number(document.querySelector<HTMLMetaElement>("meta[name=luduan-revision]")?.content) });
  tell();
}

/** A slide with all its steps: who writes it wants to see it whole. */
function whole(id: string): string {
  const slide = document.getElementById(id);
  return hashOf(id, slide === null ? 0 : countSteps(slide));
}

function shownId(reveal: HTMLElement): string {
  return reveal.querySelector(".slides > section.present")?.id ?? "";
}
