/** T01 to T05: running text compared with the wordings, names and orders of data/terms.csv, and with the names of projects. */
import type { Report } from "../../diagnostics/diagnostic.ts";
import { nearPhrase, nearPlace, shortFirst, wrongOrder } from "../../diagnostics/messages/terms.ts";
import { withoutIgnorable } from "../../model/characters/ignorable.ts";
import type { Deck } from "../../model/deck.ts";
import { termsOf, type Term, type TermOf } from "../../model/term.ts";
import type { Passage } from "../passages.ts";
import { fixIn, placeIn, type Wording } from "../../language/wording.ts";
import { COMPARED, createNearMissFinder, type NearMissFinder } from "./near-misses.ts";
import { checkPerson } from "./persons.ts";
import type { WordingRule } from "./wording-rule.ts";
import { wordsOf } from "./segments.ts";

/** T01 and T04: rules made once for a deck, then applied to each wording. */
export function createTermRules(deck: Deck): readonly WordingRule[] {
  const phrases = new Map(termsOf(deck.terms, "phrase").map((term) => [term.wording, term]));
  const projects = deck.projects.map(({ name }) => withoutIgnorable(name));
  const places = new Map<string, TermOf<"place"> | null>(projects.filter((name) => name.length > 3).map((name) => [name, null]));
  for (const term of termsOf(deck.terms, "place")) places.set(term.name, term);
  const known = knownWordings(deck);
  const nearPhrases = createNearMissFinder([...phrases.keys()], known);
  const nearPlaces = createNearMissFinder([...places.keys()], known);
  return [
    (wording, report) => checkPhrases(wording, phrases, nearPhrases, report),
    (wording, report) => checkPlaceNames(wording, places, nearPlaces, report),
    ...termsOf(deck.terms, "place").flatMap((term) => term.wrong.map((wrong): WordingRule => (wording, report) => checkWrongForm(wording, wrong, term, report))),
    ...termsOf(deck.terms, "order").map(orderRule),
    ...termsOf(deck.terms, "person").map((term): WordingRule => (wording, report) => checkPerson(wording, term, deck.terms, report)),
  ];
}

/** Everything that is right by definition. */
function knownWordings({ terms, indicators, projects, settings }: Deck): readonly string[] {
  const registered = terms.flatMap((term): readonly string[] => {
    switch (term.type) {
      case "phrase":
        return [term.wording];
      case "order":
        return term.members;
      case "person":
        return [term.name, term.title];
      case "place":
        return [term.name];
      case "short":
        return [term.full, term.short];
    }
  });
  const shown = [...indicators.flatMap(({ name, aliases }) => [name, ...aliases]), ...projects.map(({ name }) => name), ...settings.protect, settings.organisation];
  return [...registered, ...shown.map(withoutIgnorable)];
}

function checkPhrases(wording: Wording, phrases: ReadonlyMap<string, Term>, finder: NearMissFinder, report: Report): void {
  for (const { wording: registered, start, end, sure } of finder.find(wording)) {
    report(nearPhrase(placeIn(wording, start, end), wording.text.slice(start, end), registered, phrases.get(registered) ?? null, sure));
  }
}

function checkPlaceNames(wording: Wording, places: ReadonlyMap<string, TermOf<"place"> | null>, finder: NearMissFinder, report: Report): void {
  // A name that contains another word is another name: 日间照护中心 is not a slip for 日间照料中心.
  for (const { wording: name, start, end, alike } of finder.find(wording)) {
    const written = wording.text.slice(start, end);
    const term = places.get(name) ?? null;
    if (alike && !(term?.wrong.includes(written) ?? false)) report(nearPlace(placeIn(wording, start, end), written, name, term, null));
  }
}

/** A registered wrong form is wrong wherever it appears, so it can be fixed. */
function checkWrongForm(wording: Wording, wrong: string, term: TermOf<"place">, report: Report): void {
  for (let at = wording.text.indexOf(wrong); at !== -1; at = wording.text.indexOf(wrong, at + wrong.length)) {
    const end = at + wrong.length;
    // The right name may contain the wrong form.
    if (wording.text.slice(Math.max(0, end - term.name.length), at + term.name.length).includes(term.name)) continue;
    if (wrong.length < COMPARED && !wordsOf(wording).isName(at, end)) continue;
    report(nearPlace(placeIn(wording, at, end), wrong, term.name, term, fixIn(wording, at, end, term.name)));
  }
}

/** After a member, what makes it another body, an office or a thing: 区委组织部, 区政府办公室, 镇党委书记, 区政府工作报告. */
const OTHER_BODY =
  "(?!(?:(?![和与及的])\\p{Script=Han}){0,4}?(?:部(?![署门分])|办(?![理好事])|室|厅|局(?![面限部])|处(?![理于在])|科(?![技学])|委(?!托)|党校|学院|中心|工委|书记|常委|主[任席]|[区县市镇乡局院会]长|代表|委员|秘书|工作报告|专班|小组|领导小组|大[院楼]|机关|官?网|文件|公报))";
/** Members may change places only if nothing before the first or after the last belongs to one of them alone: 自治区政府、区委. */
const BEFORE_MEMBERS = /(?:^|[^\p{L}\p{N}]|[在由经向对从被受为与和及跟同把是让请给])$/u;
const BEHIND_MEMBERS = /^(?:$|[^\p{L}\p{N}]|的|领导|正确|坚强|统一|共同|联合|高度|大力|关心|决策|部署|要求|批准|同意)/u;

/** Members side by side, joined by 、和与及, that are not in the registered order. */
function orderRule(term: TermOf<"order">): WordingRule {
  const members = term.members.toSorted((a, b) => b.length - a.length).map(escapePattern).join("|");
  const runs = new RegExp(`(?:${members})${OTHER_BODY}(?:[、和与及](?:${members})${OTHER_BODY})+`, "gu");
  const member = new RegExp(members, "gu");
  return (wording, report) => checkOrder(wording, term, runs, member, report);
}

function checkOrder(wording: Wording, term: TermOf<"order">, runs: RegExp, member: RegExp, report: Report): void {
  for (const { 0: run, index } of wording.text.matchAll(runs)) {
    const written = run.match(member) ?? [];
    const order = written.map((name) => term.members.indexOf(name));
    if (order.every((rank, at) => at === 0 || rank > order[at - 1]!)) continue;
    const sorted = [...new Set(written)].toSorted((a, b) => term.members.indexOf(a) - term.members.indexOf(b));
    let next = 0;
    const right = run.replace(member, () => sorted[next++] ?? "");
    const end = index + run.length;
    const free = sorted.length === written.length && BEFORE_MEMBERS.test(wording.text.slice(Math.max(0, index - 1), index)) && BEHIND_MEMBERS.test(wording.text.slice(end, end + 2));
    report(wrongOrder(placeIn(wording, index, end), written, term, free ? fixIn(wording, index, end, right) : null));
  }
}

/** T05: in the order in which people meet the passages, the full name comes first. */
export function checkShortForms(passages: readonly Passage[], deck: Deck, report: Report): void {
  for (const term of termsOf(deck.terms, "short")) {
    for (const passage of passages) {
      const full = passage.text.indexOf(term.full);
      const short = firstOutside(passage.text, term);
      if (short !== -1 && (full === -1 || short < full)) report(shortFirst(placeIn(passage, short, short + term.short.length), term));
      if (short !== -1 || full !== -1) break;
    }
  }
}

/** The first short form that is not part of the full name; -1 when there is none. */
function firstOutside(text: string, { full, short }: TermOf<"short">): number {
  return text.replaceAll(full, "\0".repeat(full.length)).indexOf(short);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
