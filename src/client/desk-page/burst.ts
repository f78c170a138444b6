/** Which edits are one to the person who made them: a word that is typed without a pause. */

/** In milliseconds: keys that follow each other sooner are taken back together, but no longer a burst than the second. */
const GAP = 500;
const LONGEST = 5000;

export interface Burst {
  /** Something was changed: by a key, or by a press that is a step of its own. */
  readonly note: (typed: boolean) => void;
  /** Whether what is written now goes on with what was written before; asked once for each edit. */
  readonly goesOn: () => boolean;
  readonly end: () => void;
}

export function createBurst(): Burst {
  let [begun, last, fresh] = [-Infinity, -Infinity, true];
  const end = (): void => void ([last, fresh] = [-Infinity, true]);
  return {
    note: (typed) => {
      const now = performance.now();
      if (now - last > GAP || now - begun > LONGEST || !typed) [begun, fresh] = [now, true];
      last = typed ? now : -Infinity;
    },
    goesOn: () => {
      const goes = !fresh;
      fresh = false;
      return goes;
    },
    end,
  };
}
