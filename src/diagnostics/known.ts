/** Hints that offer the known words: the nearest first, then the whole list. */
import type { Text } from "./diagnostic.ts";
import { findNearest } from "./suggest.ts";

/** The longest list that a hint prints in full. */
const LIMIT = 40;

/** `did you mean "x"? Known: …`; `names` says what is listed (键, keys). `place` gives the place of the nearest word. */
export function knownHint(word: string, known: readonly string[], names: Text, place: (near: string) => string | null = () => null): Text {
  const near = findNearest(word, known);
  const listed = near === null ? known : [near, ...known.filter((name) => name !== near)];
  const more = listed.length > LIMIT;
  const shown = listed.slice(0, LIMIT);
  const where = near === null ? null : place(near);
  const zh = `可用的${names.zh}：${shown.join("、")}${more ? "等" : ""}。`;
  const en = `${names.en}: ${shown.join(", ")}${more ? " …" : "."}`;
  if (near === null) return { zh, en: `known ${en}` };
  return {
    zh: `是不是“${near}”${where === null ? "" : `（${where}）`}？${zh}`,
    en: `did you mean "${near}"${where === null ? "" : ` (${where})`}? Known ${en}`,
  };
}
