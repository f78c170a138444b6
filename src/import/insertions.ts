/** Words put into a text or blanked in it, and the way back to the text as written. */
export interface Expanded {
  readonly text: string;
  /** Where the character at an offset stands in the text as written. */
  readonly at: (offset: number) => number;
}

/** Words that the text does not have, and where they belong. */
export interface Insertion {
  readonly at: number;
  readonly words: string;
}

/** Of several words for one place the first are taken. */
export function insert(text: string, wanted: readonly Insertion[]): Expanded {
  const places = new Set<number>();
  const inserted = wanted.toSorted((a, b) => a.at - b.at).filter(({ at }) => !places.has(at) && places.add(at));
  if (inserted.length === 0) return { text, at: (offset) => offset };
  let [read, from] = ["", 0];
  for (const { at, words } of inserted) {
    read += text.slice(from, at) + words;
    from = at;
  }
  return {
    text: read + text.slice(from),
    at: (offset) => {
      let left = offset;
      for (const { at, words } of inserted) {
        if (left <= at) break;
        left = Math.max(at, left - words.length);
      }
      return left;
    },
  };
}

/** The text with blanks for what `pattern` finds, so that every offset stays. */
export function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (words) => " ".repeat(words.length));
}
