/** Keeps the screen awake; where the browser has no such lock, nothing happens. */

interface Lock {
  wanted: boolean;
  held: WakeLockSentinel | null;
}

const lock: Lock = { wanted: false, held: null };

/** Asks for the lock or gives it back; it is taken again whenever the page comes back into view. */
export function holdWakeLock(wanted: boolean): void {
  if (lock.wanted === wanted) return;
  lock.wanted = wanted;
  if (wanted) {
    document.addEventListener("visibilitychange", take);
    take();
  } else {
    document.removeEventListener("visibilitychange", take);
    lock.held?.release().catch(() => undefined);
    lock.held = null;
  }
}

function take(): void {
  if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
  navigator.wakeLock.request("screen").then(
    (held) => (lock.held = held),
    () => undefined,
  );
}
