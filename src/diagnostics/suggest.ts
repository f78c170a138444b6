/** Finds the word an author probably meant. */

/** Longer words are not slips of the pen, and comparing them would take time. */
const LONGEST = 80;

/**
 * The known word nearest to `word`; null when none is near. Nearness is Damerau–Levenshtein distance (one letter more, fewer or
 * different, or two swapped) within a third of the length; failing that, a word that starts with it. Case and width don't count.
 */
export function findNearest(word: string, known: readonly string[]): string | null {
  const wanted = fold(word);
  if (wanted.length === 0 || wanted.length > LONGEST) return null;
  let nearest: string | null = null;
  let best = Infinity;
  for (const candidate of known) {
    const folded = fold(candidate);
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, folded.length) / 3));
    if (folded.length > LONGEST || Math.abs(folded.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, folded);
    // A single character replaced by another has nothing in common with it.
    if (distance > limit || distance >= Math.max(wanted.length, folded.length)) continue;
    if (distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest ?? findExtension(wanted, known);
}

/** The shortest known word that begins with `wanted`, or that `wanted` begins with. */
function findExtension(wanted: string, known: readonly string[]): string | null {
  if (wanted.length < 2) return null;
  const fitting = known.filter((candidate) => {
    const folded = fold(candidate);
    return folded.length > 1 && (folded.startsWith(wanted) || wanted.startsWith(folded));
  });
  return fitting.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

function fold(word: string): string {
  return word.trim().normalize("NFKC").toLowerCase();
}

/** Optimal string alignment distance, in UTF-16 units. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
