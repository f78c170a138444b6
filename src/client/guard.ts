/** People watch a screen in a hall: no menu, selection, dragging, zoom, print, and no way to leave the page. */

const REFUSED = ["contextmenu", "selectstart", "dragstart", "dragenter", "dragover", "drop", "gesturestart", "copy", "cut", "paste", "auxclick"];
const MOVES = ["wheel", "touchstart", "touchmove"];
/** What the mouse does with its buttons for back and forward. */
const BUTTONS = ["mousedown", "mouseup", "pointerdown", "pointerup"];

/** The class of the only element that takes a press. */
export const CONTROLS = "kiosk-controls";

/** Refuses what leads out of the loop. */
export function guardPage(root: HTMLElement): void {
  root.setAttribute("inert", "");
  const refuse = (event: Event): void => event.preventDefault();
  for (const type of REFUSED) document.addEventListener(type, refuse, { capture: true });
  // F11 stays, so that whoever sets up the screen can still fill it.
  for (const type of ["keydown", "keyup"]) document.addEventListener(type, (event) => (event as KeyboardEvent).key !== "F11" && refuse(event), { capture: true });
  for (const type of MOVES) document.addEventListener(type, (event) => isControl(event.target) || refuse(event), { passive: false, capture: true });
  for (const type of BUTTONS) document.addEventListener(type, (event) => (event as MouseEvent).button > 0 && refuse(event), { capture: true });
  keepHistory();
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`.${CONTROLS}`) !== null;
}

/** Going back leads to an entry of this page, which then puts itself on top again. */
function keepHistory(): void {
  const stay = (): void => history.pushState("loop", "");
  if (history.state !== "loop") stay();
  addEventListener("popstate", (event) => event.state !== "loop" && stay());
}
