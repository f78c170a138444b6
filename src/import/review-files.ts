/** The review of an import as files beside the project. */
import type { ImportReview } from "./decision.ts";
import { reviewJson } from "./review-json.ts";
import { renderReview } from "./review-page.ts";

export const REVIEW_NAMES = { "zh-CN": "导入核对", en: "import-review" } as const;

/** What was taken for what, for a person and for a program; named in the report's language. */
export function reviewFiles(review: ImportReview): [path: string, bytes: Uint8Array][] {
  const name = REVIEW_NAMES[review.lang];
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [[`${name}.html`, encode(renderReview(review))], [`${name}.json`, encode(reviewJson(review))]];
}
