/** The initials of pinyin by which the speaker window finds slides. */
import TABLE from "./initials.txt?raw";

/** The Han characters of some texts by the letter that their pinyin begins with; one of several readings stands under each. */
export function initialsOf(texts: readonly string[]): Readonly<Record<string, string>> {
  const used = new Set(texts.join(""));
  // The table is made and described by `tests/support/initials.ts`.
  return Object.fromEntries(
    TABLE.split("\n").flatMap(([letter = "", ...characters]) => {
      const own = characters.filter((character) => used.has(character)).join("");
      return own === "" ? [] : [[letter, own]];
    }),
  );
}
