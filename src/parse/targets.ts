/** Reads data/targets.csv into goals: the report's own words, understood as far as they go and no further. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { duplicateTarget, unitMismatch, unknownIndicator, unreadableTarget } from "../diagnostics/messages/data.ts";
import type { Qualifier } from "../model/approximate.ts";
import { parseFigure, type Figure } from "../model/figure.ts";
import type { Indicator, Target } from "../model/indicator.ts";
import { periodKey } from "../model/period.ts";
import type { SourceFile } from "../model/sources.ts";
import { neededCell, openTable, periodCell, spanOfCell, spanOfRow, type Columns, type Table } from "./cells.ts";
import type { CsvRow } from "./csv.ts";
import { readEnglishGoal, type Reading } from "./english-targets.ts";
import { findByName, lookupIndicator } from "./lookup.ts";

const COLUMNS: Columns = { required: ["indicator", "period", "target"], optional: [] };

/** Targets by indicator; wrong rows are reported and left out. */
export function parseTargets(file: SourceFile, indicators: readonly Indicator[], report: Report): ReadonlyMap<string, readonly Target[]> {
  const targets = new Map<string, Target[]>();
  const table = openTable(file, COLUMNS, report);
  if (table === null) return targets;
  const seen = new Map<string, Target>();
  for (const row of table.rows) {
    const target = parseRow(table, row, indicators);
    if (target === null) continue;
    const key = `${target.indicator} ${periodKey(target.period)}`;
    const first = seen.get(key);
    if (first !== undefined) report(duplicateTarget(spanOfRow(table, row), key, first.span));
    else {
      seen.set(key, target);
      targets.set(target.indicator, [...(targets.get(target.indicator) ?? []), target]);
    }
  }
  return targets;
}

function parseRow(table: Table, row: CsvRow, indicators: readonly Indicator[]): Target | null {
  const id = neededCell(table, row, "indicator");
  const period = periodCell(table, row);
  const wording = neededCell(table, row, "target");
  const indicator = id === null ? null : lookupIndicator(id, spanOfCell(table, row, "indicator"), indicators, table.report);
  if (indicator === null || period === null || wording === null) return null;
  const reading = readGoal(wording, indicator, indicators);
  if ("goal" in reading) return { indicator: indicator.id, period, wording, goal: reading.goal, span: spanOfRow(table, row) };
  const span = spanOfCell(table, row, "target");
  switch (reading.problem) {
    case "unreadable":
      table.report(unreadableTarget(span, wording));
      break;
    case "unit":
      table.report(unitMismatch(span, reading.word, indicator.unit, indicator.name));
      break;
    case "indicator":
      table.report(unknownIndicator(span, reading.word, null, indicators.map((known) => known.id)));
      break;
  }
  return null;
}

/** What `wording` says about `indicator`. The order of the forms matters: 增长到 is a level, 增长 a rate. */
export function readGoal(wording: string, indicator: Indicator, indicators: readonly Indicator[]): Reading {
  const english = readEnglishGoal(wording, indicator, indicators);
  if (english !== null) return english;
  const step = /^与(.+?)同步(?:增长)?$/.exec(wording);
  if (step !== null) return readInStep(step[1]!, indicators);
  if (/^(?:全面|确保|圆满)?(?:完成|实现)[^\d]*(?:任务|目标)$/.test(wording)) return { goal: { type: "complete", wording } };
  const phrase = wording.replace(/^(?:力争|争取|确保|预期|计划|同比)+/, "");
  const growth = readGrowth(phrase);
  if (growth !== null) return { goal: { type: "growth", figure: growth } };
  return readLevel(phrase, indicator) ?? { problem: "unreadable", word: wording };
}

function readInStep(words: string, indicators: readonly Indicator[]): Reading {
  const bare = words.replace(/(?:保持|基本)+$/, "");
  const found = findByName(indicators, bare) ?? findByName(indicators, bare.replace(/(?:增长|增速)$/, ""));
  return found === null ? { problem: "indicator", word: bare } : { goal: { type: "in-step-with", indicator: found.id, name: found.name } };
}

function readGrowth(phrase: string): Figure | null {
  const match = /^(增长|增加|提高|上升|增速|增幅|下降|减少|降低)(.*)$/.exec(phrase);
  const figure = match === null ? null : parseFigure(match[2]!);
  if (match === null || figure === null || !figure.raw.includes("%")) return null;
  if (!["下降", "减少", "降低"].includes(match[1]!)) return figure;
  if (/^[+\-−]/.test(figure.value)) return null;
  return { ...figure, raw: phrase, value: `-${figure.value}`, qualifier: mirrored(figure.qualifier) };
}

/** A fall of 3 % or more is a growth of at most −3 %. */
function mirrored(qualifier: Qualifier): Qualifier {
  if (qualifier === "at-least") return "at-most";
  return qualifier === "at-most" ? "at-least" : qualifier;
}

const VERB = /^(?:达到|达|实现|完成|保持在|稳定在|控制在|增长到|提高到|增加到|上升到|下降到|减少到|降低到|降至|增至)/;

function readLevel(phrase: string, indicator: Indicator): Reading | null {
  const verb = VERB.exec(phrase)?.[0] ?? "";
  const match = /^(\D*)([\d.,]+)(余|多)?(.*?)(左右|上下|以上|以内|以下)?$/.exec(phrase.slice(verb.length));
  if (match === null) return null;
  const [, prefix = "", number = "", more = "", unit = "", suffix = ""] = match;
  const figure = parseFigure(prefix + number + more + (unit === "%" ? "%" : "") + suffix);
  if (figure === null) return null;
  if (unit === indicator.unit) return { goal: { type: "level", figure, unit } };
  // A bare rate of something that is not measured in per cent can only be its growth: 5.5%左右.
  if (unit === "%" && (verb === "" || verb === "控制在" || verb === "保持在" || verb === "稳定在")) return { goal: { type: "growth", figure } };
  return { problem: "unit", word: unit };
}
