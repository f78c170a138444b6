/** Numbers that are one digit away from a published one, where the words around them are about it. */
import type { Deck } from "../../../model/deck.ts";
import { samePeriod } from "../../../model/period.ts";
import type { Setting } from "../../../language/reading.ts";
import type { Wording } from "../../../language/wording.ts";
import type { Tongue } from "./clues.ts";
import { difference } from "./one-digit.ts";
import { tablesOf, type Entry } from "./published.ts";
import type { Anchor, Known, Mention, Sentence, Written } from "./said.ts";
import { sentencesOf } from "./sentence.ts";

export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly entry: Entry;
}

/** A number with the words up to it and from it, without those of names. */
interface Place {
  readonly written: Written;
  readonly before: string;
  readonly after: string;
  /** Its clause. */
  readonly clause: string;
  readonly sentence: Sentence;
  readonly planned: boolean;
}

interface Frame {
  readonly tongue: Tongue;
  readonly setting: Setting;
  readonly deck: Deck;
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly sentences: readonly Sentence[];
  readonly known: readonly Known[];
}

/** Numbers of a sentence, at most: more of them are a table in disguise. */
const MOST_NUMBERS = 60;

export function findSlips(wording: Wording, deck: Deck, setting: Setting, tongue: Tongue, known: readonly Known[]): Slip[] {
  const tables = tablesOf(deck.indicators);
  const sentences = sentencesOf(tongue.read(wording, deck).filter(({ numbers }) => numbers.length <= MOST_NUMBERS), tables, known, tongue.clues.joint);
  const frame: Frame = { tongue, setting, deck, entries: tables.entries, sentences, known };
  return sentences.flatMap((sentence) => sentence.numbers.flatMap((written): Slip[] => {
    const [start, end] = [sentence.start + written.start, sentence.start + written.end];
    if (known.some((one) => one.start < end && start < one.end) || sentence.anchors.some((one) => one.start === written.start)) return [];
    const entry = slipAt(placeOf(written, sentence, frame), frame);
    return entry === null ? [] : [{ start, end, text: written.text, entry }];
  }));
}

function placeOf(written: Written, sentence: Sentence, frame: Frame): Place {
  const { clues } = frame.tongue;
  const [before, after] = [sentence.clues.slice(0, written.start), sentence.clues.slice(written.end)];
  const clause = (before.split(clues.divides).at(-1) ?? "") + (after.split(clues.ends)[0] ?? "");
  return { written, before, after, clause, sentence, planned: isPlanned(before, after, frame) };
}

/** Whether it is planned: its own part of the sentence says so, or one before and none since that says what has happened. */
function isPlanned(before: string, after: string, { setting, tongue: { clues }, deck: { settings } }: Frame): boolean {
  const parts = before.split(clues.ends);
  const own = (parts.at(-1) ?? "") + (after.split(clues.ends)[0] ?? "");
  const isPlan = (part: string): boolean => yearsIn(part).some((year) => year > settings.period.year) || clues.planned.test(part.replace(setting.lexicon.reached, ""));
  const isPast = (part: string): boolean => clues.past.test(part) || yearsIn(part).includes(settings.period.year);
  if (isPlan(own)) return true;
  const earlier = parts.slice(0, -1).findLast((part) => isPlan(part) || isPast(part));
  if (isPast(own)) return false;
  return earlier === undefined ? setting.planned : isPlan(earlier);
}

function yearsIn(text: string): number[] {
  return [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year));
}

