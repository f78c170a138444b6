/** Entry of the kiosk page: bundled as one classic script at the end of the body. */
import "./kiosk.css";
import { startLoop } from "./loop.ts";
import { readDeckData } from "./read-deck-data.ts";

const root = document.querySelector<HTMLElement>(".reveal");
if (root !== null) startLoop(root, readDeckData(document));
