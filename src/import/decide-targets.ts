/** Which targets are written, and which of them the spoken text refers to. */
import type { About } from "./about.ts";
import type { FoundTarget } from "./decision.ts";
import { csvLine } from "./csv-line.ts";
import type { Reference } from "./reference.ts";
import type { DraftTarget } from "./goals.ts";
import { REASONS, type Reason } from "./reasons.ts";
import type { DraftIndicator } from "./vocabulary.ts";

/** A row of targets.csv. */
export interface TargetRow {
  readonly indicator: string;
  readonly period: string;
  readonly wording: string;
}

export interface DecidedTargets {
  readonly rows: readonly TargetRow[];
  readonly references: ReadonlyMap<number, readonly Reference[]>;
  readonly decisions: readonly FoundTarget[];
}

export function decideTargets(goals: readonly DraftTarget[], indicators: readonly DraftIndicator[], { plan, year }: About, refused: ReadonlySet<string>): DecidedTargets {
  const rows = new Map<string, TargetRow>();
  const references = new Map<number, Reference[]>();
  const decisions = goals.map((goal): FoundTarget => {
    const indicator = indicators.find(({ kind, name, aliases }) => kind !== "rank" && (name === goal.name || aliases.includes(goal.name)));
    const period = goal.passage.setting?.period;
    const when = planOf(goal, plan, year, period?.type === "year" ? period.year : null);
    const key = `${indicator?.id ?? ""} ${when}`;
    const own = goal.certainty === "sure" && indicator !== undefined && when !== null;
    const reason: Reason = own && refused.has(`targets.csv ${key}`) ? "refused" : own && rows.has(key) ? "otherWords" : goal.reason;
    const sure = own && reason === goal.reason;
    const row: TargetRow = { indicator: indicator?.id ?? "", period: `${when ?? ""}`, wording: goal.wording };
    const part = goal.passage.parts.findLast(({ start }) => start <= goal.start) ?? goal.passage.parts[0]!;
    const { paragraph, line } = part.paragraph;
    if (sure) rows.set(key, row);
    // The reference's period is the deck's plan: another year stays text.
    if (sure && goal.wordingAt !== null && when === plan) {
      const start = goal.wordingAt - part.start;
      if (part.paragraph.text.slice(start, start + goal.wording.length) === goal.wording) references.set(paragraph, [...(references.get(paragraph) ?? []), { start, end: start + goal.wording.length, reference: `{{${row.indicator}.target}}` }]);
    }
    return {
      type: "target", name: goal.name, indicator: row.indicator, period: row.period, wording: goal.wording, text: goal.passage.text.slice(goal.start, goal.end), sentence: goal.sentence,
      certainty: sure ? "sure" : "unsure", reason: REASONS[reason], place: { paragraph, line, start: goal.start - part.start, end: goal.end - part.start },
      lines: row.indicator === "" || when === null ? [] : [{ table: "targets.csv", line: csvLine([row.indicator, row.period, row.wording]) }],
    };
  });
  return { rows: [...rows.values()], references, decisions };
}

/** Targets of several years (“十五五”) are nobody's row here; those below a heading of a year are of that year, else of the plan. */
function planOf({ sentence, passage }: DraftTarget, plan: number | null, year: number | null, heading: number | null): number | null {
  const head = sentence.slice(0, 60);
  if (/十[一二三四五六]五|五年|到20\d\d年|今后/.test(head) || /十[一二三四五六]五/.test(passage.section)) return null;
  const named = /((?:19|20)\d{2})年/.exec(head)?.[1];
  if (named !== undefined) return Number(named);
  return plan ?? (heading !== null && heading !== year ? heading : year === null ? null : year + 1);
}
