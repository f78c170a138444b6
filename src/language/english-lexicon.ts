/** English words that say a figure is about something else; only plain sentences are read. */
import type { Lexicon } from "./lexicon.ts";

const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const ELSEWHERE = [
  "average(?! (?:concentration|temperature|life|price|wage|number|level)s?\\b)|annual|annually|per|since|half|half-year|quarters?|months?|monthly|H[12]|Q[1-4]|cumulative|cumulatively|combined|together|both|each|every|shares?|proportion|account(?:s|ed|ing)?",
  "years|decades?|next year|of (?:the|its|all) (?:total|whole)|between|within(?! \\d[\\d.]*\\s?(?:%|per ?cent))|double[ds]?|tripled?|new|newly|net|additional",
  MONTHS,
].join("|");

export const ENGLISH: Lexicon = {
  // A point inside a number, after an initial or in a short form does not end a sentence.
  sentences: /(?:[^.!?。！？\n]|\.(?=\S)|(?<=\b(?:[A-Z]|i\.e|e\.g|vs|approx|incl|Mr|Mrs|Ms|Dr|St|No))\.)+/g,
  elsewhere: new RegExp(`\\b(?:${ELSEWHERE})\\b|\\bfrom\\s+(?!a year|the (?:previous|last) year|[\\d.,]+ to\\b|(?:19|20)\\d{2}\\b)\\S|20\\d\\d ?[–—-] ?20\\d\\d`, "i"),
  reasons: /^\s*(?:as(?! of\b| at\b)|because|when|while|although|though|thanks|helped|driven|led|which|who|that)\b/i,
  otherTimes: new RegExp(`\\b(?:average|since|half|half-year|quarters?|months?|H[12]|Q[1-4]|years|decades?|(?:this|next|last) year|${MONTHS})\\b|20\\d\\d ?[–—-] ?(?:20)?\\d\\d`, "i"),
  severalYears: /\b(?:years|decades?|since)\b/i,
  planned: /\b(?:targets?|goals?|plan(?:s|ned)?|aim(?:s|ed|ing)?|expect(?:s|ed)?|forecasts?|projected|will|should|strive)\b/i,
  plannedTitle: /\b(?:targets?|goals?|plan)\b/i,
  reached: /\b(?:above|below|beat|beating|exceeded|exceeding|met|ahead of|better than|in line with) (?:(?:the|its|our|annual|official|original|expected) ){0,3}(?:targets?|goals?|plan|forecasts?)\b/gi,
  // Only words that close a statement may follow a figure.
  measured: /^(?!\s*(?:$|[,.;:!?)\n])|\s+(?:and|to|up|down|as(?! of| at)|because|although|though|thanks to|helped by|driven by|rise|increase|gain|improvement|jump|fall|drop|decrease|decline|reduction|after inflation|in real terms|in nominal terms|respectively|higher|lower|more|less|fewer|year[ -]on[ -]year|on the year|in (?:19|20)\d{2}\b(?! prices)|(?:at|by) (?:year-end|the end of (?:the year|(?:19|20)\d{2}))|for the first time|last year|(?:was|were|has been|have been) (?:recorded|achieved|reached|registered|posted|reported|seen|attained|maintained)|(?:from|than|over|on|compared (?:with|to)) (?:a year (?:earlier|before|ago)|the (?:year before|previous year)|last year|(?:19|20)\d{2}\b))\b)/i,
  // Words before the name may say whom the sentence is about: In Suzhou, GDP …
  others: /^\W*(?:In|Of|Among|For|Within|At|Across|By|As|China|[A-Z]\w*['’]s)\b|(?<=\S\s)[A-Z][a-z]|['’]s\b|\b(?:[Ii]ts|[Tt]heir|each|every|districts?|count(?:y|ies)|towns?|cit(?:y|ies)|villages?|provinc(?:e|ial)|nation(?:al)?|country|regional|compan(?:y|ies)|firms?|groups?|parks?|zones?|ports?|sectors?|industry|textiles?|real|core|the rest)\b/,
  // The words before are joined without their blanks.
  announces: /(?:targets?|goals?|results?|indicators?|figures|follows)\b/i,
  ownClears: false,
  arrival: /^(?:reach|reached|reaching|to|was)$/i,
  pairs: /\brespectively\b/i,
  titleYear: /\b((?:19|20)\d{2})\b/g,
};
