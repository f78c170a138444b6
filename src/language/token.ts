/** One word of running text as the rules on literal figures read it. */
import type { Period } from "../model/period.ts";
import type { Openness, Verb } from "./lexicon.ts";
import type { Piece } from "./wording.ts";

/** What the reader takes for the unit of a ratio: 12.6∶45.1∶42.3. */
export const RATIO = "∶";

/** Where a token stands. */
export interface Place {
  /** Offsets in the passage. */
  readonly start: number;
  readonly end: number;
}

export type Token = Place &
  (
    /** `inferred` where the sentence says only half of it. */
    | { readonly type: "name"; readonly id: string; readonly inferred?: boolean }
    | { readonly type: "bound"; readonly figure: NonNullable<Piece["figure"]> }
    /** A number with its words and unit, as written: 近9%, 150余万人; `figure` leaves out the unit. The unit is ∶ for a ratio, empty for 1.89. */
    | { readonly type: "literal"; readonly text: string; readonly figure: string; readonly unit: string; /** Whether it begins a range: 5%到8%. */ readonly ranged: boolean }
    | { readonly type: "place"; readonly text: string; readonly rank: number }
    /** `whole` unless it is the end of a year: 2021年末. */
    | { readonly type: "period"; readonly period: Period; readonly whole: boolean }
    /** The year that a figure is compared with: 比2020年. */
    | { readonly type: "base"; readonly period: Period }
    /** 是2010年的1.5倍: how many times as much as in a year; null where that year is not named. */
    | { readonly type: "multiple"; readonly since: Period | null }
    /** 今年 and 去年, as the day of the report sees them. */
    | { readonly type: "relative"; readonly year: "this" | "last" }
    /** Several years at once: 五年来; `years` is null where they are not counted, `since` is the year before the first, where that is known. */
    | { readonly type: "several"; readonly years: number | null; readonly since: number | null }
    /** A part of a year or an unknown year, which the following figures are about: 上半年, 明年. */
    | { readonly type: "elsewhen" }
    /** 由 and 从, before the first of two figures; 到 and 至, before the second. */
    | { readonly type: "from" | "until" }
    /** The reporting year: 全年, 一年来; `past` in 过去一年, which is the year before 今年 wherever it stands. */
    | { readonly type: "year"; readonly past: boolean }
    /** Leaves open which time a figure is for: 累计, 预计. */
    | { readonly type: "open"; readonly openness: Openness }
    | { readonly type: "verb"; readonly verb: Verb }
    /** The organisation itself: 全镇, 我镇, 甪直镇. */
    | { readonly type: "own" }
    /** 占…的比重, with the whole as written, null for 占比; with its figure, where the share is no indicator's. */
    | { readonly type: "share"; readonly whole: string | null }
    /** 年均, before growth of several years. */
    | { readonly type: "average" }
    /** 分别 */
    | { readonly type: "respectively" }
    /** What was done to as many as the figure says: 改造 before 老旧小区17个. */
    | { readonly type: "doing" }
    | { readonly type: "glue" }
    /** A punctuation mark within a sentence. */
    | { readonly type: "mark" }
    /** 、 and 和, which give a figure several names. */
    | { readonly type: "and" }
    | { readonly type: "other" }
  );
