/**
 * Looks for edits that the system does not report: on network drives, in folders shared with a virtual machine, behind links.
 * Only stamps (time and size) are asked for, so that a round of a few dozen files costs about a millisecond.
 */

/** Milliseconds between two rounds; a slow drive gets at least `REST` times the time of a round to itself. */
const PAUSE = 1000;
const REST = 20;

/** Calls `touch` with each path that a round finds. A round must not fail. */
export function startPatrol(findStale: () => Promise<readonly string[]>, touch: (path: string) => void): { readonly end: () => void } {
  let ended = false;
  let timer: NodeJS.Timeout;
  const round = async (): Promise<void> => {
    const started = performance.now();
    const stale = await findStale();
    if (ended) return;
    stale.forEach(touch);
    plan(performance.now() - started);
  };
  const plan = (took: number): void => {
    timer = setTimeout(() => void round(), Math.max(PAUSE, REST * took)).unref();
  };
  plan(0);
  return {
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}
