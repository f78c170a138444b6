/** What the patterns of both languages are made of. */

export const NUMBER = "[+\\-−]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";

/** Any of the words, the longest that fits; the empty pattern of no words never fits. */
export function oneOf(words: readonly string[]): string {
  const sorted = words.toSorted((a, b) => b.length - a.length);
  return sorted.length === 0 ? "(?!)" : sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
}
