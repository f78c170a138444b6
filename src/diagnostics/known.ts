/** Hints that offer the known words: the nearest first, then the whole list. */
import type { Text } from "./diagnostic.ts";
import { findNearest } from "./suggest.ts";

/** The longest list that a hint prints in full. */
const LIMIT = 40;

/** `did you mean "x"? Known: …`; `names` says what is listed (键, keys). `place` gives the place of the nearest word. */
export function knownHint(word: string, known: readonly string[], names: Text, place: (near: string) => string | null = () => null): Text {
  const near = findNearest(word, known);
  if (near === null) return listHint(known, names);
  const { zh, en } = listHint([near, ...known.filter((name) => name !== near)], names);
  const where = place(near);
  return {
    zh: `是不是“${near}”${where === null ? "" : `（${where}）`}？${zh}`,
    en: `did you mean "${near}"${where === null ? "" : ` (${where})`}? K${en.slice(1)}`,
  };
}

/** `known x: …`, for a word that is near none of them. */
export function listHint(known: readonly string[], names: Text): Text {
  const more = known.length > LIMIT;
  const shown = known.slice(0, LIMIT);
  return { zh: `可用的${names.zh}：${shown.join("、")}${more ? "等" : ""}。`, en: `known ${names.en}: ${shown.join(", ")}${more ? " …" : "."}` };
}
