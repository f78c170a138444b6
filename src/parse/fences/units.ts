/** `units`: things that are counted, drawn one by one. The figure comes from a table, so that drawing and figure cannot differ. */
import { missingPlan, noProjects, notCountable, partExceeds, partUnit, whatIsCounted } from "../../diagnostics/messages/blocks.ts";
import type { Counted } from "../../model/deck.ts";
import { figureOfGoal, STAGES, type Stage } from "../../model/indicator.ts";
import type { Period } from "../../model/period.ts";
import { isFigure } from "../../model/published.ts";
import type { Span } from "../../model/span.ts";
import { formatFigure } from "../../model/unit.ts";
import { projectsCounted } from "../../model/unit-words.ts";
import { countOf, countedUnit, planUnits, UNIT_KINDS, type UnitKind, type UnitPlan } from "../../model/units.ts";
import { choice, located, nullable, oneOrMore, optional, record, required, type Located, type Shaped } from "../shape.ts";
import { period, text } from "../values.ts";
import { indicatorId, neededFigure, neededTarget, resolveIndicator, shownText, type Desk, type Named } from "./desk.ts";

export const UNITS = record({
  kind: required(choice(UNIT_KINDS)),
  indicator: optional(nullable(indicatorId), null),
  measure: optional(choice(["value", "target"]), "value"),
  lit: optional(nullable(indicatorId), null),
  projects: optional(nullable(located(oneOrMore(choice(["all", ...STAGES])))), null),
  finished: optional(nullable(located(oneOrMore(choice(STAGES)))), null),
  period: optional(nullable(period), null),
  caption: optional(nullable(located(text)), null),
}, "units");
type Keys = Shaped<typeof UNITS>;

export interface UnitsBlock {
  readonly type: "units";
  readonly kind: UnitKind;
  readonly counted: Counted;
  readonly lit: Counted | null;
  readonly plan: UnitPlan;
}

export function resolveUnits(keys: Keys, desk: Desk): UnitsBlock | null {
  const { report } = desk.context;
  if ((keys.indicator === null) === (keys.projects === null)) {
    report(whatIsCounted(desk.span));
    return null;
  }
  const found = keys.indicator === null ? countProjects(keys, desk) : countIndicator(keys.indicator, keys, desk);
  if (found === null) return null;
  const { counted, lit } = found;
  const whole = keys.caption === null ? counted : { ...counted, name: shownText(keys.caption, desk) };
  return { type: "units", kind: keys.kind, counted: whole, lit, plan: planUnits(counted.figure, counted.unit) };
}

/** What is drawn, and which part of it is lit. */
type Found = Pick<UnitsBlock, "counted" | "lit">;

/** Projects of the table by stage; those of `finished` are lit. */
function countProjects(keys: Keys, desk: Desk): Found | null {
  const { value: named, span } = keys.projects!;
  const stages = { value: named.flatMap((name) => (name === "all" ? STAGES : [name])), span };
  const counted = projectsOf(stages, desk);
  if (counted === null || keys.finished === null) return counted === null ? null : { counted, lit: null };
  const lit = projectsOf(keys.finished, desk);
  const beyond = keys.finished.value.find((stage) => !stages.value.includes(stage));
  if (beyond !== undefined) desk.context.report(partExceeds(keys.finished.span, beyond, stages.value.join("、")));
  return lit === null || beyond !== undefined ? null : { counted, lit };
}

function projectsOf({ value: stages, span }: Located<readonly Stage[]>, desk: Desk): Counted | null {
  const count = desk.context.projects.filter(({ status }) => stages.includes(status)).length;
  if (count === 0) {
    desk.context.report(noProjects(span, desk.context.projects.length === 0 ? null : stages.join("、")));
    return null;
  }
  const unit = desk.settings.lang === "en" ? "" : "个";
  return { name: stages.length >= STAGES.length ? projectsCounted(desk.settings.lang) : stages.join("、"), figure: { raw: `${count}`, value: `${count}`, decimals: 0, qualifier: "exact" }, unit, text: `${count}${unit}`, origin: null };
}

function countIndicator(id: Located<string>, keys: Keys, desk: Desk): Found | null {
  const at = periodOf(keys, desk);
  const counted = at === null ? null : indicatorCount(id, keys, at, desk);
  if (at === null || counted === null || keys.lit === null) return counted === null ? null : { counted, lit: null };
  const lit = indicatorCount(keys.lit, keys, at, desk);
  return lit === null || !isPart(lit, counted, keys.lit.span, desk) ? null : { counted, lit };
}

/** Null after reporting that a plan's period is not known. */
function periodOf({ measure, period: named }: Keys, desk: Desk): Period | null {
  const at = named ?? (measure === "target" ? desk.settings.plan : desk.settings.period);
  if (at === null) desk.context.report(missingPlan(desk.span, "period"));
  return at;
}

function indicatorCount(id: Located<string>, { measure }: Keys, at: Period, desk: Desk): Counted | null {
  const named = resolveIndicator(id, desk);
  const found = named === null ? null : measure === "target" ? targetOf(named, at, desk) : valueOf(named, at, desk);
  if (named === null || found === null) return null;
  const { indicator } = named;
  const rated = indicator.kind === "rate" || indicator.kind === "rank" || indicator.kind === "index";
  if (found.figure !== null && !rated && countOf(found.figure, found.unit) !== null) {
    return { name: indicator.name, figure: found.figure, unit: found.unit, text: formatFigure(found.figure, found.unit), origin: { indicator: indicator.id, period: at, field: measure === "target" ? "target" : "figure" } };
  }
  desk.context.report(notCountable(named.span, indicator.name, found.written));
  return null;
}

/** A figure in its unit, null for words, with what the table says. */
interface Written {
  readonly figure: Counted["figure"] | null;
  readonly unit: string;
  readonly written: string;
}

function valueOf(named: Named, at: Period, desk: Desk): Written | null {
  const found = neededFigure(named, "value", at, desk);
  if (found === null) return null;
  const { unit } = named.indicator;
  return { figure: isFigure(found.figure) ? found.figure : null, unit, written: formatFigure(found.figure, unit) };
}

function targetOf(named: Named, at: Period, desk: Desk): Written | null {
  const target = neededTarget(named, at, desk);
  if (target === null) return null;
  const { goal, wording } = target;
  return { figure: goal.type === "level" ? figureOfGoal(goal) : null, unit: goal.type === "level" ? goal.unit : "", written: wording };
}

/** Whether one count may be a part of the other: both exact, of the same things, and not more; false after reporting. */
function isPart(part: Counted, whole: Counted, span: Span, { context: { report } }: Desk): boolean {
  if (countedUnit(part.unit).base !== countedUnit(whole.unit).base) {
    report(partUnit(span, part.name, part.unit, whole.unit));
    return false;
  }
  const vague = [part, whole].find(({ figure }) => figure.qualifier !== "exact");
  if (vague !== undefined) report(notCountable(span, vague.name, vague.text));
  else if (countOf(part.figure, part.unit)!.gt(countOf(whole.figure, whole.unit)!)) report(partExceeds(span, `${part.name}${part.text}`, `${whole.name}${whole.text}`));
  else return true;
  return false;
}
