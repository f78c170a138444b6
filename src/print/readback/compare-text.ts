/** Whether printed pages contain everything that should be printed, whatever the order of the pieces. */
import type { Passage } from "./expected-pdf.ts";

/**
 * The first passage that lost something, with the lost characters; null if nothing is lost. Characters
 * are counted, so that neither painting order nor line breaks matter: a shortfall is certainly a loss.
 */
export function findLost(passages: readonly Passage[], pages: readonly string[]): { readonly passage: Passage; readonly lost: string } | null {
  for (const [page, wanted] of groupByPage(passages)) {
    const text = foldText(page === null ? pages.join("") : (pages[page - 1] ?? ""));
    const missing = subtract(countCharacters(wanted.map((passage) => foldText(passage.text)).join("")), countCharacters(text));
    if (missing.size === 0) continue;
    const hit = wanted.filter((passage) => [...foldText(passage.text)].some((character) => missing.has(character)));
    const [first] = hit;
    // Usually a whole passage is missing; if each is still found somewhere, one of them occurred twice.
    const passage = hit.find((one) => !text.includes(foldText(one.text))) ?? first;
    if (passage !== undefined) return { passage, lost: [...missing].map(([character, count]) => character.repeat(count)).join("") };
  }
  return null;
}

/** Letters folded for comparison: one form of each, no case (style sheets may change it), nothing that is invisible on paper. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}]+/gu, "");
}

function groupByPage(passages: readonly Passage[]): ReadonlyMap<number | null, readonly Passage[]> {
  const groups = new Map<number | null, Passage[]>();
  for (const passage of passages) {
    const group = groups.get(passage.page) ?? [];
    group.push(passage);
    groups.set(passage.page, group);
  }
  return groups;
}

function countCharacters(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

function subtract(wanted: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const short = [...wanted].map(([character, count]) => [character, count - (found.get(character) ?? 0)] as const);
  return new Map(short.filter(([, count]) => count > 0));
}
