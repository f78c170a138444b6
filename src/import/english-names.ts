/** The names of indicators in English sentences: the subject before a verb of growth or of arrival. */
import type { Candidate } from "./candidate.ts";

const MOVED = "grew|rose|increased|increasing|rising|growing|falling|declining|expanded|climbed|jumped|surged|soared|rebounded|bounced back|gained|edged up|went up|picked up|(?:was|were) up|fell|declined|dropped|decreased|shrank|contracted|dipped|plunged|slid|edged down|went down|(?:was|were) down";
const REACHED = "reached|reaching|at|totalling|totaling|standing at|totalled|totaled|amounted to|came to|came in at|stood at|averaged|eased to|hit|exceeded|topped|surpassed|was|were|is";
const UNIT = "%|per ?cent|(?:(?:trillion|billion|million|thousand) ?)?(?:yuan|US dollars|dollars|euros|people|persons|residents|passengers|visitors|visits|trips|households|(?:metric )?tons|tonnes|hectares|mu|jin|jins|square (?:kilomet(?:er|re)s|met(?:er|re)s)|cubic met(?:er|re)s|kilomet(?:er|re)s|units|vehicles|kilowatts?|megawatts?|gigawatts?|kilowatt-hours|kilograms?|barrels|bushels|pounds|rupees|pesos|shillings|rand|baht|won|yen|kWh|TEUs|jobs|years)|trillion|billion|million|thousand";
const NUMBER = "(?:about |around |nearly |over |more than )?(?<coin>CNY|RMB|USD|EUR|[$¥€])?\\s?\\d[\\d,.]*\\s?";
const WORD = "(?:PM2\\.5|[\\p{L}’'&-]+)";
/** A subject of up to ten words, a verb, and a number with its unit. */
const SUBJECT = new RegExp(`(?<=^\\s*|[.;:!?]\\s+|,\\s+(?:and|while|whereas)\\s+|(?:%|cent|yuan|\\d)\\s*,\\s+|\\b(?:with|while)\\s+|(?:%|cent|yuan)\\s+and\\s+|\\b(?:[Ii]n|[Ff]or|[Dd]uring) (?:19|20)\\d{2},?\\s+)(?:(?:[Tt]he|[Tt]otal|[Oo]ur|and|while|[A-Z]\\p{L}+[’']s)\\s+)*(?<name>[A-Za-z][\\p{L}’'&-]*(?:\\s${WORD}|,\\s${WORD}(?=(?:,\\s${WORD})*,?\\sand\\s)){0,9}?)\\s+(?:(?<reached>${REACHED}|(?:${MOVED}) to)|(?<moved>${MOVED})(?: by)?)\\s+${NUMBER}(?<unit>${UNIT})?(?:(?:,?\\s+year[- ]on[- ]year)?,?\\s+(?:to|at)\\s+(?:a total of\\s+)?(?<endCoin>CNY|RMB|USD|EUR|[$¥€])?\\s?\\d[\\d,.]*\\s?(?<end>${UNIT})?)?`, "gu");
/** Subjects that name no indicator. */
const NONE = /\b(?:we|it|they|this|that|there|which|these|those|he|she|who|year|years|report|work|growth)\b/i;

/** Annual tourism revenues: 57.6 billion yuan, in a list of figures. */
const LISTED = new RegExp(`(?<=^|\\n)(?:[Tt]otal\\s+)?(?<name>[A-Za-z][\\p{L}’'&-]*(?:\\s${WORD}){0,9}):\\s+(?:(?<moved>up|down)(?: by)?\\s+)?${NUMBER}(?<unit>${UNIT})?`, "gu");

export function findEnglishCandidates(text: string): Candidate[] {
  return [...text.matchAll(SUBJECT), ...text.matchAll(LISTED)].flatMap(({ index, 0: whole, groups }) => {
    const name = groups?.["name"] ?? "";
    if (NONE.test(name) || name.length < 3) return [];
    const own = `${groups?.["coin"] ?? ""} ${groups?.["unit"] ?? ""}`.trim().replace(/^per ?cent$/, "%");
    // Grew by 5.1% to CNY 132.7 billion: the level stands behind.
    const behind = `${groups?.["endCoin"] ?? ""} ${groups?.["end"] ?? ""}`.trim();
    const level = groups?.["moved"] === undefined ? own : behind;
    return [{ name, start: index + whole.indexOf(name), unit: level === "" ? null : level, rank: false }];
  });
}
