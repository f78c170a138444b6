/** `check:` of deck.yaml and of front matter: severities by rule, with the reason why a rule is off. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { levelWithoutReason, unknownRule } from "../diagnostics/messages/exceptions.ts";
import type { CheckLevel, CheckLevels } from "../model/exception.ts";
import type { Span } from "../model/span.ts";
import { isRuleName, RULE_NAMES } from "./rule-names.ts";
import { choice, eitherMap, mapping, nullable, optional, record, required } from "./shape.ts";
import { text } from "./values.ts";

const LEVEL = choice(["off", "note", "warning", "error"] as const satisfies readonly CheckLevel[]);
const REASONED = record({ level: required(LEVEL), reason: optional(nullable(text), null) }, "check");

/** The map as written: a level, or a level with its reason. */
export const LEVELS = mapping(eitherMap(REASONED, LEVEL, (level) => ({ level, reason: null })));

type Written = Readonly<Record<string, { readonly level: CheckLevel; readonly reason: string | null }>>;

/** Severities by rule, after reporting names of no rule and what is off without a reason; `places` has them as `check.P03`. */
export function checkLevels(written: Written, places: ReadonlyMap<string, Span>, fallback: Span, report: Report): CheckLevels {
  const entries = Object.entries(written).map(([rule, { level, reason }]): readonly [string, CheckLevel] => {
    const span = places.get(`check.${rule}`) ?? fallback;
    if (!isRuleName(rule)) report(unknownRule(span, rule, RULE_NAMES));
    else if (level === "off" && reason === null) report(levelWithoutReason(span, rule));
    return [rule, level];
  });
  return Object.fromEntries(entries);
}
