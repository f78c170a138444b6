/** Every figure the deck shows, with its place, the row it comes from and what it is compared with. */
import type { Block, Deck, ReferenceField, Slide } from "../model/deck.ts";
import { rateOnYear } from "../model/growth.ts";
import type { Observation, Target } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import { numberOf } from "../model/published.ts";
import type { Span } from "../model/span.ts";
import { matchLiterals } from "./numbers/literals.ts";
import { indexRows, partPairs, partTargetPairs, yearPairs, type Rows } from "./numbers/rows.ts";
import { shownInBlock, type Shown } from "../model/shown.ts";
import { findPassages, type Passage } from "./passages.ts";
import { placeIn } from "../language/wording.ts";

/** One comparison that a rule makes: `against` is the row of data/ on the other side. */
export interface FigureCheck {
  /** A01, A12 …, as in docs/diagnostics.md. */
  readonly rule: string;
  readonly against: Span;
}

/** One figure as people meet it. */
export interface FigureUse {
  /** `title`, `slide` and `notes` are running text; the others are blocks of that name. */
  readonly surface: Passage["surface"] | "chart" | "figures" | "targets";
  /** Ids of the section and the slide. */
  readonly section: string;
  readonly slide: string;
  /** 1-based number of the slide in the deck. */
  readonly page: number;
  /** The reference, the literal, or the whole block. */
  readonly span: Span;
  /** Null for a figure that belongs to no indicator. */
  readonly indicator: string | null;
  /** Null when the indicator is. */
  readonly period: Period | null;
  /** Null is the deck's own area. */
  readonly area: string | null;
  readonly field: ReferenceField;
  /** As shown: 148亿元, 近9%, 第60位, 增长8%左右. */
  readonly text: string;
  /** `bound` comes from data/, `literal` was typed into the text, `derived` was calculated and is shown as such. */
  readonly origin: "bound" | "literal" | "derived";
  /** The row of data/ that published or planned it; null for none. */
  readonly row: Span | null;
  readonly checks: readonly FigureCheck[];
}

/** A use before its slide is known. */
type Use = Omit<FigureUse, "section" | "slide" | "page">;
type Checks = ReadonlyMap<Observation | Target, readonly (FigureCheck & { readonly fields: readonly ReferenceField[] })[]>;

/** What every use is looked up in. */
interface Desk {
  readonly rows: Rows;
  readonly checks: Checks;
}

/**
 * All figures in the order of the deck: for each slide its running text, then its blocks. Names and units do not count, nor do
 * numbers in running text that count nothing: years, dates, ordinals and labels.
 */
export function auditFigures(deck: Deck): FigureUse[] {
  const rows = indexRows(deck.indicators);
  const desk: Desk = { rows, checks: checksOf(rows) };
  const texts = new Map<Slide, Passage[]>();
  for (const passage of findPassages(deck)) texts.set(passage.slide, [...(texts.get(passage.slide) ?? []), passage]);
  const places = deck.sections.flatMap((section) => section.slides.map((slide) => ({ section, slide })));
  return places.flatMap(({ section, slide }, index) => {
    const uses = [...(texts.get(slide) ?? []).flatMap((passage) => usesInText(passage, deck, desk)), ...usesInBlocks(slide.blocks, desk)];
    return uses.map((use) => ({ section: section.id, slide: slide.id, page: index + 1, ...use }));
  });
}

function usesInText(passage: Passage, deck: Deck, desk: Desk): Use[] {
  const { pieces, surface } = passage;
  const bound = pieces.flatMap(({ figure, start }) => {
    if (figure === null || figure.field === "name" || figure.field === "unit") return [];
    const { indicator, field, period, area, text, span } = figure;
    return [{ start, use: useOf({ indicator, field, period, area, text, origin: "bound" }, surface, span, desk) }];
  });
  return [...bound, ...literalsIn(passage, deck)].toSorted((a, b) => a.start - b.start).map(({ use }) => use);
}

