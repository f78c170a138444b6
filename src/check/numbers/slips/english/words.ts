/** The words of English prose without their endings. */

/** A word of a sentence. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly stem: string;
}

const WORD = /[A-Za-z](?:[A-Za-z]|&(?=[A-Za-z])|\d)*(?:\.\d+)?/g;

/** Research and development is R&D. */
const LONG = /\bresearch and development\b/gi;

export function wordsIn(written: string): Word[] {
  const text = written.replace(LONG, (words) => "R&D".padEnd(words.length));
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ start: index, end: index + word.length, text: word, stem: stemOf(word) }));
}

/** Forms that no ending makes. */
const IRREGULAR: Readonly<Record<string, string>> = { jobless: "unemployment", joblessness: "unemployment", spent: "spend", sold: "sale", built: "build", died: "death", born: "birth", grown: "grow", driven: "drive", flew: "flight", flown: "flight", taught: "teach", caught: "catch", children: "child", women: "woman", men: "man" };

/** A word without the endings that its forms have: completed, completions and completing are one. */
export function stemOf(word: string): string {
  let stem = IRREGULAR[word.toLowerCase()] ?? word.toLowerCase();
  if (stem.endsWith("ies") && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:s|x|z|ch|sh)es$/.test(stem) && stem.length > 4) stem = stem.slice(0, -2);
  else if (/[^s]s$/.test(stem) && stem.length > 3) stem = stem.slice(0, -1);
  const cut = stem.replace(/(?:ations?|ments?|ings?|ions?|ers?|ors?|ed|ly|e|y)$/, "");
  return cut.length >= 4 ? cut : stem;
}
