/** When a screen's window is opened again, and how long it waits. */
import { expect, it } from "vitest";
import { afterFailure, afterSleep, dutyOf, UNWATCHED, type Watched, type WatchTimes } from "../../src/serve/kiosk/watchdog.ts";

const TIMES: WatchTimes = { start: 60_000, silence: 15_000, grace: 3000, pause: 1000, longest: 60_000, healthy: 300_000 };
const playing = (changes: Partial<Watched> = {}): Watched => ({ ...UNWATCHED, opened: 1000, heard: 5000, ...changes });

it.each([
  ["opens the first window at once", UNWATCHED, 0, { duty: "open" }],
  ["waits while the page speaks", playing(), 19_999, { duty: "wait" }],
  ["closes a page that fell silent", playing(), 20_000, { duty: "close", failure: "silent" }],
  ["gives a window time to start", playing({ heard: null }), 60_999, { duty: "wait" }],
  ["closes one that did not", playing({ heard: null }), 61_000, { duty: "close", failure: "did-not-start" }],
  ["does not take an earlier page's word for the new one's", playing({ opened: 6000 }), 66_000, { duty: "close", failure: "did-not-start" }],
  ["waits a moment when the browser has ended", playing({ ended: 6000 }), 8999, { duty: "wait" }],
  ["then opens it again", playing({ ended: 6000 }), 9000, { duty: "close", failure: "crashed" }],
  ["but not while another window of it speaks", playing({ ended: 6000, heard: 8000 }), 10_999, { duty: "wait" }],
] as const)("%s", (_what, watched, now, duty) => {
  expect(dutyOf(watched, now, TIMES)).toEqual(duty);
});

it("blames no window for the time in which the command itself stood still", () => {
  const slept = 8 * 3_600_000;
  for (const watched of [playing(), playing({ heard: null }), playing({ ended: 6000 })]) {
    for (const now of [6000, 9000, 20_000, 61_000]) expect(dutyOf(afterSleep(watched, slept), now + slept, TIMES)).toEqual(dutyOf(watched, now, TIMES));
  }
  expect(dutyOf(afterSleep(UNWATCHED, slept), slept, TIMES)).toEqual({ duty: "open" });
});

it("waits twice as long after each failure, a minute at most, and forgets them after five good minutes", () => {
  let watched: Watched = UNWATCHED;
  let now = 0;
  const pauses: number[] = [];
  for (let failure = 0; failure < 9; failure += 1) {
    watched = afterFailure({ ...watched, opened: now }, now, TIMES);
    const failed = now;
    while (dutyOf(watched, now, TIMES).duty === "wait") now += 100;
    pauses.push(now - failed);
  }
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  expect(afterFailure({ ...watched, opened: now, heard: now + 300_000 }, now + 400_000, TIMES).failures).toBe(1);
});