/** A number with what it counts, which must not be the year, day or place of something. */
const COUNTED = /(?<![\d.A-Za-z“+/第-])\d+(?:,\d{3})*(?:\.\d+)?(?:%|个百分点|[百千万亿]*\p{Script=Han})(?<![年月日号届期次时分章节条])/gu;

/** Typed figures: those of an indicator were compared with its row, the others with nothing. */
function literalsIn(passage: Passage, deck: Deck): { readonly start: number; readonly use: Use }[] {
  const known = matchLiterals(passage, deck).map(({ reading, row, field }) => ({
    start: reading.start,
    end: reading.end,
    use: literalUse(passage, reading.start, reading.end, { indicator: reading.indicator.id, period: row.period, area: reading.area, field, row: row.span, checks: [{ rule: "A11", against: row.span }] }),
  }));
  const typed = passage.pieces.filter(({ type }) => type === "text").flatMap((piece) => [...piece.text.matchAll(COUNTED)].map((match) => ({ start: piece.start + match.index, text: match[0] })));
  const others = typed.filter(({ start }) => !known.some((one) => one.start <= start && start < one.end));
  return [...known, ...others.map(({ start, text }) => ({ start, use: literalUse(passage, start, start + text.length, { indicator: null, period: null, area: null, field: "figure", row: null, checks: [] }) }))];
}

function literalUse(passage: Passage, start: number, end: number, rest: Omit<Use, "surface" | "span" | "text" | "origin">): Use {
  return { surface: passage.surface, span: placeIn(passage, start, end), text: passage.text.slice(start, end), origin: "literal", ...rest };
}

function usesInBlocks(blocks: readonly Block[], desk: Desk): Use[] {
  return blocks.flatMap((block) => {
    if (block.type === "card") return usesInBlocks(block.blocks, desk);
    if (block.type !== "chart" && block.type !== "figures" && block.type !== "targets" && block.type !== "units" && block.type !== "review") return [];
    // A review and drawn things show figures as cards do.
    const surface = block.type === "review" || block.type === "units" ? "figures" : block.type;
    return shownInBlock(block).map((shown) => useOf(shown, surface, block.span, desk));
  });
}

function useOf(shown: Shown, surface: FigureUse["surface"], span: Span, { rows, checks }: Desk): Use {
  const row = rowOf(shown, rows);
  const made = row === null ? [] : (checks.get(row) ?? []).filter(({ fields }) => fields.includes(shown.field));
  return { surface, span, ...shown, row: row?.span ?? null, checks: made.map(({ rule, against }) => ({ rule, against })) };
}

function rowOf({ indicator, period, area, field }: Shown, rows: Rows): Observation | Target | null {
  if (indicator === null || period === null) return null;
  return field === "target" ? rows.target(indicator, period) : rows.observation(indicator, period, area);
}

/** The comparisons of each row, on either side of them. */
function checksOf(rows: Rows): Checks {
  const checks = new Map<Observation | Target, (FigureCheck & { readonly fields: readonly ReferenceField[] })[]>();
  const put = (row: Observation | Target, rule: string, against: Span, fields: readonly ReferenceField[]): void => {
    checks.set(row, [...(checks.get(row) ?? []), { rule, against, fields }]);
  };
  for (const { row, against } of partPairs(rows)) {
    if (numberOf(row.value) === null || numberOf(against.value) === null) continue;
    put(row, "A01", against.span, ["figure", "value"]);
    put(against, "A01", row.span, ["figure", "value"]);
  }
  for (const { indicator, row, against } of yearPairs(rows)) {
    if (numberOf(row.value) === null || numberOf(against.value) === null) continue;
    if (rateOnYear(row.growth) !== null && indicator.basis !== "constant") put(row, "A12", against.span, ["figure", "value", "growth"]);
    put(row, "A13", against.span, ["figure", "value"]);
  }
  for (const { row, against } of partTargetPairs(rows)) {
    put(row, "A14", against.span, ["target"]);
    put(against, "A14", row.span, ["target"]);
  }
  return checks;
}
