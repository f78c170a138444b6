/** The words of the workbooks inside charts, beyond those that the deck's own charts have. */
import type { Language } from "../../../model/deck.ts";

export interface SheetWords {
  /** In the cell of a rest that nobody published: its figure only sets the length. */
  readonly unpublishedRest: string;
  /** Head of the higher ends of ranges. */
  readonly upperEnd: string;
  /** Name of the arrows on a bar that is a lower bound. */
  readonly openEnd: string;
}

export function sheetWordsOf(language: Language): SheetWords {
  switch (language) {
    case "zh-CN":
      return { unpublishedRest: "按图推算，未公布", upperEnd: "区间上限", openEnd: "下限" };
    case "en":
      return { unpublishedRest: "drawn only, not published", upperEnd: "Upper end of the range", openEnd: "At least" };
  }
}
