/** The loop looks at its own page: whether its slides are all there and exactly one of them is to be seen. */
import { attempt } from "./memory.ts";

/** A page that stays wrong is not loaded again sooner than after these milliseconds. */
const REST = 60_000;
const KEY = "luduan:reloaded";

/** What is wrong: a node is gone, no slide or more than one is present, or the one that is present cannot be seen. */
export type Fault = "gone" | "count" | "unseen";

/** Looks at a page on which `shown` should be the only slide that is seen. */
export function findFault(root: HTMLElement, slides: readonly HTMLElement[], shown: HTMLElement): Fault | null {
  if (!root.isConnected || slides.some((slide) => !root.contains(slide))) return "gone";
  const present = root.querySelectorAll(".slides > .present");
  if (present.length !== 1 || present[0] !== shown) return "count";
  return isSeen(shown) ? null : "unseen";
}

function isSeen(slide: HTMLElement): boolean {
  const { left, top, right, bottom } = slide.getBoundingClientRect();
  if (right - left < 1 || bottom - top < 1 || right < 1 || bottom < 1 || left > innerWidth - 1 || top > innerHeight - 1) return false;
  for (let node: Element | null = slide; node !== null; node = node.parentElement) {
    const { display, opacity, visibility } = getComputedStyle(node);
    if (display === "none" || visibility !== "visible" || (Number(opacity) === 0 && !isMoving(node))) return false;
  }
  return true;
}

/** A slide that fades in is not seen for a moment; where slides are as long as the time between two looks, that moment could come again and again. */
function isMoving(node: Element): boolean {
  return node.getAnimations().some(({ playState }) => playState === "running");
}

/** Loads the page again, once a minute at most; by the wall clock it goes on where it was. */
export function reloadPage(): void {
  const now = Date.now();
  const last = attempt(() => Number(sessionStorage.getItem(KEY) ?? 0));
  // Where nothing can be kept, the age of the page tells.
  if (last === null ? performance.now() < REST : Math.abs(now - last) < REST) return;
  attempt(() => sessionStorage.setItem(KEY, String(now)));
  location.reload();
}
