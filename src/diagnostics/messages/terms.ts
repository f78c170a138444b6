/** Wordings of data/terms.csv (rules T) and mistakes in that table. */
import type { Span } from "../../model/span.ts";
import type { Term, TermOf } from "../../model/term.ts";
import { error, warning, type Diagnostic, type Fix, type Text } from "../diagnostic.ts";
import { placeText } from "./data.ts";

const SOURCE = (term: Term): Text => ({
  zh: `${placeText(term.span)}${term.source === null ? "" : `，出处：${term.source}`}`,
  en: `${placeText(term.span)}${term.source === null ? "" : `, source: ${term.source}`}`,
});

/** `sure` when this kind of slip hardly ever makes another valid phrase. */
export const nearPhrase = (span: Span, written: string, registered: string, term: Term | null, sure: boolean): Diagnostic => {
  const where = term === null ? null : SOURCE(term);
  const found = warning("near-phrase", span, { zh: `“${written}”与规范说法“${registered}”差一个字。`, en: `"${written}" is one character off the registered "${registered}".` }, {
    rule: "T01",
    hint: { zh: `核对${where === null ? "" : `（${where.zh}）`}；确是另一说法时，也登记进 data/terms.csv。`, en: `check it${where === null ? "" : ` (${where.en})`}; if it is another phrase, register it in data/terms.csv too` },
  });
  return sure ? found : { ...found, severity: "note" };
};

export const wrongOrder = (span: Span, written: readonly string[], term: TermOf<"order">, fix: Fix | null): Diagnostic =>
  warning("wrong-order", span, { zh: `“${written.join("、")}”的先后与登记的不同。`, en: `"${written.join("、")}" is not in the registered order.` }, {
    rule: "T02",
    hint: { zh: `应依次为：${term.members.join("、")}（${SOURCE(term).zh}）。`, en: `the order is ${term.members.join("、")} (${SOURCE(term).en})` },
    fix,
  });

export const nearName = (span: Span, written: string, term: TermOf<"person">): Diagnostic =>
  warning("near-person", span, { zh: `“${written}”与登记的“${term.title}${term.name}”不一致。`, en: `"${written}" differs from the registered "${term.title}${term.name}".` }, {
    rule: "T03",
    hint: { zh: `核对姓名和职务（${SOURCE(term).zh}）；确是另一人时，也登记进 data/terms.csv。`, en: `check name and title (${SOURCE(term).en}); if it is someone else, register them too` },
  });

/** `term` is null for a name from data/projects.csv. */
export const nearPlace = (span: Span, written: string, name: string, term: Term | null, fix: Fix | null): Diagnostic =>
  warning("near-place", span, { zh: `“${written}”像是“${name}”的误写。`, en: `"${written}" looks like a slip for "${name}".` }, {
    rule: "T04",
    hint: { zh: `同一地方或项目只用一个名称：${name}（${term === null ? "data/projects.csv" : SOURCE(term).zh}）。`, en: `use one name for one place or project: ${name} (${term === null ? "data/projects.csv" : SOURCE(term).en})` },
    fix,
  });

export const shortFirst = (span: Span, term: TermOf<"short">): Diagnostic =>
  warning("short-before-full", span, { zh: `简称“${term.short}”出现在全称“${term.full}”之前。`, en: `The short form "${term.short}" comes before "${term.full}".` }, {
    rule: "T05",
    hint: { zh: `第一次用全称（${SOURCE(term).zh}）。`, en: `use the full name first (${SOURCE(term).en})` },
  });

export const leftover = (span: Span, written: string, severity: "error" | "warning"): Diagnostic => ({
  ...error("leftover", span, { zh: `“${written}”像是没有替换的底稿文字。`, en: `"${written}" looks left over from a draft.` }, {
    rule: "T06",
    hint: { zh: "请换成正式内容，或删去。", en: "replace it, or remove it" },
  }),
  severity,
});

export const relativeDate = (span: Span, written: string): Diagnostic =>
  error("relative-date", span, { zh: `归档的演示里不能说“${written}”：以后打开时它指另一年。`, en: `An archived deck cannot say "${written}": when it is opened later, that is another year.` }, {
    rule: "T06",
    hint: { zh: "请写明年份，例如“2021年”。", en: "name the year, for example 2021年" },
  });

const FORMS: Readonly<Record<Term["type"], Text>> = {
  phrase: { zh: "phrase 写一句固定的话，至少四个字，里面不能有“|”", en: "a phrase is one wording of at least four characters, without |" },
  order: { zh: "order 写两个以上互不相同的名称，每个至少两个字，按先后用“|”分开，例如 区委|区政府", en: "an order is two or more different names of at least two characters, divided by |, for example 区委|区政府" },
  person: { zh: "person 写“姓名|职务”", en: "a person is name|title" },
  place: { zh: "place 写名称（至少两个字），后面可以用“|”列出常见的误写，例如 甪直|角直", en: "a place is its name (two characters at least), then wrong forms of it divided by |, for example 甪直|角直" },
  short: { zh: "short 写“全称|简称”，简称较短，至少两个字", en: "a short form is full|short, the second shorter and at least two characters" },
};

export const invalidTerm = (span: Span, kind: Term["type"]): Diagnostic =>
  error("invalid-term", span, { zh: `这不是一条“${kind}”。`, en: `This is no "${kind}".` }, { hint: { zh: `${FORMS[kind].zh}。`, en: FORMS[kind].en } });

export const termDate = (span: Span, written: string): Diagnostic =>
  error("invalid-term", span, { zh: `“${written}”不是日期。`, en: `"${written}" is no date.` }, {
    hint: { zh: "写年、月或日：2021、2021-12、2021-12-28。", en: "write a year, a month or a day: 2021, 2021-12 or 2021-12-28" },
  });

export const unsourcedTerm = (span: Span, wording: string): Diagnostic =>
  warning("unsourced-term", span, { zh: `“${wording}”没有写明起用时间（since）或出处（source）。`, en: `"${wording}" lacks its date (since) or its source.` }, {
    hint: { zh: "规范说法要有时间和依据，以后才好核对。", en: "give both, so that the wording can be looked up later" },
  });

export const duplicateTerm = (span: Span, first: Span): Diagnostic =>
  warning("duplicate-term", span, { zh: `这一条已在 ${placeText(first)}。`, en: `This term is given at ${placeText(first)} already.` }, {
    hint: { zh: "请只保留一条。", en: "keep one of them" },
  });

/** Later than the year in which the deck is shown: a slip, or a wording that is not in force yet. */
export const futureTerm = (span: Span, since: string): Diagnostic =>
  warning("future-term", span, { zh: `起用时间“${since}”晚于作这份报告的那一年。`, en: `"${since}" is later than the year in which this report is given.` }, {
    hint: { zh: "核对 since；还没有起用的说法，到时再登记。", en: "check since; a wording that does not hold yet is registered when it does" },
  });

export const contradictingTerm = (span: Span, first: Span): Diagnostic =>
  error("contradicting-term", span, { zh: `这一条与 ${placeText(first)} 的一条相反。`, en: `This term says the contrary of that at ${placeText(first)}.` }, {
    hint: { zh: "同样的名称只能有一种先后，一个名称不能又对又错：请只保留对的一条。", en: "names have one order, and a name is not both right and wrong: keep the one that holds" },
  });
