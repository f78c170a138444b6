/** Which paragraphs of a new document take the place of which of the old: those that are the same, then in each gap those that are alike, in order. */

/** One of the two is null where a paragraph is new, or is gone. */
export interface Pair {
  readonly before: number | null;
  readonly now: number | null;
}

/** How alike two paragraphs must be, as the share of their pairs of characters that both have. */
const ALIKE = 0.5;
/** Longest gap in which paragraphs are compared each with each: a longer one is all gone and all new. */
const LONGEST_GAP = 400;

/** In the order of both; what is gone comes before what is new. */
export function alignParagraphs(before: readonly string[], now: readonly string[]): Pair[] {
  const same = longestCommon(before, now, (a, b) => a === b);
  const pairs: Pair[] = [];
  let [from, at] = [0, 0];
  for (const [one, other] of [...same, [before.length, now.length] as const]) {
    pairs.push(...alignGap(before.slice(from, one), now.slice(at, other)).map((pair) => ({ before: pair.before === null ? null : pair.before + from, now: pair.now === null ? null : pair.now + at })));
    if (one < before.length) pairs.push({ before: one, now: other });
    [from, at] = [one + 1, other + 1];
  }
  return pairs;
}

function alignGap(before: readonly string[], now: readonly string[]): Pair[] {
  const small = before.length <= LONGEST_GAP && now.length <= LONGEST_GAP;
  const [old, fresh] = [before.map(pairsOf), now.map(pairsOf)];
  const alike = small ? longestCommonAt(before.length, now.length, (a, b) => likeness(old[a]!, fresh[b]!) >= ALIKE) : [];
  const pairs: Pair[] = [];
  let [from, at] = [0, 0];
  for (const [one, other] of [...alike, [before.length, now.length] as const]) {
    for (let gone = from; gone < one; gone++) pairs.push({ before: gone, now: null });
    for (let added = at; added < other; added++) pairs.push({ before: null, now: added });
    if (one < before.length) pairs.push({ before: one, now: other });
    [from, at] = [one + 1, other + 1];
  }
  return pairs;
}

/** Figures and years change from year to year: they count as one sign. */
function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.replace(/[\d〇一二三四五六七八九十.,]+/g, "0");
  return new Set(plain.length < 2 ? [plain] : Array.from({ length: plain.length - 1 }, (_, index) => plain.slice(index, index + 2)));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

/** Texts that come once in each are matched first, so that long documents take no square of time. */
function longestCommon(before: readonly string[], now: readonly string[], equal: (a: string, b: string) => boolean): (readonly [number, number])[] {
  let start = 0;
  while (start < before.length && start < now.length && equal(before[start]!, now[start]!)) start += 1;
  let end = 0;
  while (end < before.length - start && end < now.length - start && equal(before[before.length - 1 - end]!, now[now.length - 1 - end]!)) end += 1;
  const [oldMiddle, newMiddle] = [before.slice(start, before.length - end), now.slice(start, now.length - end)];
  const middle = longestCommonAt(oldMiddle.length, newMiddle.length, (a, b) => equal(oldMiddle[a]!, newMiddle[b]!));
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([a, b]) => [a + start, b + start] as const),
    ...Array.from({ length: end }, (_, index) => [before.length - end + index, now.length - end + index] as const),
  ];
}

/** The longest common subsequence by its usual table. */
function longestCommonAt(rows: number, columns: number, equal: (a: number, b: number) => boolean): (readonly [number, number])[] {
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const matches = new Uint8Array(rows * columns);
  for (let a = rows - 1; a >= 0; a--) {
    for (let b = columns - 1; b >= 0; b--) {
      const match = equal(a, b);
      if (match) matches[a * columns + b] = 1;
      lengths[a * width + b] = match ? lengths[(a + 1) * width + b + 1]! + 1 : Math.max(lengths[(a + 1) * width + b]!, lengths[a * width + b + 1]!);
    }
  }
  const found: (readonly [number, number])[] = [];
  for (let [a, b] = [0, 0]; a < rows && b < columns; ) {
    if (matches[a * columns + b] === 1 && lengths[a * width + b] === lengths[(a + 1) * width + b + 1]! + 1) found.push([a++, b++]);
    else if (lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!) a += 1;
    else b += 1;
  }
  return found;
}
