/** The names of indicators in English sentences: the subject before a verb of growth or of arrival. */
import type { Candidate } from "./names.ts";

const MOVED = "grew|rose|increased|expanded|climbed|edged up|went up|picked up|fell|declined|dropped|decreased|shrank|edged down|went down";
const REACHED = "reached|totalled|totaled|amounted to|came to|stood at|was|were|is";
/** A subject of up to six words, a verb, and a number with its unit. */
const SUBJECT = new RegExp(`(?<=^|[.;:!?]\\s+|,\\s(?:and|while)\\s|\\b[Ii]n (?:19|20)\\d{2},\\s)(?:The |the |Total |Our |our |(?:[Tt]he city|[A-Z][\\p{L}]+)[’']s )?(?<name>[A-Za-z][\\p{L}’'&-]*(?: (?:PM2\\.5|[\\p{L}’'&-]+)){0,6}?) (?:(?<reached>${REACHED}|(?:${MOVED}) to)|(?<moved>${MOVED})(?: by)?) (?:about |around |nearly |over |more than )?(?<coin>CNY|RMB|USD|EUR|[$¥€])?\\s?\\d[\\d,.]*\\s?(?<unit>%|per ?cent|(?:trillion|billion|million|thousand)(?: (?:yuan|dollars|euros|people|tonnes|residents))?|yuan|tonnes|people|years)?`, "gu");
/** Subjects that name no indicator. */
const NONE = /\b(?:we|it|they|this|that|there|which|these|those|he|she|who|year|years|report|work|growth)\b/i;

export function findEnglishCandidates(text: string): Candidate[] {
  return [...text.matchAll(SUBJECT)].flatMap(({ index, 0: whole, groups }) => {
    const name = groups?.["name"] ?? "";
    const unit = groups?.["unit"] ?? "";
    if (NONE.test(name) || name.length < 3) return [];
    const written = `${groups?.["coin"] ?? ""} ${unit}`.trim();
    const level = groups?.["reached"] !== undefined && written !== "";
    return [{ name, start: index + whole.indexOf(name), unit: level ? written : null, rank: false }];
  });
}
