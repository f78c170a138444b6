/** Compares wording: passages added and removed, and the words changed within others. */
import { diffArrays } from "diff";
import type { WordPart } from "./changes.ts";
import type { EditionText } from "./slide-texts.ts";

/** Below this share of common characters, two passages are different ones, not one that changed. */
const ALIKE = 0.35;

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
  for (const part of diffArrays([...before], [...after], { comparator: (a, b) => (a.form ?? a.text) === (b.form ?? b.text) })) {
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
  const changed = gone.map((old): readonly WordPart[] => {
    const candidates = open.map((now) => ({ now, parts: diffWords(old.text, now.text) }));
    const found = candidates.find(({ parts }) => commonShare(parts) >= ALIKE);
    if (found === undefined) return [{ type: "removed", text: old.text }];
    open.splice(open.indexOf(found.now), 1);
    return found.parts;
  });
  return [...changed, ...open.map(({ text }): readonly WordPart[] => [{ type: "added", text }])];
}

const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });

/** Words as stretches; a number with its point is one word. */
export function diffWords(before: string, after: string): readonly WordPart[] {
  return diffArrays(wordsIn(before), wordsIn(after)).map((part) => ({ type: part.added ? "added" : part.removed ? "removed" : "same", text: part.value.join("") }));
}

function wordsIn(text: string): string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

function commonShare(parts: readonly WordPart[]): number {
  const length = (type: WordPart["type"]): number => parts.reduce((sum, part) => (part.type === type ? sum + part.text.length : sum), 0);
  const same = length("same");
  return same / Math.max(1, same + Math.max(length("removed"), length("added")));
}
