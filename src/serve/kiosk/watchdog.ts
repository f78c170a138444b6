/** When the window of a screen is opened again: a state machine without a clock of its own. */

export interface WatchTimes {
  /** Milliseconds from the opening of a window to its first word. */
  readonly start: number;
  /** Milliseconds without a word from a page that spoke before: it hangs, or its renderer has crashed. */
  readonly silence: number;
  /** Milliseconds from the end of the browser to its restart: an earlier window may have taken the page over. */
  readonly grace: number;
  /** The first pause after a failure; each further one is twice as long, up to `longest`. */
  readonly pause: number;
  readonly longest: number;
  /** A window that has played for so long clears the failures before it. */
  readonly healthy: number;
}

export const WATCH_TIMES: WatchTimes = { start: 60_000, silence: 15_000, grace: 3000, pause: 1000, longest: 60_000, healthy: 300_000 };

/** What is known of a window; all times in milliseconds of one clock that never jumps. */
export interface Watched {
  /** Null before the first one, or while it is closed. */
  readonly opened: number | null;
  /** The last word of its page. */
  readonly heard: number | null;
  /** When its process ended. */
  readonly ended: number | null;
  /** Failures one after the other. */
  readonly failures: number;
  /** When the last failure was seen. */
  readonly failed: number;
}

export const UNWATCHED: Watched = { opened: null, heard: null, ended: null, failures: 0, failed: 0 };

/** Why a window is opened again. */
export type Failure = "crashed" | "silent" | "did-not-start";

/** What to do now: open a window, close one that failed, or wait. */
export type Duty = { readonly duty: "open" } | { readonly duty: "close"; readonly failure: Failure } | { readonly duty: "wait" };

export function dutyOf(watched: Watched, now: number, times: WatchTimes): Duty {
  const { opened, heard, ended, failures, failed } = watched;
  if (opened === null) return failures === 0 || now - failed >= pauseAfter(failures, times) ? { duty: "open" } : { duty: "wait" };
  const spoke = heard !== null && heard >= opened ? heard : null;
  if (ended !== null && now - Math.max(ended, spoke ?? 0) >= times.grace) return { duty: "close", failure: "crashed" };
  if (spoke === null) return now - opened >= times.start ? { duty: "close", failure: "did-not-start" } : { duty: "wait" };
  return now - spoke >= times.silence ? { duty: "close", failure: "silent" } : { duty: "wait" };
}

/** The state after this command itself stood still for `slept` milliseconds (a suspended machine, a paused container): nobody listened meanwhile, so nobody was silent. */
export function afterSleep(watched: Watched, slept: number): Watched {
  const later = (time: number | null): number | null => (time === null ? null : time + slept);
  return { ...watched, opened: later(watched.opened), heard: later(watched.heard), ended: later(watched.ended) };
}

/** The state after a window has failed at `now`. */
export function afterFailure(watched: Watched, now: number, times: WatchTimes): Watched {
  const played = watched.opened !== null && watched.heard !== null && watched.heard - watched.opened >= times.healthy;
  return { opened: null, heard: null, ended: null, failures: played ? 1 : watched.failures + 1, failed: now };
}

function pauseAfter(failures: number, { pause, longest }: WatchTimes): number {
  return Math.min(longest, pause * 2 ** Math.min(30, failures - 1));
}
