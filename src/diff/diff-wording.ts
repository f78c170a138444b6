/** Compares wording: passages added and removed, and the words changed within others. */
import { diffArrays } from "diff";
import type { WordPart } from "./changes.ts";
import type { EditionText } from "./slide-texts.ts";

/** Below this share of common characters, two passages are different ones, not one that changed. */
const ALIKE = 0.35;

/** Passages and words that may change between two editions before a comparison gives up looking for what stayed. */
const MOST_EDITS = 1_000;
/** Pairs of passages that are compared word by word. */
const MOST_PAIRS = 10_000;

/** Each changed passage as its stretches; passages that only show another figure of the same reference do not count. */
export function diffWording(before: readonly EditionText[], after: readonly EditionText[]): (readonly WordPart[])[] {
  const changed: (readonly WordPart[])[] = [];
  let gone: EditionText[] = [];
  let come: EditionText[] = [];
  const settle = (): void => {
    changed.push(...pairPassages(gone, come));
    gone = [];
    come = [];
  };
  const parts = diffArrays([...before], [...after], { comparator: (a, b) => (a.form ?? a.text) === (b.form ?? b.text), maxEditLength: MOST_EDITS });
  if (parts === undefined) return [...before.map(({ text }) => [{ type: "removed", text }] as const), ...after.map(({ text }) => [{ type: "added", text }] as const)];
  for (const part of parts) {
    if (part.removed) gone.push(...part.value);
    else if (part.added) come.push(...part.value);
    else settle();
  }
  settle();
  return changed;
}

/** Pairs the passages between two that stayed: the first that are alike are one that changed, the others were added or removed. */
function pairPassages(gone: readonly EditionText[], come: readonly EditionText[]): (readonly WordPart[])[] {
  const open = [...come];
  let left = MOST_PAIRS;
  const changed = gone.map((old): readonly WordPart[] => {
    for (const [index, now] of open.entries()) {
      if (left-- <= 0) break;
      const parts = diffWords(old.text, now.text);
      if (commonShare(parts) < ALIKE) continue;
      open.splice(index, 1);
      return parts;
    }
    return [{ type: "removed", text: old.text }];
  });
  return [...changed, ...open.map(({ text }): readonly WordPart[] => [{ type: "added", text }])];
}

const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });

/** Words as stretches; a number with its point is one word. Texts with too little in common are one removed and one added. */
export function diffWords(before: string, after: string): readonly WordPart[] {
  const parts = diffArrays(wordsIn(before), wordsIn(after), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [{ type: "removed", text: before }, { type: "added", text: after }];
  return parts.map((part) => ({ type: part.added ? "added" : part.removed ? "removed" : "same", text: part.value.join("") }));
}

function wordsIn(text: string): string[] {
  // A clause at a time: the segmenter's time grows with the square of the text's length.
  return (text.match(/[^，。；！？\n]{1,400}[，。；！？\n]?|[，。；！？\n]/gu) ?? []).flatMap((clause) => Array.from(SEGMENTER.segment(clause), ({ segment }) => segment));
}

function commonShare(parts: readonly WordPart[]): number {
  const length = (type: WordPart["type"]): number => parts.reduce((sum, part) => (part.type === type ? sum + part.text.length : sum), 0);
  const same = length("same");
  return same / Math.max(1, same + Math.max(length("removed"), length("added")));
}
