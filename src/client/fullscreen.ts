/** Full screen on and off. */

/** A browser that refuses leaves the page as it is. */
export function toggleFullscreen(): void {
  const done = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  done.catch(() => undefined);
}
