/** `check:` of deck.yaml and of front matter: severities by rule, with the reason why a rule is off. */
import { levelWithoutReason, unknownRule } from "../diagnostics/messages/exceptions.ts";
import type { CheckLevel, CheckLevels } from "../model/exception.ts";
import type { Span } from "../model/span.ts";
import { isRuleName, RULE_NAMES } from "./rule-names.ts";
import { choice, eitherMap, mapping, nullable, optional, record, required, WRONG } from "./shape.ts";
import { text } from "./values.ts";

const LEVEL = choice(["off", "note", "warning", "error"] as const satisfies readonly CheckLevel[]);
const REASONED = record({ level: required(LEVEL), reason: optional(nullable(text), null) }, "check");

interface Written {
  readonly level: CheckLevel;
  readonly reason: string | null;
}

/** The map as written: a level, or a level with its reason. Each entry is checked separately, so that a wrong one hides no other. */
export const LEVELS = mapping<Written>(eitherMap(REASONED, LEVEL, (level) => ({ level, reason: null })), (rule, value, span, { report }) => {
  if (!isRuleName(rule)) report(unknownRule(span, rule, RULE_NAMES));
  else if (value !== WRONG && value.level === "off" && value.reason === null) report(levelWithoutReason(span, rule));
});

/** Severities by rule; `places` has them under `check.P03`. */
export function placeLevels(written: Readonly<Record<string, Written>>, places: ReadonlyMap<string, Span>, fallback: Span): CheckLevels {
  return Object.fromEntries(Object.entries(written).map(([rule, { level }]) => [rule, { level, span: places.get(`check.${rule}`) ?? fallback }]));
}
