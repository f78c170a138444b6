/** The review of an import as data for other programs. */
import type { ImportReview } from "./decision.ts";

/** Version of the shape; it changes when a program that reads it would fail. */
const VERSION = 1;

/** JSON with the decisions in the order of the text; its file is called 导入核对.json. */
export function reviewJson(review: ImportReview): string {
  return `${JSON.stringify({ version: VERSION, ...review }, null, 2)}\n`;
}
