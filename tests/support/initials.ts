/** Makes the table of src/web/initials.txt: by letter, the Han characters whose pinyin begins with it. Readings come from pinyin-pro (MIT). */
import { chineseCharacters, readingsOf } from "./look-alikes.ts";

export function makeInitials(): string {
  const groups = new Map<string, string>();
  for (const character of chineseCharacters().all) {
    for (const initial of new Set(readingsOf(character).map((reading) => reading.charAt(0)).filter((letter) => /[a-z]/.test(letter)))) {
      groups.set(initial, (groups.get(initial) ?? initial) + character);
    }
  }
  return `${[...groups.values()].toSorted().join("\n")}\n`;
}
