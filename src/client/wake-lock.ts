/** Keeps the screen awake; without browser support nothing happens. */

/** Systems drop the lock (low battery, a locked session) and refuse it for a while; it is asked for again after these milliseconds. */
const AGAIN = 5000;

interface Lock {
  wanted: boolean;
  held: WakeLockSentinel | null;
  /** A request is on its way. */
  asked: boolean;
  timer: number;
}

const lock: Lock = { wanted: false, held: null, asked: false, timer: 0 };

/** Requests the lock or releases it; requests it again when the page comes back into view, and when the system drops it. */
export function holdWakeLock(wanted: boolean): void {
  if (lock.wanted === wanted) return;
  lock.wanted = wanted;
  clearInterval(lock.timer);
  if (wanted) {
    document.addEventListener("visibilitychange", take);
    lock.timer = setInterval(take, AGAIN);
    take();
  } else {
    document.removeEventListener("visibilitychange", take);
    release();
  }
}

/** A frame without the permission may ask in vain, which the browser writes down each time. */
function mayAsk(): boolean {
  const { featurePolicy } = document as Document & { readonly featurePolicy?: { readonly allowsFeature: (name: string) => boolean } };
  return "wakeLock" in navigator && featurePolicy?.allowsFeature("screen-wake-lock") !== false;
}

function take(): void {
  if (lock.asked || (lock.held !== null && !lock.held.released) || document.visibilityState !== "visible" || !mayAsk()) return;
  lock.asked = true;
  navigator.wakeLock.request("screen").then(
    (held) => {
      lock.asked = false;
      lock.held = held;
      // It is no longer wanted if the screen closed in between.
      if (!lock.wanted) release();
    },
    () => (lock.asked = false),
  );
}

function release(): void {
  lock.held?.release().catch(() => undefined);
  lock.held = null;
}
