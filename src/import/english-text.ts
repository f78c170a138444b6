/** English sentences as the reader takes them: what leads to a subject or follows a figure is blank, and `that of` is what it stands for. */
import { blank, insert, type Expanded, type Insertion } from "./insertions.ts";

/** Before a sentence's subject: According to preliminary figures, Of this total. */
const LEAD = "(?<=^|[.;]\\s+|\\n)(?:According to|In terms of|Among (?:them|these|which)|Of (?:this|the|these|that)(?: total)?|Specifically|By (?:sector|industry|region|type)|For the (?:whole|full) year(?: of \\d{4})?|Throughout the year|During the year|As a result|In particular|Preliminary (?:figures|statistics|accounting) show(?:s|ed)? that)(?:\\s[^,.;\\d]{0,60})?,?\\s(?=\\S)";
/** Whose it is, where it is the reporter's own. */
const OWN = "\\b(?:[Tt]he|[Oo]ur|[Ii]ts)\\s+(?:city|county|town|township|district|province|region|municipality|country|nation)[’']s(?=\\s)";
/** How a figure was reckoned. */
const RECKONED = "(?:\\s+(?:when\\s+)?(?:calculated\\s+)?(?:at|in)\\s+(?:constant|comparable|real)\\s+(?:prices|terms))|\\s+compared with that (?:in|of) (?:the previous year|(?:19|20)\\d{2})|\\s+over that of the previous year";
/** Between a subject and its verb: (GDP), in 2022. */
const BETWEEN = "\\s\\([A-Z][A-Za-z&]{1,5}\\)(?=\\s(?:in (?:19|20)\\d{2}\\s)?[a-z])|(?<=[A-Za-z)]\\s)in (?:19|20)\\d{2}(?=\\s(?:was|were|is|reached|totall?ed|stood|came|amounted|grew|rose|fell|increased|decreased|declined|dropped|expanded)\\b)";
/** The year of a report is all that “annual” says before a thing. */
const ANNUAL = "\\bannual(?=\\s(?!growth|average|rate|increase|report|meeting)[A-Za-z])|\\b[Tt]he(?=\\s(?:average|number|value|volume|total|rate|concentration)\\b)|\\bvalued at(?=\\s)";
/** An increase of 3.68 million tons or 0.5 percent: the table holds one of them. */
const AMOUNT_OR = "(?<=\\b(?:increase|rise|decrease|decline|drop|fall|growth) of )\\d[\\d,.]*(?:\\s(?:trillion|billion|million|thousand))?(?:\\s[a-z]+){1,2}(?:,)?\\sor\\s(?=\\d)";
const SKIPPED = new RegExp([LEAD, OWN, RECKONED, BETWEEN, ANNUAL, AMOUNT_OR].join("|"), "g");

/** That of the secondary industry: the thing that the clause before was about. */
const THAT_OF = /\b(?:that|those) of(?=\s)/g;
const THING = /(?:^\s*|[.;,]\s+|\b(?:and|while)\s+)(?:[Tt]he\s+)?(?<thing>[A-Za-z][A-Za-z’' -]{2,40}?) of\s[^.;,]{2,50}?\s(?:was|were|is|reached|totall?ed|stood|came|amounted|grew|rose|fell|increased|decreased|declined|dropped|expanded|accounted)\b/g;

export function expandEnglish(written: string): Expanded {
  const text = blank(written, SKIPPED);
  const things = [...text.matchAll(THING)].map(({ index, groups }) => ({ index, thing: groups?.["thing"] ?? "" })).filter(({ thing }) => !/\b(?:that|those)$/.test(thing));
  const wanted = [...text.matchAll(THAT_OF)].flatMap(({ index }): Insertion[] => {
    const last = things.findLast((one) => one.index < index);
    return last === undefined ? [] : [{ at: index + "that".length + (text.startsWith("those", index) ? 1 : 0), words: last.thing }];
  });
  const read = insert(text, wanted);
  return { text: wanted.length === 0 ? read.text : blank(read.text, /\b(?:that|those)(?=[A-Za-z])/g), at: read.at };
}
