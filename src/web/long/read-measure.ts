/** Validates what the script in a long page measured: a page contains what others wrote. */
import type { LongMeasure, LongPart } from "../../model/long-page.ts";

/** Throws if the answer is invalid: then script and reader do not belong together. */
export function parseLongMeasure(answer: unknown): LongMeasure {
  if (!isRecord(answer) || typeof answer["height"] !== "number" || !Array.isArray(answer["parts"]) || !answer["parts"].every(isPart)) throw new TypeError("the long page was not measured");
  return { height: answer["height"], parts: answer["parts"] };
}

function isPart(value: unknown): value is LongPart {
  return isRecord(value) && typeof value["top"] === "number" && typeof value["bottom"] === "number" && typeof value["text"] === "string" && Array.isArray(value["gaps"]) && value["gaps"].every((gap) => typeof gap === "number");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
