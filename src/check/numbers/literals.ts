/** A11, N12: a figure typed into the text must be the published one, and had better come from data/. */
import { literalBesideBound, literalDiffers, literalNotAsPublished, literalNotBound, type Literal } from "../../diagnostics/messages/numbers.ts";
import { Big } from "big.js";
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Deck, ReferenceField } from "../../model/deck.ts";
import { intervalOf } from "../../model/figure-interval.ts";
import { parseFigure, type Figure } from "../../model/figure.ts";
import type { Observation, Target } from "../../model/indicator.ts";
import { exchange } from "../../model/convert-unit.ts";
import { contains, overlaps, scale, type Interval } from "../../model/interval.ts";
import { periodKey, samePeriod } from "../../model/period.ts";
import type { Rule } from "../rule.ts";
import type { Passage } from "../passages.ts";
import type { Cell } from "../table-cells.ts";
import { placeIn } from "../../language/wording.ts";
import { findReadings } from "./readings.ts";
import { candidatesOf, type Candidate } from "./candidates.ts";
import { yearBefore } from "./rows.ts";
import { TIMES, type Reading } from "../../language/reading.ts";
import { periodText, placeText } from "./words.ts";

/** What a literal is compared with: the row, what is published there, and the reference that shows it. */
export interface Match {
  readonly reading: Reading;
  readonly row: Observation | Target;
  readonly field: ReferenceField;
  /** As every other surface shows it. */
  readonly published: string;
  readonly reference: string;
  readonly verdict: Verdict;
}

/** `equal` matches word for word; `fits` says no more than the figure does; `vague` may be it; `differs` cannot be. */
export type Verdict = "equal" | "fits" | "vague" | "differs";

export const checkLiterals: Rule = ({ deck, passages, report }) => {
  for (const passage of passages) for (const match of matchLiterals(passage, deck)) reportMatch(match, passage, report);
};

const matched = new WeakMap<Passage, readonly Match[]>();

/** Every literal of a passage that is an indicator's figure, with the row published or planned for its period; worked out once for all rules. */
export function matchLiterals(passage: Passage, deck: Deck): readonly Match[] {
  const known = matched.get(passage) ?? findMatches(passage, deck);
  matched.set(passage, known);
  return known;
}

function findMatches(passage: Passage, deck: Deck): Match[] {
  const { cell } = passage;
  const read = cell === null ? passage : { ...passage, ...cell.wording };
  return findReadings(read, deck).flatMap((reading) => {
    const match = matchOf(reading, read, deck);
    return match === null || (reading.doubtful === true && !isSlip(match)) ? [] : cell === null ? [match] : inCell(match, cell, passage);
  });
}

/** A figure that differs in one digit, of three or more, from what is published: what is of other years differs in more. */
function isSlip({ verdict, reading, published }: Match): boolean {
  const digits = (text: string): string => /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(",", "") ?? "";
  const [written, known] = [digits(reading.text), digits(published)];
  if (verdict !== "differs" || written.length !== known.length || known.replace(".", "").length < 3) return false;
  return [...written].filter((digit, index) => digit !== known[index]).length === 1;
}

/** The match as it is in the cell. Figures in heads are dropped: every cell of the row or column would repeat them. */
function inCell(match: Match, { start, bare }: Cell, passage: Passage): Match[] {
  const { reading, verdict } = match;
  if (reading.start < start) return [];
  const place = { start: reading.start - start, end: Math.min(reading.end - start, passage.text.length) };
  return [{ ...match, reading: { ...reading, ...place }, verdict: bare && verdict === "equal" ? "fits" : verdict }];
}

