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
  }
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
