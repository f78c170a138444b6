/** Reads plans in English words into goals, for decks in English; the Chinese forms are in read-goal.ts. */
import { exchange } from "../model/convert-unit.ts";
import type { Figure } from "../model/figure.ts";
import { fallOf } from "../model/growth.ts";
import type { Goal, Indicator, Relation } from "../model/indicator.ts";
import { readFigure } from "../model/published.ts";
import type { Reading } from "./goal-reading.ts";
import { compare } from "./target-partner.ts";

const HOPE = /^(?:to|we will|aim for|aim to|expected to|strive for|strive to|target of|a target of|set at|projected (?:to|at)) /i;
const IN_STEP = /^(?:grow(?:th)? |rise |keep |stay |remain |increase |broadly |basically |generally )*(?:in (?:step|line|pace|tandem)|pace|on a par) with (.+)$/i;
const FASTER = /^(?:grow(?:th)? |rise |increase )?(faster than|higher than|above|ahead of|outpacing|outpace|exceed(?:ing)?|better than|no slower than|not slower than|at least as fast as|no lower than|not lower than|slower than|lower than|below)(?: that of)? (?:the )?(\D+)$/i;
const COMPLETE = /^(?:to )?(?:complete|fulfil|fulfill|meet|achieve|reach|attain)\b\D*\b(?:tasks?|targets?|goals?|plans?|requirements?)$/i;
const FLAT = /^(?:remain |stay |keep |be )?(?:flat|unchanged|level|the same)(?: (?:on|from|as|with|over) (?:the |last )?(?:previous )?(?:year|year before)?)?$|^(?:at|on) (?:the )?(?:same level as )?last year's level$/i;
const UP = /^(?:see |achieve |maintain |return to )?(?:positive growth|growth)$/i;
const GROWTH = /^(?:(?:keep|hold|limit|maintain) )?(?:an? |the )?(?:(?:average )?annual )?(?:growth|grow|grows|increase|rise|up)(?: rate)?(?: of| by| at an (?:average )?annual rate of| at| to(?= (?:within|under|below|no )))? (.+)$/i;
const FALL = /^(?:an? )?(?:fall|falls|drop|decrease|decline|reduce|reduction|cut|down)(?: of| by)? (.+)$/i;
const LEVEL =
  /^(?:(?:(?:be )?(?:keep|kept|hold|held|stay|remain|maintain|maintained|stabili[sz]e|control|controlled)(?: (?:at|to|in))?|reach|total|(?:rise|grow|increase|go up|fall|drop|go down|be cut|cut|be raised|raise|be reduced|reduce) to|be|add|create|build|a net (?:increase|gain) of) )?(.+)$/i;
/** What a plan hopes to pass is the least of it. */
const PASSED = /^(?:exceed|top|surpass|pass|break)(?: the)? (.+?)(?: mark| threshold)?$/i;
/** Ranges, and the later of two levels. */
const BETWEEN = /\bbetween (\d[\d.,]*)%? and (\d)/i;
const TWICE = /(\d[\d.,]*)%( to |\s?[–—-]\s?)(?=\d[\d.,]*%)/;
const FROM = /^(?:(?:rise|grow|increase|fall|drop|go up|go down|be raised|be cut) )?from \d\S* to (?=\D{0,12}\d)/i;
/** What growth is measured against or over. */
const BASE = / (?:on a (?:like-for-like|comparable) basis|in (?:real|nominal) terms|at (?:constant|comparable|current) prices|over (?:the )?(?:\w+ )?(?:\w+ )?years?|cumulatively)$/i;
const REAL = /^(real|nominal|comparable) (?=growth|increase|rise)/i;
const AMOUNT = /^(\D*?)([\d.,]+\d|\d)(?:(\s?[–—-]\s?| to )(\d[\d,]*(?:\.\d+)?))?\s*(\D*?)( or (?:more|less|above|below|higher|lower))?$/;

