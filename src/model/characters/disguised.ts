/** Characters that look like others: digits of other scripts, letters of one alphabet inside words of another, radicals for Han. */
import type { OddCharacters } from "./kinds.ts";

/** Digits of other scripts and of mathematics, and the letters of mathematics. Full-width ones are reported by N03. */
const FOREIGN_DIGITS = /(?:(?![0-9０-９])\p{Nd})+(?:[.,](?:(?![0-9０-９])\p{Nd})+)*/gu;
const MATHEMATICAL = /[\u{1D400}-\u{1D6A5}]+/gu;
/** Letters, rings and strokes that pass for 0, 1, 3 or 6 between or beside digits; what has a use beside digits counts only between them. */
const IN_NUMBER =
  /(?<=[0-9][.,]?)[○◯〇ＯｏⅠⅼⅬ丨ОоЗзӀӏІібΟοΙօ]+(?=[.,]?[0-9])|(?<=[0-9][.,]?)[ОоЗзӀӏІібΟοΙօ]+(?![A-Za-z\p{Script=Cyrillic}\p{Script=Greek}])|(?<![A-Za-z\p{Script=Cyrillic}\p{Script=Greek}])[ОоЗзӀӏІібΟοΙօ]+(?=[.,]?[0-9])/gu;
/** Points and commas of other scripts, and a quote that passes for a comma. */
const SEPARATOR = /(?<=[0-9])[\u2024\u201A\u066B\u066C\uA4F8\uA4F9](?=[0-9])/gu;
const NOT_LATIN = /\P{Script=Latin}/gu;
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+/gu;
/** Same shape in print as the Latin letters below. */
const FOREIGN_LETTERS = "АВЕЅІЈКМНОРСТУХаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
const LATIN_LETTERS = "ABESIJKMHOPCTYXaeopcyxijshdqwABEZHIKMNOPTYXo";
const FOREIGN: ReadonlyMap<string, string> = new Map([...FOREIGN_LETTERS].map((letter, index) => [letter, LATIN_LETTERS.charAt(index)]));
const RADICALS = /[\u2E80-\u2FDF\uF900-\uFA0B]+/gu;
/** Radicals that Unicode does not decompose, with the character that looks the same (EquivalentUnifiedIdeograph.txt). */
const BARE_RADICALS = "⺁⺆⺈⺋⺠⺟⺴⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰";
const IDEOGRAPHS = "厂冂刀㔾民母囗虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙";
const IDEOGRAPH: ReadonlyMap<string, string> = new Map([...BARE_RADICALS].map((radical, index) => [radical, IDEOGRAPHS.charAt(index)]));
/** A number in its own script stands among letters of it, away from Han and other digits. */
const OTHER_TEXT = /[\p{Script=Han}\p{Script=Latin}0-9%％]/u;

export function findDisguised(text: string): readonly OddCharacters[] {
  return [
    ...find(text, FOREIGN_DIGITS, (written, start) => (isOwnScript(text, written, start) ? null : { replacement: toAscii(written) })),
    ...find(text, MATHEMATICAL, (written) => ({ replacement: written.normalize("NFKC") })),
    ...find(text, IN_NUMBER, () => ({ replacement: null })),
    ...find(text, SEPARATOR, (written) => ({ replacement: written.normalize("NFKC") === "." ? "." : null })),
    ...findMixedWords(text),
    ...find(text, RADICALS, (written) => ({ replacement: unify(written) })),
  ];
}

function find(text: string, pattern: RegExp, judge: (written: string, start: number) => Pick<OddCharacters, "replacement"> | null): readonly OddCharacters[] {
  const found: OddCharacters[] = [];
  for (const { 0: written, index } of text.matchAll(pattern)) {
    const odd = judge(written, index);
    if (odd !== null) found.push({ kind: "look-alike", start: index, end: index + written.length, ...odd });
  }
  return found;
}

/** Whether the digits belong to a text of their own script: letters of no other script and no other digits stand beside them. */
function isOwnScript(text: string, written: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start).trimEnd();
  const after = text.slice(start + written.length, start + written.length + 8).trimStart();
  const near = [...before].at(-1) ?? "";
  const next = [...after][0] ?? "";
  if (OTHER_TEXT.test(near) || OTHER_TEXT.test(next)) return false;
  return /(?![\p{Script=Han}\p{Script=Latin}])\p{L}/u.test(text) && !/^[\u{1D7CE}-\u{1D7FF}]/u.test(written);
}

/** The ASCII digits of the same values. */
function toAscii(written: string): string {
  return [...written].map((digit) => (/\p{Nd}/u.test(digit) ? String(digitValue(digit)) : digit)).join("");
}

/** Value of any decimal digit: Unicode keeps ten of a kind together, in order. */
export function digitValue(digit: string): number {
  const plain = digit.normalize("NFKC");
  if (/^[0-9]$/.test(plain)) return Number(plain);
  const point = digit.codePointAt(0)!;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (point - first) % 10;
}

/** Words with letters of two alphabets that look the same, and words that only pass for Latin ones. */
function findMixedWords(text: string): readonly OddCharacters[] {
  let other: boolean | null = null;
  return find(text, WORD, (word) => {
    const foreign = word.match(NOT_LATIN) ?? [];
    if (foreign.length === 0 || !foreign.every((letter) => FOREIGN.has(letter))) return null;
    // A line with other letters of that alphabet is written in it.
    other ??= [...text.matchAll(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu)].some(([letter]) => !FOREIGN.has(letter));
    if (foreign.join("") === word && other) return null;
    return { replacement: word.replace(NOT_LATIN, (letter) => FOREIGN.get(letter) ?? letter) };
  });
}

/** The Han characters that look the same; null where one has none. */
function unify(written: string): string | null {
  const unified = [...written].map((radical) => IDEOGRAPH.get(radical) ?? radical.normalize("NFKC")).join("");
  return /[\u2E80-\u2FDF]/.test(unified) ? null : unified;
}
