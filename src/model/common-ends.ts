/** What two texts, or the bytes of two files, have in common at their ends: the rest is the change between them. */

/** Lengths of the common beginning and, of what is left of both, of the common end. */
export function commonEnds<T>(one: ArrayLike<T>, other: ArrayLike<T>): { readonly head: number; readonly tail: number } {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return { head, tail };
}
