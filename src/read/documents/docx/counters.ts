/** Counts the numbered paragraphs of a document, so that each gets the number that a word processor shows before it. */
import { formatNumber } from "./number-formats.ts";
import type { List, ListLevel } from "./numbering.ts";

export class Counters {
  readonly #lists: ReadonlyMap<string, List>;
  /** Last number of each level, by the list that others share; null before the first. */
  readonly #last = new Map<string, (number | null)[]>();
  /** Lists and levels that have begun. */
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, List>) {
    this.#lists = lists;
  }

  /** The level of a list that belongs to a style; null if no level says so. */
  levelOf(list: string, style: string): number | null {
    const found = this.#lists.get(list)?.levels.findIndex((level) => level.style === style) ?? -1;
    return found === -1 ? null : found;
  }

  /** The number of the next paragraph of this list and level, as shown: `（一）`. "" for lists without numbers. */
  next(id: string, level: number): string {
    const list = this.#lists.get(id);
    const own = list?.levels[level];
    if (list === undefined || own === undefined) return "";
    const numbers = this.#last.get(list.shared) ?? list.levels.map(() => null);
    this.#last.set(list.shared, numbers);
    const again = this.#begun.has(`${id} ${level}`) ? undefined : list.starts.get(level);
    this.#begun.add(`${id} ${level}`);
    const last = numbers[level] ?? null;
    numbers[level] = again ?? (last === null ? own.start : last + 1);
    list.levels.forEach(({ restart }, below) => {
      if (below > level && (restart === null || level < restart)) numbers[below] = null;
    });
    return labelOf(list, own, numbers);
  }
}

function labelOf(list: List, own: ListLevel, numbers: readonly (number | null)[]): string {
  if (own.format === "bullet") return bulletOf(own.text);
  const text = own.text.replaceAll(/%([1-9])/g, (_all, digit: string) => {
    const level = list.levels[Number(digit) - 1]!;
    return formatNumber(numbers[Number(digit) - 1] ?? level.start, own.legal ? "decimal" : level.format, level.pattern);
  });
  const label = text.trim();
  // 第一章总则 and 1项目 would run together; （一）, 1、 and ① need no blank.
  const apart = label !== "" && (own.blankAfter === "space" || (own.blankAfter === "tab" && /[\p{L}\p{Nd}]$/u.test(label)));
  return apart ? `${label} ` : label;
}

/** A long dash is a mark of the text (GB/T 15834—2011, 4.13.3.4); dots and signs of symbol fonts are mere decoration. */
function bulletOf(text: string): string {
  return /^[—―]{1,2}$/.test(text.trim()) ? text.trim() : "";
}
