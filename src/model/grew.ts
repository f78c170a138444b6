/** A published change as a clause: 同比增长11.6%, 年均增长6.2%, up 11.6% on the year. */
import type { Growth } from "./growth.ts";

/** 同比 only where nothing else is said. */
export function chineseGrew(growth: Growth): string {
  return `${growth.base ?? "同比"}${chineseChange(growth)}`;
}

export function englishGrew(growth: Growth): string {
  return `${englishChange(growth)} ${growth.base ?? "on the year"}`;
}

/** A bare number gets a verb for its sign; words have their own. */
function chineseChange({ phrase, figure, measure }: Growth): string {
  if (figure === null || !isBare(phrase)) return phrase;
  const falls = figure.value.startsWith("-");
  return `${falls ? "下降" : measure === "points" ? "提高" : "增长"}${unsigned(phrase)}`;
}

function englishChange({ phrase, figure }: Growth): string {
  if (figure === null || !isBare(phrase)) return phrase;
  return `${figure.value.startsWith("-") ? "down" : "up"} ${unsigned(phrase)}`;
}

/** Whether a phrase begins with its number, or with an approximate word: no verb, and no 持平 or 翻番. */
function isBare(phrase: string): boolean {
  return /^(?:[+\-−\d]|[近约超逾不]|大约|接近|将近|至少|至多|最多|突破|高于|低于|[一二两三四五六七八九]成|百分之|[≥≤]|(?:nearly|almost|about|around|over|more|at|no|up to|close|less|above|below|approximately)\b)/.test(phrase) && /\d|成|百分之/.test(phrase) && !/^up (?!to)/.test(phrase);
}

/** Without its sign, since a word before it says the direction. */
function unsigned(phrase: string): string {
  return phrase.replace(/^(\D*?)[+\-−](?=\d)/, "$1");
}
