/** Turning pages without keys: the wheel, a finger, and a click where the deck wants that. */

/** Turns of a wheel that follow each other sooner than these milliseconds are one: neither a fast wheel nor a gliding touchpad runs through the deck. */
const WHEEL_PAUSE = 150;
/** A finger that goes so far across (CSS pixels), and less than half as far up or down, turns the page. */
const SWIPE = 60;
/** Two clicks within these milliseconds are one. */
const CLICK_PAUSE = 150;

export interface Turning {
  /** False while something else has the pointer: a dialog, a sheet, the reading page. */
  readonly isFree: () => boolean;
  /** Whether a click turns the page. */
  readonly byClick: () => boolean;
  readonly turn: (way: "next" | "previous") => unknown;
}

/** Listens on the show. */
export function listenToTurns(root: HTMLElement, turning: Turning): void {
  listenToWheel(root, turning);
  listenToSwipes(root, turning);
  listenToClicks(root, turning);
}

function listenToWheel(root: HTMLElement, { isFree, turn }: Turning): void {
  let last = -Infinity;
  root.addEventListener(
    "wheel",
    (event) => {
      // With Ctrl it zooms.
      if (event.ctrlKey || event.deltaY === 0 || !isFree()) return;
      event.preventDefault();
      const again = event.timeStamp - last < WHEEL_PAUSE;
      last = event.timeStamp;
      if (!again) turn(event.deltaY > 0 ? "next" : "previous");
    },
    { passive: false },
  );
}

function listenToSwipes(root: HTMLElement, { isFree, turn }: Turning): void {
  const fingers = new Map<number, { readonly x: number; readonly y: number }>();
  let several = false;
  root.addEventListener("pointerdown", ({ pointerId, pointerType, clientX, clientY }) => {
    if (pointerType !== "touch") return;
    several = fingers.size > 0;
    fingers.set(pointerId, { x: clientX, y: clientY });
  });
  root.addEventListener("pointercancel", ({ pointerId }) => fingers.delete(pointerId));
  root.addEventListener("pointerup", ({ pointerId, clientX, clientY }) => {
    const from = fingers.get(pointerId);
    fingers.delete(pointerId);
    if (from === undefined || several || !isFree()) return;
    const across = clientX - from.x;
    if (Math.abs(across) >= SWIPE && Math.abs(clientY - from.y) * 2 < Math.abs(across)) turn(across < 0 ? "next" : "previous");
  });
}

function listenToClicks(root: HTMLElement, { isFree, byClick, turn }: Turning): void {
  let free = false;
  let last = -Infinity;
  // A click that closes a sheet turns no page: what counts is what was open before.
  root.addEventListener("pointerdown", ({ pointerType }) => (free = pointerType === "mouse" && isFree()), true);
  root.addEventListener("click", (event) => {
    if (!free || !byClick() || event.defaultPrevented || event.timeStamp - last < CLICK_PAUSE) return;
    if (event.target instanceof Element && event.target.closest("a[href], button, summary, [role=button]") !== null) return;
    if (getSelection()?.isCollapsed === false) return;
    last = event.timeStamp;
    turn("next");
  });
}
