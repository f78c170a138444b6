/** Reads the tables of data/ into indicators with everything published and planned for them, projects and terms. */
import type { Report } from "../diagnostics/diagnostic.ts";
import { missingTable, similarTableName } from "../diagnostics/messages/data.ts";
import { tableTwice } from "../diagnostics/messages/workbook.ts";
import { findNearest } from "../diagnostics/suggest.ts";
import type { Deck, Settings } from "../model/deck.ts";
import type { Indicator, Project } from "../model/indicator.ts";
import { comparePeriods } from "../model/period.ts";
import type { SourceFile } from "../model/sources.ts";
import { fileSpan, splitSheet } from "../model/span.ts";
import { tableName } from "../model/table-name.ts";
import { parseIndicators } from "./indicators.ts";
import { parseObservations } from "./observations.ts";
import { parseProjects } from "./projects.ts";
import { parseTargets } from "./targets.ts";
import { parseTerms } from "./terms.ts";
import type { Term } from "../model/term.ts";
import { readTableWords } from "./table-words.ts";

/** Tables with a meaning; any other is a plain table. */
const TABLES = ["indicators.csv", "observations.csv", "targets.csv", "projects.csv", "terms.csv"];

/** What the tables hold. */
export interface Tables extends Pick<Deck, "cells"> {
  readonly indicators: readonly Indicator[];
  readonly projects: readonly Project[];
  readonly terms: readonly Term[];
}

/** Reads all tables, indicators first so that the others can name them; observations are sorted by period. */
export function parseTables(files: readonly SourceFile[], settings: Settings, report: Report): Tables {
  const named = (name: string): SourceFile | null => files.find((file) => tableName(file.path).toLowerCase() === name) ?? null;
  reportSimilarNames(files, report);
  reportTwice(files, report);
  const list = named("indicators.csv");
  const observations = named("observations.csv");
  const targets = named("targets.csv");
  const projects = named("projects.csv");
  const terms = named("terms.csv");
  const indicators = list === null ? [] : parseIndicators(list, report);
  if (list === null) for (const file of [observations, targets]) if (file !== null) report(missingTable(fileSpan(file.path), "data/indicators.csv"));
  const lost = new Set<string>();
  const published = list === null || observations === null ? null : parseObservations(observations, indicators, settings.organisation, report, lost);
  const planned = list === null || targets === null ? null : parseTargets(targets, indicators, report, lost);
  return {
    indicators: indicators.map((indicator) => ({
      ...indicator,
      ...(lost.has(indicator.id) ? { rowsLost: true as const } : {}),
      observations: (published?.get(indicator.id) ?? []).toSorted((a, b) => comparePeriods(a.period, b.period)),
      targets: (planned?.get(indicator.id) ?? []).toSorted((a, b) => comparePeriods(a.period, b.period)),
    })),
    projects: projects === null ? [] : parseProjects(projects, report),
    terms: terms === null ? [] : parseTerms(terms, settings.period.year + 1, report),
    cells: readTableWords(files),
  };
}

function reportSimilarNames(files: readonly SourceFile[], report: Report): void {
  const names = files.map((file) => tableName(file.path));
  files.forEach((file, index) => {
    const name = names[index]!;
    const near = TABLES.includes(name) ? null : findNearest(name, TABLES);
    if (near !== null && !names.includes(near)) report(similarTableName(fileSpan(file.path), name, near));
  });
}

/** A table may be a CSV file or a sheet, but only one of them: nobody could say which of two figures is published. */
function reportTwice(files: readonly SourceFile[], report: Report): void {
  const first = new Map<string, SourceFile>();
  for (const file of files) {
    const name = tableName(file.path).toLowerCase();
    const other = first.get(name);
    if (other === undefined) first.set(name, file);
    else report(tableTwice(fileSpan(file.path), name.replace(/\.csv$/, ""), shownPath(other.path)));
  }
}

function shownPath(path: string): string {
  const { file, sheet } = splitSheet(path);
  return sheet === null ? file : `${file} ${sheet}`;
}
