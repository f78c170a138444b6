/** A browser keeps what animations leave behind until it needs the memory: on a screen that runs for weeks, hundreds of megabytes. */

/** Each change of slide leaves 7 KB behind in Chromium 156 (`node tests/bench/kiosk.mjs`). */
const CHANGES = 200;
/** More bytes than any browser gives to one buffer, though not more than its length may be. */
const TOO_MUCH = 2 ** 34;

/** Counts changes of slides; once there were enough, `endRound` has the browser collect. */
export function createCollector(): { readonly count: () => void; readonly endRound: () => void } {
  let changes = 0;
  return {
    count: () => void (changes += 1),
    endRound: () => {
      if (changes < CHANGES) return;
      changes = 0;
      collect();
    },
  };
}

/** A page cannot ask for a collection, but before Chromium refuses a buffer it collects all there is; that takes a tenth of a second, while a slide stands still. */
function collect(): void {
  try {
    void new ArrayBuffer(TOO_MUCH);
  } catch {
    // Refused, as it should be.
  }
}
