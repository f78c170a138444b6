/** English words around a number that say of which time it is, that it is planned, a change, or somebody else's. */
import type { Clues } from "../clues.ts";

/** Words that may stand between a name and its figure without giving the figure to something else. */
const JOINING = new Set(
  ("a an the of to at by in on for from with and or as is are was were be been being has have had having it its we our us they their this that these which who there here now still also again already only just even thus so than then some about around nearly over under " +
    "up down more less fewer higher lower above below rise rises rose risen rising grow grows grew grown growing growth increase increases increased increasing climb climbed climbing gain gained gaining jump jumped jumping surge surged surging expand expanded expanding improve improved improving improvement fall falls fell fallen falling drop drops dropped dropping decline declined declining decrease decreased decreasing reduce reduced reducing reduction cut cuts cutting shrank shrink slipped slip eased dipped edged went go goes came come coming brought bring bringing " +
    "reach reaches reached reaching stand stands stood standing total totals totalled totaled totalling totaling amount amounts amounted amounting number numbers numbered end ended hit rate level value sum figure average averaged averaging remained remain stayed kept held hold recorded registered posted achieved reported received saw seen made make makes making equal equals equivalent representing compared against " +
    "year years earlier ago before previous prior last past period per cent percent percentage points point respectively million billion thousand i e ie target targets expect expected aim plan planned will should least most alone further actual real terms ranked ranking rank place").split(" "),
);

export function isJoining(word: string): boolean {
  return JOINING.has(word.toLowerCase());
}

export const ENGLISH_CLUES: Clues = {
  divides: /[;:]/,
  ends: /[,;]/,
  planned: /\b(?:targets?|goals?|plan(?:s|ned)?|aim(?:s|ed|ing)?|expect(?:s|ed|ing)?|forecasts?|projected|projections?|will|should|shall|strive|intend(?:s|ed|ing)?|hope(?:s|ful)?|want|wish|mean to|budgeting|next year|(?:coming|year) ahead|coming year|outlook|ambition|commit(?:ted)? to|set to)\b/i,
  past: /\b(?:was|were|had|has been|have been|came|rose|grew|fell|stood|reached|totall?ed|met|exceeded|last year|(?!(?:need|expect|project|plann|target|propos|intend|aim|schedul|forecast|budget)ed\b)\w{3,}ed)\b/i,
  yearAfter: /^(?:(?!\b(?:than|compared|over|on|from|with|to|as|against|above|below|since)\b)[^,;.()\d]){0,40}?\b(?:in|during|for|at the end of|by|of) ((?:19|20)\d\d)\b/i,
  yearBefore: /(?:\(|\b)((?:19|20)\d\d)\s*[:,]?\s*(?:[$£€¥])?$/,
  yearLeads: /^[^\d]{0,60}?\b(?:in|during|for|at the end of|by) ((?:19|20)\d\d)\b/i,
  earlierBefore: /\b(?:from|against|compared (?:with|to)|(?<!\b(?:more|less|fewer) )than|after|versus|instead of|exceeding|surpassing)\s+(?:the |a |an |some |about |around |only |just |no\. ?)*$/i,
  earlierClause: /(?:(?:^|[,;:(—]|\b(?:and|while|but))\s*(?:(?:just|only|about) )?(?:(?:\w+ )?years? (?:ago|earlier|before)|the (?:previous|prior) year|last year)\b,?|\bhad been\b|\bused to be\b)[^,;.]*$/i,
  earlierAfter: /^[^,;.()\d]{0,40}?(?<!\b(?:than|over|on|from|with|to|as|in|against|above|below)\s)\b(?:last year|a year (?:earlier|ago|before)|the (?:previous|prior) year|the year before|\w+ years (?:ago|earlier|before))\b/i,
  reported: /\blast year\b/gi,
  partOfYear: /\b(?:first|second|third|fourth|last|final) (?:quarter|half|(?:\w+ )?months)|\bquarters?\b|\b[HQ][1-4]\b|\bhalf[- ]year|\bmonths?\b|(?<!\b31 )\b(?:January|February|March|April|May|June|July|August|September|October|November|December(?! 31\b))\b/,
  atTheEnd: /\b(?:at|by) the end of\b/i,
  severalYears: /\b(?:since|decades?|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)[- ]years?(?! (?:ago|earlier|before|old))|between|average annual|annual average|annually|a year on average|per year|each year|every year|cumulative\w*|from (?:19|20)\d\d)\b/i,
  others: /\b(?:nation(?:al|ally|wide)?|countr(?:y|ies)|countrywide|provinc(?:e|es|ial)|state(?:wide|'s)?|region(?:al|s)?|world\w*|global\w*|neighbou?r\w*|elsewhere|comparable|peers?)\b/i,
  parts: /\b(?:of which|of (?:these|them|those|this|whom)|among (?:them|these|those)|including|such as|for example|e\.g\.|another|additional|additionally|extra|further|excluding|except|apart from|besides)\b/i,
  partsAfter: /^(?: \w+){0,3}? ?(?:,? of which\b|excluding\b)/i,
  changeBefore: /(?:\b(?:up|down|by|rose|rises?|risen|grew|grow|grown|increased?|climbed|gained|jumped|surged|soared|expanded|advanced|improved|fell|fallen|falls?|dropped|declined|decreased|shrank|shrunk|slipped|eased|dipped|contracted|plunged|cut|lost|added|growing|rising|falling|increasing|declining|dropping|(?:an?|the|annual|yearly|further|sharp|slight|modest|with)\s+(?:\w+\s+)?(?:rise|increase|growth|gain|jump|fall|drop|decline|decrease|reduction|improvement|cut) of|(?:fastest-|slowest-)?growing,? at|growth(?: rate)? (?:of|was|at|reached)|(?:rise|increase|growth|gain|jump|fall|drop|decline|decrease|reduction|improvement|cut) of)(?:\s+(?:by|of|another|a further|about|around|only|just|some|an estimated))*|[(]\+?[−-]?)\s*[+−-]?$/i,
  changeAfter: /^\s*(?:\(?(?:more|fewer|less|higher|lower|up|down|above|below|larger|smaller|better|increase|rise|growth|gain|jump|fall|drop|decline|decrease|reduction|improvement|cut)\b)|^,?\s*(?:the )?\uFFFC+ (?:growth|rose|grew|increased|expanded|fell|climbed)\b/i,
  shareAfter: /^\s*of\b(?! (?:growth|the year))/i,
  leadsTo: /^,? (?:to|reaching|and reached|to reach|to stand at|bringing (?:it|them|the total) to|to a total of|for a total of)(?: (?:nearly|about|over|almost))? ?[$£€¥]?$/i,
  isChange: /inflation|prices?\b|growth|increase|rise|change/i,
  joint: /^(?: [a-z]+(?: [a-z]+)?)?(?:,|,? and)(?: by)? [$£€¥]?$/i,
};
