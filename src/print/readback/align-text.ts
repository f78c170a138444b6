/** Aligns two nearly equal texts character by character: what should be printed, and what the pages show. */

/** Characters that must agree for the texts to match again, and how far ahead to look for them. */
const [ALIKE, REACH] = [6, 2000] as const;

/**
 * For each character of `wanted` its position in `found`, or -1. Either text may have stretches that the other lacks: marks
 * before list items, headings, the stamp on drafts. If nothing within reach matches any more, the rest has no position.
 */
export function alignText(wanted: string, found: string): Int32Array {
  const positions = new Int32Array(wanted.length).fill(-1);
  let [at, there] = [0, 0];
  while (at < wanted.length && there < found.length) {
    if (wanted[at] !== found[there]) {
      const skip = findNext(wanted.slice(at, at + REACH), found.slice(there, there + REACH));
      if (skip === null) break;
      at += skip.wanted;
      there += skip.found;
    }
    positions[at] = there;
    at += 1;
    there += 1;
  }
  return positions;
}

/** The nearest place where both texts match again: how much of each comes before it. */
function findNext(wanted: string, found: string): { readonly wanted: number; readonly found: number } | null {
  let nearest: { readonly wanted: number; readonly found: number } | null = null;
  for (let skipped = 0; skipped < wanted.length && skipped < sumOf(nearest); skipped += 1) {
    const position = found.indexOf(wanted.slice(skipped, skipped + ALIKE));
    if (position >= 0 && skipped + position < sumOf(nearest)) nearest = { wanted: skipped, found: position };
  }
  return nearest;
}

function sumOf(skip: { readonly wanted: number; readonly found: number } | null): number {
  return skip === null ? Infinity : skip.wanted + skip.found;
}