function reportMatch(match: Match, passage: Passage, report: Report): void {
  const { reading, verdict, reference } = match;
  const span = placeIn(passage, reading.start, reading.end);
  const literal: Literal = { written: reading.text, what: whatOf(match), published: match.published, place: placeText(match.row.span) };
  switch (verdict) {
    case "equal":
      // A half name may be another's: then its figure is equal by chance, and a reference would be wrong.
      return reading.inferred ? undefined : reportUnbound(match, passage, literal, report);
    case "fits":
      return;
    case "vague":
      return report(literalNotAsPublished(span, literal, reference));
    case "differs":
      if (!reading.certain) return report(literalNotAsPublished(span, literal, reference));
      return report(reading.bound === null ? literalDiffers(span, literal, reference) : literalBesideBound(span, literal, reading.bound, reference));
  }
}

function matchOf(reading: Reading, passage: Passage, deck: Deck): Match | null {
  const candidates = [...candidatesOf(reading, deck), ...(reading.loose ? candidatesOf({ ...reading, period: yearBefore(reading.period) }, deck) : [])];
  const judged = candidates.map((candidate): Match => ({ ...candidate, reading, reference: referenceOf(reading, candidate, deck), verdict: judge(reading, candidate, passage) }));
  const aimed = judged.filter(({ field }) => field === "target");
  // What the plan announces is a target, though last year's figure may look like it.
  if (aimed.length > 0 && aimed.length < judged.length && isAnnounced(reading, passage)) return aimed.find(({ verdict }) => verdict === "equal") ?? aimed.find(({ verdict }) => verdict === "fits") ?? { ...aimed[0]!, verdict: "vague" };
  const fitting = judged.find(({ verdict }) => verdict === "equal") ?? judged.find(({ verdict }) => verdict === "fits");
  if (fitting !== undefined) return fitting;
  const planned = reading.planned && !isReached(reading, passage, deck);
  // 规上工业增加值增长6.9%，高于计划: what was reached is no plan.
  const only = reading.planned && !planned ? judged.find(({ field }) => field !== "target") : judged[0];
  if (only === undefined) return null;
  if (planned && only.field !== "target") return null;
  // A sentence about a plan may also say what was reached: then it is not certain which row is meant.
  return !reading.planned || (planned && judged.length === 1) || only.verdict === "vague" ? only : { ...only, verdict: "vague" };
}

const ANNOUNCED = /目标(?:建议)?(?:是|为|[：:])/;
/** Words that make it a plan of the year that is reported. */
const PAST = /完成|实现|对照|年初|上年|去年|好于|高于|超过|达到|确定的/;

/** 预期目标：…, 主要目标是…, 增长目标为…: the sentence names its figures as targets. */
function isAnnounced({ start, planned, dated }: Reading, { text }: Passage): boolean {
  const before = text.slice(0, start).split(/[。！？\n]/).at(-1) ?? "";
  const lead = ANNOUNCED.exec(before);
  return planned && !dated && lead !== null && !PAST.test(before.slice(0, lead.index));
}

const PLANNED = /目标|力争|预期|计划|确保|争取|拟|将|任务/;

/** In a sentence on the year reported, a clause without a word of planning says what was reached: 完成58.6万人，超额完成全年目标. */
function isReached({ start, dated, period }: Reading, { text }: Passage, { settings }: Deck): boolean {
  const clause = text.slice(0, start).split(/[，,；;。：:\n]/).at(-1) ?? "";
  return dated && samePeriod(period, settings.period) && !PLANNED.test(clause);
}

