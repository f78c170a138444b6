/** Where a text has wordings that are right as they are. */

export interface Cover {
  /** Whether the character at `place` is inside such a wording. */
  readonly has: (text: string, place: number) => boolean;
}

/** The time of a question depends on the lengths of the wordings, not on their number. */
export function createCover(wordings: readonly string[]): Cover {
  const byLength = new Map<number, Set<string>>();
  for (const wording of wordings) byLength.set(wording.length, (byLength.get(wording.length) ?? new Set()).add(wording));
  const has: Cover["has"] = (text, place) => {
    for (const [length, known] of byLength) {
      for (let first = Math.max(0, place - length + 1); first <= place; first++) if (known.has(text.slice(first, first + length))) return true;
    }
    return false;
  };
  return { has };
}
