/** Rule names as authors write them: the short code or the kebab-case name. */
import { CODES } from "../diagnostics/codes.ts";

const SHORT = [...new Set(CODES.flatMap(([, rule]) => (rule === null ? [] : [rule])))].toSorted();
const NAMES: ReadonlySet<string> = new Set([...SHORT, ...CODES.map(([code]) => code)]);

/** Every name, short codes first. */
export const RULE_NAMES: readonly string[] = [...NAMES];

export function isRuleName(name: string): boolean {
  return NAMES.has(name);
}
