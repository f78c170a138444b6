/** The rules on marks, numerals and wording, in the order of docs/diagnostics.md. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import type { Slide } from "../../model/deck.ts";
import type { Checking, Rule } from "../rule.ts";
import { findOutsideWordings, type Passage } from "../passages.ts";
import type { Wording } from "../../language/wording.ts";
import { reportOnce } from "./kept-reports.ts";
import { checkLeftovers, checkRelativeDates } from "./leftovers.ts";
import { checkCommasBetweenQuotes, checkDoubledMarks, checkHalfWidthMarks, checkLostCharacters, checkSpaces } from "./marks.ts";
import { checkDigits, checkPlaces, checkYears } from "./numerals.ts";
import { checkPairs } from "./pairs.ts";
import { checkChanges, checkQualifiers, checkRanges, checkUnitSpaces, checkVolts } from "./quantities.ts";
import type { WordingRule } from "./wording-rule.ts";
import { isChinese } from "./scripts.ts";
import { checkShortForms, createTermRules } from "./terms.ts";

const CHINESE_RULES: readonly WordingRule[] = [
  checkHalfWidthMarks, checkLostCharacters, checkSpaces, checkCommasBetweenQuotes, checkDoubledMarks,
  checkYears, checkDigits, checkPlaces,
  checkQualifiers, checkRanges, checkChanges, checkUnitSpaces,
];
/** Names in the tables are as approved. Wording that is doubtful but not wrong is reported only where it is shown or said. */
const SHOWN_RULES: readonly WordingRule[] = [checkVolts];

export const WORD_RULES: readonly Rule[] = [checkWordings, checkShortNames];

function checkWordings({ deck, passages, report }: Checking): void {
  const { settings, terms, indicators, projects, cells } = deck;
  let made: readonly WordingRule[] | null = null;
  const rules = (): readonly WordingRule[] => (made ??= [...CHINESE_RULES, ...(settings.status === "archived" ? [checkRelativeDates] : []), ...createTermRules(deck)]);
  const inputs = [settings, terms, indicators, projects];
  for (const [slide, own] of bySlide(passages)) reportOnce(slide, inputs, report, (tell) => checkInOrder(own, [...rules(), ...SHOWN_RULES], tell));
  reportOnce(cells, inputs, report, (tell) => findOutsideWordings(deck).forEach((wording) => checkInOrder([wording], rules(), tell)));
}

function bySlide(passages: readonly Passage[]): ReadonlyMap<Slide, readonly Passage[]> {
  const slides = new Map<Slide, Passage[]>();
  for (const passage of passages) {
    const own = slides.get(passage.slide);
    if (own === undefined) slides.set(passage.slide, [passage]);
    else own.push(passage);
  }
  return slides;
}

/** Wordings in sequence: a quotation of several paragraphs (P02) continues in the next one of its surface. */
function checkInOrder(wordings: readonly (Wording & Partial<Pick<Passage, "surface">>)[], rules: readonly WordingRule[], report: Report): void {
  wordings.forEach((wording, at) => {
    checkLeftovers(wording, report);
    if (!isChinese(wording.text)) return;
    for (const rule of rules) rule(wording, report);
    const next = wordings[at + 1];
    checkPairs(wording, next?.surface === wording.surface ? (next ?? null) : null, report);
  });
}

function checkShortNames({ deck, passages, report }: Checking): void {
  checkShortForms(passages, deck, report);
}
