/** A small project in memory for parser tests: tables, settings and a report that collects diagnostics. */
import type { Diagnostic, Report } from "../../src/diagnostics/diagnostic.ts";
import type { Settings } from "../../src/model/deck.ts";
import type { Indicator, Project } from "../../src/model/indicator.ts";
import type { Span } from "../../src/model/span.ts";
import type { ParseContext } from "../../src/parse/context.ts";
import { parseSettings } from "../../src/parse/settings.ts";
import { parseTables } from "../../src/parse/tables.ts";

export interface Collected {
  readonly report: Report;
  readonly diagnostics: Diagnostic[];
}

export function collector(): Collected {
  const diagnostics: Diagnostic[] = [];
  return { report: (diagnostic) => void diagnostics.push(diagnostic), diagnostics };
}

/** `file:line:column-endColumn code`, short enough for a table of expectations. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, span }) => (span === null ? code : `${placeOf(span)} ${code}`));
}

export function placeOf(span: Span): string {
  const end = span.endLine === span.line ? `${span.endColumn}` : `${span.endLine}:${span.endColumn}`;
  return `${span.file}:${span.line}:${span.column}-${end}`;
}

export function settingsOf(extra = ""): Settings {
  const { report, diagnostics } = collector();
  const settings = parseSettings({ path: "slides/deck.yaml", text: `title: 报告\norganisation: 本镇\nperiod: 2021\nplan: 2022\n${extra}` }, report);
  if (settings === null) throw new Error(JSON.stringify(diagnostics));
  return settings;
}

/** Parses tables given by name: `{ indicators: "id,name…" }`. */
export function tablesOf(tables: Readonly<Record<string, string>>, settings = settingsOf()): { indicators: readonly Indicator[]; projects: readonly Project[]; diagnostics: Diagnostic[] } {
  const { report, diagnostics } = collector();
  const files = Object.entries(tables).map(([name, text]) => ({ path: `data/${name}.csv`, text }));
  return { ...parseTables(files, settings, report), diagnostics };
}

/** What slides may refer to; throws if the tables themselves are wrong. */
export function contextOf(tables: Readonly<Record<string, string>>, settings = settingsOf()): ParseContext & Collected {
  const { indicators, projects, diagnostics: slips } = tablesOf(tables, settings);
  if (slips.length > 0) throw new Error(JSON.stringify(slips));
  return { settings, indicators, projects, images: new Map(), label: () => undefined, ...collector() };
}