function judge({ measure, text, end }: Reading, { figure, published, field, unit, ratio }: Candidate, passage: Passage): Verdict {
  // The wording of a target may begin before its figure (增长8%左右), but never inside it: 5.5%左右 holds no 5%左右.
  const shown = field === "target" && published.length > text.length ? passage.text.slice(Math.max(0, end - published.length), end) : text;
  // 下降11.6% is not 11.6%, though the figure reads the same.
  if (shown === published && (field === "target" || measure.type === "rank" || !measure.falls)) return "equal";
  if (measure.type === "ratio") return judgeRatio(text, ratio ?? []);
  const written = measure.type === "rank" ? parseFigure(`${measure.rank}`) : readLiteral(measure);
  if (written === null || figure === null) return "fits";
  const rate = measure.type === "rank" || unit === null || unit === measure.unit ? null : exchange(measure.unit, unit);
  if (rate !== null && field !== "target") return judgeExchanged(scale(intervalOf(written), rate.from), scale(intervalOf(figure), rate.to));
  // 5% is 5.0%: how many decimals a report shows is another rule's affair. A target of 5300人以上 is 0.53万人以上 and no 2.74万人.
  const same = new Big(written.value).times(rate?.from ?? 1).eq(new Big(figure.value).times(rate?.to ?? 1));
  if (field === "target") return !same ? "differs" : written.qualifier === figure.qualifier ? "fits" : "vague";
  // 控制在5.1%以内, of a published 5.1%: the bound is the figure.
  if (same && (written.qualifier === figure.qualifier || (figure.qualifier === "exact" && /(?:以内|之内)$/.test(measure.type === "rank" ? "" : measure.figure)))) return "fits";
  const [said, known] = [intervalOf(written), intervalOf(figure)];
  if (!overlaps(said, known)) return "differs";
  return contains(said, known) && written.qualifier !== "exact" ? "fits" : "vague";
}

/** 12.6:45.1:42.3 is 12.6∶45.1∶42.3; a ratio of more or fewer terms is of something else. */
function judgeRatio(text: string, published: readonly string[]): Verdict {
  const terms = text.split(/[:：∶︰]/);
  return terms.length !== published.length || terms.every((term, index) => new Big(term).eq(published[index]!)) ? "fits" : "differs";
}

/** Another unit has another precision: what rounds to the other counts as published. */
function judgeExchanged(said: Interval, known: Interval): Verdict {
  return overlaps(said, known) ? "fits" : "differs";
}

/** A fall is negative growth, and its approximate word applies to the fall. */
function readLiteral({ figure, falls, unit }: Exclude<Reading["measure"], { type: "rank" }>): Figure | null {
  const number = parseFigure(figure);
  const read = number === null || unit !== TIMES ? number : { ...number, value: new Big(number.value).times(100).toFixed(), power: (number.power ?? 0) + 2 };
  if (read === null || !falls) return read;
  return read.value.startsWith("-") ? null : { ...read, value: `-${read.value}` };
}

/** {{gdp}}, {{gdp.growth@2020}}: period and area only if they are not the usual ones. */
function referenceOf({ indicator, period, area }: Reading, { row, field }: Candidate, { settings }: Deck): string {
  const usual = field === "target" ? (settings.plan ?? settings.period) : settings.period;
  const when = samePeriod(row.period, usual) && area === null ? "" : `@${periodKey(field === "target" ? row.period : period)}`;
  return `{{${indicator.id}${field === "figure" ? "" : `.${field}`}${when}${area === null ? "" : `/${area}`}}}`;
}

/** Offers a fix, unless the source differs from the text that is shown. */
function reportUnbound({ reading, published, reference }: Match, passage: Passage, literal: Literal, report: Report): void {
  const span = placeIn(passage, reading.end - published.length, reading.end);
  const exact = span.line === span.endLine && span.endColumn - span.column === published.length;
  report(literalNotBound(span, { ...literal, written: published }, reference, exact ? { span, replacement: reference } : null));
}

function whatOf({ reading: { indicator, area }, row, field }: Match): Literal["what"] {
  const [period, where] = [periodText(row.period), area ?? ""];
  const what = field === "growth" ? { zh: "的增速", en: "growth of " } : field === "target" ? { zh: "的目标", en: "target for " } : { zh: "", en: "" };
  return { zh: `${period.zh}${where}“${indicator.name}”${what.zh}`, en: `the ${what.en}"${indicator.name}"${where === "" ? "" : ` (${where})`} in ${period.en}` };
}
