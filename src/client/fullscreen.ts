/** Full screen: by the page's own key, or by F11, which only its size gives away. */
import { attempt } from "./memory.ts";

interface KeyboardLock {
  readonly lock?: (codes: readonly string[]) => Promise<void>;
}

/** If the browser refuses, the page stays as it is. */
export function toggleFullscreen(): void {
  if (document.fullscreenElement === null) enterFullscreen();
  else document.exitFullscreen().catch(() => undefined);
}

/** Fills the screen, or stays as it is. */
export function enterFullscreen(): void {
  if (!isFullscreen()) document.documentElement.requestFullscreen().catch(() => undefined);
}

/** Whether the page fills the screen, by whatever means. */
export function isFullscreen(): boolean {
  return document.fullscreenElement !== null || matchMedia("(display-mode: fullscreen)").matches;
}

/** Clickers send Escape: where the browser allows it, only a long press of it leaves full screen. */
export function keepFullscreen(): void {
  document.addEventListener("fullscreenchange", () => {
    const { keyboard } = navigator as { readonly keyboard?: KeyboardLock };
    if (document.fullscreenElement !== null) attempt(() => keyboard?.lock?.(["Escape"]))?.catch(() => undefined);
  });
}