/** What an English `wording` says about `indicator`; null if it is written in Chinese or not understood. */
export function readEnglishGoal(written: string, indicator: Indicator, indicators: readonly Indicator[]): Reading | null {
  const step = IN_STEP.exec(written)?.[1];
  if (step !== undefined) return compare("in-step", step, indicator, indicators);
  if (!/[A-Za-z]/.test(written) || /\p{Script=Han}/u.test(written.replace(indicator.unit, ""))) return null;
  const wording = written.replace(/\s?per ?cent(?!age)/gi, "%");
  const words = readEnglishWords(wording, indicator, indicators);
  if (words !== null) return words;
  const phrase = wording.replace(HOPE, "").replace(FROM, "").replace(BETWEEN, "$1 to $2").replace(TWICE, "$1$2").replace(/(?<=\d )(?=points?$)/i, "percentage ");
  const base = (/\b(?:(?:average )?annual|a year|per year|annually)\b/i.exec(phrase) ?? BASE.exec(phrase) ?? REAL.exec(phrase))?.[0].trim() ?? null;
  const bare = phrase.replace(/ (?:a year|per year|annually)(?: on average)?$/i, "").replace(BASE, "").replace(REAL, "").replace(PASSED, "over $1");
  return readRate(GROWTH.exec(bare)?.[1], false, base, phrase) ?? readRate(FALL.exec(bare)?.[1], true, base, phrase) ?? readLevel(LEVEL.exec(bare)?.[1] ?? "", base, indicator);
}

function readEnglishWords(wording: string, indicator: Indicator, indicators: readonly Indicator[]): Reading | null {
  const against = FASTER.exec(wording);
  if (against !== null) return compare(relationOf(against[1]!.toLowerCase()), against[2]!, indicator, indicators);
  if (FLAT.test(wording)) return { goal: { type: "direction", direction: "flat" } };
  if (UP.test(wording)) return { goal: { type: "direction", direction: "up" } };
  return COMPLETE.test(wording) ? { goal: { type: "complete", wording } } : null;
}

function relationOf(words: string): Relation {
  if (/^(?:no |not |at least)/.test(words)) return "at-least-as-fast";
  return /slower|lower|below/.test(words) ? "slower" : "faster";
}

/** A fall of at least 3% is a growth of at most −3%. */
function readRate(words: string | undefined, falls: boolean, base: string | null, phrase: string): { readonly goal: Goal } | null {
  const read = words === undefined ? null : readFigure(lowered(words));
  if (read === null || (falls && read.value.startsWith("-"))) return null;
  const figure: Figure = falls ? { ...fallOf(read), raw: phrase } : read;
  if (/point|pp$/.test(read.raw)) return { goal: { type: "points", figure, base } };
  return read.raw.includes("%") ? { goal: { type: "growth", figure, base } } : null;
}

function readLevel(words: string, base: string | null, indicator: Indicator): Reading | null {
  const match = AMOUNT.exec(lowered(words));
  if (match === null) return null;
  const [, before = "", number = "", dash = "", upper = "", unit = "", suffix = ""] = match;
  const figure = readFigure(`${before}${number}${dash.trim() === "to" ? "—" : dash.trim()}${upper}${unit === "%" ? "%" : ""}${suffix}`);
  if (figure === null) return null;
  const own = indicator.unit.toLowerCase();
  // Below 30, of what is counted in micrograms.
  if (unit === own || unit === "") return { goal: { type: "level", figure, unit: indicator.unit, base } };
  // A bare rate of something that is not measured in per cent can only be its growth: about 8%.
  if (unit === "%") return { goal: { type: "growth", figure, base } };
  if (own === "" || exchange(unit, indicator.unit) !== null) return { goal: { type: "level", figure, unit, base } };
  return unit.startsWith(`${own} `) ? { goal: { type: "level", figure, unit: indicator.unit, base } } : { problem: "unit", word: unit };
}

/** Qualifiers are known in lower case; a sentence may begin with one. */
function lowered(words: string): string {
  return words.trim().toLowerCase();
}
