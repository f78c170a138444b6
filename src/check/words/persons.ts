/** T03: registered persons and their titles. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { nearName } from "../../diagnostics/messages/terms.ts";
import { termsOf, type Term, type TermOf } from "../../model/term.ts";
import { placeIn, type Wording } from "../../language/wording.ts";

/** A name one character off beside its title, a title one character off beside its name, and 副 before a title without one. */
export function checkPerson(wording: Wording, term: TermOf<"person">, terms: readonly Term[], report: Report): void {
  const { text } = wording;
  const { name, title } = term;
  for (let at = text.indexOf(title); at !== -1; at = text.indexOf(title, at + title.length)) {
    const after = at + title.length;
    for (const start of [after, at - name.length]) {
      const written = start < 0 ? "" : text.slice(start, start + name.length);
      if (!isOneOff(written, name) || isPerson(written, terms)) continue;
      tell(wording, Math.min(at, start), Math.max(after, start + name.length), term, report);
    }
  }
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    const start = at - title.length;
    const written = start < 0 ? "" : text.slice(start, at);
    const raised = written === title && text.charAt(start - 1) === "副" && !title.startsWith("副");
    const slipped = title.length > 2 && isOneOff(written, title) && !hasTitle(name, written, terms);
    if (raised || slipped) tell(wording, raised ? start - 1 : start, at + name.length, term, report);
    else checkOtherTitle(wording, at, term, terms, report);
  }
}

/** Offices that a report names people by; what stands before belongs to the title: 县委副书记. */
const OFFICE = "(?:(?![由受经请与和在对向是为让被])\\p{Script=Han}){0,8}?(?:副?(?:书记|省长|市长|区长|县长|镇长|乡长|主任|主席|局长|部长|院长)|检察长|秘书长)";
const TITLE_BEFORE = new RegExp(`(${OFFICE})(?:[、：:\\s]|同志)?$`, "u");
const TITLE_BEHIND = new RegExp(`^(?:同志)?(?:[为任（(](${OFFICE})|(?:[^。！？；\\n]{0,30}?(?:现任|担任|当选为?|兼任|作为|，任))(${OFFICE})|以(${OFFICE})(?:的?身份|名义)|((?:副?(?:书记|省长|市长|区长|县长|镇长|乡长|主任|主席|局长|部长|院长)|检察长|秘书长)))`, "u");
/** How far from a name its sentence may give a title, in characters. */
const REACH = 48;

/** A registered person with the title of somebody else, before or behind the name. */
function checkOtherTitle(wording: Wording, at: number, { name, ...term }: TermOf<"person">, terms: readonly Term[], report: Report): void {
  const { text } = wording;
  const end = at + name.length;
  const before = /[^。！？；，\n]*$/u.exec(text.slice(Math.max(0, at - REACH), at))?.[0] ?? "";
  const behind = /^[^。！？；\n]*/u.exec(text.slice(end, end + REACH))?.[0] ?? "";
  const own = termsOf(terms, "person").filter((one) => one.name === name).map(({ title }) => title);
  // A sentence that gives the right title may name other offices too.
  if (own.some((title) => before.includes(title) || behind.includes(title) || behind.replace(/^同志/u, "").startsWith(title.slice(-2)))) return;
  const [first, second] = [TITLE_BEFORE.exec(before), TITLE_BEHIND.exec(behind)];
  const found = first?.[1] ?? second?.slice(1).find((office) => office !== undefined);
  if (found === undefined || own.some((title) => title.endsWith(found.replace(/^.*(?=副?..$)/u, "")) || found.endsWith(title))) return;
  const [from, to] = first !== null ? [at - first[0].length, end] : [at, end + second![0].length];
  tell(wording, from, to, { name, ...term }, report);
}

function tell(wording: Wording, start: number, end: number, term: TermOf<"person">, report: Report): void {
  report(nearName(placeIn(wording, start, end), wording.text.slice(start, end), term));
}

/** Same length and all but one character the same; the first must be, like the surname. */
function isOneOff(written: string, registered: string): boolean {
  const [a, b] = [[...written], [...registered]];
  return a.length === b.length && a[0] === b[0] && a.filter((character, at) => character !== b[at]).length === 1 && a.every((character) => /\p{Script=Han}/u.test(character));
}

function isPerson(name: string, terms: readonly Term[]): boolean {
  return termsOf(terms, "person").some((term) => term.name === name);
}

function hasTitle(name: string, title: string, terms: readonly Term[]): boolean {
  return termsOf(terms, "person").some((term) => term.name === name && term.title === title);
}
