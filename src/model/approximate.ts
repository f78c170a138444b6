/** Words that make a figure approximate, and the range of values each stands for; see docs/approximate-words.md. */

/** exact; nearly 近, 不足; about 约, 左右; at-least 以上, 超, 余, 突破, 不低于; at-most 以内, 不超过, 低于; range 5%—5.5%. */
export type Qualifier = "exact" | "nearly" | "about" | "at-least" | "at-most" | "range";

/**
 * The values a word allows for a number v: `under` [v − w, v), `below` and `short-of` (−∞, v), `around` [v − w, v + w], `from` [v, ∞), `above`
 * (v, ∞), `little-above` (v, v + u), `up-to` (−∞, v]. Here u is one unit of v's last digit before any trailing zeros (1 for 148,
 * 10 for 150, 0.1 for 8.6). w is u, or a tenth of a round number with one significant digit (1 for 10, 20 for 200).
 *
 * 以上, 以下 and 以内 include the number itself; 超过 and 不满 do not (Civil Code of the PRC, article 1259). GB/T 8170-2008, 4.2.1 agrees
 * for 不足, 超过, 至少, 不低于 and 不超过. No standard gives 近, 约, 左右, 余 or 多 a width: u and w are a convention of this check.
 */
export type Meaning = "under" | "short-of" | "below" | "around" | "from" | "above" | "little-above" | "up-to";

/** One approximate word, and whether it comes before or after the number. */
export interface ApproximateWord {
  readonly word: string;
  readonly side: "before" | "after";
  readonly meaning: Meaning;
}

/** A longer word comes before any word it begins with. */
export const APPROXIMATE_WORDS: readonly ApproximateWord[] = [
  ...words("before", "from", "不低于", "不少于", "不小于", "至少", "≥", "at least ", "no less than ", "not less than ", "no lower than ", "not lower than ", "no fewer than ", "not fewer than "),
  ...words("before", "up-to", "不超过", "不高于", "不大于", "不多于", "至多", "最多", "≤", "no more than ", "not more than ", "no higher than ", "not higher than ", "at most ", "up to ", "within "),
  ...words("before", "above", "超过", "突破", "高于", "多于", "超", "逾", ">", "＞", "over ", "more than ", "above ", "upwards of "),
  ...words("before", "short-of", "不足", "不到"),
  ...words("before", "below", "低于", "少于", "<", "＜", "less than ", "fewer than ", "below ", "under "),
  ...words("before", "under", "接近", "将近", "近", "nearly ", "almost ", "close to "),
  ...words("before", "around", "大约", "大概", "约", "about ", "around ", "approximately ", "roughly ", "some "),
  ...words("after", "around", "左右", "上下"),
  ...words("after", "from", "及以上", "以上", " or more", " or above", " or higher"),
  ...words("after", "up-to", "及以下", "以内", "以下", "之内", " or less", " or below", " or lower"),
  ...words("after", "little-above", "有余", "余", "多"),
];

/** The qualifier that charts and cards use for a meaning. */
export function qualifierOf(meaning: Meaning): Exclude<Qualifier, "exact" | "range"> {
  switch (meaning) {
    case "under":
    case "short-of":
      return "nearly";
    case "around":
      return "about";
    case "from":
    case "above":
    case "little-above":
      return "at-least";
    case "below":
    case "up-to":
      return "at-most";
  }
}

/** The approximate word on one side of a figure's text; null for none. */
export function findApproximateWord(raw: string, side: ApproximateWord["side"]): ApproximateWord | null {
  return APPROXIMATE_WORDS.find((known) => known.side === side && (side === "before" ? raw.startsWith(known.word) : raw.endsWith(known.word))) ?? null;
}

function words(side: ApproximateWord["side"], meaning: Meaning, ...all: readonly string[]): ApproximateWord[] {
  return all.map((word) => ({ word, side, meaning }));
}
