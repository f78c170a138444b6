/** Targets of English reports: the items behind a colon, as `NAME growth of around 5%` or `around 5.5% for NAME`. */
import { isUnderstood, type DraftTarget } from "./goals.ts";
import { sentenceAt, type Passage } from "./passages.ts";

const ANNOUNCED = /\b(?:targets?|goals?|aims?)\b[^.:]{0,60}:\s*/i;
const ITEM = /^(?:and )?(?:an? |the )?(?<name>[A-Za-z][\p{L}’'& -]{1,40}?)[,:]? (?:of (?=no more than|not more than|over|more than|at least|about|around|below|under|\d))?(?<wording>(?:growth of|a rise of|a drop of|a fall of|to grow by|to reach|to rise by|to fall by|increase of|rise of|at least|around|over|more than|under|\d|about|below|above|in step with|up|down|no more than|not more than) .+)$/iu;

/** More than 40,000 new urban jobs; growth of 6 percent in industrial value added. */
const COUNTED = /^(?:and )?(?<wording>(?:at least|more than|over|around|about|some|no fewer than) \d[\d,.]*(?: (?:million|thousand))?) (?<name>(?:new )?\p{L}[\p{L} -]{2,30})$/iu;
const GROWTH_IN = /^(?:and )?(?<wording>(?:growth|an? (?:rise|increase|drop|fall|reduction|decrease|cut)) of .{1,24}?(?:%|per ?cent)(?: or (?:more|so))?) in (?:the )?(?<name>\p{L}[\p{L} -]{2,50})$/iu;

export function readEnglishGoals(passage: Passage): DraftTarget[] {
  const announced = ANNOUNCED.exec(passage.text);
  if (announced === null) return [];
  const from = announced.index + announced[0].length;
  const end = passage.text.slice(from).search(/\.(?=\s|$)/);
  let at = from;
  return passage.text.slice(from, end === -1 ? undefined : from + end).split(";").flatMap((item): DraftTarget[] => {
    const start = at + (item.length - item.trimStart().length);
    at += item.length + 1;
    const { name = "", wording = "" } = (COUNTED.exec(item.trim()) ?? GROWTH_IN.exec(item.trim()) ?? ITEM.exec(item.trim()))?.groups ?? {};
    if (name === "") return [];
    const understood = isUnderstood(name, wording);
    return [{ passage, start, end: start + item.trim().length, sentence: sentenceAt(passage.text, start), name, wording, wordingAt: passage.text.indexOf(wording, start), certainty: understood ? "sure" : "unsure", reason: understood ? "target" : "words" }];
  });
}
