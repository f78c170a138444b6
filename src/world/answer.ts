/** Limits how long a disk may be silent: a network disk that has gone answers no call at all, and Node cannot take a call back. */

/** Longest wait for one answer of a disk, in milliseconds: a disk that has to start turning takes some ten seconds. */
export const ANSWER_TIME = 20_000;
/** The same while another call is already given up: its disk is most likely the same. */
const SHORT_TIME = 1000;
/** If this process was busy itself, the answer may have arrived without being read; in milliseconds. */
const GRACE = 1000;

/** Calls that have no answer yet: each of them holds a thread. */
const waiting = new Set<Promise<unknown>>();
/** Those that nobody waits for any more. */
const givenUp = new Set<Promise<unknown>>();

/** The answer to a call to a disk; rejects with a system error `ETIMEDOUT` after `time` milliseconds. The call itself is not ended. */
export async function answered<T>(call: Promise<T>, time: number = ANSWER_TIME): Promise<T> {
  waiting.add(call);
  const forget = (): void => void (waiting.delete(call), givenUp.delete(call));
  call.then(forget, forget);
  let timer: NodeJS.Timeout | null = null;
  const late = new Promise<never>((_, fail) => {
    const giveUp = (): void => {
      givenUp.add(call);
      fail(Object.assign(new Error(`no answer within ${time / 1000} s`), { code: "ETIMEDOUT" }));
    };
    timer = setTimeout(() => (timer = setTimeout(giveUp, GRACE)), givenUp.size > 0 ? Math.min(time, SHORT_TIME) : time);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}

/** Whether a call was given up and still has no answer: the thread that waits for it keeps this process from ending. */
export function isSilent(): boolean {
  return givenUp.size > 0;
}

/** Whether any call of now has no answer after these milliseconds. */
export async function isHeldUp(milliseconds: number): Promise<boolean> {
  const calls = [...waiting];
  if (calls.length > 0) await Promise.race([Promise.allSettled(calls), new Promise((done) => void setTimeout(done, milliseconds))]);
  return calls.some((call) => waiting.has(call));
}
