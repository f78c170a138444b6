/** Full screen on and off. */

/** If the browser refuses, the page stays as it is. */
export function toggleFullscreen(): void {
  const done = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  done.catch(() => undefined);
}
