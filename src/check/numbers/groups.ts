/** A05, A06, A07: figures shown together are written alike, and a rank says who ranked. */
import { mixedDecimals, rankWithoutSource, valueWithoutGrowth } from "../../diagnostics/messages/numbers.ts";
import type { Block, BlockOf, Deck } from "../../model/deck.ts";
import type { Figure } from "../../model/figure.ts";
import { rateOnYear } from "../../model/growth.ts";
import type { Observation } from "../../model/indicator.ts";
import { numberOf } from "../../model/published.ts";
import { readNote } from "../../model/row-note.ts";
import type { Span } from "../../model/span.ts";
import type { Rule } from "../rule.ts";
import { reportOnRows } from "./report-on-rows.ts";
import { indexRows } from "./rows.ts";
import { shownInBlock } from "../../model/shown.ts";
import { periodText, placeText } from "./words.ts";

/** A rate or level as a block shows it, with its row. */
interface Member {
  readonly name: string;
  readonly figure: Figure;
  readonly row: Observation;
}

/** A05: levels and rates of one trend have the same decimals. Different indicators are published in their own ways. Each row is reported once. */
export const checkDecimals: Rule = ({ deck, report }) => {
  const seen = new Set<Figure>();
  for (const { members, span } of groupsOf(deck)) {
    const usual = usualDecimals(members);
    if (usual === null) continue;
    for (const { name, figure, row } of members) {
      if (figure.decimals === usual || seen.has(figure)) continue;
      seen.add(figure);
      reportOnRows(mixedDecimals(row.span, { name, figure: figure.raw, decimals: figure.decimals }, usual, placeText(span)), [row], report);
    }
  }
};

/** A06: a level without growth where others of the period have one. */
export const checkGrowthGiven: Rule = ({ deck, report }) => {
  const { period } = deck.settings;
  const rows = indexRows(deck.indicators);
  const own = deck.indicators.flatMap((indicator) => {
    const row = rows.observation(indicator.id, period, null);
    return row === null ? [] : [{ indicator, row }];
  });
  if (!own.some(({ row }) => row.growth !== null)) return;
  for (const { indicator, row } of own) {
    if (indicator.kind === "flow" && row.value !== null && row.growth === null) reportOnRows(valueWithoutGrowth(row.span, indicator.name, periodText(period)), [row], report);
  }
};

/** A07: a rank names its list, publisher or year, in a source or a remark; reported once per indicator. */
export const checkRanks: Rule = ({ deck, report }) => {
  for (const indicator of deck.indicators) {
    const bare = indicator.observations.find((row) => row.rank !== null && row.area === null && row.source === null && indicator.source === null && readNote(row.note).remark === "");
    if (bare !== undefined) reportOnRows(rankWithoutSource(bare.span, indicator.name), [bare], report);
  }
};

function groupsOf(deck: Deck): { readonly members: readonly Member[]; readonly span: Span }[] {
  const rows = indexRows(deck.indicators);
  const names = new Map(deck.indicators.map(({ id, name }) => [id, name]));
  const membersOf = (block: BlockOf<"chart">, field: "growth" | "value"): Member[] => {
    return shownInBlock(block).flatMap(({ indicator, period, area, field: shown }) => {
      const row = indicator === null || period === null ? null : rows.observation(indicator, period, area);
      const figure = row === null ? null : field === "growth" ? rateOnYear(row.growth) : numberOf(row.value);
      if (indicator === null || row === null || figure === null || figure.qualifier !== "exact" || (shown === "growth") !== (field === "growth")) return [];
      return [{ name: names.get(indicator) ?? indicator, figure, row }];
    });
  };
  return blocksOf(deck).flatMap((block) => {
    if (block.type !== "chart" || block.chart.type !== "trend") return [];
    return [membersOf(block, "growth"), membersOf(block, "value")].map((members) => ({ members, span: block.span }));
  });
}

function blocksOf(deck: Deck): Block[] {
  return deck.sections.flatMap(({ slides }) => slides.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "card" ? [block, ...block.blocks] : [block]))));
}

/** The number of decimals that most figures of the group have; null when two numbers are equally common. */
function usualDecimals(members: readonly Member[]): number | null {
  const counts = new Map<number, number>();
  for (const { figure } of members) counts.set(figure.decimals, (counts.get(figure.decimals) ?? 0) + 1);
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}
