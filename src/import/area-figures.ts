/** What the text says of other areas, as far as a table has them: no table gets it, but the office's table is held against it. */
import { periodKey } from "../model/period.ts";
import { readFigures } from "../language/read-figures.ts";
import type { FoundFigure } from "./decision.ts";
import type { DataFigure } from "./bureau-compare.ts";
import { sentenceAt, wordingOf, type Passage } from "./passages.ts";
import { REASONS } from "./reasons.ts";
import { vocabularyOf, type DraftIndicator } from "./vocabulary.ts";

/** Areas of which the office's tables have figures. */
export function areasOf(sheets: readonly DataFigure[]): readonly string[] {
  return [...new Set(sheets.flatMap(({ area }) => (area === "" ? [] : [area])))];
}

/** 青石镇地区生产总值12.4亿元，增长6.1%: what follows an area's name up to the end of its part of the sentence. */
export function readAreaFigures(passages: readonly Passage[], areas: readonly string[], indicators: readonly DraftIndicator[], byId: ReadonlyMap<string, DraftIndicator>): FoundFigure[] {
  return areas.flatMap((area) => {
    const told = passages.filter(({ read, setting }) => setting !== null && read.text.includes(area));
    if (told.length === 0) return [];
    // 乙县地区生产总值 is a name of the text as well; here its area stands apart.
    const vocabulary = vocabularyOf(indicators.filter(({ name }) => !name.startsWith(area)), area);
    return told.flatMap((passage) => {
      const { text, at } = passage.read;
      return [...text.matchAll(new RegExp(`${area.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}[^。；！？\\n]{2,200}`, "g"))].flatMap(({ 0: words, index }) =>
        readFigures(wordingOf(words), passage.setting!, vocabulary).flatMap((reading): FoundFigure[] => {
          const indicator = byId.get(reading.indicator.id);
          const { measure } = reading;
          if (indicator === undefined || !reading.certain || (measure.type !== "level" && measure.type !== "growth")) return [];
          const part = passage.parts.findLast(({ start }) => start <= at(index)) ?? passage.parts[0]!;
          const start = at(index + reading.start) - part.start;
          const value = measure.type === "growth" ? `${measure.falls ? "下降" : ""}${measure.figure}` : measure.figure;
          return [{
            type: "figure", name: indicator.name, indicator: indicator.id, measure: measure.type, value, unit: measure.type === "level" ? measure.unit : "", basis: "", period: periodKey(reading.period), area, reference: "",
            text: reading.text, sentence: sentenceAt(text, index), certainty: "unsure", reason: REASONS.doubt, place: { paragraph: part.paragraph.paragraph, line: part.paragraph.line, start, end: start + reading.text.length }, lines: [],
          }];
        }));
    });
  });
}
