/** English sentences as the reader takes them: what leads to a subject or says nothing is left out, `that of` is what it stands for, and a noun of growth is a verb. */
import { skipEnglish } from "./english-skipped.ts";
import { blank, chain, insert, type Expanded, type Insertion } from "./insertions.ts";

/** That of the secondary industry: the thing that the clause before was about. */
const THAT_OF = /\b(?:that|those) of(?=\s)/g;
const THING = /(?:^\s*|[.;,]\s+|\b(?:and|while)\s+)(?:[Tt]he\s+)?(?<thing>[A-Za-z][A-Za-z’' -]{2,40}?) of\s[^.;,]{2,50}?\s(?:was|were|is|reached|totall?ed|stood|came|amounted|grew|rose|fell|increased|decreased|declined|dropped|expanded|accounted)\b/g;

export function expandEnglish(written: string, organisation: string): Expanded {
  return chain(chain(skipEnglish(written, organisation), verbsOf), thingsNamed);
}

function thingsNamed(text: string): Expanded {
  const things = [...text.matchAll(THING)].map(({ index, groups }) => ({ index, thing: groups?.["thing"] ?? "" })).filter(({ thing }) => !/\b(?:that|those)$/.test(thing));
  const wanted = [...text.matchAll(THAT_OF)].flatMap(({ index }): Insertion[] => {
    const last = things.findLast((one) => one.index < index);
    return last === undefined ? [] : [{ at: index + "that".length + (text.startsWith("those", index) ? 1 : 0), words: last.thing }];
  });
  const read = insert(text, wanted);
  return { text: wanted.length === 0 ? read.text : blank(read.text, /\b(?:that|those)(?=[A-Za-z])/g), at: read.at };
}

const RATE = "(?:about |around |nearly |over |more than )?[\\d.]+ ?(?:%|per ?cent)";
const RISE = "growth|increase|rise|gain|expansion|jump";
const FALL = "decline|drop|decrease|fall|contraction|reduction";
const HAD = "(?:posted|recorded|registered|saw|enjoyed|reported|witnessed|showed|achieved|experienced|maintained|had|posting|recording|registering|returned to)";
/** Posted a 6.9 percent growth, enjoyed a rise of 20 percent. */
const HELD = `\\b${HAD} (?:an? )?(?:(?!economic)[a-z-]+ ){0,2}?(?:(?<rate>${RATE}) (?:[a-z-]+ )?(?:(?<rise>${RISE})|${FALL})|(?:(?<risen>${RISE})|${FALL}) (?:of|by) (?:only |a mere )?(?=${RATE}))`;
/** A 15.5 percent year-on-year increase, behind the thing and its level. */
const BEHIND = `(?<=, )(?:an? )(?<alone>${RATE}) (?:[a-z-]+ )?(?:(?<more>${RISE})|${FALL})(?! (?:of|in)(?! (?:19|20)\\d{2}))`;
const NOUNS = new RegExp(`${HELD}|${BEHIND}`, "g");

/** The text with a verb of growth in place of its noun. */
function verbsOf(text: string): Expanded {
  const insertions: Insertion[] = [];
  let blanked = text;
  for (const { 0: whole, index, groups = {} } of text.matchAll(NOUNS)) {
    const { rate = groups["alone"], rise, risen, more } = groups;
    const rises = rise !== undefined || risen !== undefined || more !== undefined;
    const verb = groups["alone"] === undefined ? (rises ? "grew by " : "fell by ") : (rises ? "up " : "down ");
    // What the noun leaves of it is its rate.
    const from = rate === undefined ? index + whole.length : index + whole.indexOf(rate);
    blanked = hide(hide(blanked, index, from), from + (rate?.length ?? 0), index + whole.length);
    insertions.push({ at: from, words: verb });
  }
  return insert(blanked, insertions);
}

function hide(text: string, from: number, to: number): string {
  return text.slice(0, from) + " ".repeat(to - from) + text.slice(to);
}
