/** Keeps the screen awake; without browser support nothing happens. */

interface Lock {
  wanted: boolean;
  held: WakeLockSentinel | null;
}

const lock: Lock = { wanted: false, held: null };

/** Requests the lock or releases it; requests it again whenever the page comes back into view. */
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
