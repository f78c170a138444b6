/** V05: names, and numbers with their units, stay on one line; a title does not end with a line of one character, and no line anywhere is a mark alone. */
import type { BrokenBlock } from "../../model/page-fault.ts";
import type { Stretch } from "../../render/line-break.ts";

/** What was broken, or the character that stands alone. */
export type BreakFault = { readonly type: "broken-name"; readonly slide: string; readonly text: string } | { readonly type: "lone-character"; readonly slide: string; readonly text: string; readonly character: string };

const HAN = /\p{Script=Han}/gu;

/** `findStretches` finds what must stay whole in a text; `names` are the protected words among them. */
export function findBreakFaults(block: BrokenBlock, findStretches: (text: string) => readonly Stretch[], names: readonly string[]): readonly BreakFault[] {
  return [...findBroken(block, findStretches, names), ...findLone(block)];
}

function findBroken({ slide, lines }: BrokenBlock, findStretches: (text: string) => readonly Stretch[], names: readonly string[]): readonly BreakFault[] {
  const text = lines.join("");
  const longest = Math.max(...lines.map(({ length }) => length));
  const ends = lines.slice(0, -1).map((_, index) => lines.slice(0, index + 1).join("").length);
  return findStretches(text).flatMap(({ from, to }): BreakFault[] => {
    const words = text.slice(from, to);
    if (!ends.some((end) => from < end && end < to)) return [];
    // Some Han characters are numerals only by chance (统一部署), and a stretch longer than every line cannot fit on one.
    const known = /\d/.test(words) || names.some((name) => words.includes(name));
    return known && words.length <= longest ? [{ type: "broken-name", slide, text: words }] : [];
  });
}

/** A line of marks that close something: what they belong to stands on the line before. */
const MARKS = /^[，。、；：？！）》」』】〕”’…]+$/u;

function findLone({ slide, title, lines }: BrokenBlock): readonly BreakFault[] {
  const mark = lines.slice(1).map((line) => line.trim()).find((line) => MARKS.test(line));
  if (mark !== undefined) return [{ type: "lone-character", slide, text: lines.join("").trim(), character: mark }];
  const last = lines.at(-1) ?? "";
  const alone = last.match(HAN);
  const other = last.replaceAll(/[\p{Script=Han}\p{P}\s]/gu, "");
  return title && alone?.length === 1 && other === "" ? [{ type: "lone-character", slide, text: lines.join("").trim(), character: alone[0] }] : [];
}
