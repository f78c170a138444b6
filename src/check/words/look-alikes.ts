/** Characters that are mistaken for one another, and those whose exchange is meant to name something else. */
import TABLE from "./look-alikes.txt?raw";

/** Mixed up in practice, although neither their sounds nor their shapes as a whole are alike. */
const KNOWN: readonly string[] = ["甪角用甩"];
/** Numbers, directions, sizes and so on: 六期 is not a slip for 八期. */
const SERIES = "〇零一二两三四五六七八九十百千万亿0123456789甲乙丙丁东西南北中上下左右前后内外大小高低多少新老旧初末正副男女省市县区镇乡村";

/** One more or less of these makes another name: 大, 新, 镇. */
const NAME_PARTS = "一二三四五六七八九十东西南北中上下前后内外大小高低新老旧省市县区镇乡村";

/** By character, the numbers of the groups that it stands in. */
type Groups = ReadonlyMap<string, readonly number[]>;

let kept: { readonly sounds: Groups; readonly shapes: Groups } | null = null;

/** The table is made and described by `tests/support/look-alikes.ts`. */
function readTable(): { readonly sounds: Groups; readonly shapes: Groups } {
  const [sounds = "", shapes = ""] = TABLE.split("\n\n");
  // A line says what its first character is like, not what the others are.
  const pairs = shapes.split("\n").flatMap(([first = "", ...others]) => others.map((other) => first + other));
  return { sounds: groupsOf(sounds.split("\n")), shapes: groupsOf([...KNOWN, ...pairs]) };
}

function groupsOf(lines: readonly string[]): Groups {
  const groups = new Map<string, number[]>();
  lines.forEach((line, number) => {
    for (const character of line) {
      const own = groups.get(character);
      if (own === undefined) groups.set(character, [number]);
      else own.push(number);
    }
  });
  return groups;
}

function areTogether(a: string, b: string, groups: Groups): boolean {
  const second = groups.get(b);
  return a !== b && second !== undefined && (groups.get(a)?.some((group) => second.includes(group)) ?? false);
}

/** Whether two characters are known to be taken for one another, wherever they stand. */
export function areKnown(a: string, b: string): boolean {
  return a !== b && KNOWN.some((group) => group.includes(a) && group.includes(b));
}

/** Whether two characters look alike, or sound alike: the same syllable, whatever the tone. */
export function areAlike(a: string, b: string): boolean {
  kept ??= readTable();
  return areTogether(a, b, kept.shapes) || areTogether(a, b, kept.sounds);
}

/** Whether putting one character for the other names another member of a series. */
export function areSeries(a: string, b: string): boolean {
  return SERIES.includes(a) && SERIES.includes(b);
}

/** Whether one such character more or less makes another name rather than a slip. */
export function isNamePart(character: string): boolean {
  return NAME_PARTS.includes(character);
}