function slipAt(place: Place, frame: Frame): Entry | null {
  const { written, sentence } = place;
  const listed = sentence.listed.get(written.start);
  const mentioned: readonly (Mention | Anchor)[] = listed === undefined ? [...sentence.anchors, ...sentence.mentions] : [listed];
  const judged = [...new Set([...sentence.anchors, ...sentence.mentions].map(({ id }) => id))].flatMap((id) => frame.entries.get(id) ?? []).flatMap((entry) => {
    const found = difference(written, entry);
    return found === null || found.places > 1 ? [] : [{ entry, ...found }];
  });
  if (judged.some(({ places, entry }) => places === 0 && (listed === undefined || listed.id === entry.indicator.id) && sentence.mentions.some(({ id, evidence }) => id === entry.indicator.id && evidence > 0))) return null;
  const near = judged.filter(({ places, entry, digits, rounder }) => places === 1 && (digits > 3 || !rounder || entry.field === "target" || written.rough !== null) && isOfTime(entry, place, frame, digits) && isOfArea(entry, place, frame, digits) && isOfMeasure(entry, place, frame, digits) && !isSaid(entry, place, frame));
  if (near.length === 0) return null;
  const costs = mentioned.map((one) => ({ one, cost: listed === undefined ? gapTo(one, place, frame) : 0 }));
  const best = Math.min(...costs.filter(({ one }) => one.evidence > 1).map(({ cost }) => cost));
  const told = near.flatMap(({ entry, digits }) => {
    const its = costs.filter(({ one, cost }) => one.id === entry.indicator.id && suits(one, entry) && isNear(cost, one, entry, digits, best, place, frame));
    return its.length === 0 ? [] : [{ entry, cost: Math.min(...its.map(({ cost }) => cost)) }];
  });
  return told.toSorted((a, b) => a.cost - b.cost)[0]?.entry ?? null;
}

/** A figure of many digits may stand in the sentence behind the one with the name, so many words from its beginning. */
const FAR = 12;
const FAR_PLACE = 2;

function isNear(cost: number, one: Mention | Anchor, { indicator }: Entry, digits: number, best: number, place: Place, { tongue: { fewest, gaps, lexicon } }: Frame): boolean {
  const { evidence } = one;
  const most = gaps[Math.min(digits, 4)] ?? 0;
  if (place.written.kind === "place") return indicator.kind === "rank" ? cost <= FAR && evidence > 0 : cost <= FAR_PLACE && evidence > 1;
  if (digits < fewest && !("area" in one && evidence === 3) && one.loose !== true) return false;
  // Respectively: the order says whose a number is, and here it doesn't.
  if (digits < 3 && place.sentence.listed.get(place.written.start) === undefined && lexicon.pairs.test(place.sentence.text)) return false;
  if (digits < 3) return cost <= most && cost <= best && evidence > 1 && !isShared(one, place);
  if (evidence === 0) return digits > 3 && cost <= FAR;
  return cost <= most - (digits < 4 && evidence === 1 ? 4 : 0);
}

/** GDP and exports grew by 3%: whose it is nobody can say. */
function isShared(one: Mention | Anchor, { sentence, written }: Place): boolean {
  return sentence.mentions.some(({ id, start, end, evidence }) => {
    if (id === one.id || evidence < 2 || end > written.start || end === 0) return false;
    const [from, to] = end <= one.start ? [end, one.start] : [one.end, start];
    return /^\s*(?:,|,? and|、|和|及|与)\s*(?:the |its |our )?$/i.test(sentence.text.slice(from, to));
  });
}

/** An anchor speaks for its own row, and for another figure of it. */
function suits(one: Mention | Anchor, { area, row, field }: Entry): boolean {
  if (!("area" in one)) return true;
  const isOfRow = one.period === null || samePeriod(one.period, row.period);
  return one.area === area && (field === "figure" ? one.field !== field || !isOfRow : isOfRow && one.field !== field);
}

/** Whether the passage says the published figure elsewhere, for nothing else: then this one is something else. */
function isSaid(entry: Entry, { written, sentence }: Place, { sentences, known }: Frame): boolean {
  if (known.some(({ right, id, area, field, period }) => right && id === entry.indicator.id && area === entry.area && field === entry.field && samePeriod(period, entry.row.period))) return true;
  return sentences.some((one) => {
    if (one !== sentence && !one.mentions.some(({ id, evidence }) => id === entry.indicator.id && evidence > 0)) return false;
    return one.numbers.some((other) => {
      if (other === written || other.rough !== null || difference(other, entry)?.places !== 0) return false;
      const owners = one.anchors.filter(({ start }) => start === other.start);
      return owners.length === 0 || owners.some(({ id, area }) => id === entry.indicator.id && area === entry.area);
    });
  });
}

