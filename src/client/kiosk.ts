/** Entry of the kiosk page: bundled as one classic script at the end of the body. */
import "./kiosk.css";
import "./roll-up.css";
import "./way.css";
import { startLoop } from "./loop.ts";
import { readDeckData } from "./read-deck-data.ts";

const root = document.querySelector<HTMLElement>(".reveal");
try {
  if (root !== null) startLoop(root, readDeckData(document));
} catch (failure) {
  // The page then says that it could not start.
  document.documentElement.classList.remove("started");
  throw failure;
}
