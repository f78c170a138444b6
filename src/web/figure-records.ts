/** What a press on a figure in the web deck shows: the published row behind each figure on a slide. */
import type { FigureRecord } from "../model/deck-data.ts";
import type { Deck } from "../model/deck.ts";
import { growthText } from "../model/growth.ts";
import { findIndicator, findObservation, findTarget, showTarget, type Indicator } from "../model/indicator.ts";
import { parsePeriod, type Period } from "../model/period.ts";
import { readNote } from "../model/row-note.ts";
import { formatFigure } from "../model/unit.ts";
import { wordsOf } from "../model/words.ts";
import type { RenderedSlide } from "../render/rendered.ts";

/** Cards, bound words, and the table cells of charts, including figures that were not published. */
const SHOWN = /<(?:data|span) [^>]*?data-indicator="([^"]+)"[^>]*?data-period="([^"]+)"(?: data-area="([^"]+)")?/g;

/** By `indicator@period` or `indicator@period/area`; leaves out figures in the notes, since notes may be private. */
export function figureRecords(model: Deck, slides: readonly RenderedSlide[]): Readonly<Record<string, FigureRecord>> {
  const records = new Map<string, FigureRecord>();
  for (const { html } of slides) {
    for (const [, id = "", when = "", shownArea] of html.matchAll(SHOWN)) {
      const key = `${id}@${when}${shownArea === undefined ? "" : `/${shownArea}`}`;
      const indicator = records.has(key) ? null : findIndicator(model.indicators, id);
      const period = parsePeriod(when);
      if (indicator !== null && period !== null) records.set(key, recordOf(indicator, period, shownArea === undefined ? null : plain(shownArea), model));
    }
  }
  return Object.fromEntries([...records].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function recordOf(indicator: Indicator, period: Period, area: string | null, { settings }: Deck): FigureRecord {
  const words = wordsOf(settings.lang);
  const row = findObservation(indicator, period, area);
  const target = area === null ? findTarget(indicator, period) : null;
  const rank = row?.rank ?? null;
  return {
    name: indicator.name,
    period: words.period(period),
    area,
    value: row === null || row.value === null ? null : words.madeAs(formatFigure(row.value, indicator.unit), row.growth === null ? row.basis : null),
    growth: row === null || row.growth === null ? null : growthText(row.growth),
    base: row?.growth?.base ?? null,
    rank: rank === null ? null : words.place(rank),
    target: target === null ? null : showTarget(target),
    status: row?.status ?? null,
    source: row?.source ?? indicator.source,
    note: row === null || settings.remarks === "private" ? null : readNote(row.note).remark || null,
    rows: [row, target].flatMap((found) => (found === null ? [] : [`${found.span.file}:${found.span.line}`])),
  };
}

function plain(attribute: string): string {
  return attribute.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
