/** Building blocks for the patterns of both languages. */

export const NUMBER = "[+\\-−]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";

/** Any of the words, longest first; with no words, a pattern that never matches. */
export function oneOf(words: readonly string[]): string {
  const sorted = words.toSorted((a, b) => b.length - a.length);
  return sorted.length === 0 ? "(?!)" : sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|");
}
