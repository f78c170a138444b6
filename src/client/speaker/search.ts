/** Finds slides by number, by words of the title, or by the initials of its pinyin. */
import type { DeckData } from "../../model/deck-data.ts";

/** What people type between words. */
const GAPS = /[\s,.，。、：:·“”《》（）()-]+/g;

/** Returns the 0-based indexes of the slides that match, in order; all for nothing typed. */
export function createSearch({ slides, initials }: Pick<DeckData, "slides" | "initials">): (typed: string) => readonly number[] {
  const letters = new Map<string, string>();
  for (const [letter, characters] of Object.entries(initials)) {
    for (const character of characters) letters.set(character, (letters.get(character) ?? "") + letter);
  }
  const titles = slides.map(({ title }) => title.toLowerCase().replace(GAPS, ""));
  return (typed) => {
    const wanted = typed.normalize("NFKC").toLowerCase().replace(GAPS, "");
    const all = [...titles.keys()];
    if (wanted === "") return all;
    const page = /^\d+$/.test(wanted) ? Number(wanted) - 1 : -1;
    if (titles[page] !== undefined) return [page];
    return all.filter((index) => titles[index]!.includes(wanted) || (/^[a-z]+$/.test(wanted) && soundsLike([...titles[index]!], wanted, letters)));
  };
}

/** Whether some run of characters has these initials; characters of several readings match each of them. */
function soundsLike(title: readonly string[], wanted: string, letters: ReadonlyMap<string, string>): boolean {
  const matches = (start: number): boolean => [...wanted].every((letter, offset) => {
    const character = title[start + offset];
    return character !== undefined && (character === letter || (letters.get(character) ?? "").includes(letter));
  });
  return title.some((_, start) => matches(start));
}
