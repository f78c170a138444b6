/** Validates the answer of the script in a page: a page contains what others wrote. */
import { FAULT_TYPES, type BrokenBlock, type PageFault, type PageMeasure } from "../../model/page-fault.ts";

/** Throws if the answer is invalid: then script and reader do not belong together. */
export function parseMeasure(answer: unknown): PageMeasure {
  if (!isRecord(answer) || typeof answer["started"] !== "boolean") throw new TypeError("the page was not measured");
  return { started: answer["started"], faults: listOf(answer["faults"], isFault), blocks: listOf(answer["blocks"], isBlock) };
}

function listOf<T>(value: unknown, isOne: (one: unknown) => one is T): readonly T[] {
  if (Array.isArray(value) && value.every(isOne)) return value;
  throw new TypeError("the page was measured in another way");
}

function isFault(value: unknown): value is PageFault {
  if (!isRecord(value)) return false;
  const { type, slide, text, other, value: size, least } = value;
  return FAULT_TYPES.some((known) => known === type) && typeof slide === "string" && typeof text === "string" && typeof size === "number" && (other === null || typeof other === "string") && (least === null || typeof least === "number");
}

function isBlock(value: unknown): value is BrokenBlock {
  return isRecord(value) && typeof value["slide"] === "string" && typeof value["title"] === "boolean" && Array.isArray(value["lines"]) && value["lines"].every((line) => typeof line === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
