/** Places of the compiler, by line and column, in a text. */
import type { DeskProblem } from "../../model/desk.ts";

/** Offset of a place; both count from 1. */
export function offsetIn(text: string, line: number, column: number): number {
  return text.split("\n").slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}

/** The text with a repair made; as it is where there is none. */
export function repaired(text: string, { fix }: DeskProblem): string {
  if (fix === null) return text;
  return text.slice(0, offsetIn(text, fix.line, fix.column)) + fix.replacement + text.slice(offsetIn(text, fix.endLine, fix.endColumn));
}
