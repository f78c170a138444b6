/** A11: a figure in running text that no plain sentence gives to a row, one digit away from one that the words around it are about. */
import { literalOneDigitOff } from "../../../diagnostics/messages/numbers.ts";
import type { Deck } from "../../../model/deck.ts";
import { periodKey } from "../../../model/period.ts";
import { wordsOf } from "../../../model/words.ts";
import { placeIn } from "../../../language/wording.ts";
import type { Passage } from "../../passages.ts";
import type { Rule } from "../../rule.ts";
import { matchLiterals } from "../literals.ts";
import { isEnglish, settingOf } from "../readings.ts";
import { periodText, placeText } from "../words.ts";
import { CHINESE_TONGUE } from "./chinese/tongue.ts";
import { ENGLISH_TONGUE } from "./english/tongue.ts";
import { findSlips, type Slip } from "./judge.ts";
import type { Entry } from "./published.ts";
import type { Known } from "./said.ts";

export const checkSlips: Rule = ({ deck, passages, report }) => {
  for (const passage of passages) {
    for (const { start, end, text, entry } of slipsOf(passage, deck)) {
      const published = entry.field === "rank" ? wordsOf(deck.settings.lang).place(Number(entry.value)) : entry.published;
      report(literalOneDigitOff(placeIn(passage, start, end), { written: text, what: whatOf(entry), published, place: placeText(entry.row.span) }, referenceOf(entry)));
    }
  }
};

function slipsOf(passage: Passage, deck: Deck): Slip[] {
  if (passage.cell !== null || !passage.pieces.some(({ type, text }) => type === "text" && /\d/.test(text))) return [];
  const tongue = isEnglish(passage, deck) ? ENGLISH_TONGUE : CHINESE_TONGUE;
  const setting = settingOf(passage, deck.settings, tongue.lexicon);
  if (setting === null || setting.times.type === "elsewhen") return [];
  const known = matchLiterals(passage, deck).map(({ reading: { start, end, indicator }, row, field, verdict }): Known => ({ start, end, id: indicator.id, area: "area" in row ? row.area : null, period: row.period, field, right: verdict === "equal" || verdict === "fits" }));
  return findSlips(passage, deck, setting, tongue, [...known, ...boundIn(passage)]);
}

/** References say what they are of. */
function boundIn({ pieces }: Passage): Known[] {
  return pieces.flatMap(({ start, text, figure }): Known[] => {
    if (figure === null || figure.field === "name" || figure.field === "unit") return [];
    const { indicator: id, area, period, field } = figure;
    return [{ start, end: start + text.length, id, area, period, field: field === "value" ? "figure" : field, right: true }];
  });
}

function referenceOf({ indicator: { id }, row, field, area }: Entry): string {
  return `{{${id}${field === "figure" ? "" : `.${field}`}@${periodKey(row.period)}${area === null ? "" : `/${area}`}}}`;
}

const WHAT: Readonly<Partial<Record<Entry["field"], { readonly zh: string; readonly en: string }>>> = { growth: { zh: "的增速", en: "growth of " }, target: { zh: "的目标", en: "target for " }, rank: { zh: "的位次", en: "place of " } };

function whatOf({ indicator: { name }, row, field, area }: Entry): { zh: string; en: string } {
  const [period, what] = [periodText(row.period), WHAT[field] ?? { zh: "", en: "" }];
  return { zh: `${period.zh}${area ?? ""}“${name}”${what.zh}`, en: `the ${what.en}"${name}"${area === null ? "" : ` (${area})`} in ${period.en}` };
}
