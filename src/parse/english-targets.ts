/** Reads plans in English words into goals, for decks in English; the Chinese forms are in targets.ts. */
import { parseFigure, type Figure } from "../model/figure.ts";
import type { Goal, Indicator } from "../model/indicator.ts";
import { findByName } from "./lookup.ts";

/** What is wrong with a wording: not understood, a unit other than the indicator's, or an unknown indicator. */
export type Reading = { readonly goal: Goal } | { readonly problem: "unreadable" | "unit" | "indicator"; readonly word: string };

const IN_STEP = /^(?:grow |rise |keep |stay |remain )?in (?:step|line) with (.+)$/i;
const COMPLETE = /^(?:to )?(?:complete|fulfil|fulfill|meet|achieve|reach|attain)\b\D*\b(?:tasks?|targets?|goals?|plans?)$/i;
const GROWTH = /^(?:growth|grow|grows|increase|rise|up)(?: of| by)? (.+)$/i;
const FALL = /^(?:fall|falls|drop|decrease|decline|reduce|reduction|cut|down)(?: of| by)? (.+)$/i;
const LEVEL = /^(?:(?:reach|total|keep (?:at|to|within)|hold at|stay at|remain at|rise to|grow to|increase to|fall to|drop to|cut to|be) )?(.+)$/i;
const AMOUNT = /^(\D*[\d.,]+)\s*(\D*?)( or (?:more|less))?$/;

/** What an English `wording` says about `indicator`; null if it is written in Chinese. */
export function readEnglishGoal(wording: string, indicator: Indicator, indicators: readonly Indicator[]): Reading | null {
  const step = IN_STEP.exec(wording)?.[1];
  if (step !== undefined) {
    const found = findByName(indicators, step) ?? findByName(indicators, step.replace(/^the (?:growth of )?|^growth of (?:the )?/i, ""));
    return found === null ? { problem: "indicator", word: step } : { goal: { type: "in-step-with", indicator: found.id, name: found.name } };
  }
  if (!/[A-Za-z]/.test(wording) || /\p{Script=Han}/u.test(wording.replace(indicator.unit, ""))) return null;
  if (COMPLETE.test(wording)) return { goal: { type: "complete", wording } };
  const phrase = wording.replace(/^(?:to|aim for|expected to|strive for) /i, "");
  const growth = readRate(GROWTH.exec(phrase)?.[1]);
  if (growth !== null) return { goal: { type: "growth", figure: growth } };
  const fall = readRate(FALL.exec(phrase)?.[1]);
  if (fall !== null) return fall.value.startsWith("-") ? { problem: "unreadable", word: wording } : { goal: { type: "growth", figure: asFall(fall, phrase) } };
  return readLevel(LEVEL.exec(phrase)?.[1] ?? "", indicator) ?? { problem: "unreadable", word: wording };
}

function readRate(words: string | undefined): Figure | null {
  const figure = words === undefined ? null : parseFigure(lowered(words));
  return figure !== null && figure.raw.includes("%") ? figure : null;
}

/** A fall of at least 3% is a growth of at most −3%. */
function asFall(figure: Figure, phrase: string): Figure {
  const { qualifier } = figure;
  return { ...figure, raw: phrase, value: `-${figure.value}`, qualifier: qualifier === "at-least" ? "at-most" : qualifier === "at-most" ? "at-least" : qualifier };
}

function readLevel(words: string, indicator: Indicator): Reading | null {
  const match = AMOUNT.exec(lowered(words));
  if (match === null) return null;
  const [, number = "", unit = "", suffix = ""] = match;
  const figure = parseFigure(number + (unit === "%" ? "%" : "") + suffix);
  if (figure === null) return null;
  if (unit === indicator.unit.toLowerCase()) return { goal: { type: "level", figure, unit: indicator.unit } };
  // A bare rate of something that is not measured in per cent can only be its growth: about 8%.
  return unit === "%" ? { goal: { type: "growth", figure } } : { problem: "unit", word: unit };
}

/** Qualifiers are known in lower case; a sentence may begin with one. */
function lowered(words: string): string {
  return words.trim().toLowerCase();
}