function isOfTime({ row, field, against }: Entry, { written, before, after, clause, sentence, planned }: Place, { setting, tongue: { clues }, deck: { settings } }: Frame, digits: number): boolean {
  const year = clues.yearAfter.exec(after)?.[1] ?? clues.yearBefore.exec(before)?.[1] ?? (sentence.numbers[0] === written ? clues.yearLeads.exec(before)?.[1] : undefined);
  // From 96 miles to 110: what a plan begins with has been reached.
  if (planned && clues.earlierBefore.test(before)) return field === "figure" && samePeriod(row.period, settings.period);
  if (planned !== (field === "target") || (against !== null && !clause.includes("年初"))) return false;
  if (field === "target") return year === undefined ? samePeriod(row.period, settings.plan === null || (!setting.planned && clues.past.test(sentence.clues)) ? settings.period : settings.plan) : row.period.year === Number(year);
  if (digits < 4 && clues.partOfYear.test(clause) && !(field === "figure" && clues.atTheEnd.test(clause))) return false;
  if (field === "growth" && (clues.severalYears.test(before + (after.split(clues.ends)[0] ?? "")) || (setting.times.type === "several" && !sentence.anchors.some(({ evidence, period }) => evidence === 3 && period !== null)))) return false;
  if (year !== undefined) return row.period.type === "year" && row.period.year === Number(year);
  const around = [before.split(clues.divides).at(-1) ?? "", after].map((words) => (setting.thisYear === setting.period.year + 1 ? words.replace(clues.reported, "") : words));
  if (clues.earlierBefore.test(before) || clues.earlierAfter.test(around[1] ?? "") || clues.earlierClause.test(around[0] ?? "")) return (field === "figure" || field === "rank") && row.period.year < setting.period.year;
  return samePeriod(row.period, setting.period);
}

function isOfArea({ area, indicator: { id } }: Entry, { written, before, clause, sentence }: Place, { tongue: { clues, foreign } }: Frame, digits: number): boolean {
  const listed = sentence.listed.get(written.start);
  if (listed !== undefined && "area" in listed) return listed.area === area;
  if (area === null && sentence.areas.length === 0 && sentence.anchors.some((one) => one.id === id && one.period !== null && one.evidence === 3 && one.end <= before.length)) return true;
  const last = sentence.areas.findLast(({ end }) => end <= before.length)?.name ?? null;
  if (last !== null) return area === last || (digits > 3 && sentence.areas.some(({ name }) => name === area));
  if (area !== null) return digits > 2 && sentence.areas.some(({ name }) => name === area);
  if (digits > 3 || written.kind === "place") return true;
  const from = before.length - (before.split(clues.divides).at(-1)?.length ?? 0);
  return !clues.others.test(clause) && !(digits < 3 && foreign(sentence, from, before.length));
}

/** A rate is a growth only where words make it a change, and a level only where they don't. */
function isOfMeasure({ field, kind, indicator }: Entry, { before, after }: Place, { tongue: { clues } }: Frame, digits: number): boolean {
  if (kind === "place") return digits < 3;
  if (field === "target") return true;
  if (digits < 4 && (clues.parts.test(before.split(clues.ends).at(-1) ?? "") || clues.partsAfter.test(after))) return false;
  if (kind !== "percent") return true;
  // Prices that went up by 0.2 per cent: the indicator is a change itself.
  if (field !== "growth") return !clues.changeBefore.test(before) || clues.isChange.test(indicator.name);
  return (clues.changeBefore.test(before) || clues.changeAfter.test(after) || isListed(before, clues.changeBefore)) && !clues.shareAfter.test(after);
}

/** Growth of 11.7 percent and 4.8 percent: the verb stands before the first. */
function isListed(before: string, change: RegExp): boolean {
  const list = /(?:\d[\d.,]*(?:%| ?per ?cent)(?:,| and|, and|[、和])? ?(?:and )?(?:by )?)+$/.exec(before);
  return list !== null && change.test(before.slice(0, list.index));
}

/** A name right behind its number is nearer than any before it. */
const NEXT = -1;
/** One that a comma divides from it is hardly its own. */
const BEYOND = 3;

function gapTo(mention: Mention, { written, sentence }: Place, { entries, tongue }: Frame): number {
  const behind = mention.end <= written.start;
  const [from, to] = behind ? [mention.end, written.start] : [written.end, mention.start];
  const indicator = entries.get(mention.id)?.[0]?.indicator;
  if (from > to || indicator === undefined) return 0;
  const between = sentence.text.slice(from, to);
  if (!behind && between.trim() === "") return NEXT;
  if (!behind && tongue.clues.leadsTo.test(between)) return 0;
  return tongue.strange(sentence, from, to, indicator) + (behind ? 0 : /[,，]/.test(between) ? BEYOND : 0.5);
}
