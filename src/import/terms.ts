/** Short forms and explained terms of a report, for data/terms.csv. */
import type { Text } from "../diagnostics/diagnostic.ts";
import type { FoundTerm } from "./decision.ts";
import type { Outline, OutlineParagraph } from "./outline.ts";
import { sentenceAt } from "./passages.ts";
import { REASONS } from "./reasons.ts";

/** 《…条例》（以下简称《条例》）, 示范区（简称“示范区”）. */
const SHORT = /（(?:以下|下文|下面)?(?:统)?简称(?:为)?[：:]?[“《「]?([^”》」（）]{2,20})[”》」]?）/g;
/** What the full name may follow when no mark of quotation shows where it begins. */
const BEFORE = /(?:[，,、；;。：:！“”]|推进|建设|实施|落实|编制|制定|依托|围绕|按照|根据|关于|成立|打造|融入|支持|[和与及在对将把])/g;

export function findTerms(outline: Outline): FoundTerm[] {
  const explained = outline.annexes.flatMap(({ paragraphs }) => paragraphs.flatMap(explainedIn));
  return [...outline.paragraphs.flatMap(shortIn), ...outline.paragraphs.flatMap(notedIn), ...explained];
}

function shortIn(paragraph: OutlineParagraph): FoundTerm[] {
  const { text } = paragraph;
  return [...text.matchAll(SHORT)].flatMap(({ 0: whole, 1: short = "", index }) => {
    const full = fullBefore(text.slice(0, index));
    if (full === null || full.words === short) return [];
    const { words, quoted } = full;
    // The short form has to be made of the full one.
    const made = [...short].every((character) => words.includes(character));
    const sure = made && quoted;
    const wording = `${words}|${short}`;
    return [{
      type: "term", kind: "short", wording, explanation: "", text: whole, sentence: sentenceAt(text, index), certainty: sure ? "sure" : "unsure", reason: REASONS.short,
      place: { paragraph: paragraph.paragraph, line: paragraph.line, start: index, end: index + whole.length }, lines: /[|,"]/.test(words + short) ? [] : [{ table: "terms.csv", line: `${wording},short,,` }],
    } satisfies FoundTerm];
  });
}

function fullBefore(before: string): { readonly words: string; readonly quoted: boolean } | null {
  const quoted = /[《“]([^《》“”]{4,40})[》”]$/.exec(before)?.[1];
  if (quoted !== undefined) return { words: quoted, quoted: true };
  const tail = before.slice(-30);
  const from = Math.max(0, ...[...tail.matchAll(BEFORE)].map((match) => match.index + match[0].length));
  const words = tail.slice(from);
  return words.length < 4 ? null : { words, quoted: false };
}

const ENTRY = /^(?:[（(]?\d{1,2}[）).．、]\s?)?[“"《]?([^“”"：:。，]{2,20}?)[”"》]?\s?(?:[:：]|——|--)\s?(.{4,})$/su;

function explainedIn(paragraph: OutlineParagraph, index: number): FoundTerm[] {
  const [, term = "", explanation = ""] = index === 0 ? [] : (ENTRY.exec(paragraph.text) ?? []);
  if (term === "") return [];
  return [explainedTerm(paragraph, term, explanation, paragraph.text.indexOf(term), REASONS.explained)];
}

function explainedTerm({ paragraph, line, text }: OutlineParagraph, term: string, explanation: string, start: number, reason: Text): FoundTerm {
  return {
    type: "term", kind: "phrase", wording: term, explanation, text: term, sentence: sentenceAt(text, start), certainty: "sure", reason,
    place: { paragraph, line, start, end: start + term.length }, lines: term.length < 4 || /[,"|]/.test(term) ? [] : [{ table: "terms.csv", line: `${term},phrase,,` }],
  };
}

/** A note that explains the words before its mark: “两重两新”① with 指…, or 两重两新：指…. */
function notedIn(paragraph: OutlineParagraph): FoundTerm[] {
  return paragraph.asides.flatMap(({ after, text }) => {
    const before = after === null ? "" : paragraph.text.slice(0, after);
    const quoted = /[“《]([^“”《》]{2,20})[”》]$/.exec(before)?.[1] ?? "";
    const [, named = "", explained = ""] = ENTRY.exec(text) ?? [];
    const [term, explanation] = named !== "" ? [named, explained] : /^(?:是?指|即)/.test(text) ? [quoted, text] : ["", ""];
    const start = before.lastIndexOf(term);
    return term === "" || start === -1 ? [] : [explainedTerm(paragraph, term, explanation, start, REASONS.noted)];
  });
}
