/** Entry of the web deck and the single file: bundled as one classic script at the end of the body. */
import "./deck.css";
import { readDeckData } from "./read-deck-data.ts";
import { isSpeakerPage } from "./speaker/link.ts";
import { startSpeaker } from "./speaker/start-speaker.ts";
import { startDeck } from "./start-deck.ts";

const root = document.querySelector<HTMLElement>(".reveal");
if (root !== null && isSpeakerPage()) void startSpeaker(root, readDeckData(document));
else if (root !== null) void startDeck(root, readDeckData(document));
